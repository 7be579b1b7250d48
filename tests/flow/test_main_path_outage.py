"""What survives: the mail server is down, the program is killed, the session ends."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from tests.session.hand import (
    FORM,
    choose_and_send,
    go_on_with_first,
    open_list,
    wait_form,
    wait_past,
    write_and_send,
)
from tests.session.letters import carries, seven_lines
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    computer_fixture,
    office_fixture,
    workplace_fixture,
)
from tests.session.programs import until
from tests.session.scene import stands_still

pytestmark = [pytest.mark.flow, pytest.mark.gui]

WORDS = "Słuchawka milknie w połowie zdania, źle słychać"
BEHIND = 2.0  # seconds that the sealed draft may be behind the typing, at most
FAR = timedelta(seconds=15)  # longer than a kill, a start and a press take here
END = 2.0  # seconds that the program may take to end


@pytest.fixture(name="offline")
def offline_fixture(office: Office) -> Iterator[Office]:
    """Give the office with its mail server down; it is up again behind the test."""
    office.postfix.stop()
    yield office
    office.postfix.restart()


def send_from_list(computer: Computer, report_id: str) -> None:
    """Press *Wyślij teraz* in the list, by keyboard."""
    open_list(computer)
    go_on_with_first(computer)


def send_by_command(computer: Computer, report_id: str) -> None:
    done = computer.command("outbox", "retry", report_id)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("send", [send_from_list, send_by_command])
def test_a_report_outlives_outage_and_kill_and_is_delivered_once(
    offline: Office, computer: Computer, send: Callable[[Computer, str], None]
) -> None:
    session = computer.session
    computer.start_ready()
    session.key("Pause")
    wait_form(computer)
    write_and_send(computer, WORDS)
    session.wait_notice("Zapisano na tym komputerze", PATIENCE)
    (report,) = until(waiting_for_long(computer), "a try, and a long wait", 2 * PATIENCE)
    frozen = computer.exported(report["id"])

    computer.send_signal(signal.SIGKILL)
    computer.start_ready()
    offline.postfix.start()
    (survivor,) = computer.reports()
    assert survivor["id"] == report["id"]
    assert survivor["state"] == "retry_wait"
    send(computer, report["id"])

    (raw,) = offline.letters()
    assert carries(raw, frozen)
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    (delivered,) = computer.wait_reports("delivered")
    assert delivered["message_id"] == report["message_id"]
    computer.quit()
    assert len(offline.postfix.messages("daktela@daktela.pl")) == 1


def waiting_for_long(computer: Computer) -> Callable[[], list[dict[str, Any]] | None]:
    """Look for a report whose attempt failed and whose next one is far off; waits are random."""

    def look() -> list[dict[str, Any]] | None:
        reports = computer.reports()
        far = datetime.now(UTC) + FAR
        waits = [
            one["state"] == "retry_wait" and datetime.fromisoformat(one["due_at"]) > far
            for one in reports
        ]
        return reports if waits == [True] else None

    return look


def test_text_older_than_two_seconds_survives_a_kill(office: Office, computer: Computer) -> None:
    session = computer.session
    computer.start_ready()
    session.key("Pause")
    wait_form(computer)
    drafts = computer.home / "data" / "drafts"
    until(lambda: list(drafts.rglob("*")), "the sealed pictures", PATIENCE)
    session.type_text(WORDS)
    wait_past(time.monotonic() + BEHIND)
    computer.send_signal(signal.SIGKILL)

    finish_first_draft(computer)

    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"


def finish_first_draft(computer: Computer) -> None:
    """Start again, continue the newest draft, and send it."""
    computer.start_ready()
    open_list(computer)
    go_on_with_first(computer)
    wait_form(computer)
    choose_and_send(computer)


def test_sigterm_ends_the_program_in_time_and_keeps_what_was_typed_last(
    office: Office, computer: Computer
) -> None:
    session = computer.session
    others = session.programs.alive()
    computer.start_ready()
    session.key("Pause")
    wait_form(computer)
    session.type_text(WORDS)
    stands_still(session, session.folder / "typed.ppm")  # a busy program has heard it all by then
    began_at = time.monotonic()
    code = computer.send_signal(signal.SIGTERM)

    assert code == 0
    assert time.monotonic() - began_at <= END
    assert set(session.programs.alive()) <= set(others)
    finish_first_draft(computer)
    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"


@pytest.mark.parametrize("is_form_open", [False, True])
def test_quit_ends_the_program_in_time_and_leaves_no_process(
    computer: Computer, *, is_form_open: bool
) -> None:
    session = computer.session
    others = session.programs.alive()
    computer.start_ready()
    if is_form_open:
        session.key("Pause")
        wait_form(computer)
        session.type_text(WORDS)
    told = computer.command("--quit")
    began_at = time.monotonic()

    assert told.returncode == 0
    assert computer.wait_end() == 0
    assert time.monotonic() - began_at <= END
    assert set(session.programs.alive()) <= set(others)
    assert not session.windows(FORM)
    assert computer.command("--quit").returncode == 0  # and when none runs
