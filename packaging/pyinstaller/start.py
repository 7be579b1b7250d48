"""What `Dzwonek.exe` and `dzwonek.com` run: the first without a console, the second within one.

Typing `dzwonek` finds the `.com` before the `.exe`, so that what a command prints can be read.
What opens windows is left to the `.exe`, so that the console is free again at once.
"""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING

from dzwonek.cli import main
from dzwonek.cli.parser import WISHES, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

CONSOLE, WINDOWS = "dzwonek.com", "Dzwonek.exe"


def run(arguments: Sequence[str], own: str) -> int:
    """Carry out a command as the program file `own` does it, and give the exit code."""
    ends_one = "--quit" in arguments or "--make-way" in arguments
    opens_windows = not ends_one and all(each in WISHES for each in arguments)
    if not own.lower().endswith(CONSOLE) or not opens_windows:
        return main(arguments)
    parse(arguments)  # two wishes at once are refused here, where it can be read
    import subprocess

    subprocess.Popen([own[: -len(CONSOLE)] + WINDOWS, *arguments], close_fds=True)
    return 0


if __name__ == "__main__":
    # requests misses what `contents.py` leaves out, and says so where commands say other things.
    warnings.filterwarnings("ignore", "Unable to find acceptable character detection")
    sys.exit(run(sys.argv[1:], sys.executable))
