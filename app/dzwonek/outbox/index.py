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

from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.outbox import disk, schema
from dzwonek.outbox.drive import drive_of
from dzwonek.outbox.index_head import LOG_MODE, ROLLBACK_MODE, head_of
from dzwonek.outbox.migration import migrate
from dzwonek.outbox.occupancy import Occupancy
from dzwonek.outbox.shared_memory import SharedMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from dzwonek.outbox.rows import Scalar

    Found = list[dict[str, Scalar]]


OCCUPANCY_NAME = "outbox.lock"
# all else (busy, locked, full, out of memory, errors of the disk) leaves a sound index sound
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside its file
UNKNOWN_READER = 2**31  # later than every version there can be
STARVED = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})

_log = logging.getLogger(__name__)

_CHECK_CODE = re.compile(r"error code=(\d+)")


class IndexDamagedError(ProblemError):
    """The index cannot be read (DISK_FAILED); at start it is rebuilt from the sealed files."""

    def __init__(self, place: Path, error: str) -> None:
        super().__init__(Problem(Code.DISK_FAILED, {"place": str(place), "error": error}))


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
        with self._lock, self._errors():
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
        with self._lock, self._errors():
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
            self._leave_newer_untouched()  # who keeps it alone may stand in for a later program
            raise
        self._refuse_strange()
        # the log and the shared memory take over the file's own permissions
        os.close(disk.open_regular(self._path, os.O_RDWR | os.O_CREAT))
        drive = drive_of(self._path.parent)
        if drive.is_network:
            _log.warning("index on a network drive kind=%s: no write-ahead log", drive.kind)
        else:
            self._shared_memory.reserve()
        self._leave_newer_untouched()
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            for setting in self._settings(drive.is_network):
                connection.execute(setting).fetchall()
            self._make_or_check(connection)
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

    def _make_or_check(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = _number(connection, "PRAGMA user_version")
            if version == 0 and _number(connection, "SELECT count(*) FROM sqlite_master") == 0:
                for statement in schema.CREATE:
                    connection.execute(statement)
            else:
                self._check_version(connection, version)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    def _check_version(self, connection: sqlite3.Connection, version: int) -> None:
        if _number(connection, "PRAGMA application_id") != schema.APPLICATION_ID:
            raise IndexDamagedError(self._path, "application_id")
        if version < min(schema.STEPS):
            raise IndexDamagedError(self._path, "user_version")
        if version > schema.VERSION and _oldest_reader(connection) > schema.VERSION:
            raise trouble(Code.STORE_NEWER, version=version)

    def _leave_newer_untouched(self) -> None:
        """Refuse a later program's index by reading alone.

        Even a refusal would else empty its log into it when the connection is closed. A change cut
        short outside the log (an index being made, or on a network drive) has to be undone first;
        that is SQLite's own and the same in every version.
        """
        if not self._may_be_newer():
            return
        address = f"{self._path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, uri=True, isolation_level=None)
        try:
            connection.execute("PRAGMA busy_timeout=5000")
            version = _number(connection, "PRAGMA user_version")
            if version > schema.VERSION:
                self._check_version(connection, version)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        finally:
            connection.close()

    def _may_be_newer(self) -> bool:
        """Say whether the file's head names a later version, or its log might."""
        log = self._path.with_name(f"{self._path.name}-wal")
        version = head_of(self._path).user_version
        return version > schema.VERSION or (log.exists() and log.stat().st_size > 0)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
            raise  # ours to mend
        except sqlite3.Error as error:
            raise self._problem(error) from error
        except OSError as error:
            raise disk.disk_trouble(error, self._path) from error
        except ValueError as error:  # text that is no UTF-8
            raise IndexDamagedError(self._path, type(error).__name__) from error

    def _problem(self, error: sqlite3.Error) -> ProblemError:
        name = getattr(error, "sqlite_errorname", "") or type(error).__name__
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if self._is_damage(primary, str(error)):
            return IndexDamagedError(self._path, name)
        is_starved = primary in STARVED and disk.is_nearly_full(self._path.parent)
        code = Code.DISK_FAILED
        if primary == sqlite3.SQLITE_FULL or is_starved:
            code = Code.DISK_FULL
        elif primary in READ_ONLY:
            code = Code.DISK_READ_ONLY
        return trouble(code, place=str(self._path), error=name)

    def _is_damage(self, primary: int, text: str) -> bool:
        """Say whether the index itself is at fault; SQLite has other names for some damage."""
        if primary in {sqlite3.SQLITE_ERROR, 0}:
            spoilt = (
                "no such",
                "unsupported file format",
                "Could not decode to UTF-8",
                "duplicate column",  # a column of a version that the file does not name
            )
            return text.startswith(spoilt)
        if primary == sqlite3.SQLITE_READONLY:
            return self._has_unknown_version()
        return primary in DAMAGE

    def _has_unknown_version(self) -> bool:
        """Say whether the file names a write version of no SQLite, which then only reads it."""
        with suppress(OSError):
            return head_of(self._path).write_version not in (0, ROLLBACK_MODE, LOG_MODE)
        return False


def _oldest_reader(connection: sqlite3.Connection) -> int:
    """Give the oldest version that may write here; where a later one does not say, none may."""
    try:
        query = "SELECT value FROM meta WHERE name = 'min_reader'"
        return _number(connection, query, UNKNOWN_READER)
    except (sqlite3.DatabaseError, ValueError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGE | {0, sqlite3.SQLITE_ERROR}:
            raise
        return UNKNOWN_READER


def _number(connection: sqlite3.Connection, query: str, otherwise: int = 0) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else otherwise


def _dicts(cursor: sqlite3.Cursor) -> Found:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
