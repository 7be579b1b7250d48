"""Running a program to its end, and telling the developer what is going on."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

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


class Beside:
    """A program that runs beside another one; what it writes is held back until it is shown.

    It is ended when the context is left before its end.
    """

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._program = subprocess.Popen(
            command, cwd=folder, stdout=self._said, stderr=subprocess.STDOUT
        )
        self._began_at = time.monotonic()
        self._seconds = 0.0
        self._watch = threading.Thread(target=self._note_end, daemon=True)
        self._watch.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._program.poll() is None:
            _end(self._program)
        self._said.close()

    def wait_and_show(self) -> tuple[int, float]:
        """Wait for its end, repeat what it wrote, and give its exit code and its seconds."""
        code = self._program.wait()
        self._watch.join()
        self._said.seek(0)
        for line in self._said:
            sys.stdout.write(line.decode("utf-8", "replace"))
        sys.stdout.flush()
        return code, self._seconds

    def _note_end(self) -> None:
        self._program.wait()
        self._seconds = time.monotonic() - self._began_at


def _end(program: subprocess.Popen[bytes]) -> None:
    try:
        program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        program.terminate()
