"""What this computer remembers between reports, read before anything is written over it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from dzwonek.domain.identity import Remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.ports import Memory


class Recollection:
    """Holds what is remembered; safe from any thread, and quick to ask.

    Daktela may answer before the file was read, and a name be forgotten while she does: each
    change is made to what is known at its moment.
    """

    def __init__(self, memory: Callable[[], Memory]) -> None:
        self._memory = memory
        self._lock = threading.Lock()
        self._known = Remembered()
        self._is_read = False

    @property
    def known(self) -> Remembered:
        """Give what is known now: nothing until it has been read."""
        return self._known

    @property
    def is_read(self) -> bool:
        """Say whether the file has been read."""
        return self._is_read

    def read(self) -> Remembered:
        """Read the file, once after the start; may block."""
        with self._lock:
            return self._read()

    def change(self, change: Callable[[Remembered], Remembered]) -> None:
        """Change what is remembered, and store it if it is another now; may block."""
        with self._lock:
            before = self._read()
            self._known = change(before)
            if self._known != before:
                self._memory().save(self._known)

    def _read(self) -> Remembered:
        if not self._is_read:
            self._known, self._is_read = self._memory().load(), True
        return self._known
