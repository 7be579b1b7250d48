"""Whether support's office answers now, and until or from when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from dzwonek.domain.profile import OfficeHours

IsHoliday = Callable[[date], bool]
LOOK_AHEAD = 60  # days; no country is on holiday for longer


@dataclass(frozen=True, slots=True)
class DeskState:
    """What holds now: `until` (UTC) of an open office, or when a closed one `opens_at` (UTC).

    `opens_at` is None for an office without hours. `is_holiday` says why a weekday is closed.
    """

    is_open: bool
    until: datetime | None = None
    opens_at: datetime | None = None
    is_holiday: bool = False


def desk_state(hours: OfficeHours, now: datetime, is_holiday: IsHoliday) -> DeskState:
    """Say whether the office is open at `now` (aware); an office closes at the stroke."""
    today = now.astimezone(ZoneInfo(hours.zone)).date()
    if _is_working_day(hours, today, is_holiday):
        opens, closes = _moment(hours, today, hours.opens), _moment(hours, today, hours.closes)
        if opens <= now < closes:
            return DeskState(is_open=True, until=closes)
        if now < opens:
            return DeskState(is_open=False, opens_at=opens)
    return DeskState(
        is_open=False,
        opens_at=_next_opening(hours, today, is_holiday),
        is_holiday=is_holiday(today),
    )


def holiday_check(country: str) -> IsHoliday:
    """Make the test for a country's public holidays; one that nobody knows has none."""
    import holidays

    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        return lambda day: False
    return lambda day: day in known


def next_change(hours: OfficeHours, now: datetime, is_holiday: IsHoliday) -> datetime:
    """Say when something else will hold (UTC): the office closes or opens, or a day begins."""
    state = desk_state(hours, now, is_holiday)
    today = now.astimezone(ZoneInfo(hours.zone)).date()
    midnight = _moment(hours, today + timedelta(days=1), time())
    changes = (state.until, state.opens_at, midnight)
    return min(moment for moment in changes if moment is not None)


def coming_holidays(
    hours: OfficeHours, now: datetime, is_holiday: IsHoliday, most: int = 3
) -> tuple[date, ...]:
    """List the next days on which the office is closed although people would expect it open."""
    today = now.astimezone(ZoneInfo(hours.zone)).date()
    days = (today + timedelta(days=ahead) for ahead in range(LOOK_AHEAD))
    free = (day for day in days if day.isoweekday() in hours.weekdays and is_holiday(day))
    return tuple(islice(free, most))


def _next_opening(hours: OfficeHours, today: date, is_holiday: IsHoliday) -> datetime | None:
    for ahead in range(1, LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        if _is_working_day(hours, day, is_holiday):
            return _moment(hours, day, hours.opens)
    return None


def _is_working_day(hours: OfficeHours, day: date, is_holiday: IsHoliday) -> bool:
    return day.isoweekday() in hours.weekdays and not is_holiday(day)


def _moment(hours: OfficeHours, day: date, at: time) -> datetime:
    """Turn a wall time of that zone and day into UTC; the offset is that moment's own."""
    return datetime.combine(day, at, ZoneInfo(hours.zone)).astimezone(UTC)
