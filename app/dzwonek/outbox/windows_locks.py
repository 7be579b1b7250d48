"""Locks on open files on Windows: shared by many, or one alone; they end with the process.

https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-lockfileex
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Protocol

FAIL_IMMEDIATELY, EXCLUSIVE = 0x1, 0x2
LOCK_VIOLATION, IO_PENDING = 33, 997
HELD = frozenset({LOCK_VIOLATION, IO_PENDING})


class Kernel(Protocol):
    """The two calls; each gives 0, or the number of Windows's error."""

    def lock(self, descriptor: int, flags: int) -> int:
        """Call LockFileEx on the first byte."""
        ...

    def unlock(self, descriptor: int) -> int:
        """Call UnlockFileEx on the first byte."""
        ...


@dataclass(frozen=True, slots=True)
class WindowsLocks:
    """Locks open files. Calls raise BlockingIOError when another process has the lock, OSError."""

    kernel: Kernel

    def share(self, descriptor: int, *, is_alone: bool) -> None:
        """Be one of many; who had it alone gives that up, and nobody comes between.

        Over one handle a shared lock may stand beside the own exclusive one, and the first
        unlocking takes the exclusive one away.
        """
        self._lock(descriptor, FAIL_IMMEDIATELY)
        if is_alone:
            self.kernel.unlock(descriptor)

    def seize(self, descriptor: int) -> None:
        """Be the only one."""
        self._lock(descriptor, FAIL_IMMEDIATELY | EXCLUSIVE)

    def _lock(self, descriptor: int, flags: int) -> None:
        error = self.kernel.lock(descriptor, flags)
        if error in HELD:
            raise BlockingIOError(error, "another process has the lock")
        if error:
            raise OSError(0, f"Windows error {error}", None, error)


if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    class _Overlapped(ctypes.Structure):
        _fields_ = (
            ("internal", ctypes.c_void_p),
            ("internal_high", ctypes.c_void_p),
            ("offset", wintypes.DWORD),
            ("offset_high", wintypes.DWORD),
            ("event", wintypes.HANDLE),
        )

    class Kernel32:
        """The system's own calls (port Kernel)."""

        def __init__(self) -> None:
            dll = ctypes.WinDLL("kernel32.dll", use_last_error=True)
            place = ctypes.POINTER(_Overlapped)
            numbers = [wintypes.DWORD] * 3
            self._lock = dll.LockFileEx
            self._lock.argtypes = [wintypes.HANDLE, wintypes.DWORD, *numbers, place]
            self._unlock = dll.UnlockFileEx
            self._unlock.argtypes = [wintypes.HANDLE, *numbers, place]

        def lock(self, descriptor: int, flags: int) -> int:
            """Call LockFileEx on the first byte."""
            handle, place = msvcrt.get_osfhandle(descriptor), ctypes.byref(_Overlapped())
            done = self._lock(handle, flags, 0, 1, 0, place)
            return 0 if done else ctypes.get_last_error()

        def unlock(self, descriptor: int) -> int:
            """Call UnlockFileEx on the first byte."""
            handle, place = msvcrt.get_osfhandle(descriptor), ctypes.byref(_Overlapped())
            done = self._unlock(handle, 0, 1, 0, place)
            return 0 if done else ctypes.get_last_error()

    def this_windows() -> WindowsLocks:
        """Give the locks of the Windows that this runs on."""
        return WindowsLocks(Kernel32())
