"""Shows a few words in Windows's own box, where no window of ours stands and no console is.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxw
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dzwonek.winapi import HWND, INT, LPCWSTR, UINT, Call

if TYPE_CHECKING:
    from collections.abc import Mapping

MB_OK = 0x0
MB_ICONWARNING = 0x30
MB_SETFOREGROUND = 0x10000
CONSTANTS: Mapping[str, int] = {
    "MB_OK": MB_OK,
    "MB_ICONWARNING": MB_ICONWARNING,
    "MB_SETFOREGROUND": MB_SETFOREGROUND,
}
CALLS: tuple[Call, ...] = (Call("user32.dll", "MessageBoxW", INT, (HWND, LPCWSTR, LPCWSTR, UINT)),)

if sys.platform == "win32":
    from dzwonek.winapi import load

    def show_trouble(title: str, text: str) -> None:
        """Show it until a person closes it."""
        kind = MB_OK | MB_ICONWARNING | MB_SETFOREGROUND
        load(CALLS)["MessageBoxW"](None, text, title, kind)
