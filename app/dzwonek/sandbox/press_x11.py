"""Key presses and clicks sent to an X server.

They go through the XTEST extension, so the server treats them as a device's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import xcffib
import xcffib.xproto
import xcffib.xtest

X: Any = xcffib  # its functions carry no types, so that strict checking needs the way round

# Keysyms of X11/keysymdef.h.
KEYS = {
    "Pause": 0xFF13,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Control_L": 0xFFE3,
    "Shift_L": 0xFFE1,
    "F9": 0xFFC6,
}
KEY_PRESS, KEY_RELEASE, BUTTON_PRESS, BUTTON_RELEASE, MOTION = 2, 3, 4, 5, 6
LEFT_BUTTON = 1


def press(keysyms: Sequence[int]) -> None:
    """Press the keys in their order and let them go in reverse."""
    connection = X.connect()
    codes = [_keycode(connection, keysym) for keysym in keysyms]
    for code in codes:
        _send(connection, KEY_PRESS, code)
    for code in reversed(codes):
        _send(connection, KEY_RELEASE, code)
    _finish(connection)


def click(x: int, y: int) -> None:
    """Move the pointer to a place on the screen, in pixels, and click there."""
    connection = X.connect()
    _send(connection, MOTION, 0, x, y)
    _send(connection, BUTTON_PRESS, LEFT_BUTTON)
    _send(connection, BUTTON_RELEASE, LEFT_BUTTON)
    _finish(connection)


def _send(connection: Any, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
    root = connection.get_setup().roots[0].root
    xtest = connection(X.xtest.key)
    xtest.FakeInput(kind, detail, X.CurrentTime, root, x, y, 0, is_checked=True).check()


def _finish(connection: Any) -> None:
    """Wait until the server has dealt with everything, then go."""
    connection.core.GetInputFocus().reply()
    connection.disconnect()


def _keycode(connection: Any, keysym: int) -> int:
    setup = connection.get_setup()
    first, last = setup.min_keycode, setup.max_keycode
    mapping = connection.core.GetKeyboardMapping(first, last - first + 1).reply()
    width = mapping.keysyms_per_keycode
    for place, known in enumerate(mapping.keysyms):
        if known == keysym:
            return int(first + place // width)
    raise SystemExit(f"press: no key for {keysym:#x}")
