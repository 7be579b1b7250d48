"""No wall clock lengthens a wait that has begun."""

from __future__ import annotations

from datetime import timedelta

from dzwonek.outbox.pace import Moment
from dzwonek.outbox.patience import Patience
from tests.fakes.clock import START, FakeClock

MINUTE = timedelta(minutes=1)


def moment(clock: FakeClock) -> Moment:
    return Moment.of(clock, "boot")


def test_a_wait_ends_when_it_should_however_often_the_clock_is_set_back() -> None:
    clock, patience = FakeClock(), Patience()
    due = patience.lawful("one", START + 10 * MINUTE, moment(clock))

    for passed in range(1, 10):
        clock.advance(MINUTE)
        clock.jump(-5 * MINUTE)
        due = patience.lawful("one", due, moment(clock))
        assert due - clock.now() == (10 - passed) * MINUTE


def test_a_clock_set_forward_may_shorten_a_wait() -> None:
    clock, patience = FakeClock(), Patience()
    due = patience.lawful("one", START + 10 * MINUTE, moment(clock))
    clock.jump(5 * MINUTE)

    assert patience.lawful("one", due, moment(clock)) == due


def test_a_clock_that_is_put_right_gently_changes_nothing() -> None:
    clock, patience = FakeClock(), Patience()
    due = patience.lawful("one", START + 10 * MINUTE, moment(clock))
    clock.jump(timedelta(milliseconds=-900))

    assert patience.lawful("one", due, moment(clock)) == due


def test_another_due_time_is_another_wait() -> None:
    clock, patience = FakeClock(), Patience()
    patience.lawful("one", START + MINUTE, moment(clock))

    later = START + 10 * MINUTE
    assert patience.lawful("one", later, moment(clock)) == later


def test_what_waits_no_more_is_forgotten() -> None:
    clock, patience = FakeClock(), Patience()
    due = patience.lawful("one", START + 10 * MINUTE, moment(clock))
    patience.forget_others({"two"})
    clock.jump(-MINUTE)

    assert patience.lawful("one", due, moment(clock)) == due
