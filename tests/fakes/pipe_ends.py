"""A named pipe's ends in memory, driven by the test."""

from __future__ import annotations

import threading
from queue import SimpleQueue

from dzwonek.desktop.pipe_ends import Happened

PATIENCE_SECONDS = 5.0


class FakePipeEnds:
    """Notes what is begun at each end; `happen` ends it. `refusal` is raised at opening."""

    def __init__(self, refusal: OSError | None = None) -> None:
        self._refusal = refusal
        self._news: SimpleQueue[Happened | None] = SimpleQueue()
        self._changed = threading.Condition()
        self.under_way: dict[int, str] = {}
        self.answers: list[tuple[int, bytes]] = []
        self.is_closed = False

    def open(self) -> int:
        if self._refusal is not None:
            raise self._refusal
        number = len(self.under_way) + 1
        self.under_way[number] = ""
        return number

    def listen(self, end: int) -> None:
        self._begin(end, "listen")

    def read(self, end: int, most: int) -> None:
        self._begin(end, f"read {most}")

    def write(self, end: int, words: bytes) -> None:
        self.answers.append((end, words))
        self._begin(end, "write")

    def hang_up(self, end: int) -> None:
        if self.under_way[end]:
            self.happen(end, is_done=False)

    def wait(self) -> Happened | None:
        return self._news.get()

    def rouse(self) -> None:
        self._news.put(None)

    def close(self) -> None:
        self.is_closed = True

    # -- for the test

    def happen(self, end: int, words: bytes = b"", *, is_done: bool = True) -> None:
        """End what is under way."""
        with self._changed:
            self.under_way[end] = ""
        self._news.put(Happened(end, is_done, words))

    def await_all(self, **wanted: str) -> None:
        """Wait until this is under way at these ends, such as `end1="read 1024"`."""
        expected = {int(name.removeprefix("end")): what for name, what in wanted.items()}
        with self._changed:
            is_so = self._changed.wait_for(
                lambda: all(self.under_way[end] == what for end, what in expected.items()),
                PATIENCE_SECONDS,
            )
        assert is_so, self.under_way

    def _begin(self, end: int, what: str) -> None:
        with self._changed:
            self.under_way[end] = what
            self._changed.notify_all()
