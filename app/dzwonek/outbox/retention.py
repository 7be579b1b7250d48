"""How long contents are kept, and that nothing unsent goes without a word three days before.

Pure decisions. What was told counts by the wall clock and, within one start of the system, by the
monotonic clock as well: a clock that jumps ten years ahead destroys nothing at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dzwonek.outbox.pace import ZERO

if TYPE_CHECKING:
    from dzwonek.outbox.pace import Moment

NOTICE = timedelta(days=3)
KEEP_DELIVERED = timedelta(days=7)
KEEP_UNDELIVERED = timedelta(days=30)
KEEP_DRAFTS = timedelta(days=14)
KEEP_TOMBSTONES = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Term:
    """The time of one content: when it was last touched, how long it is kept, when it was told."""

    since: datetime
    keep: timedelta
    told: Moment | None = None

    def end(self, now: Moment) -> datetime:
        """Give the time of its destruction, at least three days after it is or was told."""
        told = self.told.wall if self.told and self._is_told(now) else now.wall
        return max(_later(self.since, self.keep), _later(told, NOTICE))

    def is_to_be_told(self, now: Moment) -> bool:
        """Say whether the operator has to be told now: due within three days, and not told yet."""
        return not self._is_told(now) and now.wall >= _later(self.since, self.keep - NOTICE)

    def left(self, now: Moment) -> timedelta | None:
        """Give what is left of its time, nothing when it is over; None while nobody was told."""
        if self.told is None or not self._is_told(now):
            return None
        left = max(_later(self.since, self.keep), _later(self.told.wall, NOTICE)) - now.wall
        if self.told.boot and self.told.boot == now.boot:
            left = max(left, self.told.mono + NOTICE - now.mono)
        return max(left, ZERO)

    def _is_told(self, now: Moment) -> bool:
        """Say whether somebody was told; what a clock since set back wrote down does not count."""
        return self.told is not None and self.told.wall <= now.wall


def _later(moment: datetime, length: timedelta) -> datetime:
    """Add, within what a datetime can hold."""
    try:
        return moment + length
    except OverflowError:
        return datetime.max.replace(tzinfo=moment.tzinfo)
