"""Ages, days, lengths and numbers in words, and what a filling takes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.domain.kinds import Kind
from dzwonek.ui.form import said
from dzwonek.ui.form.concern import names_in
from dzwonek.ui.form.filling import Matter, filled, taken_back
from dzwonek.ui.form.system_field import host_in
from tests.fakes.form_scenes import NOW, call

WARSAW = ZoneInfo("Europe/Warsaw")
NOTHING = Matter(None, "", "", NOW)


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (timedelta(seconds=-5), "sprzed chwili"),
        (timedelta(seconds=59), "sprzed chwili"),
        (timedelta(minutes=5), "sprzed 5 min"),
        (timedelta(hours=2, minutes=50), "sprzed 2 godz."),
        (timedelta(hours=47), "sprzed 47 godz."),
        (timedelta(days=3), "sprzed 3 dni"),
    ],
)
def test_an_age_is_told_in_the_unit_that_people_use(ago: timedelta, told: str) -> None:
    assert said.age(NOW - ago, NOW) == told


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (timedelta(hours=1), "14:55"),
        (timedelta(hours=15, minutes=56), "wczoraj 23:59"),
        (timedelta(days=3), "24.02 15:55"),
    ],
)
def test_a_moment_is_as_short_as_it_stays_clear(ago: timedelta, told: str) -> None:
    assert said.clock_time(NOW - ago, NOW, WARSAW) == told


def test_today_is_the_operators_day_and_not_greenwichs() -> None:
    just_after_midnight = NOW.replace(hour=23, minute=30)  # 00:30 of the next day in Warsaw
    assert said.day(NOW, just_after_midnight, WARSAW) == "wczoraj"


def test_a_length_is_minutes_and_seconds() -> None:
    assert said.length(timedelta(seconds=192)) == "3:12"
    assert said.length(timedelta(hours=1, minutes=2, seconds=3)) == "1:02:03"


def test_only_a_nine_digit_number_is_written_in_threes() -> None:
    assert said.number("730770660") == "730 770 660"
    assert said.number("+420730770660") == "+420730770660"
    assert said.number("wew. 12") == "wew. 12"


def test_names_are_taken_apart_each_once() -> None:
    assert names_in(" Anna  Nowak, Jan;\nAnna Nowak ,, ") == ("Anna Nowak", "Jan")


@pytest.mark.parametrize(
    "typed",
    [
        "twojanazwa.daktela.com",
        "https://twojanazwa.daktela.com/",
        " http://ktos:haslo@twojanazwa.daktela.com/tickets?x=1 ",
        "twojanazwa.daktela.com?x=1",
    ],
)
def test_only_the_host_of_a_typed_address_is_taken(typed: str) -> None:
    assert host_in(typed) == "twojanazwa.daktela.com"


def test_an_activity_leaves_what_it_does_not_know() -> None:
    before = replace(NOTHING, ours="123")
    assert filled(before, call(ours="")).ours == "123"


texts = st.sampled_from(["", "1", "730 770 660"])
matters = st.builds(Matter, st.sampled_from([None, *Kind]), texts, texts, st.just(NOW), st.none())


@given(matters)
def test_taking_back_at_once_gives_what_was_there(before: Matter) -> None:
    after = filled(before, call())
    assert taken_back(after, after, before) == before


@given(matters, texts)
def test_taking_back_keeps_what_was_typed_since(before: Matter, typed: str) -> None:
    after = filled(before, call())
    edited = replace(after, ours=typed)
    expected = before.ours if typed == after.ours else typed
    assert taken_back(edited, after, before).ours == expected
