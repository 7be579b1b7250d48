"""Who has the data folder open: shared by every open index, alone only to set one aside.

An index may not be renamed under a living sender, which would go on writing where nobody looks; and
only one may stand in for a later program, while that one does not run.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dzwonek.outbox import disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 2.0  # seconds; the others hold it alone for one check and one rename
STEP = 0.02


class Occupancy:
    """A lock on an empty file; it ends with the process. Calls raise OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._is_alone = False

    def share(self) -> None:
        """Be one of those who have the index open; TimeoutError when another keeps it alone."""
        if self._descriptor is None:
            self._open()
            if not self._lock(is_shared=True):
                self.leave()
                raise TimeoutError(str(self._path))

    def leave(self) -> None:
        """Have the index open no more."""
        if self._descriptor is not None and not self._is_alone:
            os.close(self._descriptor)
            self._descriptor = None

    def seize(self) -> bool:
        """Keep the folder alone until `let_go`; say whether nobody else has its index open."""
        if self._is_alone:
            return True  # Windows refuses a second lock of this kind even to who has the first
        self.leave()
        self._open()
        self._is_alone = self._lock(is_shared=False)
        if not self._is_alone:
            self.leave()
        return self._is_alone

    def let_go(self) -> None:
        """Have the folder alone no more."""
        self._is_alone = False
        self.leave()

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Say whether nobody else has the index open, and keep it so; afterwards share again."""
        if not self.seize():
            yield False
            return
        try:
            yield True
        finally:
            is_shared = self._lock(is_shared=True)
            self._is_alone = False
            if not is_shared:
                self.leave()

    def _open(self) -> None:
        if self._descriptor is None:
            disk.make_folder(self._path.parent)
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, disk.PRIVATE_FILE)

    def _lock(self, *, is_shared: bool) -> bool:
        """Lock the open file within `PATIENCE`; where no file can be locked, sharing works."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self._take(is_shared=is_shared)
            except BlockingIOError:
                if time.monotonic() > end:
                    return False
                threading.Event().wait(STEP)  # a lock that is given back tells nobody
            except OSError:  # some network drives
                return is_shared
            else:
                return True

    def _take(self, *, is_shared: bool) -> None:
        """Lock the open file now; raises BlockingIOError when another process has it."""
        if self._descriptor is None:
            return
        if sys.platform == "win32":
            from dzwonek.outbox.windows_locks import this_windows

            if is_shared:
                this_windows().share(self._descriptor, is_alone=self._is_alone)
            else:
                this_windows().seize(self._descriptor)
        else:
            import fcntl

            mode = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
            fcntl.flock(self._descriptor, mode | fcntl.LOCK_NB)
