"""How this program is started again: for autostart, desktop entry and restart."""

from __future__ import annotations

import sys
from pathlib import Path


def own_command() -> tuple[str, ...]:
    """Give the command that starts this very program, as absolute paths."""
    started = Path(sys.argv[0])
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    if started.stem == "dzwonek" and started.is_file():
        return (str(started.absolute()),)
    return (sys.executable, "-m", "dzwonek")
