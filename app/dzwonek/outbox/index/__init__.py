"""The file of the outbox's index, and the only door to SQLite.

One connection per process, used by one thread at a time under one lock; each call is one short
transaction, committed with synchronous=FULL before the call returns (invariant I1). Between
processes SQLite's own locks hold; who may send a report is decided by its lease.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.outbox import disk, schema
from dzwonek.outbox.drive import drive_of
from dzwonek.outbox.index.faults import DAMAGE, IndexDamagedError, index_errors
from dzwonek.outbox.index.version import leave_newer_untouched, make_or_check
from dzwonek.outbox.index_head import head_of
from dzwonek.outbox.migration import migrate
from dzwonek.outbox.occupancy import Occupancy
from dzwonek.outbox.shared_memory import SharedMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from dzwonek.outbox.rows import Scalar

    Found = list[dict[str, Scalar]]

__all__ = ["BESIDE", "IndexDamagedError", "IndexFile"]

OCCUPANCY_NAME = "outbox.lock"
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside its file

_log = logging.getLogger(__name__)

_CHECK_CODE = re.compile(r"error code=(\d+)")


class IndexFile:
    """Runs statements. Calls raise ProblemError: DISK_…, STORE_NEWER, IndexDamagedError.

    `on_full` is asked to free some space when the index cannot be opened or read, or a state cannot
    be written; the call is then tried once more.
    """

    def __init__(
        self,
        path: Path,
        on_full: Callable[[], bool] | None = None,
        occupancy: Occupancy | None = None,
    ) -> None:
        self._path = path
        self._on_full = on_full
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._shared_memory = SharedMemory(path)
        self._occupancy = occupancy or Occupancy(path.with_name(OCCUPANCY_NAME))

    @property
    def occupancy(self) -> Occupancy:
        """Give the lock of the data folder."""
        return self._occupancy

    @property
    def path(self) -> Path:
        """Give the file's place."""
        return self._path

    def check(self) -> None:
        """Open the index, making it at first, and check all of it; raises IndexDamagedError.

        A quick check would not see that an SQL index hides a row from the courier.
        """
        found = [str(*values.values()) for values in self.read("PRAGMA integrity_check(1)")]
        for text in found:
            code = _CHECK_CODE.search(text)
            if code and int(code[1]) & 0xFF not in DAMAGE:  # the page may be sound
                raise trouble(Code.DISK_FAILED, place=str(self._path), error=f"SQLITE {code[1]}")
        if found != ["ok"]:
            raise IndexDamagedError(self._path, "integrity_check")

    def close(self) -> None:
        """End the connection; the next call opens it again."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
                self._connection = None
            self._shared_memory.let_go()
            self._occupancy.leave()

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Close, and say whether no other process has the index open; it stays so meanwhile."""
        self.close()
        with disk.disk_errors(self._path), self._occupancy.alone() as is_alone:
            yield is_alone

    def read(self, query: str, values: Sequence[Scalar] = ()) -> Found:
        """Run a query; on a full disk let some space be freed and try once more."""
        return self._twice(lambda: self._read(query, values))

    def write(
        self,
        statement: str,
        values: Sequence[Scalar] = (),
        *more: tuple[str, Sequence[Scalar]],
    ) -> Found:
        """Run one statement and commit it; give what it returns.

        If that is anything, `more` are run before the commit: all of them, or nothing is done.
        """
        with self._lock, index_errors(self._path):
            connection = self._opened()
            connection.execute("BEGIN IMMEDIATE")
            try:
                found = _dicts(connection.execute(statement, values))
                for other, its_values in more if found else ():
                    _dicts(connection.execute(other, its_values))
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            return found

    def insist(
        self,
        statement: str,
        values: Sequence[Scalar] = (),
        *more: tuple[str, Sequence[Scalar]],
    ) -> Found:
        """Do as `write`; on a full disk let some space be freed and try once more."""
        return self._twice(lambda: self.write(statement, values, *more))

    def tidy(self) -> None:
        """Empty the write-ahead log into the file and give freed pages back.

        Without it shredded rows would live on in the log. Does nothing while another process is
        reading.
        """
        self.read("PRAGMA incremental_vacuum")
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def _twice(self, call: Callable[[], Found]) -> Found:
        try:
            return call()
        except ProblemError as error:
            if error.problem.code is not Code.DISK_FULL or not self._free_space():
                raise
            return call()

    def _free_space(self) -> bool:
        return self._on_full is not None and self._on_full()

    def _read(self, query: str, values: Sequence[Scalar]) -> Found:
        with self._lock, index_errors(self._path):
            return _dicts(self._opened().execute(query, values))

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        disk.make_folder(self._path.parent)
        if disk.is_nearly_full(self._path.parent):
            self._free_space()
        try:
            self._occupancy.share()
        except TimeoutError:
            leave_newer_untouched(self._path)  # who keeps it alone may stand in for a later program
            raise
        self._refuse_strange()
        # the log and the shared memory take over the file's own permissions
        os.close(disk.open_regular(self._path, os.O_RDWR | os.O_CREAT))
        drive = drive_of(self._path.parent)
        if drive.is_network:
            _log.warning("index on a network drive kind=%s: no write-ahead log", drive.kind)
        else:
            self._shared_memory.reserve()
        leave_newer_untouched(self._path)
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            for setting in self._settings(drive.is_network):
                connection.execute(setting).fetchall()
            make_or_check(connection, self._path)
            migrate(lambda statement: _dicts(connection.execute(statement)), self._path)
        except BaseException:
            connection.close()
            self._shared_memory.let_go()
            raise
        return connection

    def _refuse_strange(self) -> None:
        """Take links, pipes and devices for damage: SQLite would follow them, or wait for ever."""
        for end in ("", *BESIDE):
            if disk.is_strange(self._path.with_name(self._path.name + end)):
                raise IndexDamagedError(self._path, "strange")

    def _settings(self, is_network_drive: bool) -> tuple[str, ...]:
        """List what a new connection is told; a log left on a network drive is given up first."""
        is_in_log_mode = is_network_drive and head_of(self._path).is_in_log_mode
        leave = schema.LEAVE_LOG_MODE if is_in_log_mode else ()
        return (*leave, *schema.FIRST, *schema.settings(is_network_drive=is_network_drive))


def _dicts(cursor: sqlite3.Cursor) -> Found:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
