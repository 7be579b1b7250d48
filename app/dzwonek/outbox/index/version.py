"""Whose index it is: made where there is none; a later program's is left as it is."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble
from dzwonek.outbox import schema
from dzwonek.outbox.index.faults import DAMAGE, IndexDamagedError
from dzwonek.outbox.index_head import head_of

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWN_READER = 2**31  # later than every version there can be


def make_or_check(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of an empty file, else see that this program may write into it.

    Raises IndexDamagedError, STORE_NEWER and what SQLite raises; nothing is changed then.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _number(connection, "PRAGMA user_version")
        if version == 0 and _number(connection, "SELECT count(*) FROM sqlite_master") == 0:
            for statement in schema.CREATE:
                connection.execute(statement)
        else:
            _check_version(connection, version, path)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _check_version(connection: sqlite3.Connection, version: int, path: Path) -> None:
    if _number(connection, "PRAGMA application_id") != schema.APPLICATION_ID:
        raise IndexDamagedError(path, "application_id")
    if version < min(schema.STEPS):
        raise IndexDamagedError(path, "user_version")
    if version > schema.VERSION and _oldest_reader(connection) > schema.VERSION:
        raise trouble(Code.STORE_NEWER, version=version)


def leave_newer_untouched(path: Path) -> None:
    """Refuse a later program's index by reading alone.

    Even a refusal would else empty its log into it when the connection is closed. A change cut
    short outside the log (an index being made, or on a network drive) has to be undone first;
    that is SQLite's own and the same in every version.
    """
    if not _may_be_newer(path):
        return
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA busy_timeout=5000")
        version = _number(connection, "PRAGMA user_version")
        if version > schema.VERSION:
            _check_version(connection, version, path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    finally:
        connection.close()


def _may_be_newer(path: Path) -> bool:
    """Say whether the file's head names a later version, or its log might."""
    log = path.with_name(f"{path.name}-wal")
    version = head_of(path).user_version
    return version > schema.VERSION or (log.exists() and log.stat().st_size > 0)


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
