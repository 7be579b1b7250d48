"""Keeps Windows from loading or starting what only lies where somebody could put it.

A DLL in the folder that a program happens to be started in, or in PATH, would otherwise be loaded
in place of the system's own of that name.
https://learn.microsoft.com/windows/win32/dlls/dynamic-link-library-security
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

from dzwonek.winapi import BOOL, DWORD, LPCWSTR, UINT, Call

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

LOAD_LIBRARY_SEARCH_DEFAULT_DIRS = 0x1000
BASE_SEARCH_PATH_ENABLE_SAFE_SEARCHMODE = 0x1
BASE_SEARCH_PATH_PERMANENT = 0x8000
SEM_NOGPFAULTERRORBOX = 0x2  # no crash report by Windows: its dump may hold pictures
CONSTANTS: Mapping[str, int] = {
    "LOAD_LIBRARY_SEARCH_DEFAULT_DIRS": LOAD_LIBRARY_SEARCH_DEFAULT_DIRS,
    "BASE_SEARCH_PATH_ENABLE_SAFE_SEARCHMODE": BASE_SEARCH_PATH_ENABLE_SAFE_SEARCHMODE,
    "BASE_SEARCH_PATH_PERMANENT": BASE_SEARCH_PATH_PERMANENT,
    "SEM_NOGPFAULTERRORBOX": SEM_NOGPFAULTERRORBOX,
}
CALLS: tuple[Call, ...] = (
    Call("kernel32.dll", "SetDefaultDllDirectories", BOOL, (DWORD,)),
    Call("kernel32.dll", "SetDllDirectoryW", BOOL, (LPCWSTR,)),
    Call("kernel32.dll", "SetSearchPathMode", BOOL, (DWORD,)),
    Call("kernel32.dll", "SetErrorMode", UINT, (UINT,)),
)
# cmd.exe, CreateProcess by a bare name and shutil.which then leave the current folder alone.
# https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-needcurrentdirectoryforexepathw
NOT_FROM_HERE = "NoDefaultCurrentDirectoryInExePath"


class Loading(Protocol):
    """What is asked of the system; each call says whether it was done."""

    def set_default_folders(self, flags: int) -> bool:
        """Call SetDefaultDllDirectories."""
        ...

    def set_extra_folder(self, path: str) -> bool:
        """Call SetDllDirectoryW."""
        ...

    def set_search_mode(self, flags: int) -> bool:
        """Call SetSearchPathMode."""
        ...

    def add_error_mode(self, flags: int) -> None:
        """Call SetErrorMode with these flags beside those that hold."""
        ...


def harden(loading: Loading, environment: MutableMapping[str, str]) -> bool:
    """Have DLLs come from the program's and the system's folders alone; say whether all held.

    Not the program's own folders by PATH, nor the current one: those that a package adds for
    itself (`os.add_dll_directory`) still count, as Qt's do.
    """
    environment[NOT_FROM_HERE] = "1"
    held = (
        loading.set_default_folders(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS),
        loading.set_extra_folder(""),
        loading.set_search_mode(
            BASE_SEARCH_PATH_ENABLE_SAFE_SEARCHMODE | BASE_SEARCH_PATH_PERMANENT
        ),
    )
    loading.add_error_mode(SEM_NOGPFAULTERRORBOX)
    return all(held)


def hold_archive(program: str) -> int | None:
    """Hold the frozen program's archive open until the end; give its descriptor.

    Modules are read from it at their first use. Windows replaces no file that is open, so that an
    installer that could not end this program leaves it whole, and asks for a restart.
    """
    try:
        return os.open(os.path.splitext(program)[0] + ".pkg", os.O_RDONLY)
    except OSError:
        return None


if sys.platform == "win32":
    from dzwonek.winapi import load

    class SystemLoading:
        """The system's own calls (port Loading)."""

        def __init__(self) -> None:
            self._calls = load(CALLS)

        def set_default_folders(self, flags: int) -> bool:
            """Call it."""
            return bool(self._calls["SetDefaultDllDirectories"](flags))

        def set_extra_folder(self, path: str) -> bool:
            """Call it."""
            return bool(self._calls["SetDllDirectoryW"](path))

        def set_search_mode(self, flags: int) -> bool:
            """Call it."""
            return bool(self._calls["SetSearchPathMode"](flags))

        def add_error_mode(self, flags: int) -> None:
            """Call it: it gives the flags that held before."""
            self._calls["SetErrorMode"](self._calls["SetErrorMode"](flags) | flags)

    def harden_process() -> None:
        """Harden this process, before it loads anything that is not Python's own."""
        bundle = getattr(sys, "_MEIPASS", "")  # where a frozen program keeps its DLLs
        if bundle:
            os.add_dll_directory(bundle)
            hold_archive(sys.executable)
        harden(SystemLoading(), os.environ)
