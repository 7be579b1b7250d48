"""What is put right at each start: files and rows are made to agree, and the dead let go."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import BY_HAND, State
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.domain.retry import AFTER_UNCERTAIN
from dzwonek.outbox import disk
from dzwonek.outbox.contents import quarantined_row, row_of
from dzwonek.outbox.index import BESIDE, IndexDamagedError
from dzwonek.outbox.index_head import head_of
from dzwonek.outbox.pace import Floor, Moment, to_number
from dzwonek.outbox.register import LeaseLostError
from dzwonek.outbox.rows import Row, Scalar, floor_columns, problem_column
from dzwonek.outbox.seal import DamagedError
from dzwonek.outbox.spool import sweep_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dzwonek.outbox.store import SealedOutbox

SMALL_FILES = ("ballast", "remembered")  # beside the index; its own copies have `remains.py`
# where a file may have been written anew without its row
CHANGEABLE = frozenset(
    {State.QUEUED, State.RETRY_WAIT, State.UNCERTAIN, State.HELD, State.REJECTED}
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a start found: counts of reports, and what a person should know.

    `left` counts the sealed files of a later version; they stay as they are.
    """

    reindexed: int = 0
    quarantined: int = 0
    freed: int = 0
    left: int = 0
    is_rebuilt: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """How the index was opened: as it was, made anew, or a substitute beside a later `version`."""

    is_rebuilt: bool = False
    version: int = 0


def recover(outbox: SealedOutbox) -> Recovery:
    """Open the index or rebuild it from the files, make both agree, free dead leases.

    Beside a later program's index, what can be sent is sent by a substitute index. Raises
    ProblemError: STORE_NEWER where that cannot be (another process has the folder), DISK_….
    """
    opened = _open(outbox)
    outbox.spool.close_to_others()
    outbox.spool.sweep()
    outbox.keys.sweep()
    for name in SMALL_FILES:
        sweep_parts(outbox.folder, name)
    outbox.ballast.lay()
    files = _files(outbox)
    kept, ended = outbox.index.kept(), outbox.index.ended_ids()
    known = ended.union(row.id for row in kept)
    if files.keys() - known:
        outbox.spool.settle()
    found = [
        _adopt(outbox, report_id, is_sent)
        for report_id, is_sent in files.items()
        if report_id not in known
    ]
    for report_id in ended.intersection(files):
        _try_file(report_id, outbox.spool.shred)
    lost = sum(_agreed(outbox, row, files.get(row.id)) for row in kept)
    freed = outbox.ledger.free_leases()
    for row in outbox.index.unsent():
        if row.state in CHANGEABLE and files.get(row.id) is False:
            _renewed(outbox, row)
    _tidy_up(outbox, opened)
    outbox.shredder.purge()
    left = found.count(Code.STORE_NEWER)
    recovery = Recovery(
        reindexed=found.count(State.QUEUED) + found.count(State.DELIVERED),
        quarantined=found.count(State.QUARANTINED) + lost,
        freed=freed,
        left=left,
        is_rebuilt=opened.is_rebuilt,
        problems=tuple(_problems(opened, len(found), left)),
    )
    _log.info(
        "outbox recovered reindexed=%d quarantined=%d freed=%d left=%d rebuilt=%s newer=%d",
        recovery.reindexed,
        recovery.quarantined,
        recovery.freed,
        recovery.left,
        recovery.is_rebuilt,
        opened.version,
    )
    return recovery


def _problems(opened: Opened, found: int, left: int) -> Iterator[Problem]:
    if opened.is_rebuilt:
        yield Problem(Code.STORE_REBUILT, {"reports": found})
    if opened.version or left:
        yield Problem(Code.STORE_NEWER, {"version": opened.version, "left": left})


def _files(outbox: SealedOutbox) -> dict[str, bool]:
    """List the sealed files; a substitute index has no business with what was delivered."""
    files = outbox.spool.listing()
    if not outbox.is_stand_in:
        return files
    known = {row.id for row in outbox.index.kept()}
    return {name: is_sent for name, is_sent in files.items() if not is_sent or name in known}


def _tidy_up(outbox: SealedOutbox, opened: Opened) -> None:
    """Destroy the copies of the index that are of no use after a start at which all is well."""
    if outbox.is_stand_in:
        return
    if outbox.remains.has_substitute():
        _wait_a_minute(outbox)
        outbox.remains.destroy_substitute()
    if not opened.is_rebuilt:
        outbox.remains.destroy_backups()


def _wait_a_minute(outbox: SealedOutbox) -> None:
    """After an older program's substitute: it may have tried just now, with its answer lost."""
    now = outbox.now()
    for row in outbox.index.active():
        if row.state is not State.SENDING and row.floor.remaining(now) < AFTER_UNCERTAIN:
            outbox.index.change(row, floor_columns(Floor(AFTER_UNCERTAIN, now)))


def _open(outbox: SealedOutbox) -> Opened:
    """Open the index, or make it anew, or let a substitute stand in for a later program's."""
    try:
        return Opened(_open_own(outbox))
    except ProblemError as error:
        if error.problem.code is not Code.STORE_NEWER or not outbox.stand_in():
            raise
        version = error.problem.values["version"]
    try:
        outbox.index.open()
    except IndexDamagedError:
        outbox.index.close()
        outbox.remains.destroy_substitute()
        outbox.index.open()
    _log.info("index of a later program left alone version=%s", version)
    return Opened(version=int(version))


def _open_own(outbox: SealedOutbox) -> bool:
    """Open the index; say whether it had to be set aside and made anew.

    Only who has it alone may set it aside, and looks once more: another start may have done so.
    What a later program wrote is its own, damaged or not: ProblemError (STORE_NEWER).
    """
    with suppress(IndexDamagedError):
        outbox.index.open()
        return False
    with outbox.index.file.alone() as is_alone:
        try:
            outbox.index.open()
        except IndexDamagedError as error:
            outbox.index.close()
            if not is_alone:
                _log.error("index unreadable, left alone: another process has it open")
                raise
            _spare_later(outbox.index.file.path, error)
            _set_aside(outbox.index.file.path, f"{outbox.clock.now():%Y%m%dT%H%M%SZ}")
            outbox.index.open()
            return True
    return False


def _spare_later(path: Path, error: IndexDamagedError) -> None:
    """Refuse what its head tells to be a later program's index: it is not ours to set aside."""
    with suppress(OSError):
        version = head_of(path).later_version
        if version:
            _log.error("index of a later program unreadable, left alone version=%d", version)
            raise trouble(Code.STORE_NEWER, version=version) from error


def _set_aside(path: Path, stamp: str) -> None:
    """Rename an unreadable index and its log; it may still be of use to somebody."""
    _log.error("index unreadable, rebuilt from the sealed files")
    with disk.disk_errors(path.parent):
        for suffix in ("", *BESIDE):
            old = path.with_name(path.name + suffix)
            with suppress(FileNotFoundError):
                disk.replace(old, path.with_name(f"outbox.corrupt-{stamp}{suffix}"))
        disk.sync_folder(path.parent)


def _adopt(outbox: SealedOutbox, report_id: str, is_sent: bool) -> State | Code | None:
    """Give a file without a row its row: `delivered` by its name, else `queued`.

    Gives the code of what hinders it, and None when there was nothing to do any more.

    An index that was lost may have known of a try whose answer was: so not before a minute,
    whoever asks for it.
    """
    now = outbox.now()
    try:
        row = _read(outbox, report_id, now)
    except DamagedError as error:
        _log.info("file quarantined id=%s reason=%s", report_id, error)
        row = quarantined_row(report_id, now, str(error))
    except ProblemError as error:
        _log.error("file left alone id=%s code=%s", report_id, error.problem.code.value)
        return error.problem.code
    except Exception as error:  # noqa: BLE001  (one odd file must not stop the start)
        _log.error("file quarantined id=%s error=%s", report_id, type(error).__name__)
        row = quarantined_row(report_id, now, type(error).__name__)
    if row is None:
        return None
    row = replace(row, floor=Floor(AFTER_UNCERTAIN, now))
    if is_sent and row.state is State.QUEUED:
        row = replace(row, state=State.DELIVERED, delivered_at=now.wall, due=None)
    return row.state if outbox.index.insert(row) else None


def _read(outbox: SealedOutbox, report_id: str, now: Moment) -> Row | None:
    """Make the row of a file; None when it has gone meanwhile. Raises DamagedError too."""
    stored = outbox.contents.stored(report_id)
    if stored is None:
        return None
    if stored.sealed.header.id != report_id:
        raise DamagedError("id")
    return row_of(stored, now, now.wall + AFTER_UNCERTAIN)


def _agreed(outbox: SealedOutbox, row: Row, is_sent: bool | None) -> bool:
    """Do as `_reconcile`; what is odd about one row or file must not stop the start."""
    try:
        return _reconcile(outbox, row, is_sent)
    except ProblemError:
        raise
    except Exception as error:  # noqa: BLE001  (ids and codes only; the next start tries again)
        _log.error("row left alone id=%s error=%s", row.id, type(error).__name__)
        return False


def _reconcile(outbox: SealedOutbox, row: Row, is_sent: bool | None) -> bool:
    """Make one row agree with its file (None = there is none); say whether it was lost."""
    if is_sent is None and not outbox.spool.has(row.id):
        return _without_file(outbox, row)
    if row.state is State.DELIVERED and is_sent is False:
        _try_file(row.id, outbox.spool.mark_sent)
    elif is_sent and row.state not in {State.DELIVERED, State.SENDING}:
        wall = to_number(outbox.clock.now())
        columns: dict[str, Scalar] = {"delivered_wall": wall, "due_wall": None}
        _mark(outbox, row, State.DELIVERED, {**columns, **_told_by_hand(outbox, row)})
    return False


def _told_by_hand(outbox: SealedOutbox, row: Row) -> dict[str, Scalar]:
    """Take over from a file that only the operator's word tells that it arrived."""
    with suppress(ProblemError, DamagedError):
        stored = outbox.contents.stored(row.id)
        if stored is not None and stored.sealed.header.meta.get(BY_HAND):
            return {"last_code": BY_HAND, "last_text_redacted": "", "problem": None, "hold": ""}
    return {}


def _try_file(report_id: str, call: Callable[[str], None]) -> None:
    """Put one file right; if it refuses, the next start tries again and this one goes on."""
    try:
        call(report_id)
    except ProblemError as error:
        _log.error("file left alone id=%s code=%s", report_id, error.problem.code.value)


def _renewed(outbox: SealedOutbox, row: Row) -> None:
    """Bring a row in line with a file that was written anew just before a crash."""
    try:
        if outbox.contents.wrap(row.id) == row.wrap:
            return
        outbox.ledger.agree(row, outbox.contents.opened(row.id)[1])
    except (ProblemError, DamagedError, LeaseLostError) as error:
        # a try finds out what is wrong with the file, and says so
        _log.info("file left alone id=%s error=%s", row.id, type(error).__name__)


def _without_file(outbox: SealedOutbox, row: Row) -> bool:
    if row.state is State.DELIVERED and not outbox.is_stand_in:
        outbox.shredder.shred(row, "delivered")
        return False
    if row.state in {State.QUARANTINED, State.SENDING}:
        return False
    if outbox.is_stand_in:  # the later program had it meanwhile, and knows what became of it
        outbox.index.forget(row.id)
        return False
    problem = Problem(Code.SEALED_FILE_DAMAGED, {"reason": "missing"})
    columns: dict[str, Scalar] = {"problem": problem_column(problem), "due_wall": None, "hold": ""}
    return _mark(outbox, row, State.QUARANTINED, columns)


def _mark(outbox: SealedOutbox, row: Row, state: State, columns: dict[str, Scalar]) -> bool:
    always: dict[str, Scalar] = {
        "state": state.value,
        "changed_wall": to_number(outbox.clock.now()),
    }
    is_changed = outbox.index.change(row, {**always, **columns}) is not None
    if is_changed:
        outbox.notify(row.id)
    return is_changed
