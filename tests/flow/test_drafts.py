"""What is written and drawn survives a kill at any moment, and is offered once at the next start.

`BEHIND` is the promise. A machine that does many things at once hands keys over late and keeps
the program waiting: `BUSY` is what that may add.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from dzwonek.domain.draft_life import Stage
from dzwonek.domain.report import Draft
from tests.session.half_written import (
    WALLPAPER,
    Work,
    box_of,
    covers_in,
    drafts_of,
    drawing,
    moved_in,
    open_editor,
    picture_of,
    stop,
    typing,
    written,
)
from tests.session.hand import FORM, wait_form
from tests.session.office import PATIENCE, Computer
from tests.session.programs import until
from tests.session.x_session import XSession, x_session

pytestmark = [pytest.mark.flow, pytest.mark.gui]

BEHIND = 2.0  # seconds
BUSY = 1.5  # seconds
LONGEST = 6.0  # seconds of work before a kill
KILLS = 21
OFFERED = "Masz niedokończone zgłoszenie"
EMPTY = "Puste zgłoszenie zamknięte"


@pytest.fixture(name="session", scope="module")
def session_fixture() -> Iterator[XSession]:
    """Give a desktop that shows one colour."""
    with x_session(size=(2400, 900), keyring=False) as session:
        session.run("xsetroot", "-solid", WALLPAPER)
        yield session


@pytest.fixture(name="computer")
def computer_fixture(session: XSession) -> Iterator[Computer]:
    """Give a Dzwonek that is not started; it is ended behind the test."""
    made = moved_in(session)
    yield made
    stop(made)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_at_any_moment_takes_no_more_than_the_last_two_seconds(
    computer: Computer, seed: int
) -> None:
    chance = Random(seed)
    is_drawing = seed % 3 == 2
    seconds = chance.uniform(0.2, LONGEST)
    computer.start("--report")
    wait_form(computer)
    work = Work(computer)
    letters: list[int] = []
    if is_drawing:
        open_editor(computer)
        killed_at = work.go_on(drawing(computer.session), seconds)
    else:
        killed_at = work.go_on(typing(computer.session, letters), seconds)

    (draft,) = drafts_of(computer) or (None,)
    due = work.steps_due(killed_at, BEHIND + BUSY)
    assert draft is not None or not due
    if draft is None:
        return
    assert draft.stage is Stage.OPEN
    assert draft.description == written(len(draft.description))
    if is_drawing:
        found = covers_in(picture_of(computer, draft))
    else:
        found = sum(count <= len(draft.description) for count in letters)
    print(f"behind {work.behind(killed_at, found):.2f} s of {seconds:.2f} s, {is_drawing=}")
    assert found >= due


def test_covers_in_an_open_editor_are_stored_when_the_session_ends(computer: Computer) -> None:
    computer.start("--report")
    wait_form(computer)
    open_editor(computer)
    next(drawing(computer.session))
    assert computer.send_signal(signal.SIGTERM) == 0
    (draft,) = drafts_of(computer)
    assert draft.stage is Stage.OPEN
    assert covers_in(picture_of(computer, draft)) == 1


def test_what_was_open_at_a_kill_is_offered_at_one_start_alone(
    computer: Computer, session: XSession
) -> None:
    computer.start("--report")
    wait_form(computer)
    session.type_text("cisza w słuchawce")
    until(lambda: has_words(computer, "cisza w słuchawce"), "the sealed words", PATIENCE)
    computer.send_signal(signal.SIGKILL)

    before = len(session.sent_notices())
    computer.start_ready()
    until(lambda: told_since(session, before).count(OFFERED), "the offer", PATIENCE)
    (draft,) = until(lambda: put_aside(computer), "the note that it was offered", PATIENCE)
    computer.quit()
    computer.start_ready()
    session.key("Shift+Pause")  # told behind whatever the start had to tell
    until(lambda: "Oznaczono" in told_since(session, before), "the mark", PATIENCE)
    assert told_since(session, before).count(OFFERED) == 1
    assert draft.description == "cisza w słuchawce"


def has_words(computer: Computer, words: str) -> bool:
    return any(draft.description == words for draft in drafts_of(computer))


def put_aside(computer: Computer) -> tuple[Draft, ...]:
    drafts = drafts_of(computer)
    return drafts if all(draft.stage is Stage.ASIDE for draft in drafts) else ()


def told_since(session: XSession, before: int) -> list[str]:
    return [notice.title for notice in session.sent_notices()[before:]]


def test_a_click_on_the_offer_goes_on_where_it_was_left(
    computer: Computer, session: XSession
) -> None:
    session.run("dunstctl", "close-all")
    computer.start("--report")
    wait_form(computer)
    session.type_text("pierwsza")
    until(lambda: has_words(computer, "pierwsza"), "the sealed words", PATIENCE)
    computer.send_signal(signal.SIGKILL)
    before = len(session.sent_notices())

    computer.start_ready()
    until(lambda: OFFERED in told_since(session, before), "the offer", PATIENCE)
    session.click_notice()
    wait_form(computer)
    session.key("Ctrl+End").type_text(" i druga")
    until(lambda: has_words(computer, "pierwsza i druga"), "both halves", PATIENCE)
    assert len(drafts_of(computer)) == 1


def open_and_escape(computer: Computer) -> None:
    computer.session.key("Pause")
    wait_form(computer)
    computer.session.key("Escape")
    until(lambda: not computer.session.windows(FORM), "the form's end", PATIENCE)


def test_esc_in_a_form_that_nobody_wrote_in_leaves_nothing_unless_it_is_taken_back(
    computer: Computer, session: XSession
) -> None:
    session.run("dunstctl", "close-all")
    before = len(session.sent_notices())
    computer.start_ready()
    open_and_escape(computer)
    until(lambda: told_since(session, before).count(EMPTY) == 1, "the notice", PATIENCE)
    session.run("dunstctl", "close-all")
    open_and_escape(computer)
    until(lambda: told_since(session, before).count(EMPTY) == 2, "another notice", PATIENCE)
    session.click_notice()
    until(lambda: "Szkic zachowany" in told_since(session, before), "its return", PATIENCE)
    computer.quit()
    (draft,) = drafts_of(computer)
    assert draft.stage is Stage.ASIDE
    assert picture_of(computer, draft).width() == 1200


def test_when_the_display_goes_what_was_typed_before_is_there_and_offered_in_the_next_session(
    start_x_session: Callable[..., XSession], session: XSession
) -> None:
    ending = start_x_session(tray=None, notices=False, keyring=False, bus=False)
    ending.run("xsetroot", "-solid", WALLPAPER)
    computer = moved_in(ending)
    computer.start("--report")
    wait_form(computer)
    ending.type_text("zostało")
    typed_at = time.monotonic()
    until(lambda: time.monotonic() > typed_at + BEHIND + BUSY, "the promise", PATIENCE)
    ending.close()
    computer.wait_end()

    before = len(session.sent_notices())
    next_one = Computer(session, computer.home)
    assert has_words(next_one, "zostało")
    next_one.start_ready()
    until(lambda: OFFERED in told_since(session, before), "the offer", PATIENCE)
    stop(next_one)


def test_a_marked_moment_is_called_to_mind_at_the_start_after_its_time(
    computer: Computer, session: XSession
) -> None:
    before = len(session.sent_notices())
    computer.start_ready()
    session.key("Shift+Pause")
    until(lambda: "Oznaczono" in told_since(session, before), "the mark", PATIENCE)
    computer.quit()
    age(computer)

    told = "Oznaczona chwila czeka na opis"
    computer.start_ready()
    until(lambda: told in told_since(session, before), "the reminder", PATIENCE)
    until(lambda: drafts_of(computer)[0].remind_at is None, "the note of it", PATIENCE)
    computer.quit()
    computer.start_ready()
    session.key("Shift+Pause")
    until(lambda: told_since(session, before).count("Oznaczono") == 2, "a second mark", PATIENCE)
    assert told_since(session, before).count(told) == 1


def age(computer: Computer) -> None:
    """Let a quarter of an hour have passed since the mark."""
    box = box_of(computer)
    (draft,) = box.drafts()
    assert draft.remind_at is not None
    box.save(replace(draft, remind_at=draft.created_at))
