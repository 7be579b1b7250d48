"""What is noted of an installer's life, line by line, and what ends it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


class CycleError(Exception):
    """Something was not as it has to be; the message says what."""


@dataclass
class Log:
    """The lines of one run, which stand in a file as well as soon as they are said."""

    file: Path
    say: Callable[[str], None]
    _start: float = field(default_factory=time.monotonic)

    def tell(self, text: str) -> None:
        """Note one line, with the seconds since the beginning."""
        line = f"{time.monotonic() - self._start:7.1f} s  {text}"
        self.say(line)
        with self.file.open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")

    @contextmanager
    def timed(self, text: str) -> Iterator[list[float]]:
        """Note how long something took, and give the seconds in a list when it is over."""
        start = time.monotonic()
        seconds: list[float] = []
        yield seconds
        seconds.append(time.monotonic() - start)
        self.tell(f"{text}: {seconds[0]:.1f} s")

    def check(self, is_so: bool, claim: str, seen: object = "") -> None:
        """Note that a claim holds; raises `CycleError` when it does not."""
        if not is_so:
            self.tell(f"FAILED: {claim} {seen}")
            raise CycleError(f"{claim}: {seen}")
        self.tell(f"ok: {claim}")
