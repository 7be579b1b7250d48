"""The end of the session: Windows waits for the draft, and then for the program's own end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from dzwonek.desktop.ending_windows import (
    WM_CLOSE,
    WM_ENDSESSION,
    WM_QUERYENDSESSION,
    EndingMessages,
)
from dzwonek.desktop.hotkeys_windows import WindowsHotkeys
from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.events import EndAsked, EndWanted, Event, Slot
from tests.fakes.user32 import FakeUser32
from tests.session.listening import listen

ENDSESSION_CLOSEAPP, ENDSESSION_LOGOFF = 1, 0x80000000
REASON = "Dzwonek zapisuje rozpoczęte zgłoszenie."
SHORT = timedelta(milliseconds=50)
LONG = timedelta(seconds=30)


@pytest.fixture
def windows() -> FakeUser32:
    return FakeUser32()


@pytest.fixture
def messages(windows: FakeUser32) -> Iterator[MessageThread]:
    thread = MessageThread(windows)
    yield thread
    thread.close()
    thread._thread.join(5)


def asked(events: list[Event]) -> EndAsked:
    (event,) = events
    assert isinstance(event, EndAsked)
    return event


@pytest.mark.parametrize("why", [0, ENDSESSION_CLOSEAPP, ENDSESSION_LOGOFF])
def test_windows_waits_with_a_reason_until_the_draft_is_stored_and_may_then_end(
    windows: FakeUser32, messages: MessageThread, why: int
) -> None:
    EndingMessages(messages, windows, lambda: REASON, flushing=LONG)
    answer = windows.begin(WM_QUERYENDSESSION, 0, why)
    event = asked(listen(messages))
    assert not answer.done()
    assert windows.reasons == [REASON]
    event.answer()
    assert answer.result(5) == 1
    assert windows.reasons == [REASON, ""]


def test_nobody_is_kept_from_going_when_the_draft_takes_too_long(
    windows: FakeUser32, messages: MessageThread
) -> None:
    EndingMessages(messages, windows, lambda: REASON, flushing=SHORT)
    assert windows.send(WM_QUERYENDSESSION) == 1
    assert windows.reasons == [REASON, ""]


def test_the_program_is_ended_and_windows_waits_for_that_with_a_bound(
    windows: FakeUser32, messages: MessageThread
) -> None:
    EndingMessages(messages, windows, lambda: REASON, ending=SHORT * 4)
    answer = windows.begin(WM_ENDSESSION, 1, ENDSESSION_CLOSEAPP)
    assert listen(messages) == [EndWanted()]
    assert not answer.done()
    assert answer.result(5) == 0


def test_a_cancelled_end_changes_nothing(windows: FakeUser32, messages: MessageThread) -> None:
    EndingMessages(messages, windows, lambda: REASON, ending=LONG)
    assert windows.send(WM_ENDSESSION, 0) == 0
    assert messages.pump() == ()


def test_a_polite_request_ends_the_program_and_the_window_stays_until_then(
    windows: FakeUser32, messages: MessageThread
) -> None:
    EndingMessages(messages, windows, lambda: REASON)
    assert windows.send(WM_CLOSE) == 0
    assert messages.pump() == (EndWanted(),)
    assert windows.is_open


def test_closing_does_not_wait_for_a_draft_that_nobody_stores_any_more(
    windows: FakeUser32,
) -> None:
    messages = MessageThread(windows)
    EndingMessages(messages, windows, lambda: REASON, flushing=LONG)
    answer = windows.begin(WM_QUERYENDSESSION)
    asked(listen(messages))
    messages.close()
    assert answer.result(5) == 1
    assert not windows.is_open


def test_keys_are_given_back_at_once_while_windows_waits_for_the_end(windows: FakeUser32) -> None:
    messages = MessageThread(windows)
    EndingMessages(messages, windows, lambda: REASON, flushing=LONG, ending=SHORT * 20)
    hotkeys = WindowsHotkeys(messages, windows)
    hotkeys.bind(Slot.REPORT, ["Pause"])
    flushed = windows.begin(WM_QUERYENDSESSION)
    event = asked(listen(messages))
    assert hotkeys.bind(Slot.FLAG, ["Shift+Pause"]).active == "Shift+Pause"
    event.answer()
    assert flushed.result(5) == 1
    ended = windows.begin(WM_ENDSESSION, 1)
    assert listen(messages) == [EndWanted()]
    hotkeys.release()
    assert windows.registered == {}
    messages.close()
    assert not ended.done()
    assert ended.result(5) == 0
    messages._thread.join(5)
    assert not windows.is_open


def test_an_upgrade_starts_the_program_again(windows: FakeUser32, messages: MessageThread) -> None:
    ending = EndingMessages(messages, windows, lambda: REASON)
    assert ending.come_back("--hidden")
    assert windows.log == [("come_back", "--hidden")]
    windows.restart_error = -2147024809
    assert not ending.come_back("--hidden")
