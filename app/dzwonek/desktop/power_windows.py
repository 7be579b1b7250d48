"""Tells when Windows woke from sleep.

https://learn.microsoft.com/windows/win32/api/powerbase/nf-powerbase-powerregistersuspendresumenotification
(Windows 8 and later). A computer on modern standby may tell nothing of it; there the network's
return does.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

from dzwonek.desktop.wake import Wake
from dzwonek.domain.events import Event, Resumed

assert sys.platform == "win32"

from ctypes import wintypes  # noqa: E402 - Windows alone

if TYPE_CHECKING:
    from collections.abc import Callable

DEVICE_NOTIFY_CALLBACK = 2
PBT_APMRESUMEAUTOMATIC = (
    0x12  # at every waking; PBT_APMRESUMESUSPEND only follows if a person is there
)

Called = ctypes.WINFUNCTYPE(wintypes.ULONG, ctypes.c_void_p, wintypes.ULONG, ctypes.c_void_p)


class Subscription(ctypes.Structure):
    """DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS."""

    _fields_ = (("callback", Called), ("context", ctypes.c_void_p))


class PowerCalls:
    """Lets Windows call back at each change of power; making it raises OSError."""

    def __init__(self, woken: Callable[[], None]) -> None:
        self._dll = ctypes.WinDLL("powrprof.dll")
        try:
            register = self._dll.PowerRegisterSuspendResumeNotification
            self._unregister = self._dll.PowerUnregisterSuspendResumeNotification
        except AttributeError as error:  # before Windows 8
            raise OSError("no notification of sleep") from error
        register.restype = self._unregister.restype = wintypes.DWORD
        register.argtypes = (
            wintypes.DWORD,
            ctypes.POINTER(Subscription),
            ctypes.POINTER(wintypes.HANDLE),
        )
        self._unregister.argtypes = (wintypes.HANDLE,)
        self._handle = wintypes.HANDLE()

        def called(_context: int | None, kind: int, _setting: int | None) -> int:
            if kind == PBT_APMRESUMEAUTOMATIC:
                woken()
            return 0

        self._subscription = Subscription(Called(called), None)  # lives as long as the calls
        refused = register(
            DEVICE_NOTIFY_CALLBACK, ctypes.byref(self._subscription), ctypes.byref(self._handle)
        )
        if refused:
            raise ctypes.WinError(refused)

    def close(self) -> None:
        """Be called back no more."""
        if self._handle:
            self._unregister(self._handle)
            self._handle = wintypes.HANDLE()


class WindowsPower:
    """The wakings of the computer (port EventSource); making it may raise OSError."""

    def __init__(self) -> None:
        self._wake = Wake()
        try:
            self._calls = PowerCalls(self._wake.ring)
        except BaseException:
            self._wake.close()
            raise

    def fileno(self) -> int:
        """Give the descriptor to watch for reading."""
        return self._wake.fileno()

    def pump(self) -> tuple[Event, ...]:
        """Give Resumed once, however often Windows told it."""
        return (Resumed(),) if self._wake.heard() else ()

    def close(self) -> None:
        """End the notification."""
        self._calls.close()
        self._wake.close()
