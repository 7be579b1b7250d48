"""The end of a report's content: both wraps of its key destroyed, the tombstone left."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, trouble
from dzwonek.outbox.pace import ZERO, to_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.ports import Clock
    from dzwonek.outbox.register import Register
    from dzwonek.outbox.rows import Row, Scalar
    from dzwonek.outbox.spool import Spool

KEEP_DELIVERED = timedelta(days=7)

_log = logging.getLogger(__name__)


class Shredder:
    """Destroys contents, at once or when their time is over. Calls raise ProblemError (DISK_…)."""

    def __init__(
        self,
        index: Register,
        spool: Spool,
        clock: Clock,
        changed: Callable[[str], None],
        keep_delivered: timedelta,
    ) -> None:
        self._index = index
        self._spool = spool
        self._clock = clock
        self._changed = changed
        self._keep_delivered = keep_delivered

    def keep_delivered_for(self, length: timedelta) -> None:
        """Keep the content of delivered reports this long from now on; zero = not at all."""
        self._keep_delivered = length

    def purge(self) -> timedelta | None:
        """Shred the delivered contents whose time is over; give the wait until the next one."""
        now = self._clock.now()
        is_shredded = False
        wait = None
        for row in self._index.delivered():
            # a clock set back may not keep a content longer than it was promised
            age = abs(now - (row.delivered_at or now))
            wait = self._keep_delivered - age
            if wait > ZERO:
                break
            self.shred(row, "delivered")
            is_shredded, wait = True, None
        if is_shredded:
            self._index.tidy()
        return wait

    def shred(self, row: Row, ended_as: str) -> None:
        """Destroy a report's content; raises ProblemError (REPORT_BUSY) when it just changed.

        The index's wrap goes first: a file that outlives a crash here is destroyed at next start.
        """
        columns: dict[str, Scalar] = {
            "state": State.TOMBSTONE.value,
            "ended_as": ended_as,
            "wrap": None,
            "summary": None,
            "hold": "",
            "due_wall": None,
            "problem": None,
            "changed_wall": to_number(self._clock.now()),
        }
        if self._index.change(row, columns) is None:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        self._spool.shred(row.id)
        _log.info("report shredded id=%s reason=%s", row.id, ended_as)
        self._changed(row.id)
