"""Looking at the outbox where its disk takes nothing: a read-only home, a full disk.

SQLite opens no index in log mode where it may write nothing beside it, and overlooks the log when
it is told that nothing changes (sqlite.org/wal.html#readonly). So a copy is read, elsewhere. The
sealed files are read where they lie, and they alone suffice to list and export reports.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import ProblemError
from dzwonek.outbox import disk
from dzwonek.outbox.contents import Contents, quarantined_row, row_of
from dzwonek.outbox.entries import entry_of
from dzwonek.outbox.index import IndexFile
from dzwonek.outbox.pace import Moment
from dzwonek.outbox.register import Register
from dzwonek.outbox.seal import DamagedError
from dzwonek.outbox.spool import Spool

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.ports import Clock
    from dzwonek.outbox.keys import KeyRing
    from dzwonek.outbox.rows import Row

INDEX_NAME = "index.db"
PARTS = ("", "-wal", "-journal")  # the shared memory is made anew from the log
IN_MEMORY = "/dev/shm"  # a folder of our own is made in it, closed to others

_log = logging.getLogger(__name__)


class Look:
    """Lists and opens what the data folder holds, and writes nothing into it.

    No next attempt is told: nothing is sent while no state can be written (I2).
    """

    def __init__(self, folder: Path, keys: KeyRing, clock: Clock) -> None:
        self._folder = folder
        self._spool = Spool(folder / "spool")
        self._contents = Contents(self._spool, keys)
        self._clock = clock

    def entries(self) -> tuple[Entry, ...]:
        """List what the index shows and the sealed files it lacks, newest first.

        Raises ProblemError (DISK_…) when not even the files can be listed.
        """
        rows, ended = self._indexed()
        for report_id, is_sent in self._spool.listing().items():
            if report_id in rows and is_sent:
                rows[report_id] = replace(rows[report_id], state=State.DELIVERED, problem=None)
            elif report_id not in rows and report_id not in ended:
                found = self._adopted(report_id, is_sent)
                if found is not None:
                    rows[report_id] = found
        return tuple(
            entry_of(replace(rows[name], due=None), self._contents.summary(rows[name]), None)
            for name in sorted(rows, reverse=True)
        )

    def message(self, report_id: str) -> bytes:
        """Give the whole message, unsealed and checked; raises ProblemError."""
        return self._contents.envelope(report_id).content

    def _indexed(self) -> tuple[dict[str, Row], set[str]]:
        """Read a copy of the index: its rows, and the ids of those whose content is gone.

        An index that cannot be read is no obstacle: the sealed files are listed without it.
        """
        if not (self._folder / INDEX_NAME).exists():
            return {}, set()
        try:
            with TemporaryDirectory(prefix="dzwonek-", dir=_elsewhere()) as place:
                return self._read_copy(Path(place))
        except (OSError, ProblemError) as error:
            _log.info("index not looked at error=%s", type(error).__name__)
            return {}, set()

    def _read_copy(self, place: Path) -> tuple[dict[str, Row], set[str]]:
        for part in PARTS:
            source = self._folder / f"{INDEX_NAME}{part}"
            with (
                suppress(FileNotFoundError),
                disk.reading(source) as file,
                (place / source.name).open("wb") as copy,
            ):
                shutil.copyfileobj(file, copy)
        register = Register(IndexFile(place / INDEX_NAME))
        try:
            return {row.id: row for row in register.listed()}, register.ended_ids()
        finally:
            register.close()

    def _adopted(self, report_id: str, is_sent: bool) -> Row | None:
        """Make the row of a file that no index knows; None when it cannot be read now."""
        now = Moment.of(self._clock, "")
        try:
            stored = self._contents.stored(report_id)
            if stored is None:
                return None
            row = row_of(stored, now, now.wall)
        except DamagedError as error:
            return quarantined_row(report_id, now, str(error))
        except ProblemError as error:
            _log.info("file not looked at id=%s code=%s", report_id, error.problem.code.value)
            return None
        return replace(row, state=State.DELIVERED) if is_sent else row


def _elsewhere() -> str | None:
    """Give a folder for the copy: in memory where there is one, else the system's usual."""
    return IN_MEMORY if sys.platform == "linux" and os.access(IN_MEMORY, os.W_OK) else None
