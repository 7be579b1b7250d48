"""The hand at keyboard and mouse, and the eye before the screen, as a Windows test uses them.

On the wine computer they reach in from outside, through X; on a real Windows the system's own
SendInput stands for the hand.
"""

from __future__ import annotations

import ctypes
import json
import os
import socket
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

ADDRESS = "DZWONEK_TEST_HAND"
PATIENCE_SECONDS = 90.0
PNG_START = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """What the desktop showed: three bytes a pixel, and where its corner lies in Windows."""

    width: int
    height: int
    left: int
    top: int
    pixels: bytes

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Give the red, green and blue at a place of Windows's desktop."""
        start = ((y - self.top) * self.width + (x - self.left)) * 3
        red, green, blue = self.pixels[start : start + 3]
        return red, green, blue

    def part(self, left: int, top: int, width: int, height: int) -> Picture:
        """Cut out a rectangle of Windows's desktop."""
        first = left - self.left
        rows = [
            self.pixels[((y - self.top) * self.width + first) * 3 :][: width * 3]
            for y in range(top, top + height)
        ]
        return Picture(width, height, left, top, b"".join(rows))

    def save(self, path: Path) -> Path:
        """Write the picture as a PNG file (https://www.w3.org/TR/png-3/)."""
        stride = self.width * 3
        rows = (self.pixels[at : at + stride] for at in range(0, len(self.pixels), stride))
        shape = self.width.to_bytes(4, "big") + self.height.to_bytes(4, "big")
        packed = zlib.compress(b"".join(b"\0" + row for row in rows), 1)
        header = _chunk(b"IHDR", shape + bytes((8, 2, 0, 0, 0)))
        path.write_bytes(PNG_START + header + _chunk(b"IDAT", packed) + _chunk(b"IEND", b""))
        return path


class Hand(Protocol):
    """What a person does; places are Windows's own, in physical pixels."""

    def press(self, keys: str) -> None:
        """Press and release combinations, set apart by blanks: `Pause`, `Ctrl+Shift+F9`."""

    def hold(self, keys: str, seconds: float) -> None:
        """Hold a combination down for a while, so that it repeats."""

    def down(self, keys: str) -> None:
        """Press a combination and do not release it."""

    def up(self, keys: str) -> None:
        """Release a combination."""

    def type(self, text: str) -> None:
        """Type, Polish letters too."""

    def click(self, x: int, y: int, button: int = 1, times: int = 1) -> None:
        """Click at a place; button 3 is the right one."""

    def move(self, x: int, y: int) -> None:
        """Move the pointer there."""

    def drag(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Press the left button at one place, and release it at another."""

    def picture(self) -> Picture:
        """See the whole desktop."""


class HandFromOutside:
    """The hand of the wine computer; one connection serves one test session."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)), PATIENCE_SECONDS)
        self._answers = self._socket.makefile("rb")

    def close(self) -> None:
        """Hang up."""
        self._answers.close()
        self._socket.close()

    def press(self, keys: str) -> None:
        """Press and release combinations."""
        self._focus()
        self._ask("press", keys=keys)

    def hold(self, keys: str, seconds: float) -> None:
        """Hold a combination down."""
        self._ask("hold", keys=keys, seconds=seconds)

    def down(self, keys: str) -> None:
        """Press a combination."""
        self._ask("down", keys=keys)

    def up(self, keys: str) -> None:
        """Release a combination."""
        self._ask("up", keys=keys)

    def type(self, text: str) -> None:
        """Type."""
        self._focus()
        self._ask("type", text=text)

    def click(self, x: int, y: int, button: int = 1, times: int = 1) -> None:
        """Click at a place."""
        self._ask("click", x=x, y=y, button=button, times=times)

    def move(self, x: int, y: int) -> None:
        """Move the pointer."""
        self._ask("move", x=x, y=y)

    def drag(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Drag from one place to another."""
        self._ask("drag", x=x, y=y, to_x=to_x, to_y=to_y)

    def picture(self) -> Picture:
        """See the whole desktop."""
        told, pixels = self._ask("picture")
        return Picture(told["width"], told["height"], told["left"], told["top"], pixels)

    def _focus(self) -> None:
        """Give X's keys to the window that Windows has in front, as a window manager does.

        Wine without one may leave them with the taskbar that was clicked last.
        """
        if window := x_window_in_front():
            self._ask("focus", window=window)

    def _ask(self, what: str, **values: Any) -> tuple[dict[str, Any], bytes]:
        self._socket.sendall(json.dumps({"do": what, **values}).encode() + b"\n")
        answer: dict[str, Any] = json.loads(self._answers.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer, self._answers.read(answer["bytes"])


def x_window_in_front() -> int:
    """Give X's number of the window that Windows has in front; 0 when X shows none for it."""
    if sys.platform != "win32":
        return 0
    user32 = ctypes.WinDLL("user32")
    user32.GetForegroundWindow.restype = user32.GetPropW.restype = ctypes.c_void_p
    front = ctypes.c_void_p(user32.GetForegroundWindow())
    if not user32.IsWindowVisible(front):
        return 0
    return user32.GetPropW(front, "__wine_x11_whole_window") or 0


def address_of_the_hand() -> str | None:
    """Give where the wine computer's hand answers; nothing on a real Windows."""
    return os.environ.get(ADDRESS)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    check = zlib.crc32(checked).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + checked + check
