"""When to try again: full jitter, floors and the clamp that no clock can break."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

AFTER_UNCERTAIN = timedelta(seconds=60)
AFTER_GREYLISTING = timedelta(seconds=300)
AFTER_BUSY_MAILBOX = timedelta(seconds=60)  # 432 4.3.2, Exchange Online's concurrency limit
HELD_PROBE = timedelta(minutes=30)  # an account may be locked by quick repeats
START_SPREAD = timedelta(seconds=300)


@dataclass(frozen=True, slots=True)
class RetryPlan:
    """Waits between attempts: `U(0, min(cap, base * 2^n))`, never below the floor.

    Source: "Exponential Backoff And Jitter", AWS Architecture Blog (full jitter).
    """

    base: timedelta = timedelta(seconds=30)
    cap: timedelta = timedelta(seconds=900)

    def wait(self, attempts: int, floor: timedelta, random: Random) -> timedelta:
        """Give the wait after `attempts` failed attempts (1 = the first one failed)."""
        exponent = min(max(attempts - 1, 0), 30)
        limit = min(self.cap, self.base * (1 << exponent))
        return max(floor, limit * random.random())

    def probe(self, floor: timedelta, random: Random) -> timedelta:
        """Give the wait between probes of a server that has been away: `U(cap/3, cap)`.

        Full jitter would knock at once as often as late, and a fleet pays for each knock.
        """
        return max(floor, self.cap / 3 + self.cap * (2 / 3) * random.random())

    def clamped(self, due: datetime, now: datetime, floor: timedelta, random: Random) -> datetime:
        """Bring a due time that a clock jump pushed too far back within the cap.

        `floor` is the wait a server asked for; it may lawfully lie beyond the cap.
        """
        if due - now > max(self.cap, floor):
            return now + self.cap * random.random()
        return due
