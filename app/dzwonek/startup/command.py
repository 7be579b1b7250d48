"""How this program is started again: for autostart, desktop entry and restart."""

from __future__ import annotations

import sys
from pathlib import Path

from dzwonek.startup.upgrade import AGAIN


def own_command() -> tuple[str, ...]:
    """Give the command that starts this very program, as absolute paths."""
    started = Path(sys.argv[0])
    if getattr(sys, "frozen", False):
        return (str(_without_console(Path(sys.executable))),)
    if started.stem == "dzwonek" and started.is_file():
        return (str(started.absolute()),)
    return (sys.executable, "-m", "dzwonek")


def _without_console(program: Path) -> Path:
    """Give the program for windows that lies beside the one for the command line, if it does."""
    windowed = program.with_suffix(".exe")
    return windowed if program.suffix.lower() == ".com" and windowed.is_file() else program


def restart_arguments() -> str:
    """Give the arguments with which an installer's upgrade starts this very program again.

    Empty where no installer put it: an interpreter would have to be told more than that. Not as
    autostart does it, which a policy may forbid: what a person had started is to come back.
    """
    return AGAIN if getattr(sys, "frozen", False) else ""
