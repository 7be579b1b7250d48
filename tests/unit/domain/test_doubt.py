"""A computer's clock is doubted only for a reason that holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dzwonek.domain.doubt import DoubtedClock, Hearing, TimeSource, doubted

RELEASED = datetime(2026, 11, 22, tzinfo=UTC)
TRUE = datetime(2027, 2, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STEADY = timedelta(hours=5)


@pytest.mark.parametrize("off", [-23 * HOUR, -HOUR, 0 * HOUR, HOUR, 23 * HOUR])
def test_a_clock_that_is_off_by_less_than_a_day_is_believed(off: timedelta) -> None:
    wall = TRUE + off
    assert doubted(wall, STEADY, RELEASED, Hearing(TRUE, wall, STEADY)) is None


@pytest.mark.parametrize("off", [-9000 * DAY, -2 * DAY, 2 * DAY, 3650 * DAY])
def test_a_clock_that_is_further_off_gives_way_to_the_servers(off: timedelta) -> None:
    wall = TRUE + off
    heard = Hearing(TRUE, wall, STEADY)
    found = doubted(wall + 2 * HOUR, STEADY + 2 * HOUR, RELEASED, heard)
    assert found == DoubtedClock(wall + 2 * HOUR, TRUE + 2 * HOUR, TimeSource.SERVER)


def test_a_clock_before_the_release_is_wrong_even_when_nobody_was_heard() -> None:
    wall = datetime(1980, 1, 1, tzinfo=UTC)
    assert doubted(wall, STEADY, RELEASED, None) == DoubtedClock(wall, RELEASED, TimeSource.RELEASE)


@pytest.mark.parametrize("wall", [RELEASED - DAY, RELEASED, TRUE + 9000 * DAY])
def test_without_a_server_a_clock_after_the_release_is_believed(wall: datetime) -> None:
    assert doubted(wall, STEADY, RELEASED, None) is None


@pytest.mark.parametrize("jump", [-400 * DAY, -2 * HOUR, 2 * HOUR, 3 * DAY])
def test_after_a_jump_or_a_sleep_the_server_has_to_be_heard_again(jump: timedelta) -> None:
    wrong = TRUE + 900 * DAY
    heard = Hearing(TRUE, wrong, STEADY)
    assert doubted(wrong + jump, STEADY, RELEASED, heard) is None
    right = Hearing(TRUE, TRUE, STEADY)
    assert doubted(TRUE + 3 * DAY, STEADY + HOUR, RELEASED, right) is None


def test_a_jump_to_before_the_release_is_wrong_whatever_was_heard() -> None:
    found = doubted(TRUE - 9000 * DAY, STEADY, RELEASED, Hearing(TRUE, TRUE, STEADY))
    assert found is not None
    assert found.source is TimeSource.RELEASE


def test_a_server_that_lives_before_the_release_is_not_believed() -> None:
    server = datetime(1999, 1, 1, tzinfo=UTC)
    assert doubted(TRUE, STEADY, RELEASED, Hearing(server, TRUE, STEADY)) is None
