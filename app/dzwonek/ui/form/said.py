"""Small phrases of the form: ages, lengths, days, numbers, and a recent activity in words."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from dzwonek.domain.identity import IdentitySource
from dzwonek.domain.kinds import Kind
from dzwonek.domain.phone import number_at_once

if TYPE_CHECKING:
    from dzwonek.domain.activity import Activity
    from dzwonek.domain.identity import Identity

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
POLISH_NUMBER = 9  # digits


class Ages(QObject):
    """Says how old something is; an object, because `lupdate` finds plurals only in `self.tr`."""

    def told(self, old: timedelta) -> str:
        """Name the age in the largest unit that people would use."""
        minutes, hours, days = old // MINUTE, old // HOUR, old // DAY
        if old < MINUTE:
            return self.tr("sprzed chwili")
        if old < HOUR:
            return self.tr("sprzed %n min", "", minutes)
        if old < 2 * DAY:
            return self.tr("sprzed %n godz.", "", hours)
        return self.tr("sprzed %n dni", "", days)


def age(since: datetime, now: datetime) -> str:
    """Say how old a piece of knowledge is, such as "sprzed 2 godz."."""
    return Ages().told(max(now - since, timedelta(0)))


def source(identity: Identity, now: datetime) -> str:
    """Say where the agent's name comes from."""
    translate = QCoreApplication.translate
    match identity.source:
        case IdentitySource.DAKTELA:
            return translate("ReportForm", "z Dakteli")
        case IdentitySource.REMEMBERED:
            told = translate("ReportForm", "zapamiętane, {age}")
            return told.replace("{age}", age(identity.as_of, now))
        case IdentitySource.SETTINGS:
            return translate("ReportForm", "z ustawień")
        case IdentitySource.TYPED:
            return translate("ReportForm", "z poprzedniego zgłoszenia")
        case IdentitySource.NOBODY:
            return ""


def length(duration: timedelta) -> str:
    """Give a call's length as minutes and seconds, `3:12`, or with hours, `1:02:03`."""
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def day(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Say "dziś" or "wczoraj" for a moment, else nothing."""
    days = (now.astimezone(zone).date() - moment.astimezone(zone).date()).days
    if days == 0:
        return QCoreApplication.translate("ReportForm", "dziś")
    return QCoreApplication.translate("ReportForm", "wczoraj") if days == 1 else ""


def clock_time(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Give a moment as briefly as it stays clear: `15:55`, `wczoraj 15:55`, `27.02 15:55`."""
    local, word = moment.astimezone(zone), day(moment, now, zone)
    hour = f"{local:%H:%M}"
    if local.date() == now.astimezone(zone).date():
        return hour
    return f"{word} {hour}" if word else f"{local:%d.%m} {hour}"


def day_and_time(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Say a moment within a sentence: `dziś o 15:55`, `wczoraj o 9:10`, `26.02 o 14:20`."""
    translate, local = QCoreApplication.translate, moment.astimezone(zone)
    days = (now.astimezone(zone).date() - local.date()).days
    if days == 0:
        told = translate("ReportForm", "dziś o {time}")
    elif days == 1:
        told = translate("ReportForm", "wczoraj o {time}")
    else:
        told = translate("ReportForm", "{date} o {time}")
    return told.replace("{date}", f"{local:%d.%m}").replace("{time}", f"{local:%H:%M}")


def full_moment(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Say beyond doubt which day was meant: `dziś o 09:10`, `wtorek, 25.02.2020 o 09:10`."""
    local = moment.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return day_and_time(moment, now, zone)
    told = QCoreApplication.translate("ReportForm", "{day}, {date} o {time}")
    name = day(moment, now, zone) or QLocale().dayName(local.isoweekday())
    date, time = f"{local:%d.%m}.{local.year:04}", f"{local:%H:%M}"
    return told.replace("{day}", name).replace("{date}", date).replace("{time}", time)


def number(text: str) -> str:
    """Write a nine-digit Polish number in threes; anything else stays as it is."""
    digits = text.strip()
    if len(digits) == POLISH_NUMBER and digits.isdecimal():
        return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    return text


def kind(value: Kind) -> str:
    """Name a kind in full."""
    translate = QCoreApplication.translate
    return {
        Kind.CALL_IN: translate("ReportForm", "połączenie przychodzące"),
        Kind.CALL_OUT: translate("ReportForm", "połączenie wychodzące"),
        Kind.EMAIL: translate("ReportForm", "wiadomość e-mail"),
        Kind.CHAT: translate("ReportForm", "czat"),
        Kind.OTHER: translate("ReportForm", "inny"),
    }[value]


def who(activity: Activity, region: str) -> str:
    """Name the other side of an activity, or say that it is unknown.

    `region` (ISO 3166) is the country of numbers without one.
    """
    named = number_at_once(activity.customer, region) or activity.title
    return one_line(named) or QCoreApplication.translate("ReportForm", "numer nieznany")


def lasted(activity: Activity) -> str:
    """Give the length of what came about; a call that nobody answered has none."""
    if activity.is_answered is False or activity.duration is None:
        return ""
    return length(activity.duration)


def ending(activity: Activity) -> str:
    """Say how a call ended: nobody answered, or who hung up; empty where that is not known."""
    translate = QCoreApplication.translate
    if not activity.kind.is_call:
        return ""
    if activity.is_answered is False:
        return translate("ReportForm", "nieodebrane")
    endings = {
        "caller": translate("ReportForm", "rozłączył klient"),
        "agent": translate("ReportForm", "rozłączył agent"),
        "transfer": translate("ReportForm", "przekazane"),
        "system": translate("ReportForm", "rozłączył system"),
    }
    return endings.get(activity.ended_by, "")


def spoken(activity: Activity, now: datetime, zone: tzinfo, region: str) -> str:
    """Read a recent activity out as one sentence, for a screen reader."""
    when = clock_time(activity.occurred_at, now, zone)
    about = (kind(activity.kind), who(activity, region), one_line(activity.queue))
    parts = (*about, when, lasted(activity), ending(activity))
    return ", ".join(part for part in parts if part)


def one_line(text: str) -> str:
    """Take out of a foreign text all that could break a line or turn its direction."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
