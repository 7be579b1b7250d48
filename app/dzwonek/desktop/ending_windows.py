"""Answers Windows when session or program are to end, and lets an upgrade start us again.

Shutdown, log-off and the Restart Manager ask first (nothing may end yet) and then say that it is
so; each waits some five seconds for an answer.
https://learn.microsoft.com/windows/win32/shutdown/wm-queryendsession
https://learn.microsoft.com/windows/win32/rstmgr/guidelines-for-applications
"""

from __future__ import annotations

import logging
import sys
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from dzwonek.domain.events import EndAsked, EndWanted
from dzwonek.winapi import BOOL, DWORD, HRESULT, HWND, LPCWSTR, Call, Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.desktop.windows_messages import MessageThread

WM_CLOSE, WM_QUERYENDSESSION, WM_ENDSESSION = 0x10, 0x11, 0x16
RESTART_NO_CRASH, RESTART_NO_HANG, RESTART_NO_REBOOT = 1, 2, 8
CONSTANTS = {
    "WM_CLOSE": WM_CLOSE,
    "WM_QUERYENDSESSION": WM_QUERYENDSESSION,
    "WM_ENDSESSION": WM_ENDSESSION,
    "RESTART_NO_CRASH": RESTART_NO_CRASH,
    "RESTART_NO_HANG": RESTART_NO_HANG,
    "RESTART_NO_REBOOT": RESTART_NO_REBOOT,
}
PCWSTR = Type("PCWSTR", LPCWSTR.carrier)
CALLS = (
    Call("user32.dll", "ShutdownBlockReasonCreate", BOOL, (HWND, LPCWSTR)),
    Call("user32.dll", "ShutdownBlockReasonDestroy", BOOL, (HWND,)),
    Call("kernel32.dll", "RegisterApplicationRestart", HRESULT, (PCWSTR, DWORD)),
)
FLUSHING = timedelta(seconds=3)
ENDING = timedelta(seconds=4)

log = logging.getLogger("dzwonek.desktop")


class EndingCalls(Protocol):
    """Tells Windows why it has to wait, and how we are started again."""

    def block(self, window: int, reason: str) -> None:
        """Show this reason to whoever waits for the session's end."""
        ...

    def unblock(self, window: int) -> None:
        """Show it no more."""
        ...

    def come_back(self, arguments: str) -> int:
        """Have the Restart Manager start us again with these arguments; 0 or an error."""
        ...


class EndingMessages:
    """Lets Windows wait until the draft is stored, and then until the program has ended."""

    def __init__(
        self,
        messages: MessageThread,
        calls: EndingCalls,
        reason: Callable[[], str],
        flushing: timedelta = FLUSHING,
        ending: timedelta = ENDING,
    ) -> None:
        self._messages = messages
        self._calls = calls
        self._reason = reason
        self._flushing = flushing
        self._ending = ending
        self._is_flushed = threading.Event()
        messages.listen(WM_QUERYENDSESSION, self._on_query)
        messages.listen(WM_ENDSESSION, self._on_end)
        messages.listen(WM_CLOSE, self._on_close)
        messages.at_close(self._let_go)

    def come_back(self, arguments: str) -> bool:
        """Be started again after an upgrade that ended us; says whether Windows agreed.

        Windows puts the program's own file before `arguments`. Not after a crash, a hang or a
        reboot: the session's autostart and the operator see to it.
        """
        error = self._calls.come_back(arguments)
        if error:
            log.info("no restart after an upgrade: error %#x", error & 0xFFFFFFFF)
        return not error

    def _on_query(self, _: int, __: int) -> int:
        """Agree, once the draft is stored or the time is up; nobody is ever kept from going."""
        flushed = threading.Event()
        self._is_flushed = flushed
        window = self._messages.window
        self._calls.block(window, self._reason())
        try:
            self._messages.tell(EndAsked(lambda: self._flush_over(flushed)))
            if not self._messages.attend(self._flushing, flushed.is_set):
                log.info("the draft was not stored before the session's end")
        finally:
            self._calls.unblock(window)
        return 1

    def _flush_over(self, flushed: threading.Event) -> None:
        self._messages.soon(flushed.set)

    def _let_go(self) -> None:
        self._flush_over(self._is_flushed)

    def _on_end(self, is_ending: int, _: int) -> int:
        """End in order; after the answer Windows ends the process whatever it does.

        So the answer waits, and as a rule never comes: the program has ended by then.
        """
        if is_ending:
            self._messages.tell(EndWanted())
            self._messages.attend(self._ending, is_last=True)
        return 0

    def _on_close(self, _: int, __: int) -> int:
        """End: an installer or the Task Manager asks politely."""
        self._messages.tell(EndWanted())
        return 0


if sys.platform == "win32":
    from dzwonek.winapi import load

    class WindowsEnding:
        """Windows's own calls (port EndingCalls); making it raises OSError."""

        def __init__(self) -> None:
            self._call = load(CALLS)

        def block(self, window: int, reason: str) -> None:
            """Show this reason to whoever waits for the session's end."""
            self._call["ShutdownBlockReasonCreate"](window, reason)

        def unblock(self, window: int) -> None:
            """Show it no more."""
            self._call["ShutdownBlockReasonDestroy"](window)

        def come_back(self, arguments: str) -> int:
            """Have the Restart Manager start us again with these arguments; 0 or an error."""
            flags = RESTART_NO_CRASH | RESTART_NO_HANG | RESTART_NO_REBOOT
            return int(self._call["RegisterApplicationRestart"](arguments, flags))
