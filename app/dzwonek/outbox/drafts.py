"""Half-written reports, sealed: one folder each, with the text and each picture in a file."""

from __future__ import annotations

import logging
import re
import threading
import time
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Expiring
from dzwonek.domain.ids import short_code
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.domain.report import Draft
from dzwonek.outbox import disk
from dzwonek.outbox.draft_terms import TOLD, DraftTerms
from dzwonek.outbox.pace import ZERO
from dzwonek.outbox.retention import KEEP_DRAFTS
from dzwonek.outbox.sealings import SEALING, Sealings, sealing_of
from dzwonek.outbox.sound_text import all_sound
from dzwonek.outbox.spool import sweep_parts
from dzwonek.outbox.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import timedelta
    from pathlib import Path

    from dzwonek.domain.picture import Picture
    from dzwonek.domain.ports import Clock
    from dzwonek.outbox.keys import KeyRing

TEXT = "draft.dzw"
GONE = ".gone"
OLDER = "older"  # why a picture is not given, beside "missing" and "changed"
ORPHANED_SECONDS = 3600.0  # a form's text is saved long before

_SAFE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}\Z")
_PICTURE = re.compile(r"picture-.*\.dzw\Z")
_log = logging.getLogger(__name__)


class DraftText(msgspec.Struct, frozen=True):
    """What `draft.dzw` holds, in JSON; `sealings` say of each picture how often it was sealed."""

    version: int
    draft: Draft
    sealings: dict[str, int] = {}


class SealedDrafts:
    """Keeps drafts in `folder` (port DraftBox); safe from any thread, not from the GUI's.

    What cannot be read is counted by `unreadable`. A draft that nobody touches is destroyed after
    `keep`, three days after `told` at the earliest; what a later version sealed never is.
    """

    def __init__(
        self,
        folder: Path,
        keys: KeyRing,
        clock: Clock | None = None,
        keep: timedelta = KEEP_DRAFTS,
    ) -> None:
        self._folder = folder
        self._vault = Vault(keys)
        self._terms = DraftTerms(clock or SystemClock(), keep)
        self._lock = threading.RLock()
        self._discarded: set[str] = set()
        self._ours: set[str] = set()
        self._sealings = Sealings()
        self._unreadable = 0
        self._is_swept = False

    @property
    def unreadable(self) -> int:
        """Say how many drafts the last listing could not read."""
        return self._unreadable

    def save(self, draft: Draft) -> None:
        """Store the draft's text, replacing what was there.

        A draft that was discarded stays so: a late autosave does not bring it back.
        """
        with self._lock:
            if draft.id not in self._discarded:
                content = _encoded(DraftText(1, draft, self._sealings_of(draft.id)))
                self._touch(draft.id)
                self._vault.store(self._of(draft.id) / TEXT, draft.id, content)
                self._sealings.learn(draft.id, {})

    def put_picture(self, draft_id: str, picture: Picture) -> None:
        """Store a picture under its id with a fresh key; the old file and key are destroyed."""
        path, name = self._picture(draft_id, picture.note.id)
        with self._lock:
            if draft_id not in self._discarded:
                self._ours.add(draft_id)
                self._touch(draft_id)
                count = self._sealings_of(draft_id).get(picture.note.id, 0) + 1
                self._vault.store(path, name, picture.content, {SEALING: count})
                self._sealings.learn(draft_id, {picture.note.id: count})

    def drop_picture(self, draft_id: str, picture_id: str) -> None:
        """Destroy a picture of a draft; nothing happens when there is none."""
        path, _ = self._picture(draft_id, picture_id)
        with self._lock:
            self._touch(draft_id)
            self._vault.destroy(path)

    def picture(self, draft_id: str, picture_id: str) -> bytes:
        """Give a picture's encoded bytes; raises ProblemError (PICTURE_UNREADABLE) too.

        One that is older than the draft's text knows is not given.
        """
        path, name = self._picture(draft_id, picture_id)
        with self._lock:
            known = self._sealings_of(draft_id).get(picture_id, 0)
        content, count = self._opened(path, name)
        if count < known:
            _log.warning("picture older than its draft id=%s picture=%s", draft_id, picture_id)
            raise trouble(Code.PICTURE_UNREADABLE, reason=OLDER)
        with self._lock:
            if self._sealings.knows(draft_id):
                self._sealings.learn(draft_id, {picture_id: count})
        return content

    def _opened(self, path: Path, name: str) -> tuple[bytes, int]:
        """Open a picture's file, and say its how-manieth sealing it is; raises as `picture`."""
        try:
            content, meta = self._vault.opened(path, name)
        except FileNotFoundError as error:
            raise trouble(Code.PICTURE_UNREADABLE, reason="missing") from error
        except ProblemError as error:
            if error.problem.code is not Code.SEALED_FILE_DAMAGED:
                raise
            raise trouble(Code.PICTURE_UNREADABLE, reason="changed") from error
        return content, sealing_of(meta)

    def _sealings_of(self, draft_id: str) -> dict[str, int]:
        """Give how far a draft's pictures have come, by its text at the first time.

        A text that cannot be read tells nothing; such a draft is listed for nobody either.
        """
        if not self._sealings.knows(draft_id):
            with suppress(FileNotFoundError, ProblemError):
                self._text(draft_id)
        return self._sealings.of(draft_id)

    def drafts(self) -> tuple[Draft, ...]:
        """List the drafts that can be read, newest first; the first listing sweeps, too."""
        if not self._is_swept:
            self._is_swept = True
            self.sweep()
        found, unreadable = [], 0
        for draft_id in self._ids():
            try:
                found.append(self._text(draft_id).draft)
            except FileNotFoundError:
                continue  # pictures of a draft whose text was not saved yet
            except ProblemError as error:
                unreadable += 1
                _log.info("draft unreadable id=%s code=%s", draft_id, error.problem.code.value)
        self._unreadable = unreadable
        return tuple(sorted(found, key=lambda draft: (draft.created_at, draft.id), reverse=True))

    def discard(self, draft_id: str) -> None:
        """Destroy a draft with its pictures; nothing happens when there is none."""
        with self._lock:
            self._discarded.add(draft_id)
            self._shred(draft_id)

    def keep_for(self, length: timedelta) -> None:
        """Keep untouched drafts this long from now on, and three days after it was told."""
        self._terms.keep = length

    def expiring(self) -> tuple[Expiring, ...]:
        """List the drafts of whose end the operator is to be told now: due within three days."""
        found = []
        for draft_id in self._ids():
            end = self._terms.end_to_be_told(self._of(draft_id) / TEXT)
            if end is not None:
                found.append(Expiring(draft_id, short_code(draft_id), end))
        return tuple(sorted(found, key=lambda each: each.expires_at))

    def told(self, draft_ids: Iterable[str]) -> None:
        """Note durably that the operator was told of these now; the three days begin."""
        for draft_id in draft_ids:
            path = self._of(draft_id) / TEXT
            with self._lock, disk.disk_errors(path):
                if self._terms.end_to_be_told(path) is not None:
                    self._terms.note(path)

    def purge(self) -> timedelta | None:
        """Destroy the drafts whose time is over; give the wait until the next one.

        Typing that goes on in one brings its text back: it was not discarded by anybody.
        """
        waits = []
        for draft_id in self._ids():
            with self._lock:
                left = self._terms.left(self._of(draft_id) / TEXT)
                if left == ZERO:
                    self._shred(draft_id)
                    _log.info("draft expired id=%s", draft_id)
                elif left is not None:
                    waits.append(left)
        return min(waits, default=None)

    def count(self) -> int:
        """Count the drafts without opening them."""
        return sum((self._folder / draft_id / TEXT).exists() for draft_id in self._ids())

    def sweep(self) -> None:
        """Finish what a crash left of destroyed drafts and half-written files; never raises.

        Pictures whose text was never saved belong to no draft that anybody could open: after an
        hour they are destroyed, unless they were put there by this process.
        """
        with suppress(OSError):
            for folder in self._folder.iterdir():
                if folder.name.endswith(GONE):
                    with suppress(OSError):
                        _destroy(folder)
                elif not folder.is_symlink():
                    sweep_parts(folder)
                    self._sweep_pictures(folder)

    def _touch(self, draft_id: str) -> None:
        """Let what was told of a draft's end be void: somebody works on it."""
        with disk.disk_errors(self._folder):
            (self._of(draft_id) / TOLD).unlink(missing_ok=True)

    def _shred(self, draft_id: str) -> None:
        self._sealings.forget(draft_id)
        folder = self._of(draft_id)
        gone = folder.with_name(f".{draft_id}{GONE}")
        with disk.disk_errors(folder):
            try:
                disk.replace(folder, gone)
                # or a power cut could give an emptied draft its name back
                disk.sync_folder(self._folder)
            except FileNotFoundError:
                pass
            except OSError:  # in the way lies what had to be left of an earlier one
                _destroy(folder)
            _destroy(gone)

    def _sweep_pictures(self, folder: Path) -> None:
        with self._lock, suppress(OSError):
            if _is_uuid(folder.name) and folder.name not in self._ours and _is_orphaned(folder):
                _destroy(folder)
                _log.info("pictures without a draft destroyed id=%s", folder.name)

    def _text(self, draft_id: str) -> DraftText:
        """Read a draft's text, and take in how far its pictures had come."""
        content = self._vault.read(self._of(draft_id) / TEXT, draft_id)
        try:
            text = msgspec.json.decode(content, type=DraftText)
        except msgspec.MsgspecError as error:
            raise trouble(Code.SEALED_FILE_DAMAGED, reason="content") from error
        with self._lock:
            self._sealings.learn(draft_id, text.sealings)
        return text

    def _ids(self) -> list[str]:
        with disk.disk_errors(self._folder):
            if not self._folder.is_dir():
                return []
            return [entry.name for entry in self._folder.iterdir() if _is_uuid(entry.name)]

    def _of(self, draft_id: str) -> Path:
        if not _is_uuid(draft_id):
            raise ValueError("a draft's id is a UUID in lower case")
        return self._folder / draft_id

    def _picture(self, draft_id: str, picture_id: str) -> tuple[Path, str]:
        """Give a picture's file and the name it is sealed as."""
        if not _SAFE.match(picture_id):
            raise ValueError("a picture's id is letters, digits, points, dashes")
        path = self._of(draft_id) / f"picture-{picture_id}.dzw"
        return path, f"{draft_id}/{picture_id}"


def draft_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """List the sealed files of all drafts with the names they are sealed as, each text last.

    Raises OSError.
    """
    if not folder.is_dir():
        return
    for draft in folder.iterdir():
        if not _is_uuid(draft.name) or draft.is_symlink():
            continue
        for path in draft.iterdir():
            if _PICTURE.match(path.name):
                yield path, f"{draft.name}/{path.name[len('picture-') : -len('.dzw')]}"
        if (draft / TEXT).exists():
            yield draft / TEXT, draft.name


def _encoded(text: DraftText) -> bytes:
    """Write a draft down; half a character in it, such as a cut emoji, becomes U+FFFD."""
    try:
        return msgspec.json.encode(text)
    except UnicodeEncodeError:
        return msgspec.json.encode(all_sound(msgspec.to_builtins(text)))


def _is_orphaned(folder: Path) -> bool:
    """Say whether a folder has held nothing but pictures for an hour; raises OSError."""
    files = list(folder.iterdir())
    newest = max(path.stat().st_mtime for path in (folder, *files))
    is_old = time.time() - newest > ORPHANED_SECONDS
    return is_old and all(_PICTURE.match(path.name) for path in files)


def _destroy(folder: Path) -> None:
    """Destroy all files of a folder and the folder, of a link the link.

    A folder in it is not ours and stays. Raises OSError when a file stays, after all the others.
    """
    if folder.is_symlink():
        folder.unlink()
    if not folder.is_dir():
        return
    refusals, is_emptied = [], True
    for path in list(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            is_emptied = False
            continue
        try:
            disk.shred(path)
        except OSError as error:
            refusals.append(error)
    if refusals:
        raise refusals[0]
    if is_emptied:
        folder.rmdir()
    else:
        _log.info("foreign folder left in a destroyed draft's place name=%s", folder.name)


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
