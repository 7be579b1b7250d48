"""Locking, unlocking and waking up, as Windows tells them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dzwonek.desktop.session_windows import (
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    SessionMessages,
)
from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.events import Event, Resumed, SessionLeft, SessionReturned
from tests.fakes.user32 import HANDLE, FakeUser32


@pytest.fixture
def windows() -> FakeUser32:
    return FakeUser32()


@pytest.fixture
def messages(windows: FakeUser32) -> Iterator[MessageThread]:
    messages = MessageThread(windows)
    SessionMessages(messages, windows)
    yield messages
    messages.close()


@pytest.mark.parametrize(
    ("change", "event"),
    [
        *((change, SessionReturned()) for change in (1, 3, 8)),
        *((change, SessionLeft()) for change in (2, 4, 7)),
    ],
)
def test_leaving_and_returning_are_told(
    windows: FakeUser32, messages: MessageThread, change: int, event: Event
) -> None:
    windows.send(WM_WTSSESSION_CHANGE, change, 1)
    assert messages.pump() == (event,)


@pytest.mark.parametrize("change", [5, 6, 9, 10, 11])
def test_log_on_and_remote_control_are_nothing_to_us(
    windows: FakeUser32, messages: MessageThread, change: int
) -> None:
    windows.send(WM_WTSSESSION_CHANGE, change, 1)
    assert messages.pump() == ()


def test_connecting_and_unlocking_in_one_go_is_one_return(
    windows: FakeUser32, messages: MessageThread
) -> None:
    for change in (3, 8):
        windows.send(WM_WTSSESSION_CHANGE, change, 1)
    assert messages.pump() == (SessionReturned(),)


def test_each_waking_is_told_once_and_nothing_else(
    windows: FakeUser32, messages: MessageThread
) -> None:
    for change in (0x4, 0x12, 0x7, 0x12, 0xA):  # to sleep, awake, a person is there, awake, mains
        assert windows.send(WM_POWERBROADCAST, change) == 1
    assert messages.pump() == (Resumed(),)
    assert messages.pump() == ()


def test_windows_is_asked_at_the_start_and_let_off_at_the_end(windows: FakeUser32) -> None:
    windows.missing = ("locking",)
    messages = MessageThread(windows)
    SessionMessages(messages, windows)
    messages.close()
    assert windows.log == [("follow", HANDLE), ("unfollow", HANDLE)]


def test_the_end_comes_all_the_same_when_the_thread_is_gone(windows: FakeUser32) -> None:
    messages = MessageThread(windows)
    SessionMessages(messages, windows)
    windows.break_off()
    messages._thread.join(30)
    assert not messages._thread.is_alive()
    messages.close()
    assert windows.log == [("follow", HANDLE)]  # a window that is gone cannot be let off
