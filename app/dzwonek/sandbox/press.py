"""A hand at the keyboard and the mouse: real key presses and clicks.

`python -m dzwonek.sandbox.press key Pause`, `… key Control_L+Return`, `… click 640 480`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if sys.platform == "win32":
    from dzwonek.sandbox.press_windows import KEYS, click, press
else:
    from dzwonek.sandbox.press_x11 import KEYS, click, press

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Do one press or click; gives 2 on bad usage."""
    match list(arguments):
        case ["key", keys] if all(key in KEYS for key in keys.split("+")):
            press([KEYS[key] for key in keys.split("+")])
        case ["click", x, y]:
            click(int(x), int(y))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
