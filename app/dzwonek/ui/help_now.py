"""What holds at support's office now, in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from dzwonek.domain.office_hours import coming_holidays, desk_state

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.domain.office_hours import DeskState, IsHoliday
    from dzwonek.domain.profile import Contact

translate = QCoreApplication.translate
NEVER_CUT = "\u00a0"


def now_words(contact: Contact, now: datetime, is_holiday: IsHoliday) -> str:
    """Say whether people answer now, until when, and what to do while they do not."""
    hours = contact.hours
    state = desk_state(hours, now, is_holiday)
    if state.is_open and state.until is not None:
        until = state.until.astimezone(ZoneInfo(hours.zone))
        return translate("HelpWindow", "Biuro otwarte do {time}.").format(time=f"{until:%H:%M}")
    return " ".join(part for part in (_closed(contact, state), _again(contact, state, now)) if part)


def holiday_words(contact: Contact, now: datetime, is_holiday: IsHoliday) -> str:
    """Name the next days on which the office is closed; empty when there are none soon."""
    days = coming_holidays(contact.hours, now, is_holiday)
    if not days:
        return ""
    named = ", ".join(_named(day) for day in days)
    return translate("HelpWindow", "Najbliższe święta, biuro nieczynne: {days}.").format(days=named)


def _closed(contact: Contact, state: DeskState) -> str:
    number = contact.emergency.replace(" ", NEVER_CUT)
    text = translate(
        "HelpWindow", "Biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę)."
    )
    if state.is_holiday:
        text = translate(
            "HelpWindow",
            "Dziś święto, biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).",
        )
    return text.format(number=number)


def _again(contact: Contact, state: DeskState, now: datetime) -> str:
    """Say when people answer again."""
    if state.opens_at is None:
        return ""
    zone = ZoneInfo(contact.hours.zone)
    opens, today = state.opens_at.astimezone(zone), now.astimezone(zone).date()
    near = {
        today: translate("HelpWindow", "dziś"),
        today + timedelta(days=1): translate("HelpWindow", "jutro"),
    }
    day = near.get(opens.date()) or _named(opens.date())
    text = translate("HelpWindow", "Znów otwarte: {day} o {time}.")
    return text.format(day=day, time=f"{opens:%H:%M}")


def _named(day: date) -> str:
    return f"{QLocale().dayName(day.isoweekday())} {day:%d.%m}"
