"""Where a report stands, in one plain sentence that is true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import WAITING, Age, Entry, State, age_of
from dzwonek.ui.words import title_and_advice

translate = QCoreApplication.translate
AGING = WAITING | {State.HELD}
TOLD_BEFORE = timedelta(days=3)


class Tone(StrEnum):
    """How urgently a state asks for a look."""

    CALM = "calm"
    GOOD = "good"
    LATE = "late"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state for people: what is, and what comes next or is to be done."""

    title: str
    detail: str
    tone: Tone


def state_words(entry: Entry, now: datetime, zone: tzinfo) -> StateWords:
    """Put a report's state into words; `now` and all times are UTC, shown in `zone`."""
    words = _of_state(entry, now, zone)
    if entry.state in AGING:
        words = _aged(words, age_of(entry.submitted_at or entry.created_at, now))
    if entry.shrunk and entry.state is not State.TOMBSTONE:
        words = _longer(words, translate("States", "Zdjęcia zmniejszono dla serwera poczty."))
    if entry.expires_at is not None and entry.state is not State.DELIVERED:
        words = _longer(words, _expiry(entry.expires_at, now, zone))
    return words


def _aged(words: StateWords, age: Age) -> StateWords:
    """Let a report that waits for days ask for another way."""
    if age is Age.FRESH:
        return words
    if age is Age.LATE:
        tone = Tone.LATE if words.tone is Tone.CALM else words.tone
        told = translate("States", "Czeka już ponad dobę.")
        return _longer(replace(words, tone=tone), told)
    told = translate(
        "States", "Czeka już ponad 3 dni: zapisz jako .eml albo skopiuj treść i przekaż inaczej."
    )
    return StateWords(words.title, f"{told} {words.detail}".strip(), Tone.TROUBLE)


def _longer(words: StateWords, more: str) -> StateWords:
    return replace(words, detail=f"{words.detail} {more}".strip())


def _expiry(expires_at: datetime, now: datetime, zone: tzinfo) -> str:
    """Tell three days ahead that the content will be destroyed; before that nothing is said."""
    if expires_at - now > TOLD_BEFORE:
        return ""
    day = f"{max(expires_at, now).astimezone(zone):%d.%m}"
    return translate("States", "Treść zostanie usunięta {day}.").format(day=day)


def _of_state(entry: Entry, now: datetime, zone: tzinfo) -> StateWords:
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
    if entry.taken:
        advice = f"{translate('States', 'Pozostali adresaci już je mają.')} {advice}".strip()
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
