"""Where a report stands, in one plain sentence that is true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import Entry, State
from dzwonek.ui.words import title_and_advice

translate = QCoreApplication.translate


class Tone(StrEnum):
    """How urgently a state asks for a look."""

    CALM = "calm"
    GOOD = "good"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state for people: what is, and what comes next or is to be done."""

    title: str
    detail: str
    tone: Tone


def state_words(entry: Entry, now: datetime, zone: tzinfo) -> StateWords:
    """Put a report's state into words; `now` and all times are UTC, shown in `zone`."""
    match entry.state:
        case State.DELIVERED | State.TOMBSTONE:
            return _delivered(entry, now, zone)
        case State.EXPIRED:
            return StateWords(
                translate("States", "Minął czas przechowywania"),
                translate("States", "Nie zostało wysłane, treść usunięto z tego komputera."),
                Tone.TROUBLE,
            )
        case State.HELD | State.REJECTED | State.QUARANTINED:
            return _troubled(entry, now, zone)
        case State.SENDING:
            return StateWords(
                translate("States", "Trwa przekazywanie na serwer poczty"),
                translate("States", "To potrwa chwilę."),
                Tone.CALM,
            )
        case State.UNCERTAIN:
            return StateWords(
                translate("States", "Serwer poczty nie potwierdził odbioru"),
                _next(
                    entry, now, zone, translate("States", "Ta sama wiadomość pójdzie jeszcze raz")
                ),
                Tone.CALM,
            )
        case _:
            return _waiting(entry, now, zone)


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Name a moment as briefly as it is clear: 14:05 today, else 27.02 o 14:05.

    The year stands there when it is another one.
    """
    at, today = moment.astimezone(zone), now.astimezone(zone)
    if at.date() == today.date():
        return f"{at:%H:%M}"
    day = f"{at:%d.%m}" if at.year == today.year else f"{at:%d.%m.%Y}"
    return translate("States", "{day} o {time}").format(day=day, time=f"{at:%H:%M}")


def _delivered(entry: Entry, now: datetime, zone: tzinfo) -> StateWords:
    title = translate("States", "Przekazano na serwer poczty ({time})")
    at = moment_words(entry.delivered_at or entry.created_at, now, zone)
    detail = title_and_advice(entry.problem)[0] if entry.problem else ""
    return StateWords(title.format(time=at), detail, Tone.GOOD)


def _troubled(entry: Entry, now: datetime, zone: tzinfo) -> StateWords:
    if entry.problem is None:
        title, advice = translate("States", "Zgłoszenie wymaga uwagi"), ""
    else:
        title, advice = title_and_advice(entry.problem)
    return StateWords(title, _next(entry, now, zone, advice), Tone.TROUBLE)


def _waiting(entry: Entry, now: datetime, zone: tzinfo) -> StateWords:
    title = translate("States", "Zapisano na tym komputerze")
    why = title_and_advice(entry.problem)[0] if entry.problem else ""
    return StateWords(title, _next(entry, now, zone, why), Tone.CALM)


def _next(entry: Entry, now: datetime, zone: tzinfo, before: str) -> str:
    """Add when the next attempt comes, if one is planned."""
    if entry.due_at is None:
        return before
    if entry.due_at <= now:
        plan = translate("States", "Zaraz wyślemy.")
    else:
        plan = translate("States", "Następna próba: {time}.").format(
            time=moment_words(entry.due_at, now, zone)
        )
    return f"{before} {plan}".strip() if not before or before.endswith(".") else f"{before}. {plan}"
