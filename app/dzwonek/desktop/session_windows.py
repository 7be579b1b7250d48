"""Hears on Windows that the operator left the desk or came back, and that the computer woke up.

https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change
https://learn.microsoft.com/windows/win32/power/wm-powerbroadcast
"""

from __future__ import annotations

import ctypes
import logging
import sys
from typing import TYPE_CHECKING, Protocol

from dzwonek.domain.events import Resumed, SessionLeft, SessionReturned
from dzwonek.winapi import BOOL, DWORD, HANDLE, HWND, Call, Type

if TYPE_CHECKING:
    from dzwonek.desktop.windows_messages import MessageThread

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x218, 0x2B1
PBT_APMRESUMEAUTOMATIC = 0x12  # at every waking; PBT_APMRESUMESUSPEND follows only for a person
WTS_CONSOLE_CONNECT, WTS_CONSOLE_DISCONNECT = 1, 2
WTS_REMOTE_CONNECT, WTS_REMOTE_DISCONNECT = 3, 4
WTS_SESSION_LOCK, WTS_SESSION_UNLOCK = 7, 8
NOTIFY_FOR_THIS_SESSION = 0
DEVICE_NOTIFY_WINDOW_HANDLE = 0
CONSTANTS = {
    "WM_POWERBROADCAST": WM_POWERBROADCAST,
    "WM_WTSSESSION_CHANGE": WM_WTSSESSION_CHANGE,
    "PBT_APMRESUMEAUTOMATIC": PBT_APMRESUMEAUTOMATIC,
    "WTS_CONSOLE_CONNECT": WTS_CONSOLE_CONNECT,
    "WTS_CONSOLE_DISCONNECT": WTS_CONSOLE_DISCONNECT,
    "WTS_REMOTE_CONNECT": WTS_REMOTE_CONNECT,
    "WTS_REMOTE_DISCONNECT": WTS_REMOTE_DISCONNECT,
    "WTS_SESSION_LOCK": WTS_SESSION_LOCK,
    "WTS_SESSION_UNLOCK": WTS_SESSION_UNLOCK,
    "NOTIFY_FOR_THIS_SESSION": NOTIFY_FOR_THIS_SESSION,
    "DEVICE_NOTIFY_WINDOW_HANDLE": DEVICE_NOTIFY_WINDOW_HANDLE,
}
LEFT = frozenset({WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT})
RETURNED = frozenset({WTS_SESSION_UNLOCK, WTS_CONSOLE_CONNECT, WTS_REMOTE_CONNECT})

HPOWERNOTIFY = Type("HPOWERNOTIFY", ctypes.c_void_p)
CALLS = (
    Call("wtsapi32.dll", "WTSRegisterSessionNotification", BOOL, (HWND, DWORD)),
    Call("wtsapi32.dll", "WTSUnRegisterSessionNotification", BOOL, (HWND,)),
    Call("user32.dll", "RegisterSuspendResumeNotification", HPOWERNOTIFY, (HANDLE, DWORD)),
    Call("user32.dll", "UnregisterSuspendResumeNotification", BOOL, (HPOWERNOTIFY,)),
)

log = logging.getLogger("dzwonek.desktop")


class SessionCalls(Protocol):
    """Lets Windows tell a window of ours about session and power."""

    def follow(self, window: int) -> tuple[str, ...]:
        """Be told from now on; names what Windows will not tell."""
        ...

    def unfollow(self, window: int) -> None:
        """Be told no more."""
        ...


class SessionMessages:
    """Turns Windows's messages about session and power into events."""

    def __init__(self, messages: MessageThread, calls: SessionCalls) -> None:
        self._messages = messages
        self._calls = calls
        messages.listen(WM_WTSSESSION_CHANGE, self._on_session)
        messages.listen(WM_POWERBROADCAST, self._on_power)
        for name in messages.ask(lambda: calls.follow(messages.window)):
            log.info("Windows does not tell of %s", name)
        messages.at_close(self._unfollow)

    def _unfollow(self) -> None:
        try:
            self._messages.ask(lambda: self._calls.unfollow(self._messages.window))
        except OSError:
            log.info("the message thread was busy to its end")  # Windows forgets the window itself

    def _on_session(self, change: int, _: int) -> int:
        if change in LEFT:
            self._messages.tell(SessionLeft(), is_once=True)
        elif change in RETURNED:
            self._messages.tell(SessionReturned(), is_once=True)
        return 0

    def _on_power(self, change: int, _: int) -> int:
        if change == PBT_APMRESUMEAUTOMATIC:
            self._messages.tell(Resumed(), is_once=True)
        return 1


if sys.platform == "win32":
    from dzwonek.winapi import load

    class WindowsSession:
        """Windows's own calls (port SessionCalls); making it raises OSError."""

        def __init__(self) -> None:
            self._call = load(CALLS)
            self._power: int | None = None

        def follow(self, window: int) -> tuple[str, ...]:
            """Be told from now on; names what Windows will not tell.

            Every window is told of a classic waking; on modern standby only one that asked.
            """
            call = self._call
            has_session = call["WTSRegisterSessionNotification"](window, NOTIFY_FOR_THIS_SESSION)
            self._power = call["RegisterSuspendResumeNotification"](
                window, DEVICE_NOTIFY_WINDOW_HANDLE
            )
            missing = {"locking": not has_session, "modern standby": not self._power}
            return tuple(name for name, is_missing in missing.items() if is_missing)

        def unfollow(self, window: int) -> None:
            """Be told no more."""
            self._call["WTSUnRegisterSessionNotification"](window)
            if self._power:
                self._call["UnregisterSuspendResumeNotification"](self._power)
            self._power = None
