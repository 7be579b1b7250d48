"""SQLite's shared memory beside the index: room for it is taken before SQLite maps it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from dzwonek.outbox import disk

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = 32 * 1024  # bytes; what SQLite maps first (wal.c, WALINDEX_PGSZ)


class SharedMemory:
    """The file `…-shm` of one index, held open as long as the connection."""

    def __init__(self, index: Path) -> None:
        self._path = index.with_name(f"{index.name}-shm")
        self._held: int | None = None

    def reserve(self) -> None:
        """Let a full disk be an error here: a mapped page without a block kills the process.

        SQLite takes one block for each page, and blocks may be smaller than pages. The descriptor
        stays open as long as the connection, whose locks on that file it would end. Raises OSError.
        """
        if sys.platform != "linux":
            return
        if self._held is None:
            self._held = disk.open_regular(self._path, os.O_RDWR | os.O_CREAT)
        with disk.only_if_full():
            os.posix_fallocate(self._held, 0, LENGTH)

    def let_go(self) -> None:
        """Close it, behind the connection."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
