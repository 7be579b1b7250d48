"""The moment that a command line names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dzwonek.cli.moment import WrongMomentError, moment_of

WARSAW = "Europe/Warsaw"
NOW = datetime(2020, 2, 27, 15, 0, tzinfo=UTC)


def refusal_of(text: str) -> str:
    with pytest.raises(WrongMomentError) as caught:
        moment_of(text, WARSAW, NOW)
    return str(caught.value)


@pytest.mark.parametrize("text", ["2020-02-27T15:55", "2020-02-27 15:55", "2020-02-27T14:55Z"])
def test_a_moment_without_an_offset_is_the_operators_own_time(text: str) -> None:
    assert moment_of(text, WARSAW, NOW) == datetime(2020, 2, 27, 14, 55, tzinfo=UTC)


@pytest.mark.parametrize("text", ["13:55", "wczoraj", "27.02.2020 13:55", "2020-02-30T10:00"])
def test_what_is_no_moment_is_refused_with_the_form_that_is_one(text: str) -> None:
    told = refusal_of(text)
    assert told.startswith(f"„{text}”: ")
    example = "2020-02-27T15:55"
    assert example in told
    assert datetime.fromisoformat(example)  # what is shown would be taken


def test_a_moment_that_is_still_to_come_is_refused_beyond_what_clocks_differ() -> None:
    soon = NOW + timedelta(minutes=5)
    assert moment_of(soon.isoformat(), WARSAW, NOW) == soon
    told = refusal_of((soon + timedelta(seconds=1)).isoformat())
    assert "jeszcze nie nadszedł" in told
    assert "2020-02-27T16:00+01:00" in told  # the time here, to compare with
