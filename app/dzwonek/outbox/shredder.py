"""The end of a report's content: both wraps of its key destroyed, the tombstone left."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.outbox.pace import ZERO, Moment, to_number
from dzwonek.outbox.retention import (
    KEEP_DELIVERED,
    KEEP_TOMBSTONES,
    KEEP_UNDELIVERED,
    NOTICE,
    Term,
)
from dzwonek.outbox.rows import told_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from dzwonek.outbox.register import Register
    from dzwonek.outbox.remains import Remains
    from dzwonek.outbox.rows import Row, Scalar
    from dzwonek.outbox.spool import Spool

    Purge = Callable[[], timedelta | None]

AT_ONCE = 50  # rows read at a time
AGAIN = timedelta(minutes=1)  # when a report was busy just then, or its file open elsewhere

_log = logging.getLogger(__name__)


class Shredder:
    """Destroys contents, at once or when their time is over. Calls raise ProblemError (DISK_…).

    `now` looks at the clocks; `purge_drafts` does for drafts what `purge` does for reports.
    """

    def __init__(
        self,
        index: Register,
        spool: Spool,
        remains: Remains,
        now: Callable[[], Moment],
        changed: Callable[[str], None],
        purge_drafts: Purge,
    ) -> None:
        self._index = index
        self._spool = spool
        self._remains = remains
        self._now = now
        self._changed = changed
        self._purge_drafts = purge_drafts
        self._keep_delivered = KEEP_DELIVERED
        self._keep_undelivered = KEEP_UNDELIVERED
        self._is_dirty = False  # what was shredded may still stand in the index's log
        self._left: set[str] = set()  # ended reports whose files could not be destroyed yet
        self.is_resting = False  # a later program's reports are not ours to destroy

    def keep_delivered_for(self, length: timedelta) -> None:
        """Keep the content of delivered reports this long from now on; zero = not at all."""
        self._keep_delivered = length

    def keep_undelivered_for(self, length: timedelta) -> None:
        """Keep what could not be sent this long from now on, and three days after it was told."""
        self._keep_undelivered = length

    def purge(self) -> timedelta | None:
        """Destroy the contents whose time is over; give the wait until the next one."""
        if self.is_resting:
            return None
        for report_id in tuple(self._left):
            self._destroy_files(report_id)
        waits = [self._purge_delivered(), self._purge_unsent(), self._drafts_purged()]
        if self._left:
            waits.append(AGAIN)
        self._forget_tombstones()
        self._remains.destroy_old()
        self._tidy()
        return min((wait for wait in waits if wait is not None), default=None)

    def expiring(self) -> tuple[Row, ...]:
        """Give the unsent reports of which the operator has to be told now."""
        if self.is_resting:
            return ()
        now = self._now()
        rows = self._index.created_before(self._notice_from(now))
        return tuple(row for row in rows if self._term(row).is_to_be_told(now))

    def told(self, report_ids: Iterable[str]) -> None:
        """Commit that the operator was told now; the three days begin."""
        now = self._now()
        for row in map(self._index.row, report_ids):
            if row is not None and self._term(row).is_to_be_told(now):
                self._index.change(row, told_columns(now))

    def expires_at(self, row: Row) -> datetime | None:
        """Say when a report's content will be destroyed if nothing happens; None = it is gone."""
        if row.state in {State.TOMBSTONE, State.EXPIRED}:
            return None
        if row.state is State.DELIVERED:
            return (row.delivered_at or row.changed_at) + self._keep_delivered
        return self._term(row).end(self._now())

    def shred(
        self, row: Row, ended_as: str, state: State = State.TOMBSTONE, heir: Row | None = None
    ) -> None:
        """Destroy a report's content; raises ProblemError (REPORT_BUSY) when it just changed.

        The row of its `heir`, if there is one, comes into the index by the same commit.

        The index's wrap goes first: a file that outlives a crash here is destroyed at next start.
        Copies of the index go before that, since they hold the wrap as well.
        """
        self._remains.destroy()
        columns: dict[str, Scalar] = {
            "state": state.value,
            "ended_as": ended_as,
            "wrap": None,
            "summary": None,
            "hold": "",
            "due_wall": None,
            "problem": None,
            "changed_wall": to_number(self._now().wall),
        }
        index = self._index
        is_done = (
            index.change(row, columns) if heir is None else index.supersede(row, columns, heir)
        )
        if is_done is None:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        self._is_dirty = True
        self._destroy_files(row.id)
        _log.info("report shredded id=%s reason=%s", row.id, ended_as)
        self._changed(row.id)

    def tidy(self) -> None:
        """Leave no shredded row in the index's log, now or, if the disk fails, at the next purge.

        The end is committed by then, so nobody is told that it failed.
        """
        try:
            self._tidy()
        except ProblemError as error:
            _log.error("log left for later code=%s", error.problem.code.value)

    def _tidy(self) -> None:
        if self._is_dirty:
            self._index.tidy()
            self._is_dirty = False

    def _destroy_files(self, report_id: str) -> None:
        """Destroy an ended report's files; what refuses (Windows: is open) is left for later.

        The index's key is gone and the end is committed, so nothing stands still for it: the next
        purge tries again, and so does the next start.
        """
        try:
            self._spool.shred(report_id)
        except ProblemError as error:
            self._left.add(report_id)
            _log.error("file left for later id=%s code=%s", report_id, error.problem.code.value)
        else:
            self._left.discard(report_id)

    def _purge_delivered(self) -> timedelta | None:
        now = self._now().wall
        while rows := self._index.delivered(AT_ONCE):
            for row in rows:
                # a clock set back may not keep a content longer than it was promised
                left = self._keep_delivered - abs(now - (row.delivered_at or now))
                if left > ZERO:
                    return left
                self.shred(row, "delivered")
        return None

    def _purge_unsent(self) -> timedelta | None:
        """Let expire what the operator was told of three days ago; give the wait for the next."""
        now = self._now()
        waits = []
        for row in self._index.told():
            left = self._term(row).left(now)
            if left == ZERO:
                left = self._expire(row)
            if left is not None:
                waits.append(left)
        return min(waits, default=None)

    def _drafts_purged(self) -> timedelta | None:
        """Purge the drafts; a folder of drafts that cannot be read may keep no report back."""
        try:
            return self._purge_drafts()
        except ProblemError as error:
            _log.error("drafts not purged code=%s", error.problem.code.value)
            return None

    def _expire(self, row: Row) -> timedelta | None:
        """Destroy what nobody sent; leave it for a minute when it changed just now."""
        try:
            self.shred(row, "expired", State.EXPIRED)
        except ProblemError as error:
            if error.problem.code is not Code.REPORT_BUSY:
                raise
            return AGAIN
        return None

    def _forget_tombstones(self) -> None:
        """Forget what ended a year ago; where a file is left, the row has to outlive it."""
        end = self._now().wall - KEEP_TOMBSTONES
        for row in self._index.ended_before(end, AT_ONCE):
            if not self._spool.has(row.id):
                self._index.forget(row.id)

    def _term(self, row: Row) -> Term:
        begun = max(row.created.wall, row.date)  # its draft may be days older than the report
        return Term(begun, self._keep_undelivered, row.told)

    def _notice_from(self, now: Moment) -> datetime:
        return now.wall - self._keep_undelivered + NOTICE
