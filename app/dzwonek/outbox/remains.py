"""Copies of the index that lie about: from before a migration, set aside, or a substitute's.

Each holds wrapped keys and sealed words. So they are kept only while nothing in them was destroyed
elsewhere: the first content that is shredded takes them along, and a week is the longest. The copy
from before a migration goes at the first start at which all was well.
"""

from __future__ import annotations

import logging
import os
import re
import time
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.outbox import disk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUBSTITUTE_NAME = "index-older.db"
KEEP = timedelta(days=7)  # somebody may want to look at what was damaged
CHUNK = 1024 * 1024

_BACKUP = re.compile(r"index\.db\.v\d+-\w+\.backup(\..*\.part(-journal)?)?\Z")
_SET_ASIDE = re.compile(r"outbox\.corrupt-.*\Z")
_SUBSTITUTE = re.compile(rf"{re.escape(SUBSTITUTE_NAME)}(-wal|-shm|-journal)?\Z")

_log = logging.getLogger(__name__)


class Remains:
    """Finds and destroys such copies in the data folder; nothing here raises."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def destroy(self) -> None:
        """Destroy backups and what was set aside: a content is about to be shredded."""
        self._destroy(self._found(_BACKUP) + self._found(_SET_ASIDE))

    def destroy_backups(self) -> None:
        """Destroy the copies from before a migration, whole or half written."""
        self._destroy(self._found(_BACKUP))

    def destroy_old(self) -> None:
        """Destroy what has lain for a week."""
        found = self._found(_BACKUP) + self._found(_SET_ASIDE)
        self._destroy(path for path in found if _age(path) > KEEP)

    def has_substitute(self) -> bool:
        """Say whether an older program has worked beside the index since."""
        return bool(self._found(_SUBSTITUTE))

    def destroy_substitute(self) -> None:
        """Destroy the substitute index: the true one is open again."""
        self._destroy(self._found(_SUBSTITUTE))

    def destroy_all(self, index_name: str) -> None:
        """Destroy the index as well: all that it told of lies elsewhere now."""
        names = re.compile(rf"{re.escape(index_name)}(-wal|-shm|-journal)?\Z")
        self.destroy()
        self.destroy_substitute()
        self._destroy(self._found(names))

    def _found(self, name: re.Pattern[str]) -> list[Path]:
        try:
            return [path for path in self._folder.iterdir() if name.match(path.name)]
        except OSError:
            return []

    def _destroy(self, paths: Iterable[Path]) -> None:
        for path in paths:
            try:
                with suppress(disk.StrangeFileError):
                    _overwrite(path)
                disk.unlink(path)
            except OSError as error:
                _log.error("copy of the index left error=%s", type(error).__name__)
            else:
                _log.info("copy of the index destroyed name=%s", path.name)


def _age(path: Path) -> timedelta:
    """Give how long ago a file was written; a clock set back makes nothing young."""
    try:
        return timedelta(seconds=abs(time.time() - path.lstat().st_mtime))
    except OSError:
        return KEEP


def _overwrite(path: Path) -> None:
    """Overwrite a whole file with zeros, durably: wrapped keys stand all over it."""
    descriptor = disk.open_regular(path, os.O_WRONLY)
    try:
        left = os.fstat(descriptor).st_size
        while left > 0:
            left -= os.write(descriptor, bytes(min(left, CHUNK)))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
