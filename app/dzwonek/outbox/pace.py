"""Moments and floors: how long a wait really lasted, whatever the wall clock was set to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.retry import RetryPlan

ZERO = timedelta(0)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """One look at both clocks; `mono` counts within the system's start named by `boot`."""

    wall: datetime
    mono: timedelta
    boot: str

    @classmethod
    def of(cls, clock: Clock, boot: str) -> Moment:
        """Read both clocks."""
        return cls(clock.now(), clock.monotonic(), boot)


@dataclass(frozen=True, slots=True)
class Floor:
    """The shortest wait after an attempt that ended at `since` (invariant I8)."""

    length: timedelta = ZERO
    since: Moment | None = None

    def remaining(self, now: Moment) -> timedelta:
        """Give what is left of the wait, never more than its length.

        Within one start of the system only the monotonic clock counts; else the wall clock, and
        a clock that was set back starts the wait anew.
        """
        if self.since is None or self.length <= ZERO:
            return ZERO
        if self.since.boot and self.since.boot == now.boot:
            passed = now.mono - self.since.mono
        else:
            passed = now.wall - self.since.wall
        if passed < ZERO:
            return self.length
        return max(ZERO, self.length - passed)

    def lawful(self, now: Moment) -> Floor:
        """Give this floor counted from now, if it counts from a time that has yet to come.

        A wait that starts anew at each look would last until the clock catches up with itself.
        """
        is_over = self.length <= ZERO or self.since is None
        return self if is_over or self.remaining(now) < self.length else Floor(self.length, now)


def lawful_due(
    due: datetime, longest: timedelta, now: Moment, plan: RetryPlan, random: Random
) -> datetime:
    """Give `due`, or a time within the cap when only a clock jump can have put it that far off.

    `longest` is the wait that a floor or a probe may lawfully have beyond the cap.
    """
    return plan.clamped(due, now.wall, longest, random)


def wait_for(due: datetime | None, floor: Floor, now: Moment) -> timedelta:
    """Give the wait before `due`, not below the floor."""
    return max(ZERO if due is None else due - now.wall, floor.remaining(now), ZERO)


def to_number(moment: datetime) -> int:
    """Write a wall time as milliseconds since 1970, UTC."""
    return (moment - EPOCH) // MILLISECOND


def from_number(number: int) -> datetime:
    """Read milliseconds since 1970 as a wall time; out of range means the end of time."""
    try:
        return EPOCH + number * MILLISECOND
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC) if number > 0 else EPOCH
