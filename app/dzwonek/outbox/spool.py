"""The spool: one sealed file per report, `<id>.dzw`, and `<id>.sent.dzw` once it is delivered.

The second name outlives a lost index, so that a rebuilt one never sends a delivered report again.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import ProblemError
from dzwonek.outbox import disk
from dzwonek.outbox.blotting import blotted_afterwards
from dzwonek.outbox.modes import close_folder
from dzwonek.outbox.owner import is_alive
from dzwonek.outbox.sealed_files import read_sealed, read_sealed_head

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WAITING_SUFFIX = ".dzw"
SENT_SUFFIX = ".sent.dzw"
OLD_PART_SECONDS = 3600.0  # nobody writes one file that long; the number may be another's by now

_NAME = re.compile(
    r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(\.sent)?\.dzw\Z"
)
_PART = re.compile(r"(.*)\.(\d+)-[0-9a-f]+\.part\Z")


class MissingFileError(Exception):
    """There is no sealed file for this report."""


class Spool:
    """A folder of sealed files. Calls raise ProblemError (DISK_…)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, report_id: str, chunks: Iterable[bytes]) -> None:
        """Store a file durably; when this raises, no file of that name is left behind."""
        path = self._path(report_id)
        try:
            with disk.disk_errors(self._folder):
                disk.make_folder(self._folder)
                disk.write_durably(path, chunks)
        except ProblemError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise

    def rewrite(self, report_id: str, chunks: Iterable[bytes]) -> None:
        """Put another content in a file's place, durably; when this raises, the old one stands.

        The old one's key is destroyed: what it opened is still the report.
        """
        path = self._path(report_id, SENT_SUFFIX if self.is_sent(report_id) else WAITING_SUFFIX)
        with disk.disk_errors(self._folder), blotted_afterwards(path):
            disk.write_durably(path, chunks)

    def read(self, report_id: str) -> bytes:
        """Give a report's sealed bytes, delivered or not.

        Raises MissingFileError too, DamagedError, and ProblemError (STORE_NEWER).
        """
        for path in (self._path(report_id), self._path(report_id, SENT_SUFFIX)):
            with suppress(FileNotFoundError), disk.disk_errors_but_missing(path):
                return read_sealed(path)
        raise MissingFileError(report_id)

    def read_head(self, report_id: str) -> bytes:
        """Give the beginning of a waiting report's file, with its whole header.

        Raises MissingFileError too, and DamagedError.
        """
        path = self._path(report_id)
        with disk.disk_errors_but_missing(path):
            try:
                return read_sealed_head(path)
            except FileNotFoundError as error:
                raise MissingFileError(report_id) from error

    def has(self, report_id: str) -> bool:
        """Say whether a sealed file of this report is there, delivered or not."""
        return any(
            os.path.lexists(self._path(report_id, suffix))
            for suffix in (WAITING_SUFFIX, SENT_SUFFIX)
        )

    def is_sent(self, report_id: str) -> bool:
        """Say whether the file's name tells that the report was delivered."""
        return os.path.lexists(self._path(report_id, SENT_SUFFIX))

    def mark_sent(self, report_id: str) -> None:
        """Rename a delivered report's file; works on a full disk. Nothing if it is gone."""
        with disk.disk_errors(self._folder), suppress(FileNotFoundError):
            disk.replace(self._path(report_id), self._path(report_id, SENT_SUFFIX))

    def shred(self, report_id: str) -> None:
        """Destroy a report's files and the keys in them."""
        with disk.disk_errors(self._folder):
            try:
                disk.shred(self._path(report_id))
            finally:
                disk.shred(self._path(report_id, SENT_SUFFIX))

    def listing(self) -> dict[str, bool]:
        """Give the ids that have a file, each with whether it is marked as sent."""
        found: dict[str, bool] = {}
        with disk.disk_errors(self._folder):
            if not self._folder.is_dir():
                return found
            for path in self._folder.iterdir():
                match = _NAME.match(path.name)
                if match:
                    found[match[1]] = bool(match[2]) or found.get(match[1], False)
        return found

    def settle(self) -> None:
        """Make all names durable: a killed process may have had no time for its own."""
        with disk.disk_errors(self._folder):
            disk.sync_folder(self._folder)

    def close_to_others(self) -> None:
        """Give the folder its mode back if it lies open; never raises."""
        close_folder(self._folder)

    def sweep(self) -> None:
        """Remove half-written files of processes that are gone; they were never acknowledged."""
        sweep_parts(self._folder)

    def _path(self, report_id: str, suffix: str = WAITING_SUFFIX) -> Path:
        return self._folder / f"{report_id}{suffix}"


def sweep_parts(folder: Path, name: str = "") -> None:
    """Destroy in `folder` what a killed process left half-written; never raises.

    Of files whose name begins with `name`, if one is given. A part may hold a key.
    """
    with suppress(OSError):
        for path in folder.glob(f"{name}*{disk.PART}"):
            with suppress(OSError):  # of what refuses, the others are not to blame
                if _is_left_behind(path):
                    _destroy_part(path)


def _destroy_part(path: Path) -> None:
    """Shred it; a second name of the file that it is named after is only taken away."""
    match = _PART.match(path.name)
    named = path.with_name(match[1]) if match else path
    if named != path and named.exists() and named.samefile(path):
        disk.unlink(path)
    else:
        disk.shred(path)


def _is_left_behind(path: Path) -> bool:
    """Say whether nobody is writing this part; raises OSError."""
    match = _PART.match(path.name)
    is_young = time.time() - path.lstat().st_mtime < OLD_PART_SECONDS
    return not (match and is_young and is_alive(int(match[2])))
