"""A program that takes global hotkeys and says what it hears: the rival, and the quiet sleeper.

`python key_holder.py KEY…` prints `ready` with what it got, then each press, until it is ended.
"""

from __future__ import annotations

import os
import select
import sys

from dzwonek.desktop.hotkeys_x11 import X11Hotkeys
from dzwonek.domain.events import Slot


def main() -> None:
    """Hold the keys given on the command line."""
    hotkeys = X11Hotkeys(os.environ["DISPLAY"])
    binding = hotkeys.bind(Slot.REPORT, sys.argv[1:])
    print("ready", binding.active, flush=True)
    while True:
        select.select([hotkeys.fileno()], [], [])
        for event in hotkeys.pump():
            print(event, flush=True)


if __name__ == "__main__":
    main()
