"""The file of the outbox's index, and the only door to SQLite.

One connection per process, used by one thread at a time under one lock; each call is one short
transaction, committed with synchronous=FULL before the call returns (invariant I1). Between
processes SQLite's own locks hold; who may send a report is decided by its lease.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.outbox import disk, schema
from dzwonek.outbox.occupancy import Occupancy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from dzwonek.outbox.rows import Scalar

    Found = list[dict[str, Scalar]]


OCCUPANCY_NAME = "outbox.lock"
SHARED_MEMORY = 32 * 1024  # what SQLite maps first (wal.c, WALINDEX_PGSZ)
# all else (busy, locked, full, out of memory, errors of the disk) leaves a sound index sound
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
STARVED = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})

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

    def __init__(self, path: Path, on_full: Callable[[], bool] | None = None) -> None:
        self._path = path
        self._on_full = on_full
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._shared_memory: int | None = None
        self._occupancy = Occupancy(path.with_name(OCCUPANCY_NAME))

    @property
    def path(self) -> Path:
        """Give the file's place."""
        return self._path

    def check(self) -> None:
        """Open the index, making it at first, and check its pages; raises IndexDamagedError."""
        found = [str(*values.values()) for values in self.read("PRAGMA quick_check(1)")]
        for text in found:
            code = _CHECK_CODE.search(text)
            if code and int(code[1]) & 0xFF not in DAMAGE:  # the page may be sound
                raise trouble(Code.DISK_FAILED, place=str(self._path), error=f"SQLITE {code[1]}")
        if found != ["ok"]:
            raise IndexDamagedError(self._path, "quick_check")

    def close(self) -> None:
        """End the connection; the next call opens it again."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
                self._connection = None
            self._let_go_of_shared_memory()
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

    def write(self, statement: str, values: Sequence[Scalar] = ()) -> Found:
        """Run one statement and commit it; give what it returns."""
        with self._lock, self._errors():
            connection = self._opened()
            connection.execute("BEGIN IMMEDIATE")
            try:
                found = _dicts(connection.execute(statement, values))
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            return found

    def insist(self, statement: str, values: Sequence[Scalar] = ()) -> Found:
        """Do as `write`; on a full disk let some space be freed and try once more."""
        return self._twice(lambda: self.write(statement, values))

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
        self._occupancy.share()
        # the log and the shared memory take over the file's own permissions
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, disk.PRIVATE_FILE))
        self._reserve_shared_memory()
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            for setting in (*schema.FIRST, *schema.settings()):
                connection.execute(setting).fetchall()
            self._make_or_check(connection)
        except BaseException:
            connection.close()
            self._let_go_of_shared_memory()
            raise
        return connection

    def _reserve_shared_memory(self) -> None:
        """Let a full disk be an error here: a mapped page without a block kills the process.

        SQLite takes one block for each page, and blocks may be smaller than pages. The descriptor
        stays open as long as the connection, whose locks on that file it would end.
        """
        if sys.platform != "linux":
            return
        if self._shared_memory is None:
            place = f"{self._path}-shm"
            self._shared_memory = os.open(place, os.O_RDWR | os.O_CREAT, disk.PRIVATE_FILE)
        with disk.only_if_full():
            os.posix_fallocate(self._shared_memory, 0, SHARED_MEMORY)

    def _let_go_of_shared_memory(self) -> None:
        if self._shared_memory is not None:
            os.close(self._shared_memory)
            self._shared_memory = None

    def _make_or_check(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = _number(connection, "PRAGMA user_version")
            if version == 0 and _number(connection, "SELECT count(*) FROM sqlite_master") == 0:
                for statement in schema.CREATE:
                    connection.execute(statement)
            elif _number(connection, "PRAGMA application_id") != schema.APPLICATION_ID:
                raise IndexDamagedError(self._path, "application_id")
            elif version > schema.VERSION and _oldest_reader(connection) > schema.VERSION:
                raise trouble(Code.STORE_NEWER, version=version)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

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
            spoilt = ("no such", "unsupported file format", "Could not decode to UTF-8")
            return text.startswith(spoilt)
        if primary == sqlite3.SQLITE_READONLY:
            return self._has_unknown_version()
        return primary in DAMAGE

    def _has_unknown_version(self) -> bool:
        """Say whether the file names a write version of no SQLite, which then only reads it."""
        try:
            with self._path.open("rb") as file:
                head = file.read(20)
        except OSError:
            return False
        return len(head) == 20 and head[18] not in (1, 2)  # sqlite.org/fileformat2.html §1.3.3


def _oldest_reader(connection: sqlite3.Connection) -> int:
    return _number(connection, "SELECT value FROM meta WHERE name = 'min_reader'")


def _number(connection: sqlite3.Connection, query: str) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0


def _dicts(cursor: sqlite3.Cursor) -> Found:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
