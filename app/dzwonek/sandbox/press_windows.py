"""Key presses and clicks put into Windows's own queue of input, as a keyboard's and a mouse's.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-keybd_event
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

assert sys.platform == "win32"

if TYPE_CHECKING:
    from collections.abc import Sequence

# Virtual key codes of winuser.h, by the names that X gives the keys.
KEYS = {
    "Pause": 0x13,
    "Return": 0x0D,
    "Escape": 0x1B,
    "Control_L": 0xA2,
    "Shift_L": 0xA0,
    "F9": 0x78,
}
KEYEVENTF_KEYUP = 0x2
MOUSEEVENTF_MOVE, MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP = 0x1, 0x2, 0x4
MOUSEEVENTF_ABSOLUTE = 0x8000
WHOLE = 0x10000  # what an absolute place counts the screen as, across and down
SM_CXSCREEN, SM_CYSCREEN = 0, 1
MAPVK_VK_TO_VSC = 0
LOAD_LIBRARY_SEARCH_SYSTEM32 = 0x800


def press(keys: Sequence[int]) -> None:
    """Press the keys in their order and let them go in reverse."""
    for key in keys:
        _key(key, 0)
    for key in reversed(keys):
        _key(key, KEYEVENTF_KEYUP)


def click(x: int, y: int) -> None:
    """Move the pointer to a place on the first monitor and click there.

    Windows counts the place in pixels of 96 to the inch, as long as this process knows of no
    others: that is how Qt counts them, too, on the first monitor.
    """
    user = _user()
    across = _share(x, user.GetSystemMetrics(SM_CXSCREEN))
    down = _share(y, user.GetSystemMetrics(SM_CYSCREEN))
    # The place comes with each event: a pointer moved before them may have been moved on since.
    for what in (MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP):
        user.mouse_event(MOUSEEVENTF_ABSOLUTE | MOUSEEVENTF_MOVE | what, across, down, 0, 0)


def _share(place: int, size: int) -> int:
    return -(-place * WHOLE // size)  # rounded up, as Windows rounds down


def _key(key: int, flags: int) -> None:
    user = _user()
    user.keybd_event(key, user.MapVirtualKeyW(key, MAPVK_VK_TO_VSC), flags, 0)


def _user() -> ctypes.WinDLL:
    user = ctypes.WinDLL("user32.dll", winmode=LOAD_LIBRARY_SEARCH_SYSTEM32)
    number = ctypes.c_uint32
    user.keybd_event.argtypes = (ctypes.c_uint8, ctypes.c_uint8, number, ctypes.c_size_t)
    user.keybd_event.restype = None
    user.mouse_event.argtypes = (number, number, number, number, ctypes.c_size_t)
    user.mouse_event.restype = None
    user.MapVirtualKeyW.argtypes = (number, number)
    user.GetSystemMetrics.argtypes = (ctypes.c_int,)
    return user
