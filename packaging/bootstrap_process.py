"""Running a program to its end, and telling the developer what is going on."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

# How long a program may take to end itself after Ctrl+C, in seconds.
PATIENCE = 15


def say(text: str) -> None:
    """Print one line at once, so that it stands before the output of the program it announces."""
    print(text, flush=True)


def carry_out(command: Sequence[str], folder: Path | None = None) -> int:
    """Run a program in `folder`, and give its exit code as a shell would.

    Ctrl+C reaches the program as well; it gets some seconds to end itself before it is ended.
    """
    with subprocess.Popen(command, cwd=folder) as program:
        try:
            code = program.wait()
        except KeyboardInterrupt:
            _end(program)
            raise
    return code if code >= 0 else 128 - code


def _end(program: subprocess.Popen[bytes]) -> None:
    try:
        program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        program.terminate()
