"""Whether the computer's clock can be believed, and which time is nearer to the truth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FAR = timedelta(days=1)  # a wrong zone is no broken clock
STEADY = timedelta(hours=1)  # the wall clock may drift so much from the steady one


class TimeSource(StrEnum):
    """Who knows better than the computer's clock."""

    SERVER = "server"  # the last answer of Daktela
    RELEASE = "release"  # the day this program was made: it cannot be earlier


@dataclass(frozen=True, slots=True)
class DoubtedClock:
    """What a clock showed that cannot be right, and the time to be assumed instead (UTC)."""

    shown: datetime
    assumed: datetime
    source: TimeSource


@dataclass(frozen=True, slots=True)
class Hearing:
    """A server's time (UTC), and both clocks of this computer when it was heard."""

    server: datetime
    wall: datetime
    steady: timedelta


def doubted(
    now: datetime, steady: timedelta, released: datetime, hearing: Hearing | None
) -> DoubtedClock | None:
    """Judge the wall clock `now`; None when nothing speaks against it.

    A hearing counts only while the wall clock ran on as the steady one did. When it jumped, or
    the computer slept, nobody can tell which, and the server has to be heard again.
    """
    if hearing is not None and hearing.server >= released - FAR:
        passed = now - hearing.wall
        offset = hearing.server - hearing.wall
        if abs(passed - (steady - hearing.steady)) <= STEADY:
            return DoubtedClock(now, now + offset, TimeSource.SERVER) if abs(offset) > FAR else None
    if now < released - FAR:
        return DoubtedClock(now, released, TimeSource.RELEASE)
    return None
