"""Submitted reports come in: first the sealed file, then its row; both stand, or neither."""

from __future__ import annotations

import logging
import threading
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.outbox.contents import row_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dzwonek.domain.delivery import Envelope, Summary
    from dzwonek.outbox.contents import Contents
    from dzwonek.outbox.pace import Moment
    from dzwonek.outbox.register import Register
    from dzwonek.outbox.rows import Row
    from dzwonek.outbox.spool import Spool

ENDED = frozenset({State.TOMBSTONE, State.EXPIRED})

_log = logging.getLogger(__name__)


class Intake:
    """Takes one report after the other, from any thread. Calls raise ProblemError (DISK_…)."""

    def __init__(
        self, index: Register, spool: Spool, contents: Contents, now: Callable[[], Moment]
    ) -> None:
        self._index = index
        self._spool = spool
        self._contents = contents
        self._now = now
        self._taking = threading.Lock()

    def take(self, envelope: Envelope, summary: Summary, created_at: datetime) -> bool:
        """Store a report durably; on return it survives a power cut (I1).

        False for the same report again; raises ProblemError (REPORT_BUSY) too, for another
        content under a known id.
        """
        report_id = _checked(envelope.report_id)
        with self._taking:
            known = self._index.row(report_id)
            if known is not None and self._is_phantom(known):
                self._index.forget(report_id)
                known = None
            if known is None and self._spool.has(report_id):
                known = self._adopted(report_id)
            if known is not None:
                self._check_same(known, envelope)
                return False
            row = self._stored(envelope, summary, created_at)
        _log.info("report saved id=%s size=%d", report_id, row.size)
        return True

    def take_over(
        self,
        envelope: Envelope,
        summary: Summary,
        created_at: datetime,
        commit: Callable[[Row], None],
    ) -> None:
        """Store a new report's file and let `commit` put its row where it belongs.

        When either raises ProblemError, nothing of it is kept.
        """
        report_id = _checked(envelope.report_id)
        with self._taking:
            if self._index.row(report_id) is not None or self._spool.has(report_id):
                raise trouble(Code.REPORT_BUSY, id=report_id)
            now = self._now()
            try:
                commit(row_of(self._contents.store(envelope, summary, created_at), now, now.wall))
            except ProblemError:
                self._drop(report_id)
                raise
        _log.info("report saved id=%s", report_id)

    def _stored(self, envelope: Envelope, summary: Summary, created_at: datetime) -> Row:
        """Write file, then row; when either fails, neither is kept."""
        now = self._now()
        try:
            row = row_of(self._contents.store(envelope, summary, created_at), now, now.wall)
            is_new = self._index.insert(row)
        except ProblemError as error:
            self._drop(envelope.report_id)
            _log.info("report not saved code=%s", error.problem.code.value)
            raise
        # another process may have found the file before its row was there; it is saved then
        there = row if is_new else self._row(row.id)
        if there.sha256 != row.sha256:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        return row

    def _adopted(self, report_id: str) -> Row:
        """Give its row to a file that a submit cut short left behind."""
        stored = self._contents.stored(report_id)
        if stored is None:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        self._spool.settle()
        now = self._now()
        self._index.insert(row_of(stored, now, now.wall))
        return self._row(report_id)

    def _row(self, report_id: str) -> Row:
        row = self._index.row(report_id)
        if row is None:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        return row

    def _drop(self, report_id: str) -> None:
        with suppress(ProblemError):
            self._spool.shred(report_id)
        with suppress(ProblemError):
            self._index.forget(report_id)

    def _is_phantom(self, row: Row) -> bool:
        """Say whether a row stems from a submit that failed half-way and was never sent."""
        is_unsent = row.state in {State.QUEUED, State.QUARANTINED} and row.attempts == 0
        return is_unsent and not self._spool.has(row.id)

    def _check_same(self, known: Row, envelope: Envelope) -> None:
        if known.state in ENDED or self._contents.envelope(known.id) != envelope:
            raise trouble(Code.REPORT_BUSY, id=known.id)


def _checked(report_id: str) -> str:
    """Let only a UUID become a file's name; raises ValueError."""
    if str(uuid.UUID(report_id)) != report_id:
        raise ValueError("a report id is a UUID in lower case")
    return report_id
