"""Reads when something happened from what a person typed, such as "wczoraj 9:10"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from dzwonek.domain import when_words as words

LATE_EVENING = timedelta(hours=12)  # an hour alone, still to come today, was yesterday's if nearer
MOST_AGO = timedelta(days=3660)
WEEK = 7
NOON = 12
CENTURY = 2000
DAY_AND_MONTH = r"(\d{1,2})\s?[./-]\s?(\d{1,2})"
PAIR = rf"{DAY_AND_MONTH}\.?"
FULL_DATE = rf"{DAY_AND_MONTH}\s?[./-](?:\s?(\d{{4}})|(\d\d)(?![.:]\d))\.?"
LONG_AGO = timedelta(days=183)  # a date without its year lies nearer, in the past


class Unread(StrEnum):
    """Why a text gives no moment."""

    UNCLEAR = "unclear"
    AHEAD = "ahead"  # not yet
    SKIPPED = "skipped"  # no clock ever showed it: the hour left out in spring


@dataclass(slots=True)
class _Text:
    """What is still to be read; whatever is taken leaves a gap."""

    rest: str

    def take(self, pattern: str) -> re.Match[str] | None:
        found = re.search(rf"(?<![\w:.]){pattern}(?![\w:])", self.rest)
        if found is not None:
            self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}"
        return found

    @property
    def is_read(self) -> bool:
        """Say whether nothing is left that could mean something."""
        left = (word.strip(".-/:'") for word in self.rest.split())
        return all(not word or re.fullmatch(words.FILLERS, word) for word in left)


def moment_in(typed: str, now: datetime, zone: tzinfo) -> datetime | Unread:
    """Read a moment (UTC) as somebody in `zone` means it who types it at `now` (UTC).

    Never a moment later than `now`. Of an hour that the clocks showed twice, the later one that
    has passed.
    """
    text = _Text(words.plain_words(typed))
    if re.fullmatch(words.NOW, text.rest):
        return now
    try:
        ago = _taken_ago(text)
        if ago is not None and text.is_read:
            return now - ago
        return _on_a_day(text, ago, now, zone)
    except (ValueError, OverflowError):
        return Unread.UNCLEAR


def _taken_ago(text: _Text) -> timedelta | None:
    """Take "2 godz. 15 min temu" out; None when nothing is said that way."""
    before, behind = text.take(f"(?:{words.AGO_BEFORE})"), text.take(f"(?:{words.AGO_BEHIND})")
    if before is None and behind is None:
        return None
    total, is_found = timedelta(0), False
    units = (
        (words.QUARTER, timedelta(minutes=15)),
        (words.WEEKS, timedelta(weeks=1)),
        (words.DAYS, timedelta(days=1)),
        (words.HOURS, timedelta(hours=1)),
        (words.MINUTES, timedelta(minutes=1)),
    )
    for unit, length in units:
        count = rf"(?:(\d{{1,4}})|({words.HALF})|({words.ONE_AND_HALF})|an?|one)"
        if found := text.take(rf"(?:{count} ?)?(?:{unit})\.?"):
            half = 0.5 if found[2] else 1.5 if found[3] else None
            total += length * (half or int(found[1] or 1))
            is_found = True
    if not is_found or total > MOST_AGO:
        raise ValueError(text.rest)
    return total


def _on_a_day(text: _Text, ago: timedelta | None, now: datetime, zone: tzinfo) -> datetime | Unread:
    today = now.astimezone(zone).date()
    day = today - ago if ago is not None else _taken_day(text, today)
    weekday = _taken_word(text, words.WEEKDAYS) if day is None else None
    is_late = text.take(f"(?:{words.AFTERNOON})") is not None
    date_of_year, hour = _taken_pairs(text, is_date_known=day is not None or weekday is not None)
    if hour is None or not text.is_read:
        return Unread.UNCLEAR
    if is_late and hour.hour < NOON:
        hour = hour.replace(hour=hour.hour + NOON)
    if date_of_year is not None:
        return _latest(_years(*date_of_year, today), hour, now, zone)
    if day is not None:
        return _settled(datetime.combine(day, hour), now, zone)
    if weekday is not None:
        back = (today.weekday() - weekday) % WEEK
        days = (today - timedelta(days=back), today - timedelta(days=back + WEEK))
        return _latest(days, hour, now, zone)
    return _lately(hour, now, zone)


def _taken_pairs(text: _Text, *, is_date_known: bool) -> tuple[tuple[int, int] | None, time | None]:
    """Take "27.02" (as month and day) and the hour out; "9.10" alone is an hour."""
    hour = _taken_time(text)
    first = text.take(PAIR) if hour is None or not is_date_known else None
    if hour is not None:
        return _month_and_day(first), hour
    second = text.take(PAIR) if first is not None and not is_date_known else None
    if second is not None:
        return _month_and_day(first), time(int(second[1]), int(second[2]))
    if first is not None and (text.is_read or is_date_known):
        return None, time(int(first[1]), int(first[2]))
    return _month_and_day(first), _taken_hour(text)


def _month_and_day(pair: re.Match[str] | None) -> tuple[int, int] | None:
    return (int(pair[2]), int(pair[1])) if pair is not None else None


def _taken_day(text: _Text, today: date) -> date | None:
    """Take a day out that is told in full: a date with its year or month's name, "wczoraj"."""
    if found := text.take(r"(\d{4})-(\d{1,2})-(\d{1,2})t?"):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := text.take(FULL_DATE):
        year = int(found[3]) if found[3] else CENTURY + int(found[4])
        return date(year, int(found[2]), int(found[1]))
    back = _taken_word(text, tuple(reversed(words.DAYS_AGO)))
    if back is not None:
        return today - timedelta(days=len(words.DAYS_AGO) - 1 - back)
    for month, names in enumerate(words.MONTHS, 1):
        number = rf"(\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:{names})\.?(?: (\d{{4}}))?"
        if found := text.take(number) or text.take(rf"(?:{names}) (\d{{1,2}})(?: (\d{{4}}))?"):
            if found[2]:
                return date(int(found[2]), month, int(found[1]))
            days = _years(month, int(found[1]), today)
            return next((day for day in days if day <= today), days[0] if days else None)
    return None


def _taken_word(text: _Text, alternatives: tuple[str, ...]) -> int | None:
    """Take one of these words out and give its place."""
    for place, names in enumerate(alternatives):
        if text.take(rf"(?:{names})\.?"):
            return place
    return None


def _taken_time(text: _Text) -> time | None:
    """Take an hour with minutes out, or one that says in another way what it is."""
    if found := text.take(r"(\d{1,2})(?::| ?h ?)(\d{2})(?::\d{2})?(?: ?([ap])\.?m\.?)?"):
        return time(_of_24(int(found[1]), found[3]), int(found[2]))
    if found := text.take(r"(\d{1,2}) ?([ap])\.?m\.?"):
        return time(_of_24(int(found[1]), found[2]))
    return None


def _taken_hour(text: _Text) -> time | None:
    """Take bare numbers out as an hour: "o 9", "1355", "13 55"."""
    if found := text.take(r"(\d{1,2}) ?(\d{2})"):
        return time(int(found[1]), int(found[2]))
    if found := text.take(r"(\d{1,2})(?: ?h)?"):
        return time(int(found[1]))
    return None


def _of_24(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half == "p" else 0)


def _years(month: int, day: int, today: date) -> tuple[date, ...]:
    """Give this day of this year, and of the last one if that is not long ago."""
    date(2000, month, day)  # a leap year: raises ValueError for a day that never is
    found = []
    for year in (today.year, today.year - 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(each for each in found if today - each <= LONG_AGO or each.year == today.year)


def _lately(hour: time, now: datetime, zone: tzinfo) -> datetime | Unread:
    """Take an hour without a day as today's; just after midnight also as last evening's."""
    today = now.astimezone(zone).date()
    found = _settled(datetime.combine(today, hour), now, zone)
    if found is not Unread.AHEAD:
        return found
    before = _settled(datetime.combine(today - timedelta(days=1), hour), now, zone)
    is_near = isinstance(before, datetime) and now - before <= LATE_EVENING
    return before if is_near else found


def _latest(days: tuple[date, ...], hour: time, now: datetime, zone: tzinfo) -> datetime | Unread:
    """Take the first of these days, newest first, on which the hour has passed."""
    found: datetime | Unread = Unread.UNCLEAR
    for day in days:
        found = _settled(datetime.combine(day, hour), now, zone)
        if found is not Unread.AHEAD:
            return found
    return found


def _settled(local: datetime, now: datetime, zone: tzinfo) -> datetime | Unread:
    """Find the moment at which clocks in `zone` showed this."""
    shown = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    real = {at for at in shown if at.astimezone(zone).replace(tzinfo=None) == local}
    if not real:
        return Unread.SKIPPED
    passed = [at for at in real if at <= now]
    return max(passed) if passed else Unread.AHEAD
