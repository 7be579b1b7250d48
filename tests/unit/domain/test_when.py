"""What people type when they are asked when something happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.domain.when import Unread, moment_in

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2020, 2, 27, 14, 55, 12, tzinfo=UTC)  # a Thursday, 15:55:12 in Warsaw


def read(typed: str, now: datetime = NOW) -> str:
    """Read a moment and write it as a clock in Warsaw showed it."""
    found = moment_in(typed, now, WARSAW)
    return found if isinstance(found, Unread) else f"{found.astimezone(WARSAW):%d.%m.%Y %H:%M}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("przed chwilą", "27.02.2020 15:55"),
        ("Teraz", "27.02.2020 15:55"),
        ("dziś o 13:55", "27.02.2020 13:55"),
        ("dzisiaj 13.55", "27.02.2020 13:55"),
        ("wczoraj 9:10", "26.02.2020 09:10"),
        ("WCZORAJ, ok. godz. 9", "26.02.2020 09:00"),
        ("przedwczoraj 7:05", "25.02.2020 07:05"),
        ("wczoraj wieczorem o 9:10", "26.02.2020 21:10"),
        ("dziś rano 9:10", "27.02.2020 09:10"),
        ("13:55", "27.02.2020 13:55"),
        ("13:55:12", "27.02.2020 13:55"),
        ("1355", "27.02.2020 13:55"),
        ("13 55", "27.02.2020 13:55"),
        ("o 9.10", "27.02.2020 09:10"),
        ("o 9", "27.02.2020 09:00"),
        ("w czwartek 13:55", "27.02.2020 13:55"),
        ("w środę 8:15", "26.02.2020 08:15"),
        ("SRODA 8.15", "26.02.2020 08:15"),
        ("w zeszły piątek o 18:00", "21.02.2020 18:00"),
        ("w czwartek o 18:00", "20.02.2020 18:00"),
        ("26.02 o 14:20", "26.02.2020 14:20"),
        ("26.2. 14.20", "26.02.2020 14:20"),
        ("27.02.2020  15:52", "27.02.2020 15:52"),
        ("26/2/20 14:20", "26.02.2020 14:20"),
        ("2020-02-26T14:20", "26.02.2020 14:20"),
        ("26 lutego o 14:20", "26.02.2020 14:20"),
        ("31 grudnia 23:59", "31.12.2019 23:59"),
        ("10 minut temu", "27.02.2020 15:45"),
        ("przed 10 min", "27.02.2020 15:45"),
        ("godzinę temu", "27.02.2020 14:55"),
        ("pół godziny temu", "27.02.2020 15:25"),
        ("półtorej godziny temu", "27.02.2020 14:25"),
        ("kwadrans temu", "27.02.2020 15:40"),
        ("2 godz. 15 min temu", "27.02.2020 13:40"),
        ("2 dni temu o 9:30", "25.02.2020 09:30"),
        ("tydzień temu 9:30", "20.02.2020 09:30"),
        ("yesterday at 9:10 pm", "26.02.2020 21:10"),
        ("12:30 am", "27.02.2020 00:30"),
        ("half an hour ago", "27.02.2020 15:25"),
        ("last friday 10:20", "21.02.2020 10:20"),
        ("February 26 14:20", "26.02.2020 14:20"),
        ("včera v 9:10", "26.02.2020 09:10"),
        ("před 5 minutami", "27.02.2020 15:50"),
        ("26. února 14:20", "26.02.2020 14:20"),
        ("вчора о 9:10", "26.02.2020 09:10"),
        ("5 хвилин тому", "27.02.2020 15:50"),
        ("п’ятниця 9:10", "21.02.2020 09:10"),
    ],
)
def test_a_moment_is_read_as_people_mean_it(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "kiedyś",
        "dziś",
        "wczoraj",
        "27.02",
        "25:99",
        "wczoraj 25:00",
        "31.02 10:00",
        "24:00",
        "za 5 minut",
        "13 pm",
        "999999 dni temu",
        "9999999999999999999999",
        "wczoraj albo dziś 9:10",
        "9:10 9:20",
    ],
)
def test_what_names_no_moment_is_not_guessed(typed: str) -> None:
    assert read(typed) == Unread.UNCLEAR


@pytest.mark.parametrize(
    "typed", ["16:55", "dziś o 15:56", "28.02 10:00", "28.02.2020 10:00", "1 marca 10:00"]
)
def test_what_is_still_to_come_is_refused(typed: str) -> None:
    assert read(typed) == Unread.AHEAD


def test_the_running_minute_has_come() -> None:
    assert read("15:55") == "27.02.2020 15:55"


def test_just_after_midnight_a_late_hour_is_last_evenings() -> None:
    assert read("23:50", datetime(2020, 2, 26, 23, 20, tzinfo=UTC)) == "26.02.2020 23:50"


def test_the_hour_that_spring_left_out_is_refused() -> None:
    now = datetime(2020, 3, 29, 10, 0, tzinfo=UTC)
    assert read("dziś o 2:30", now) == Unread.SKIPPED
    assert read("dziś o 1:59", now) == "29.03.2020 01:59"
    assert read("dziś o 3:00", now) == "29.03.2020 03:00"


def test_of_an_hour_shown_twice_the_later_one_that_has_passed_is_meant() -> None:
    between = datetime(2020, 10, 25, 0, 45, tzinfo=UTC)  # 2:45, still summer time
    assert moment_in("2:30", between, WARSAW) == datetime(2020, 10, 25, 0, 30, tzinfo=UTC)
    after = datetime(2020, 10, 25, 9, 0, tzinfo=UTC)
    assert moment_in("2:30", after, WARSAW) == datetime(2020, 10, 25, 1, 30, tzinfo=UTC)


moments = st.integers(  # any second, also those near a change of the clocks
    int(datetime(2001, 1, 1, tzinfo=UTC).timestamp()),
    int(datetime(2099, 12, 31, tzinfo=UTC).timestamp()),
).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(moments, st.timedeltas(timedelta(0), timedelta(days=300)))
def test_a_date_as_the_form_writes_it_is_read_back(now: datetime, ago: timedelta) -> None:
    at = (now - ago).replace(second=0, microsecond=0)
    found = moment_in(
        f"{at.astimezone(WARSAW):%d.%m.}{at.astimezone(WARSAW).year:04}"
        f"  {at.astimezone(WARSAW):%H:%M}",
        now,
        WARSAW,
    )
    assert isinstance(found, datetime)
    assert abs(found - at) in (timedelta(0), timedelta(hours=1))  # in autumn one hour comes twice
    assert found.astimezone(WARSAW).replace(tzinfo=None) == at.astimezone(WARSAW).replace(
        tzinfo=None
    )


@given(moments, st.integers(0, 23), st.integers(0, 59))
def test_nothing_read_lies_ahead(now: datetime, hour: int, minute: int) -> None:
    for typed in (
        f"{hour}:{minute:02}",
        f"wczoraj {hour}:{minute:02}",
        f"w środę {hour}:{minute:02}",
    ):
        found = moment_in(typed, now, WARSAW)
        assert isinstance(found, Unread) or found <= now


@given(st.text(max_size=60), moments)
def test_no_text_stops_the_form(typed: str, now: datetime) -> None:
    found = moment_in(typed, now, WARSAW)
    assert isinstance(found, Unread) or found <= now


KNOWN = (
    "dziś|wczoraj|w środę|o|13:55|9|10|minut|temu|godz.|27.02|27.02.2020|lutego|pm|przed|2|dni"
    "|.|-|:|99|0|31|12|99999|half|an|hour|ago"
)
words = st.sampled_from(KNOWN.split("|"))


@given(st.lists(words, max_size=7), moments)
def test_no_heap_of_known_words_stops_the_form(typed: list[str], now: datetime) -> None:
    found = moment_in(" ".join(typed), now, WARSAW)
    assert isinstance(found, Unread) or found <= now
