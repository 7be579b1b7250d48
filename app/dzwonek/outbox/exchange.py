"""Another content in a stored report's place: a new address, or support's number of it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import BY_HAND, Envelope, Phase, State, Summary
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.domain.wishes import UNSENT
from dzwonek.outbox import recipients
from dzwonek.outbox.contents import row_of
from dzwonek.outbox.pace import Moment, to_number
from dzwonek.outbox.rows import Row, Scalar, renewed_columns, told_columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.outbox.contents import Contents
    from dzwonek.outbox.register import Register
    from dzwonek.outbox.spool import Spool

READDRESSABLE = frozenset({State.HELD, State.QUEUED, State.RETRY_WAIT})

_log = logging.getLogger(__name__)


class Exchange:
    """Writes files anew and their rows with them. Calls raise ProblemError, DISK_… too.

    For whoever holds the outbox's lock on exchanges.
    """

    def __init__(
        self, index: Register, spool: Spool, contents: Contents, now: Callable[[], Moment]
    ) -> None:
        self._index = index
        self._spool = spool
        self._contents = contents
        self._now = now

    def replace(self, row: Row, envelope: Envelope) -> None:
        """Put a changed message in a report's place while nobody can have received it (I4).

        Where some recipients have it already, only those left are exchanged: the bytes stay, and
        nobody gets a second copy. Raises ProblemError: REPORT_BUSY when it is being sent or an
        attempt may have got through, QUEUE_KEY_UNREACHABLE when its words cannot be read; then it
        stays as it was.
        """
        is_answered = row.phase is not Phase.DOT_SENT or bool(row.taken)
        is_untouched = row.uncertain_count == 0 and is_answered
        if row.state not in READDRESSABLE or not is_untouched:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        summary = self._summary(row)
        if row.taken:
            envelope, row = self._for_those_left(envelope, row)
        wall = to_number(self._now().wall)
        self._rewrite(row, envelope, summary, {**told_columns(None), "changed_wall": wall})

    def confirm(self, row: Row, ticket: str) -> None:
        """Note what the operator knows of a report: that it arrived, and support's number.

        What was not delivered yet is so from now on, and is never sent again: that is committed
        first. Raises ProblemError: REPORT_BUSY when it is being sent, REPORT_UNKNOWN when its
        content is gone or spoilt, QUEUE_KEY_UNREACHABLE.
        """
        if row.state is State.SENDING:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        if row.state is not State.DELIVERED and row.state not in UNSENT - {State.QUARANTINED}:
            raise trouble(Code.REPORT_UNKNOWN, id=row.id)
        summary = self._summary(row)
        envelope = self._contents.envelope(row.id)
        is_news = row.state is not State.DELIVERED
        if is_news:
            row = self._arrived(row)
        if summary.ticket != ticket:
            self._rewrite(row, envelope, replace(summary, ticket=ticket), {})
        elif is_news:
            self._note(row, envelope, summary)

    def _arrived(self, row: Row) -> Row:
        wall = to_number(self._now().wall)
        columns: dict[str, Scalar] = {
            "state": State.DELIVERED.value,
            "hold": "",
            "due_wall": None,
            "problem": None,
            "last_code": BY_HAND,
            "last_text_redacted": "",
            "delivered_wall": wall,
            "changed_wall": wall,
        }
        fresh = self._index.change(row, columns)
        if fresh is None:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        self._spool.mark_sent(row.id)
        return fresh

    def _note(self, row: Row, envelope: Envelope, summary: Summary) -> None:
        """Let the file tell, too, by whose word it arrived; the word itself is committed."""
        try:
            self._rewrite(row, envelope, summary, {})
        except ProblemError as error:
            _log.error("not in the file yet id=%s code=%s", row.id, error.problem.code.value)

    def _summary(self, row: Row) -> Summary:
        summary = self._contents.summary(row)
        if summary is None:
            raise trouble(Code.QUEUE_KEY_UNREACHABLE, id=row.id)
        return summary

    def _rewrite(
        self, row: Row, envelope: Envelope, summary: Summary, more: dict[str, Scalar]
    ) -> None:
        """Write the file first: a row that lags behind it still opens by itself."""
        now = self._now()
        stored = self._contents.rewrite(envelope, summary, row)
        columns = renewed_columns(row_of(stored, now, now.wall))
        if self._index.change(row, {**columns, **more}) is None:
            raise trouble(Code.REPORT_BUSY, id=row.id)

    def _for_those_left(self, wanted: Envelope, row: Row) -> tuple[Envelope, Row]:
        """Address the frozen message to new recipients beside those who have it."""
        frozen = self._contents.envelope(row.id)
        everybody, taken = recipients.joined(frozen.recipients, row.taken, wanted.recipients)
        envelope = replace(frozen, sender=wanted.sender, recipients=everybody)
        return envelope, replace(row, taken=taken)
