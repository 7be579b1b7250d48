"""The programs that run on a computer: what they write, and how they end."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from windows.wine.screens import ComputerError

LONGEST_SECONDS = 900.0
LAST_WORDS_SECONDS = 5.0
LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended: its exit code, and all it wrote."""

    code: int
    said: str


class Program:
    """A running program of the computer; what it writes is gathered as it comes."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        hear: Callable[[str], None],
        windows: subprocess.Popen[bytes],
    ) -> None:
        self._process = process
        self._windows = windows
        self._hear = hear
        self._said: list[str] = []
        assert process.stdout is not None
        self._listener = threading.Thread(target=self._listen, args=[process.stdout], daemon=True)
        self._listener.start()

    @property
    def is_running(self) -> bool:
        """Tell whether the program has not ended."""
        return self._process.poll() is None

    def wait(self, seconds: float = LONGEST_SECONDS) -> Finished:
        """Wait for the program's end; one that takes longer is ended, and a `ComputerError`."""
        ends_at = time.monotonic() + seconds
        while (code := self._ended()) is None:
            has_time = time.monotonic() < ends_at
            if self._windows.poll() is None and has_time:
                continue
            self.end()
            why = "Windows itself has ended" if has_time else f"not done after {seconds:.0f} s"
            raise ComputerError(f"{why}:\n{self.said}")
        # A program that it left behind may hold its pipe open.
        self._listener.join(LAST_WORDS_SECONDS)
        return Finished(code, self.said)

    def end(self) -> None:
        """End the program at once, as the task manager does."""
        self._process.kill()
        self._process.wait()

    @property
    def said(self) -> str:
        """What it wrote so far."""
        return "".join(self._said)

    def _ended(self) -> int | None:
        try:
            return self._process.wait(LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            return None

    def _listen(self, pipe: IO[bytes]) -> None:
        with pipe:
            for line in pipe:
                text = line.decode(errors="replace").replace("\r\n", "\n")
                self._said.append(text)
                self._hear(text)
