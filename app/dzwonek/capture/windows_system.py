"""Makes the calls of Windows that capturing needs."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING, Any

from dzwonek.capture.windows_calls import (
    CLAIM,
    DESKTOP_READOBJECTS,
    DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2,
    EACH_WINDOW,
    OWN_WINDOWS,
    SESSION,
    SM_REMOTESESSION,
    UOI_NAME,
    WDA_NONE,
    WTS_CURRENT_SESSION,
    WTS_SESSION_INFO_EX,
    WTS_SESSIONSTATE_LOCK,
    SessionInfo,
    WTSDisconnected,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

assert sys.platform == "win32"

from dzwonek.winapi import load  # noqa: E402 - Windows alone

LONGEST_NAME = 256  # characters of a desktop's name


def claim_physical_pixels() -> bool:
    """Have the process see each monitor's own pixels; says whether this call made it so.

    What stands first stands for good, and mss would set the first version of it:
    https://learn.microsoft.com/windows/win32/hidpi/setting-the-default-dpi-awareness-for-a-process
    Refused when Qt or the manifest did it already, unknown before Windows 10 1703.
    """
    try:
        claim = load([CLAIM])[CLAIM.name]
    except OSError:
        return False
    return bool(claim(DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2))


class SystemWindows:
    """The windows of this process; making it raises OSError."""

    def __init__(self) -> None:
        self._calls = load(OWN_WINDOWS)
        self._process = os.getpid()

    def visible(self) -> list[int]:
        """List the top-level windows that can be seen."""
        found: list[int] = []

        def look(window: int, _: int) -> int:
            if self._is_own(window) and self._calls["IsWindowVisible"](window):
                found.append(window)
            return 1  # go on

        self._calls["EnumWindows"](EACH_WINDOW(look), 0)
        return found

    def set_affinity(self, window: int, affinity: int) -> bool:
        """Say whether Windows took it."""
        return bool(self._calls["SetWindowDisplayAffinity"](window, affinity))

    def settle(self) -> None:
        """Wait one frame of the composition."""
        self._calls["DwmFlush"]()

    def _is_own(self, window: int) -> bool:
        process = ctypes.c_uint32()
        self._calls["GetWindowThreadProcessId"](window, ctypes.byref(process))
        return process.value == self._process


class SystemSession:
    """The session that we run in; making it raises OSError."""

    def __init__(self) -> None:
        self._calls: Mapping[str, Callable[..., Any]] = load(SESSION)
        self._state: int | None = None
        self._flags: int | None = None
        self._ask()

    def is_disconnected(self) -> bool | None:
        """Say whether nobody is connected."""
        return None if self._state is None else self._state == WTSDisconnected

    def is_locked(self) -> bool | None:
        """Say whether it is locked."""
        return None if self._flags is None else self._flags == WTS_SESSIONSTATE_LOCK

    def is_own_desktop_shown(self) -> bool | None:
        """Compare names; the desktop of UAC and of the log-on cannot even be opened."""
        call = self._calls
        shown = call["OpenInputDesktop"](0, 0, DESKTOP_READOBJECTS)
        if not shown:
            return False
        try:
            return self._name(shown) == self._name(
                call["GetThreadDesktop"](call["GetCurrentThreadId"]())
            )
        finally:
            call["CloseDesktop"](shown)

    def is_front_window_protected(self) -> bool | None:
        """Ask for the affinity of the window in front, whosoever's it is."""
        affinity = ctypes.c_uint32()
        front = self._calls["GetForegroundWindow"]()
        if not front or not self._calls["GetWindowDisplayAffinity"](front, ctypes.byref(affinity)):
            return None
        return affinity.value != WDA_NONE

    def is_remote(self) -> bool:
        """Say whether Remote Desktop shows it."""
        return bool(self._calls["GetSystemMetrics"](SM_REMOTESESSION))

    def _ask(self) -> None:
        buffer, length = ctypes.c_void_p(), ctypes.c_uint32()
        is_told = self._calls["WTSQuerySessionInformationW"](
            None,
            WTS_CURRENT_SESSION,
            WTS_SESSION_INFO_EX,
            ctypes.byref(buffer),
            ctypes.byref(length),
        )
        if not is_told or not buffer.value:
            return
        if length.value >= ctypes.sizeof(SessionInfo):
            info = SessionInfo.from_address(buffer.value)
            if info.level == 1:
                self._state, self._flags = info.state, info.flags
        self._calls["WTSFreeMemory"](buffer)

    def _name(self, desktop: int) -> str:
        name = ctypes.create_unicode_buffer(LONGEST_NAME)
        size = ctypes.sizeof(name)
        self._calls["GetUserObjectInformationW"](desktop, UOI_NAME, name, size, None)
        return name.value
