"""Two small files: the key that no keyring would take, and the note of where each key lives."""

from __future__ import annotations

import base64
import binascii
import logging
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dzwonek.outbox import disk
from dzwonek.outbox.modes import close_file
from dzwonek.outbox.seal import KEY_LENGTH, Key

if TYPE_CHECKING:
    from pathlib import Path

FILE_HEAD = "dzwonek-queue-key 1"
NOTE_HEAD = """\
# Where each key of the queue lives. The keys themselves are never in this file.
version = 1
"""
NOTES_LENGTH = 1024 * 1024  # bytes; a note has sixty, and a key lives long

_log = logging.getLogger(__name__)


class Place(StrEnum):
    """Where a key of the queue is kept."""

    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Note:
    """One line of `queue-key.toml`."""

    id: str
    place: Place


def encoded(key: Key) -> str:
    """Write a key as the text that keyring and file hold."""
    return base64.b64encode(key.secret).decode("ascii")


def decoded(key_id: str, text: str) -> Key | None:
    """Read a key back; None when the text is none."""
    try:
        secret = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
    return Key(key_id, secret) if len(secret) == KEY_LENGTH else None


class KeyFile:
    """`queue.key`, readable by this user alone. Calls raise ProblemError (DISK_…)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Key | None:
        """Give the key, or None when there is no file or it holds no key."""
        try:
            with disk.disk_errors_but_missing(self._path):
                lines = self._content().decode("ascii", errors="replace").splitlines()
        except FileNotFoundError:
            return None
        if len(lines) != 3 or lines[0] != FILE_HEAD:
            return None
        return decoded(lines[1], lines[2])

    def create(self, key: Key) -> Key:
        """Store `key` durably, or give the key that another process stored just before."""
        text = f"{FILE_HEAD}\n{key.id}\n{encoded(key)}\n"
        with disk.disk_errors(self._path):
            disk.make_folder(self._path.parent)
            part = disk.write_part(self._path, [text.encode("ascii")])
            try:
                disk.claim(part, self._path)
            except FileExistsError:
                there = self.read()
                if there is not None:
                    return there
                self._set_aside()
                disk.claim(part, self._path)
            finally:
                with suppress(FileNotFoundError):
                    part.unlink()
            disk.sync_folder(self._path.parent)
        return key

    def destroy(self) -> None:
        """Overwrite and unlink the file."""
        with disk.disk_errors(self._path):
            disk.shred(self._path)
            disk.sync_folder(self._path.parent)

    def _content(self) -> bytes:
        """Read the file, and close it to others if it lies open; nothing where none is a file."""
        try:
            with disk.reading(self._path) as file:
                close_file(file.fileno(), self._path.name)
                return file.read(disk.HEAD)
        except disk.StrangeFileError:
            _log.error("no regular file, not read name=%s", self._path.name)
            return b""

    def _set_aside(self) -> None:
        disk.replace(self._path, self._path.with_suffix(".key.unreadable"))


class KeyNotes:
    """`queue-key.toml`: a help for finding keys; losing it loses no key."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[Note, ...]:
        """List the notes, oldest first; none when the file is missing or unreadable."""
        import tomllib

        try:
            text = disk.read_beginning(self._path, NOTES_LENGTH).decode()
            table = tomllib.loads(text)
        except (OSError, ValueError):  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
            return ()
        entries = table.get("key", [])
        if not isinstance(entries, list):
            return ()
        return tuple(note for entry in entries if (note := _note(entry)) is not None)

    def put(self, note: Note) -> None:
        """Add or move one key's note; raises ProblemError (DISK_…)."""
        notes = [known for known in self.read() if known.id != note.id]
        text = NOTE_HEAD + "".join(
            f'\n[[key]]\nid = "{known.id}"\nplace = "{known.place}"\n' for known in [*notes, note]
        )
        with disk.disk_errors(self._path):
            disk.make_folder(self._path.parent)
            disk.write_durably(self._path, [text.encode("ascii")])


def _note(entry: object) -> Note | None:
    if not isinstance(entry, dict):
        return None
    key_id, place = entry.get("id"), entry.get("place")
    if not isinstance(key_id, str) or not key_id.isalnum() or place not in set(Place):
        return None
    return Note(key_id, Place(place))
