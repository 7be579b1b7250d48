"""Locks on open files on Windows: shared by many, or one alone; they end with the process.

https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-lockfileex
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from typing import Protocol

from dzwonek.winapi import BOOL, DWORD, HANDLE, Call, Layout, pointer_to

FAIL_IMMEDIATELY, EXCLUSIVE = 0x1, 0x2
LOCK_VIOLATION, IO_PENDING = 33, 997
HELD = frozenset({LOCK_VIOLATION, IO_PENDING})
CONSTANTS = {
    "LOCKFILE_FAIL_IMMEDIATELY": FAIL_IMMEDIATELY,
    "LOCKFILE_EXCLUSIVE_LOCK": EXCLUSIVE,
    "ERROR_LOCK_VIOLATION": LOCK_VIOLATION,
    "ERROR_IO_PENDING": IO_PENDING,
}


class Overlapped(ctypes.Structure):
    """OVERLAPPED: the place of the lock in the file; all zero is its beginning."""

    _fields_ = (
        ("internal", ctypes.c_void_p),
        ("internal_high", ctypes.c_void_p),
        ("offset", ctypes.c_uint32),
        ("offset_high", ctypes.c_uint32),
        ("event", ctypes.c_void_p),
    )


LAYOUTS = (
    Layout(
        Overlapped,
        "OVERLAPPED",
        {
            "internal": "Internal",
            "internal_high": "InternalHigh",
            "offset": "Offset",
            "offset_high": "OffsetHigh",
            "event": "hEvent",
        },
    ),
)
PLACE = pointer_to(Overlapped, "LPOVERLAPPED")
CALLS = (
    Call("kernel32.dll", "LockFileEx", BOOL, (HANDLE, DWORD, DWORD, DWORD, DWORD, PLACE)),
    Call("kernel32.dll", "UnlockFileEx", BOOL, (HANDLE, DWORD, DWORD, DWORD, PLACE)),
)


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
    import msvcrt

    from dzwonek.winapi import load

    class Kernel32:
        """The system's own calls (port Kernel)."""

        def __init__(self) -> None:
            self._call = load(CALLS)

        def lock(self, descriptor: int, flags: int) -> int:
            """Call LockFileEx on the first byte."""
            handle, place = msvcrt.get_osfhandle(descriptor), ctypes.byref(Overlapped())
            done = self._call["LockFileEx"](handle, flags, 0, 1, 0, place)
            return 0 if done else ctypes.get_last_error()

        def unlock(self, descriptor: int) -> int:
            """Call UnlockFileEx on the first byte."""
            handle, place = msvcrt.get_osfhandle(descriptor), ctypes.byref(Overlapped())
            done = self._call["UnlockFileEx"](handle, 0, 1, 0, place)
            return 0 if done else ctypes.get_last_error()

    def this_windows() -> WindowsLocks:
        """Give the locks of the Windows that this runs on."""
        return WindowsLocks(Kernel32())
