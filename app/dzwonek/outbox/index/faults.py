"""What SQLite's errors mean: the index itself is damaged, or the disk that it lies on fails."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.outbox import disk
from dzwonek.outbox.index_head import LOG_MODE, ROLLBACK_MODE, head_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# all else (busy, locked, full, out of memory, errors of the disk) leaves a sound index sound
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
STARVED = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})


class IndexDamagedError(ProblemError):
    """The index cannot be read (DISK_FAILED); at start it is rebuilt from the sealed files."""

    def __init__(self, place: Path, error: str) -> None:
        super().__init__(Problem(Code.DISK_FAILED, {"place": str(place), "error": error}))


@contextmanager
def index_errors(path: Path) -> Iterator[None]:
    """Say what failed as a ProblemError: IndexDamagedError, DISK_…; our own mistakes fly on."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise  # ours to mend
    except sqlite3.Error as error:
        raise _problem(error, path) from error
    except OSError as error:
        raise disk.disk_trouble(error, path) from error
    except ValueError as error:  # text that is no UTF-8
        raise IndexDamagedError(path, type(error).__name__) from error


def _problem(error: sqlite3.Error, path: Path) -> ProblemError:
    name = getattr(error, "sqlite_errorname", "") or type(error).__name__
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if _is_damage(primary, str(error), path):
        return IndexDamagedError(path, name)
    is_starved = primary in STARVED and disk.is_nearly_full(path.parent)
    code = Code.DISK_FAILED
    if primary == sqlite3.SQLITE_FULL or is_starved:
        code = Code.DISK_FULL
    elif primary in READ_ONLY:
        code = Code.DISK_READ_ONLY
    return trouble(code, place=str(path), error=name)


def _is_damage(primary: int, text: str, path: Path) -> bool:
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
        return _has_unknown_version(path)
    return primary in DAMAGE


def _has_unknown_version(path: Path) -> bool:
    """Say whether the file names a write version of no SQLite, which then only reads it."""
    with suppress(OSError):
        return head_of(path).write_version not in (0, ROLLBACK_MODE, LOG_MODE)
    return False
