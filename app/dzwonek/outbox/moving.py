"""Bringing reports and drafts from one folder into another, each sealed anew with the other's key.

A report is in one of the two folders at each moment, or in both, never in none: its new file stands
durably before the old one is destroyed. A report that both have is not sent twice, for it keeps its
id, and an id that the new folder knows is never taken in again.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import disk, seal
from dzwonek.outbox.draft_terms import TOLD
from dzwonek.outbox.drafts import TEXT, draft_files
from dzwonek.outbox.keys import KeyRing, MissingKeyError
from dzwonek.outbox.remembered import NAME as REMEMBERED
from dzwonek.outbox.sealed_files import read_sealed
from dzwonek.outbox.spool import SENT_SUFFIX, WAITING_SUFFIX
from dzwonek.outbox.store import INDEX_NAME, SealedOutbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dzwonek.domain.ports import Clock

REMEMBERED_FILE = "remembered.sealed"
FOR_EVER = timedelta(days=36500)  # what has to go goes from its new place

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Store:
    """A data folder and the keys of what is sealed in it."""

    folder: Path
    keys: KeyRing


class Moved(NamedTuple):
    """How many sealed files came along, and how many stay: damaged ones, or without their key."""

    came: int = 0
    left: int = 0
    is_busy: bool = False  # another process uses the old folder


def move_in(old: Store, new: Store, clock: Clock) -> Moved:
    """Bring along all that can be opened; before the new folder's `recover`, which takes it up.

    Raises ProblemError (DISK_…, QUEUE_KEY_…) when the new folder cannot take it, OSError.
    """
    if not _has_anything(old.folder):
        return Moved()
    outbox = SealedOutbox(old.folder, old.keys, clock, FOR_EVER, keep_undelivered=FOR_EVER)
    occupancy = outbox.index.file.occupancy
    if not occupancy.seize():
        _log.info("outbox not moved: another process uses it")
        return Moved(is_busy=True)
    try:
        outbox.recover()  # names what was delivered as such, and ends leases of the dead
        is_later = outbox.is_stand_in
        reports = outbox.spool.listing()
    finally:
        outbox.close()
    try:
        if not occupancy.seize():
            return Moved(left=len(reports), is_busy=True)
        if is_later:  # a later program's store: only that one knows all of it
            return Moved(left=len(reports))
        moved = _moved(old, new, reports)
        if not moved.left:
            outbox.remains.destroy_all(INDEX_NAME)
            outbox.ballast.release()
    finally:
        occupancy.let_go()
    _log.info("outbox moved came=%d left=%d", moved.came, moved.left)
    return moved


def _has_anything(folder: Path) -> bool:
    places = (folder / "spool", folder / "drafts")
    if (folder / INDEX_NAME).exists() or (folder / REMEMBERED_FILE).exists():
        return True
    return any(place.is_dir() and any(place.iterdir()) for place in places)


def _moved(old: Store, new: Store, reports: dict[str, bool]) -> Moved:
    came = [_try(old, new, file) for file in _files(old, new, reports)]
    for draft in (old.folder / "drafts").glob("*"):
        with suppress(OSError):
            draft.rmdir()  # those of which nothing was left behind
    return Moved(sum(came), len(came) - sum(came))


class _File(NamedTuple):
    """A sealed file: where it lies, where it has to go, and the name it is sealed as."""

    path: Path
    target: Path
    name: str
    others: tuple[Path, ...] = ()  # which tell, too, that the target has it


def _files(old: Store, new: Store, reports: dict[str, bool]) -> Iterator[_File]:
    for report_id, is_sent in reports.items():
        names = [f"{report_id}{suffix}" for suffix in (WAITING_SUFFIX, SENT_SUFFIX)]
        waiting, sent = (new.folder / "spool" / name for name in names)
        for name in names:
            path = old.folder / "spool" / name
            if path.exists():
                yield _File(path, sent if is_sent else waiting, report_id, (waiting, sent))
    for path, name in draft_files(old.folder / "drafts"):
        yield _File(path, new.folder / path.relative_to(old.folder), name)
    remembered = old.folder / REMEMBERED_FILE
    if remembered.exists():
        yield _File(remembered, new.folder / REMEMBERED_FILE, REMEMBERED)


def _try(old: Store, new: Store, file: _File) -> bool:
    """Bring one file along, unless the target has it; say whether the old one is gone."""
    try:
        if not any(os.path.lexists(path) for path in (file.target, *file.others)):
            _seal_anew(old, new, file)
        disk.shred(file.path)
        if file.path.name == TEXT:
            file.path.with_name(TOLD).unlink(missing_ok=True)
    except (seal.DamagedError, MissingKeyError) as error:
        _log.warning("left behind name=%s error=%s", file.path.name, type(error).__name__)
        return False
    except ProblemError as error:
        if error.problem.code not in (Code.QUEUE_KEY_UNREACHABLE, Code.STORE_NEWER):
            raise
        _log.warning("left behind name=%s code=%s", file.path.name, error.problem.code.value)
        return False
    return True


def _seal_anew(old: Store, new: Store, file: _File) -> None:
    with disk.disk_errors(file.path):
        written = file.path.stat()
        sealed = seal.parse(read_sealed(file.path))
    fields = seal.open_all(sealed, file.name, old.keys.key(sealed.header.key))
    anew = seal.seal(file.name, fields, new.keys.current(), sealed.header.meta)
    with disk.disk_errors(file.target):
        disk.make_folder(file.target.parent)
        disk.write_durably(file.target, anew.chunks)
        # a draft's age counts from its last saving
        os.utime(file.target, ns=(written.st_atime_ns, written.st_mtime_ns))
