"""The message thread, on a Windows made by hand."""

from __future__ import annotations

import re
import select
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.events import HotkeyPressed, Resumed, Slot
from tests.fakes.user32 import HANDLE, FakeUser32

MESSAGE = 0x400


@pytest.fixture
def windows() -> FakeUser32:
    return FakeUser32()


@pytest.fixture
def messages(windows: FakeUser32) -> Iterator[MessageThread]:
    thread = MessageThread(windows)
    yield thread
    thread.close()


def is_readable(messages: MessageThread) -> bool:
    return bool(select.select([messages], [], [], 0)[0])


def test_the_window_is_opened_on_the_thread_that_answers_for_it(
    windows: FakeUser32, messages: MessageThread
) -> None:
    told: list[tuple[int, int, str]] = []

    def listener(wparam: int, lparam: int) -> int:
        told.append((wparam, lparam, threading.current_thread().name))
        return 7

    messages.listen(MESSAGE, listener)
    assert messages.window == HANDLE
    assert windows.send(MESSAGE, 1, -2) == 7
    assert windows.send(MESSAGE + 1) == 0
    assert told == [(1, -2, "dzwonek-messages")]


def test_what_was_told_wakes_the_loop_and_comes_once_and_in_order(messages: MessageThread) -> None:
    assert not is_readable(messages)
    press, woken = HotkeyPressed(Slot.REPORT), Resumed()
    for event in (press, press):
        messages.tell(event)
    for _ in range(2):
        messages.tell(woken, is_once=True)
    assert is_readable(messages)
    assert messages.pump() == (press, press, woken)
    assert messages.pump() == ()
    assert not is_readable(messages)
    messages.tell(woken, is_once=True)
    assert messages.pump() == (woken,)


def test_a_job_runs_on_the_message_thread_and_its_answer_or_error_comes_back(
    messages: MessageThread,
) -> None:
    def fail() -> None:
        raise KeyError("job")

    def nested() -> str:
        return messages.ask(lambda: threading.current_thread().name)

    assert messages.ask(nested) == "dzwonek-messages"
    with pytest.raises(KeyError, match="job"):
        messages.ask(fail)
    assert messages.ask(lambda: 1) == 1


def test_a_job_that_waited_too_long_is_never_done(
    windows: FakeUser32, messages: MessageThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun, done = threading.Event(), threading.Event(), threading.Event()

    def hold(_: int, __: int) -> int:
        begun.set()
        return int(go_on.wait(5))

    messages.listen(MESSAGE, hold)
    monkeypatch.setattr("dzwonek.desktop.windows_messages.ANSWER", timedelta(milliseconds=50))
    answered = windows.begin(MESSAGE)
    begun.wait(5)
    with pytest.raises(TimeoutError):
        messages.ask(done.set)
    go_on.set()
    assert answered.result(5) == 1
    monkeypatch.undo()
    assert messages.ask(lambda: 2) == 2
    assert not done.is_set()


def test_a_fault_in_an_answer_leaves_the_message_to_windows_and_the_thread_alive(
    windows: FakeUser32, messages: MessageThread, expected_warnings: list[str]
) -> None:
    messages.listen(MESSAGE, lambda wparam, lparam: wparam // lparam)
    expected_warnings.append(re.escape("message 0x400 went wrong"))
    assert windows.send(MESSAGE, 1, 0) == 0
    assert windows.send(MESSAGE, 8, 4) == 2


def test_no_window_is_an_error_of_the_system_and_leaves_no_thread() -> None:
    windows = FakeUser32()
    windows.open_fault = OSError(0, "no desktop", None, 5)
    with pytest.raises(OSError, match="no desktop"):
        MessageThread(windows)


def test_a_thread_that_ended_by_itself_is_told_once_its_last_events_are_read(
    windows: FakeUser32, messages: MessageThread
) -> None:
    messages.tell(Resumed())
    windows.break_off()
    messages._thread.join(5)
    assert messages.pump() == (Resumed(),)
    with pytest.raises(ConnectionError):
        messages.pump()
    with pytest.raises(ConnectionError):
        messages.ask(lambda: 1)


def test_closing_takes_the_window_away_says_farewell_once_and_may_be_repeated(
    windows: FakeUser32,
) -> None:
    messages = MessageThread(windows)
    farewells: list[bool] = []
    messages.at_close(lambda: farewells.append(windows.is_open))
    messages.close()
    messages.close()
    assert farewells == [True]
    assert not windows.is_open
    assert not messages._thread.is_alive()
