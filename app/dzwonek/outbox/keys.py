"""The queue's keys: where they live, which one seals now, and how each is found again by its id.

A key lives in the system's keyring or, where no keyring serves, in `state/queue.key`. A keyring
that is locked, late or refusing is not an empty one: nothing is given up for lost because of it.
"""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.outbox.keyfile import KeyFile, KeyNotes, Note, Place, decoded, encoded
from dzwonek.outbox.seal import KEY_LENGTH, Key
from dzwonek.outbox.spool import sweep_parts

if TYPE_CHECKING:
    from pathlib import Path

    from dzwonek.domain.ports import Clock, SecretBox

ASK_AGAIN = timedelta(minutes=5)  # after a keyring failed: each question may cost three seconds
SECRET_NAME = "queue-key-{}"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """What is known of one key: where it lives, whether it seals now, and what is wrong."""

    id: str
    place: Place
    is_current: bool
    problem: Problem | None = None


class MissingKeyError(Exception):
    """The keyring answered, and neither it nor the file has this key: it is lost."""


class KeyRing:
    """Finds and makes the queue's keys; safe to call from any thread but the GUI's.

    `folder` is the state folder; with `is_file_allowed` False (`queue_key = "keyring"`) no key
    is ever written into a file. With `is_file_wanted` the file is the only place for new keys: the
    folder may be opened on another computer, where this one's keyring is not. Nothing is read
    before the first call.
    """

    def __init__(
        self,
        folder: Path,
        box: SecretBox,
        clock: Clock,
        *,
        is_file_allowed: bool = True,
        is_file_wanted: bool = False,
    ) -> None:
        self._folder = folder
        self._box = box
        self._clock = clock
        self._is_file_allowed = is_file_allowed
        self._is_file_wanted = is_file_wanted
        self._file = KeyFile(folder / "queue.key")
        self._notes = KeyNotes(folder / "queue-key.toml")
        self._lock = threading.RLock()
        self._known: dict[str, Key] = {}
        self._current: tuple[Key, Place] | None = None
        self._failure: tuple[Problem, timedelta] | None = None
        self._lost: dict[str, timedelta] = {}

    def current(self) -> Key:
        """Give the key that new files are sealed with, making one at first use.

        Raises ProblemError: QUEUE_KEY_FORBIDDEN when only a file would do and none is allowed,
        DISK_… when the file cannot be written.
        """
        with self._lock:
            if self._current is None:
                self._current = self._choose()
                self._known[self._current[0].id] = self._current[0]
            return self._current[0]

    def key(self, key_id: str) -> Key:
        """Give a key by its id.

        Raises ProblemError (QUEUE_KEY_UNREACHABLE) while the keyring does not serve, and
        MissingKeyError when it serves and has no such key.
        """
        with self._lock:
            if key_id not in self._known:
                self._known[key_id] = self._find(key_id)
            return self._known[key_id]

    def sweep(self) -> None:
        """Destroy keys and notes that a crash left half-written; never raises."""
        sweep_parts(self._folder, "queue")

    def ask_again(self) -> None:
        """Forget that the keyring failed, so that the next call asks it at once."""
        with self._lock:
            self._failure = None
            self._lost.clear()
            if self._current and self._current[1] is Place.FILE:
                self._current = None

    def status(self) -> tuple[KeyStatus, ...]:
        """Say where each known key lives and whether it can be had; makes no key."""
        with self._lock:
            notes = {note.id: note.place for note in self._notes.read()}
            in_file = self._file.read()
            if in_file is not None:
                notes[in_file.id] = Place.FILE
            current = self._current[0].id if self._current else ""
            return tuple(
                KeyStatus(key_id, place, key_id == current, self._problem_of(key_id, place))
                for key_id, place in notes.items()
            )

    def _problem_of(self, key_id: str, place: Place) -> Problem | None:
        try:
            self.key(key_id)
        except ProblemError as error:
            return error.problem
        except MissingKeyError:
            return Problem(Code.QUEUE_KEY_UNREACHABLE, {"key": key_id, "reason": "missing"})
        return Problem(Code.QUEUE_KEY_IN_FILE, {"key": key_id}) if place is Place.FILE else None

    def _choose(self) -> tuple[Key, Place]:
        if self._is_file_wanted:
            return self._in_file("wanted"), Place.FILE
        try:
            in_file = self._file.read()
            key = self._newest_in_keyring()
            if in_file is not None:
                self._move(in_file)
                key = key or in_file
            return key or self._new_in_keyring(), Place.KEYRING
        except ProblemError as error:
            if not _is_keyring(error.problem):
                raise
            return self._choose_file(error), Place.FILE

    def _choose_file(self, error: ProblemError) -> Key:
        reason = error.problem.code.value
        if not self._is_file_allowed:
            raise trouble(Code.QUEUE_KEY_FORBIDDEN, reason=reason) from error
        return self._in_file(reason)

    def _in_file(self, reason: str) -> Key:
        key = self._file.read()
        if key is None:
            key = self._file.create(_new_key())
            _log.info("queue key made in the file id=%s reason=%s", key.id, reason)
        self._notes.put(Note(key.id, Place.FILE))
        return key

    def _newest_in_keyring(self) -> Key | None:
        for note in reversed(self._notes.read()):
            if note.place is Place.KEYRING:
                key = self._known.get(note.id) or self._ask(note.id)
                if key is not None:
                    return key
        return None

    def _new_in_keyring(self) -> Key:
        key = _new_key()
        self._put_into_keyring(key)
        _log.info("queue key made in the keyring id=%s", key.id)
        return key

    def _move(self, key: Key) -> None:
        """Move the file's key: write, read back, compare, and only then unlink the file."""
        self._put_into_keyring(key)
        self._file.destroy()
        self._known[key.id] = key
        _log.info("queue key moved to the keyring id=%s", key.id)

    def _put_into_keyring(self, key: Key) -> None:
        self._raise_recent_failure()
        try:
            self._box.write(SECRET_NAME.format(key.id), encoded(key))
        except ProblemError as error:
            self._remember_failure(error.problem)
            raise
        if self._ask(key.id) != key:
            raise trouble(Code.KEYRING_REFUSED, reason="not_returned")
        self._notes.put(Note(key.id, Place.KEYRING))

    def _find(self, key_id: str) -> Key:
        if self._lost.get(key_id, self._clock.monotonic()) > self._clock.monotonic():
            raise MissingKeyError(key_id)
        in_file = self._file.read()
        if in_file is not None and in_file.id == key_id:
            return in_file
        try:
            key = self._ask(key_id)
        except ProblemError as error:
            if not self._was_in_file(key_id):
                reason = error.problem.code.value
                raise trouble(Code.QUEUE_KEY_UNREACHABLE, key=key_id, reason=reason) from error
            key = None
        if key is None:
            self._lost[key_id] = self._clock.monotonic() + ASK_AGAIN
            raise MissingKeyError(key_id)
        return key

    def _was_in_file(self, key_id: str) -> bool:
        """Say whether the key's place was the file: then no keyring ever held it.

        Asked behind a look into the file: a move writes the note anew before the file goes.
        """
        return Note(key_id, Place.FILE) in self._notes.read()

    def _ask(self, key_id: str) -> Key | None:
        self._raise_recent_failure()
        try:
            text = self._box.read(SECRET_NAME.format(key_id))
        except ProblemError as error:
            self._remember_failure(error.problem)
            raise
        return None if text is None else decoded(key_id, text)

    def _remember_failure(self, problem: Problem) -> None:
        self._failure = (problem, self._clock.monotonic() + ASK_AGAIN)
        _log.info("keyring does not serve code=%s", problem.code.value)

    def _raise_recent_failure(self) -> None:
        if self._failure and self._clock.monotonic() < self._failure[1]:
            raise ProblemError(self._failure[0])


def _new_key() -> Key:
    return Key(os.urandom(8).hex(), os.urandom(KEY_LENGTH))


def _is_keyring(problem: Problem) -> bool:
    return problem.code in {
        Code.KEYRING_MISSING,
        Code.KEYRING_LOCKED,
        Code.KEYRING_LATE,
        Code.KEYRING_REFUSED,
    }
