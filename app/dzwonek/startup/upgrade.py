"""What lets a running program come back after an upgrade, whoever had started it.

The Restart Manager starts what it had ended, with `AGAIN`. Where an administrator switched it off,
the installer itself asks the program to end (`--make-way`) and starts the new one afterwards
(`--come-back`), which goes on only where a program had been running.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = "--again"
NOTE = "come-back"


def note_running(runtime: Path) -> None:
    """Note that a program was running; without the note it only does not come back."""
    with suppress(OSError):
        (runtime / NOTE).touch()


def is_to_come_back(runtime: Path) -> bool:
    """Say whether a program had been running, once."""
    try:
        (runtime / NOTE).unlink()
    except OSError:
        return False
    return True
