"""Remembers what time Daktela's server said it was, to notice a computer's clock that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.doubt import Hearing, doubted
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.domain.doubt import DoubtedClock
    from dzwonek.domain.ports import Clock


class ClockCheck:
    """Judges the computer's clock by the last hearing of this run; safe from any thread.

    `released` is the day on which this program was made (UTC).
    """

    def __init__(self, clock: Clock, released: datetime) -> None:
        self._clock = clock
        self._released = released
        self._hearing: Hearing | None = None

    def heard(self, server: datetime) -> None:
        """Note the time (UTC) that a server has just told."""
        self._hearing = Hearing(server, self._clock.now(), self._clock.monotonic())

    def doubt(self, now: datetime) -> DoubtedClock | None:
        """Say what is wrong with the wall clock, which has just shown `now`."""
        return doubted(now, self._clock.monotonic(), self._released, self._hearing)

    def look(self) -> None:
        """Look at the clock for `doctor`; raises ProblemError (CLOCK_DOUBTED)."""
        found = self.doubt(self._clock.now())
        if found is not None:
            shown, assumed = (f"{each:%Y-%m-%d %H:%M}" for each in (found.shown, found.assumed))
            raise trouble(
                Code.CLOCK_DOUBTED, shown=shown, assumed=assumed, source=found.source.value
            )
