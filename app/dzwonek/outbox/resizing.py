"""Reports that the server finds too big: their content is exchanged for a smaller one."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Envelope, Verdict
from dzwonek.domain.problem import Code

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Outcome
    from dzwonek.outbox.contents import Stored
    from dzwonek.outbox.rows import Row
    from dzwonek.outbox.store import SealedOutbox

MOST = 6  # more steps than there are: each one costs the server a question

# the report and the most bytes that the server takes (0 = it did not say); None: no smaller
Smaller = Callable[[Envelope, int], Envelope | None]

_log = logging.getLogger(__name__)


def nothing_smaller(_: Envelope, __: int) -> Envelope | None:
    """Make nothing smaller, where nothing can do so."""
    return None


class Resizing:
    """Seals a smaller message in a refused one's place, under the same report id (I4)."""

    def __init__(self, outbox: SealedOutbox, smaller: Smaller) -> None:
        self._outbox = outbox
        self._smaller = smaller

    def resized(self, row: Row, envelope: Envelope, outcome: Outcome) -> Stored | None:
        """Give the new file of a leased report that is too big; None when it stays as it is.

        A crash behind this leaves a file that its row does not know yet; the next start, or the
        next try, believes the file. Raises ProblemError (DISK_…, QUEUE_KEY_…).
        """
        if not _is_too_big(outcome) or row.shrunk >= MOST:
            return None
        smaller = self._made(envelope, outcome.limit)
        summary = self._outbox.contents.summary(row)
        if smaller is None or summary is None:
            return None
        _log.info("report made smaller id=%s size=%d", row.id, len(smaller.content))
        story = replace(row, shrunk=row.shrunk + 1)
        return self._outbox.contents.rewrite(smaller, summary, story)

    def _made(self, envelope: Envelope, limit: int) -> Envelope | None:
        try:
            smaller = self._smaller(envelope, limit)
        except Exception as error:  # noqa: BLE001  (then it stays refused, with its words)
            _log.error("not made smaller id=%s error=%s", envelope.report_id, type(error).__name__)
            return None
        if smaller is not None and not _is_lawful(envelope, smaller):
            _log.error("not made smaller id=%s error=unlawful", envelope.report_id)
            return None
        return smaller


def _is_too_big(outcome: Outcome) -> bool:
    problem = outcome.problem
    is_size = problem is not None and problem.code is Code.MAIL_TOO_BIG
    return is_size and outcome.verdict is Verdict.REJECTED


def _is_lawful(envelope: Envelope, smaller: Envelope) -> bool:
    """Say whether only the content and the Message-ID have changed (I4)."""
    is_another = smaller.message_id != envelope.message_id
    same = replace(smaller, message_id=envelope.message_id, content=envelope.content)
    return is_another and same == envelope and len(smaller.content) < len(envelope.content)
