"""What is put right at each start: files and rows are made to agree, and the dead let go."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.retry import AFTER_UNCERTAIN
from dzwonek.outbox import disk
from dzwonek.outbox.contents import quarantined_row, row_of
from dzwonek.outbox.index import IndexDamagedError
from dzwonek.outbox.pace import Floor, Moment, to_number
from dzwonek.outbox.rows import Row, Scalar, problem_column
from dzwonek.outbox.seal import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dzwonek.outbox.store import SealedOutbox

ENDED = frozenset({State.TOMBSTONE, State.EXPIRED})

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a start found: counts of reports, and what a person should know."""

    reindexed: int = 0
    quarantined: int = 0
    freed: int = 0
    is_rebuilt: bool = False
    problems: tuple[Problem, ...] = ()


def recover(outbox: SealedOutbox) -> Recovery:
    """Open the index or rebuild it from the files, make both agree, free dead leases.

    Raises ProblemError: STORE_NEWER when a later program's index must not be written, DISK_….
    """
    is_rebuilt = _open(outbox)
    outbox.spool.sweep()
    outbox.ballast.lay()
    files = outbox.spool.listing()
    rows = {row.id: row for row in outbox.index.rows()}
    found = [
        _adopt(outbox, report_id, is_sent)
        for report_id, is_sent in files.items()
        if report_id not in rows
    ]
    lost = sum(_agreed(outbox, row, files.get(row.id)) for row in rows.values())
    freed = outbox.ledger.free_leases()
    outbox.shredder.purge()
    recovery = Recovery(
        reindexed=found.count(State.QUEUED) + found.count(State.DELIVERED),
        quarantined=found.count(State.QUARANTINED) + lost,
        freed=freed,
        is_rebuilt=is_rebuilt,
        problems=(Problem(Code.STORE_REBUILT, {"reports": len(found)}),) if is_rebuilt else (),
    )
    _log.info(
        "outbox recovered reindexed=%d quarantined=%d freed=%d rebuilt=%s",
        recovery.reindexed,
        recovery.quarantined,
        recovery.freed,
        recovery.is_rebuilt,
    )
    return recovery


def _open(outbox: SealedOutbox) -> bool:
    """Open the index; say whether it had to be set aside and made anew.

    Only who has it alone may set it aside, and looks once more: another start may have done so.
    """
    with suppress(IndexDamagedError):
        outbox.index.open()
        return False
    with outbox.index.file.alone() as is_alone:
        try:
            outbox.index.open()
        except IndexDamagedError:
            outbox.index.close()
            if not is_alone:
                _log.error("index unreadable, left alone: another process has it open")
                raise
            _set_aside(outbox.index.file.path, f"{outbox.clock.now():%Y%m%dT%H%M%SZ}")
            outbox.index.open()
            return True
    return False


def _set_aside(path: Path, stamp: str) -> None:
    """Rename an unreadable index and its log; it may still be of use to somebody."""
    _log.error("index unreadable, rebuilt from the sealed files")
    with disk.disk_errors(path.parent):
        for suffix in ("", "-wal", "-shm"):
            old = path.with_name(path.name + suffix)
            with suppress(FileNotFoundError):
                os.replace(old, path.with_name(f"outbox.corrupt-{stamp}{suffix}"))
        disk.sync_folder(path.parent)


def _adopt(outbox: SealedOutbox, report_id: str, is_sent: bool) -> State | None:
    """Give a file without a row its row: `delivered` by its name, else `queued`.

    An index that was lost may have known of a try whose answer was: so not before a minute,
    whoever asks for it.
    """
    now = outbox.now()
    try:
        row = _read(outbox, report_id, now)
    except DamagedError as error:
        row = quarantined_row(report_id, now, str(error))
    except ProblemError as error:
        _log.error("file left alone id=%s code=%s", report_id, error.problem.code.value)
        return None
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
    if row.state in ENDED:
        _try_file(row.id, outbox.spool.shred)
    elif row.state is State.DELIVERED and is_sent is False:
        _try_file(row.id, outbox.spool.mark_sent)
    elif is_sent and row.state not in {State.DELIVERED, State.SENDING}:
        wall = to_number(outbox.clock.now())
        _mark(outbox, row, State.DELIVERED, {"delivered_wall": wall, "due_wall": None})
    return False


def _try_file(report_id: str, call: Callable[[str], None]) -> None:
    """Put one file right; if it refuses, the next start tries again and this one goes on."""
    try:
        call(report_id)
    except ProblemError as error:
        _log.error("file left alone id=%s code=%s", report_id, error.problem.code.value)


def _without_file(outbox: SealedOutbox, row: Row) -> bool:
    if row.state is State.DELIVERED:
        outbox.shredder.shred(row, "delivered")
        return False
    if row.state in ENDED | {State.QUARANTINED, State.SENDING}:
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
