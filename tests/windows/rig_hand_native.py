"""The hand on a real Windows: the system's own SendInput, and a capture by a program of its own.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendinput
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
import threading
from typing import Any

from tests.windows.rig_hand import Picture

KEYEVENTF_KEYUP = 0x0002
KEYEVENTF_UNICODE = 0x0004
INPUT_KEYBOARD = 1
BUTTONS = {1: (0x0002, 0x0004), 2: (0x0020, 0x0040), 3: (0x0008, 0x0010)}
REPEAT_SECONDS = 0.04
KEYS = {
    "Shift": 0x10,
    "Ctrl": 0x11,
    "Alt": 0x12,
    "AltGr": 0xA5,
    "Win": 0x5B,
    "Pause": 0x13,
    "Return": 0x0D,
    "Tab": 0x09,
    "Escape": 0x1B,
    "space": 0x20,
    "BackSpace": 0x08,
    "Home": 0x24,
    "End": 0x23,
    "Left": 0x25,
    "Up": 0x26,
    "Right": 0x27,
    "Down": 0x28,
    "Prior": 0x21,
    "Next": 0x22,
    "Delete": 0x2E,
    "Insert": 0x2D,
    "Menu": 0x5D,
    "Print": 0x2C,
    **{f"F{number}": 0x6F + number for number in range(1, 25)},
    **{letter: ord(letter.upper()) for letter in "abcdefghijklmnopqrstuvwxyz0123456789"},
}
# A capture sets the scale awareness of its process, which is the tests' own affair.
CAPTURE = """
import json, sys, mss
with mss.MSS() as screens:
    seen = screens.grab(screens.monitors[0])
values = {"width": seen.width, "height": seen.height, "left": seen.left, "top": seen.top}
sys.stdout.buffer.write(json.dumps(values).encode() + b"\\n" + seen.rgb)
"""


class _Keyboard(ctypes.Structure):
    _fields_ = (
        ("key", ctypes.c_uint16),
        ("scan", ctypes.c_uint16),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
        ("as_large_as_a_mouse", ctypes.c_uint64),
    )


class _Input(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_uint32), ("keyboard", _Keyboard))


class NativeHand:
    """Presses, clicks, types and looks at the Windows that the tests run on."""

    def __init__(self) -> None:
        if sys.platform != "win32":
            raise NotImplementedError("SendInput is Windows's")
        self._user32: Any = ctypes.WinDLL("user32", use_last_error=True)

    def press(self, keys: str) -> None:
        """Press and release combinations."""
        for combination in keys.split():
            self.down(combination)
            self.up(combination)

    def hold(self, keys: str, seconds: float) -> None:
        """Hold a combination down; it repeats, as the keyboard's driver would make it."""
        nobody_sets_it = threading.Event()
        for _ in range(round(seconds / REPEAT_SECONDS)):
            self.down(keys)
            nobody_sets_it.wait(REPEAT_SECONDS)
        self.up(keys)

    def down(self, keys: str) -> None:
        """Press a combination."""
        for name in keys.split("+"):
            self._send(KEYS[name], 0, 0)

    def up(self, keys: str) -> None:
        """Release a combination."""
        for name in reversed(keys.split("+")):
            self._send(KEYS[name], 0, KEYEVENTF_KEYUP)

    def type(self, text: str) -> None:
        """Type, whatever the keyboard's layout is."""
        for unit in memoryview(text.encode("utf-16-le")).cast("H"):
            self._send(0, unit, KEYEVENTF_UNICODE)
            self._send(0, unit, KEYEVENTF_UNICODE | KEYEVENTF_KEYUP)

    def click(self, x: int, y: int, button: int = 1, times: int = 1) -> None:
        """Click at a place."""
        self.move(x, y)
        pressed, released = BUTTONS[button]
        for _ in range(times):
            self._user32.mouse_event(pressed, 0, 0, 0, 0)
            self._user32.mouse_event(released, 0, 0, 0, 0)

    def move(self, x: int, y: int) -> None:
        """Move the pointer."""
        self._user32.SetCursorPos(x, y)

    def drag(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Drag from one place to another."""
        pressed, released = BUTTONS[1]
        self.move(x, y)
        self._user32.mouse_event(pressed, 0, 0, 0, 0)
        self.move((x + to_x) // 2, (y + to_y) // 2)
        self.move(to_x, to_y)
        self._user32.mouse_event(released, 0, 0, 0, 0)

    def picture(self) -> Picture:
        """See the whole desktop."""
        told = subprocess.run([sys.executable, "-c", CAPTURE], capture_output=True, check=True)
        values, _, pixels = told.stdout.partition(b"\n")
        return Picture(**json.loads(values), pixels=pixels)

    def _send(self, key: int, scan: int, flags: int) -> None:
        pressed = _Input(INPUT_KEYBOARD, _Keyboard(key, scan, flags, 0, 0, 0))
        if self._user32.SendInput(1, ctypes.byref(pressed), ctypes.sizeof(pressed)) != 1:
            raise OSError("Windows did not take the key press")
