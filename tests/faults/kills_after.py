"""What a new start makes of a store whose program was killed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import Entry
from dzwonek.domain.ports import Channel, Clock
from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.line import Line
from dzwonek.outbox.rounds import Rounds
from tests.fakes.clock import FakeClock
from tests.faults.kills_life import opened

ENOUGH = timedelta(hours=3)


class LaterClock(FakeClock):
    """An hour after what another clock of this computer shows; it jumps over each wait."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock.now() + timedelta(hours=1))
        self._monotonic = clock.monotonic() + timedelta(hours=1)


def drained(
    home: Path, channel_of: Callable[[str], Channel], clock: LaterClock
) -> tuple[Entry, ...]:
    """Start anew, send all that waits by the clock's time, and give the entries.

    The clock jumps over each wait that the program asks for; none is left out.
    """
    outbox = opened(home, clock)
    outbox.recover()
    line = Line(channel_of, clock)
    rounds = Rounds(outbox, line, Random(7), RetryPlan())
    end = clock.monotonic() + ENOUGH
    while outbox.tally().waiting:
        wait = rounds.look()
        if wait is None or clock.monotonic() + wait > end:
            break
        clock.advance(wait)
    line.hang_up()
    entries = outbox.entries()
    outbox.close()
    return entries
