"""Opens a file or an address in the program that Windows has for it.

https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellexecuteexw
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

from dzwonek.winapi import BOOL, DWORD, HRESULT, LPVOID, Call, Layout, pointer_to

if TYPE_CHECKING:
    from collections.abc import Mapping

SEE_MASK_NOASYNC = 0x100  # this process ends right behind it
SEE_MASK_FLAG_NO_UI = 0x400  # a failure is told by us
SW_SHOWNORMAL = 1
COINIT_APARTMENTTHREADED = 0x2
COINIT_DISABLE_OLE1DDE = 0x4
CONSTANTS: Mapping[str, int] = {
    "SEE_MASK_NOASYNC": SEE_MASK_NOASYNC,
    "SEE_MASK_FLAG_NO_UI": SEE_MASK_FLAG_NO_UI,
    "SW_SHOWNORMAL": SW_SHOWNORMAL,
    "COINIT_APARTMENTTHREADED": COINIT_APARTMENTTHREADED,
    "COINIT_DISABLE_OLE1DDE": COINIT_DISABLE_OLE1DDE,
}


class Execution(ctypes.Structure):
    """What is to be opened, and how."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("mask", ctypes.c_uint32),
        ("window", ctypes.c_void_p),
        ("verb", ctypes.c_wchar_p),
        ("file", ctypes.c_wchar_p),
        ("parameters", ctypes.c_wchar_p),
        ("folder", ctypes.c_wchar_p),
        ("show", ctypes.c_int32),
        ("instance", ctypes.c_void_p),
        ("ids", ctypes.c_void_p),
        ("class_name", ctypes.c_wchar_p),
        ("class_key", ctypes.c_void_p),
        ("hot_key", ctypes.c_uint32),
        ("icon", ctypes.c_void_p),
        ("process", ctypes.c_void_p),
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        Execution,
        "SHELLEXECUTEINFOW",
        {
            "size": "cbSize",
            "mask": "fMask",
            "window": "hwnd",
            "verb": "lpVerb",
            "file": "lpFile",
            "parameters": "lpParameters",
            "folder": "lpDirectory",
            "show": "nShow",
            "instance": "hInstApp",
            "ids": "lpIDList",
            "class_name": "lpClass",
            "class_key": "hkeyClass",
            "hot_key": "dwHotKey",
            "icon": "hIcon",
            "process": "hProcess",
        },
    ),
)
CALLS: tuple[Call, ...] = (
    Call("ole32.dll", "CoInitializeEx", HRESULT, (LPVOID, DWORD)),
    Call(
        "shell32.dll",
        "ShellExecuteExW",
        BOOL,
        (pointer_to(Execution, "SHELLEXECUTEINFOW *"),),
    ),
)

if sys.platform == "win32":
    from dzwonek.winapi import load

    def shell_open(place: str) -> None:
        """Open a file (by its whole path) or an address; raises OSError when nothing opens it."""
        calls = load(CALLS)
        calls["CoInitializeEx"](None, COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE)
        mask = SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI
        what = Execution(
            size=ctypes.sizeof(Execution), mask=mask, verb="open", file=place, show=SW_SHOWNORMAL
        )
        if not calls["ShellExecuteExW"](ctypes.byref(what)):
            raise ctypes.WinError(ctypes.get_last_error())
