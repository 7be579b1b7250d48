"""Renames and removals on Windows: written through, and patient with those who look at a file.

Windows refuses to rename or remove a file that another program has open, as virus scanners and
indexers do for moments.
https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-movefileexw
"""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dzwonek.winapi import BOOL, DWORD, LPCWSTR, Call

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOVEFILE_REPLACE_EXISTING = 0x1
MOVEFILE_WRITE_THROUGH = 0x8  # returns when the new name is on the disk: there is no folder sync

FILE_NOT_FOUND, PATH_NOT_FOUND = 2, 3
ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION = 5, 32, 33
CONSTANTS = {
    "MOVEFILE_REPLACE_EXISTING": MOVEFILE_REPLACE_EXISTING,
    "MOVEFILE_WRITE_THROUGH": MOVEFILE_WRITE_THROUGH,
    "ERROR_FILE_NOT_FOUND": FILE_NOT_FOUND,
    "ERROR_PATH_NOT_FOUND": PATH_NOT_FOUND,
    "ERROR_ACCESS_DENIED": ACCESS_DENIED,
    "ERROR_SHARING_VIOLATION": SHARING_VIOLATION,
    "ERROR_LOCK_VIOLATION": LOCK_VIOLATION,
}
CALLS = (
    Call("kernel32.dll", "MoveFileExW", BOOL, (LPCWSTR, LPCWSTR, DWORD)),
    Call("kernel32.dll", "DeleteFileW", BOOL, (LPCWSTR,)),
)
IN_USE = frozenset({ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION})

PATIENCE = 2.0  # seconds; a scanner is done within a fraction of that
FIRST_STEP = 0.01
LONGEST_STEP = 0.25


class Kernel(Protocol):
    """The two calls; each gives 0, or the number of Windows's error."""

    def move(self, old: str, new: str, flags: int) -> int:
        """Call MoveFileExW."""
        ...

    def delete(self, path: str) -> int:
        """Call DeleteFileW."""
        ...


def rest(seconds: float) -> object:
    """Wait in the caller's thread, which is never that of the windows."""
    return threading.Event().wait(seconds)


@dataclass(frozen=True, slots=True)
class WindowsFiles:
    """Moves and removes files. Calls raise OSError with `winerror`, after `PATIENCE` at most."""

    kernel: Kernel
    wait: Callable[[float], object] = rest
    now: Callable[[], float] = time.monotonic

    def replace(self, old: Path, new: Path) -> None:
        """Rename a file or folder durably, over a file of the new name."""
        self._move(old, new, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)

    def claim(self, old: Path, new: Path) -> None:
        """Rename a file durably to a free name; raises FileExistsError when it is taken."""
        self._move(old, new, MOVEFILE_WRITE_THROUGH)

    def unlink(self, path: Path) -> None:
        """Remove a file; nothing happens when there is none."""
        name = long_name(path)
        error = self._patiently(lambda: self.kernel.delete(name))
        if error not in (0, FILE_NOT_FOUND, PATH_NOT_FOUND):
            raise _refused(error, path)

    def _move(self, old: Path, new: Path, flags: int) -> None:
        names = long_name(old), long_name(new)
        error = self._patiently(lambda: self.kernel.move(*names, flags))
        if error == ACCESS_DENIED and new.exists():
            error = (
                SHARING_VIOLATION  # that is what it is called when the file of the new name is open
            )
        if error:
            raise _refused(error, new)

    def _patiently(self, call: Callable[[], int]) -> int:
        """Call again while somebody has the file open; give the last answer."""
        end = self.now() + PATIENCE
        step = FIRST_STEP
        while (error := call()) in IN_USE and self.now() + step <= end:
            self.wait(step)
            step = min(2 * step, LONGEST_STEP)
        return error


def _refused(number: int, path: Path) -> OSError:
    """Make the error that Windows's number stands for; Python gives it its kind and errno."""
    return OSError(0, f"Windows error {number}", str(path), number)


def long_name(path: Path) -> str:
    r"""Write a path so that it may be longer than 260 characters: `\\?\C:\…`, `\\?\UNC\…`.

    https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation
    """
    whole = os.path.abspath(path)
    if whole.startswith(("\\\\?\\", "\\\\.\\")):
        return whole
    if whole.startswith("\\\\"):
        return f"\\\\?\\UNC\\{whole[2:]}"
    return f"\\\\?\\{whole}" if whole[1:3] == ":\\" else whole


if sys.platform == "win32":
    import ctypes

    from dzwonek.winapi import load

    class Kernel32:
        """The system's own calls (port Kernel)."""

        def __init__(self) -> None:
            self._call = load(CALLS)

        def move(self, old: str, new: str, flags: int) -> int:
            """Call MoveFileExW; 0 or the error's number."""
            return 0 if self._call["MoveFileExW"](old, new, flags) else ctypes.get_last_error()

        def delete(self, path: str) -> int:
            """Call DeleteFileW; 0 or the error's number."""
            return 0 if self._call["DeleteFileW"](path) else ctypes.get_last_error()

    def this_windows() -> WindowsFiles:
        """Give the files of this computer."""
        return WindowsFiles(Kernel32())
