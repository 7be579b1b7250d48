"""Hand and eyes at an X display, in the measuring process: one clock for press and picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import xcffib
import xcffib.xproto
import xcffib.xtest

from benchmarks.processes import rest

X: Any = xcffib  # its functions carry no types
KEYSYMS = {
    "Pause": 0xFF13,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Control_L": 0xFFE3,
    "Shift_L": 0xFFE1,
    "F10": 0xFFC7,
}
KEY_PRESS, KEY_RELEASE, MOTION = 2, 3, 6
Z_PIXMAP, ALL_PLANES, BACK_PIXMAP = 2, 0xFFFFFFFF, 1
LOOK_SECONDS = 0.0003
SLICE_ROWS = 64  # of a picture that is sent to the server


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the screen in pixels."""

    left: int
    top: int
    width: int
    height: int


class Eyes:
    """Presses keys as a device would (XTEST) and sees what the server shows."""

    def __init__(self, display: str) -> None:
        self._x = X.Connection(display)
        self._test = self._x(X.xtest.key)
        screen = self._x.get_setup().roots[0]
        self._root, self._depth = screen.root, screen.root_depth
        self._codes = self._learn()
        self._pixmap = 0

    def press(self, keys: str) -> float:
        """Press and release keys such as `Shift_L+Pause`; gives the moment before the press."""
        codes = [self._codes[KEYSYMS[key]] for key in keys.split("+")]
        began = time.monotonic()
        for code in codes:
            self._send(KEY_PRESS, code)
        for code in reversed(codes):
            self._send(KEY_RELEASE, code)
        self._x.flush()
        return began

    def point_at(self, x: int, y: int) -> None:
        """Move the pointer."""
        self._send(MOTION, 0, x, y)
        self._x.core.GetInputFocus().reply()

    def see(self, region: Region) -> bytes:
        """Give the pixels of a part of the screen, windows included, four bytes each."""
        place = (region.left, region.top, region.width, region.height)
        reply = self._x.core.GetImage(Z_PIXMAP, self._root, *place, ALL_PLANES).reply()
        return bytes(reply.data.buf())

    def when(
        self, region: Region, is_there: Callable[[bytes], bool], what: str, seconds: float = 10.0
    ) -> float:
        """Look until the pixels are as wanted and give that moment; raises TimeoutError."""
        ends_at = time.monotonic() + seconds
        while True:
            pixels = self.see(region)
            now = time.monotonic()
            if is_there(pixels):
                return now
            if now > ends_at:
                raise TimeoutError(f"{what}: not on the screen within {seconds} s")
            rest(LOOK_SECONDS)

    def show_picture(self, width: int, height: int, pixels: bytes) -> None:
        """Make a picture (four bytes a pixel) the desktop's ground."""
        core = self._x.core
        pixmap, context = self._x.generate_id(), self._x.generate_id()
        core.CreatePixmap(self._depth, pixmap, self._root, width, height)
        core.CreateGC(context, pixmap, 0, [])
        stride = width * 4
        for top in range(0, height, SLICE_ROWS):
            rows = min(SLICE_ROWS, height - top)
            data = pixels[top * stride : (top + rows) * stride]
            place = (width, rows, 0, top, 0, self._depth)
            core.PutImage(Z_PIXMAP, pixmap, context, *place, len(data), data)
        core.ChangeWindowAttributes(self._root, BACK_PIXMAP, [pixmap])
        core.ClearArea(False, self._root, 0, 0, 0, 0)
        core.FreeGC(context)
        core.FreePixmap(pixmap)  # the root keeps it as its ground
        core.GetInputFocus().reply()

    def owner_of(self, selection: str) -> int:
        """Give the owner of a selection, or 0."""
        return int(self._x.core.GetSelectionOwner(self._atom(selection)).reply().owner)

    def property_of_root(self, name: str) -> bool:
        """Say whether the root window has a property."""
        atom = self._atom(name)
        return bool(self._x.core.GetProperty(False, self._root, atom, 0, 0, 1).reply().type)

    def _atom(self, name: str) -> int:
        return int(self._x.core.InternAtom(False, len(name), name).reply().atom)

    def _send(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        self._test.FakeInput(kind, detail, X.CurrentTime, self._root, x, y, 0)

    def _learn(self) -> dict[int, int]:
        setup = self._x.get_setup()
        first, last = setup.min_keycode, setup.max_keycode
        mapping = self._x.core.GetKeyboardMapping(first, last - first + 1).reply()
        width = mapping.keysyms_per_keycode
        codes: dict[int, int] = {}
        for place, keysym in enumerate(mapping.keysyms):
            codes.setdefault(keysym, first + place // width)
        return codes
