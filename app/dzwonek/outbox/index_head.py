"""What the index tells without SQLite, by its first bytes; sqlite.org/fileformat2.html §1.3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dzwonek.outbox import disk, schema

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"SQLite format 3\0"
LENGTH = 100  # bytes
ROLLBACK_MODE, LOG_MODE = 1, 2


@dataclass(frozen=True, slots=True)
class Head:
    """The numbers that count; all of them 0 in an empty file."""

    is_sqlite: bool
    write_version: int
    read_version: int
    user_version: int
    application_id: int

    @property
    def is_in_log_mode(self) -> bool:
        """Say whether the file is one with a write-ahead log."""
        return (self.write_version, self.read_version) == (LOG_MODE, LOG_MODE)

    @property
    def later_version(self) -> int:
        """Give the version of a later program whose index this is, else 0."""
        is_ours = self.is_sqlite and self.application_id == schema.APPLICATION_ID
        return self.user_version if is_ours and self.user_version > schema.VERSION else 0


def head_of(path: Path) -> Head:
    """Read a head; raises StrangeFileError, OSError."""
    head = disk.read_beginning(path, LENGTH)
    is_sqlite = head.startswith(MAGIC)
    head = head.ljust(LENGTH, b"\0")
    return Head(is_sqlite, head[18], head[19], _number(head, 60), _number(head, 68))


def _number(head: bytes, place: int) -> int:
    return int.from_bytes(head[place : place + 4], "big")
