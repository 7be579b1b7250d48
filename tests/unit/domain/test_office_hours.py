"""When support's office answers, over holidays and changed clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from dzwonek.domain.office_hours import (
    DeskState,
    coming_holidays,
    desk_state,
    holiday_check,
    next_change,
)
from dzwonek.domain.profile import ContactProfile, OfficeHours

HOURS = OfficeHours((1, 2, 3, 4, 5), time(9), time(17), "Europe/Warsaw", "PL")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "is_open", "moment", "is_holiday"),
    [
        ("2026-02-27T07:59:59", False, "2026-02-27T08:00", False),  # Friday, winter time
        ("2026-02-27T08:00", True, "2026-02-27T16:00", False),
        ("2026-02-27T15:59:59", True, "2026-02-27T16:00", False),
        ("2026-02-27T16:00", False, "2026-03-02T08:00", False),  # closed over the weekend
        ("2026-03-27T16:30", False, "2026-03-30T07:00", False),  # the clocks change on Sunday
        ("2026-03-30T07:00", True, "2026-03-30T15:00", False),
        ("2026-10-23T16:30", False, "2026-10-26T08:00", False),  # and back
        ("2026-11-11T10:00", False, "2026-11-12T08:00", True),  # Independence Day
        ("2026-04-06T10:00", False, "2026-04-07T07:00", True),  # Easter Monday
        ("2026-06-04T10:00", False, "2026-06-05T07:00", True),  # Corpus Christi
        ("2025-12-24T10:00", False, "2025-12-29T08:00", True),  # a holiday since 2025
        ("2024-12-24T10:00", True, "2024-12-24T16:00", False),  # the year before it was none
        ("2026-04-30T15:30", False, "2026-05-04T07:00", False),  # 1 May, a weekend with 3 May
        ("2026-12-31T23:30", False, "2027-01-04T08:00", True),  # 1 January in Warsaw already
    ],
)
def test_the_office_is_open_when_people_answer(
    now: str, is_open: bool, moment: str, is_holiday: bool
) -> None:
    state = desk_state(HOURS, utc(now), holiday_check("PL"))
    expected = (
        DeskState(True, until=utc(moment))
        if is_open
        else DeskState(False, opens_at=utc(moment), is_holiday=is_holiday)
    )
    assert state == expected


def test_a_holiday_on_a_weekend_is_marked_too() -> None:
    assert desk_state(HOURS, utc("2026-08-15T10:00"), holiday_check("PL")).is_holiday


def test_an_office_without_weekdays_never_opens() -> None:
    state = desk_state(replace(HOURS, weekdays=()), utc("2026-02-27T10:00"), lambda day: False)
    assert state == DeskState(False)


def test_an_unknown_country_has_no_holidays() -> None:
    assert not holiday_check("XX")(date(2026, 1, 1))


def test_the_profiles_office_is_the_pages(profile: ContactProfile) -> None:
    assert profile.contact.hours == HOURS


@pytest.mark.parametrize(
    ("now", "changes"),
    [
        ("2026-02-27T08:00", "2026-02-27T16:00"),  # open: it closes
        ("2026-02-27T07:59:59", "2026-02-27T08:00"),  # it opens
        ("2026-02-27T16:00", "2026-02-27T23:00"),  # closed: the next day has another name
        ("2026-11-11T10:00", "2026-11-11T23:00"),  # a holiday ends with its day
        ("2026-03-28T23:30", "2026-03-29T22:00"),  # a day of 23 hours
    ],
)
def test_what_holds_changes_when_the_office_opens_or_closes_or_a_day_begins(
    now: str, changes: str
) -> None:
    assert next_change(HOURS, utc(now), holiday_check("PL")) == utc(changes)


def test_the_next_holidays_are_those_on_which_people_would_come() -> None:
    days = coming_holidays(HOURS, utc("2026-11-22T10:00"), holiday_check("PL"))
    assert days == (date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1))  # 26.12: a Saturday
    assert coming_holidays(HOURS, utc("2026-11-11T10:00"), holiday_check("PL"), 1) == (
        date(2026, 11, 11),
    )
    assert coming_holidays(HOURS, utc("2026-02-01T10:00"), lambda day: False) == ()
