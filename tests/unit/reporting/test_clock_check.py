"""The time that Daktela's server tells is kept for this run, to notice a wrong clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dzwonek.domain.doubt import TimeSource
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.reporting.clock_check import ClockCheck
from tests.fakes.clock import START, FakeClock

RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def test_the_last_hearing_counts() -> None:
    clock = FakeClock()
    check = ClockCheck(clock, RELEASED)
    check.heard(START + 40 * DAY)
    clock.advance(DAY)
    found = check.doubt(clock.now())
    assert found is not None
    assert (found.shown, found.assumed) == (START + DAY, START + 41 * DAY)
    assert found.source is TimeSource.SERVER
    check.heard(clock.now())
    assert check.doubt(clock.now()) is None
    check.look()


def test_the_doctor_is_told_what_the_clock_shows_and_what_it_should() -> None:
    clock = FakeClock(datetime(1980, 1, 1, tzinfo=UTC))
    with pytest.raises(ProblemError) as caught:
        ClockCheck(clock, RELEASED).look()
    assert caught.value.problem.code is Code.CLOCK_DOUBTED
    assert dict(caught.value.problem.values) == {
        "shown": "1980-01-01 00:00",
        "assumed": "2026-01-01 00:00",
        "source": "release",
    }
