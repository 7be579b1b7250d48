"""The office as fixtures; a test module imports the ones it wants."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.servers.postfix import missing
from tests.session.office import Computer, Office, running_office
from tests.session.x_session import XSession, x_session


@pytest.fixture(name="office", scope="module")
def office_fixture() -> Iterator[Office]:
    """Give the servers; where Postfix cannot run the summary says why, and CI fails."""
    reason = missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    with running_office() as office:
        yield office


@pytest.fixture(name="workplace", scope="module")
def workplace_fixture(office: Office) -> Iterator[XSession]:
    """Give a whole session whose keyring holds both passwords."""
    with x_session() as session:
        office.sign_in(session)
        yield session


@pytest.fixture(name="computer")
def computer_fixture(office: Office, workplace: XSession) -> Iterator[Computer]:
    """Give a Dzwonek that is set up and not started; it is ended behind the test."""
    empty(office)
    computer = office.move_in(workplace)
    yield computer
    end(computer)


@pytest.fixture(name="move_in")
def move_in_fixture(office: Office) -> Iterator[Callable[..., Computer]]:
    """Set a Dzwonek up in a session of any shape (the arguments of `x_session`)."""
    empty(office)
    with ExitStack() as stack:

        def move_in(*, signs_in: bool = False, further: str = "", **shape: object) -> Computer:
            session = stack.enter_context(x_session(**shape))  # type: ignore[arg-type]  # passed on
            session.run("xsetroot", "-solid", "#405060")  # an all-black monitor would be no picture
            computer = office.move_in(session, signs_in=signs_in, further=further)
            stack.callback(end, computer)
            return computer

        yield move_in


def empty(office: Office) -> None:
    """Throw away all mail that earlier tests left."""
    office.postfix.empty()


def end(computer: Computer) -> None:
    """End the tray program if it still runs, and see that it met nothing unexpected.

    Where DZWONEK_FLOW_PICTURES names a folder, the last screen is left there, for people to look.
    """
    if folder := os.environ.get("DZWONEK_FLOW_PICTURES"):
        computer.session.screenshot(Path(folder) / f"{computer.home.name}.png")
        (Path(folder) / f"{computer.home.name}.log").write_text(computer.log(), "utf-8")
    if computer.running is not None and computer.running.poll() is None:
        computer.running.kill()
        computer.running.wait()
    assert "unexpected" not in computer.log(), computer.log()
