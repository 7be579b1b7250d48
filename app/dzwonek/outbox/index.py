"""The file of the outbox's index, and the only door to SQLite.

One connection per process, used by one thread at a time under one lock; each call is one short
transaction, committed with synchronous=FULL before the call returns (invariant I1). Between
processes SQLite's own locks hold; who may send a report is decided by its lease.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.outbox import disk, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from dzwonek.outbox.rows import Scalar

    Found = list[dict[str, Scalar]]


class IndexDamagedError(ProblemError):
    """The index cannot be read (DISK_FAILED); at start it is rebuilt from the sealed files."""

    def __init__(self, place: Path, error: str) -> None:
        super().__init__(Problem(Code.DISK_FAILED, {"place": str(place), "error": error}))


class IndexFile:
    """Runs statements. Calls raise ProblemError: DISK_…, STORE_NEWER, IndexDamagedError.

    `on_full` is asked to free some space when a state cannot be written; the write is then tried
    once more.
    """

    def __init__(self, path: Path, on_full: Callable[[], bool] | None = None) -> None:
        self._path = path
        self._on_full = on_full
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None

    @property
    def path(self) -> Path:
        """Give the file's place."""
        return self._path

    def check(self) -> None:
        """Open the index, making it at first, and check its pages; raises IndexDamagedError."""
        found = self.read("PRAGMA quick_check(1)")
        if [list(values.values()) for values in found] != [["ok"]]:
            raise IndexDamagedError(self._path, "quick_check")

    def close(self) -> None:
        """End the connection; the next call opens it again."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
                self._connection = None

    def read(self, query: str, values: Sequence[Scalar] = ()) -> Found:
        """Run a query."""
        with self._lock, self._errors():
            return _dicts(self._opened().execute(query, values))

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
        try:
            return self.write(statement, values)
        except ProblemError as error:
            is_full = error.problem.code is Code.DISK_FULL
            if not is_full or self._on_full is None or not self._on_full():
                raise
            return self.write(statement, values)

    def tidy(self) -> None:
        """Empty the write-ahead log into the file and give freed pages back.

        Without it shredded rows would live on in the log. Does nothing while another process is
        reading.
        """
        self.read("PRAGMA incremental_vacuum")
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        disk.make_folder(self._path.parent)
        # the log and the shared memory take over the file's own permissions
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, disk.PRIVATE_FILE))
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            for setting in (*schema.FIRST, *schema.settings()):
                connection.execute(setting).fetchall()
            self._make_or_check(connection)
        except BaseException:
            connection.close()
            raise
        return connection

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
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "no such" in str(error):
            return IndexDamagedError(self._path, name)
        code = Code.DISK_FAILED
        if name == "SQLITE_FULL":
            code = Code.DISK_FULL
        elif name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            code = Code.DISK_READ_ONLY
        return trouble(code, place=str(self._path), error=name)


def _oldest_reader(connection: sqlite3.Connection) -> int:
    return _number(connection, "SELECT value FROM meta WHERE name = 'min_reader'")


def _number(connection: sqlite3.Connection, query: str) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0


def _dicts(cursor: sqlite3.Cursor) -> Found:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
