"""Where a report stands, in one plain sentence that is true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import WAITING, Age, Entry, State, age_of
from dzwonek.domain.problem import Code
from dzwonek.ui.words import title_and_advice

translate = QCoreApplication.translate
AGING = (WAITING | {State.HELD}) - {State.SENDING}
ENDED = frozenset({State.DELIVERED, State.TOMBSTONE, State.EXPIRED})
TOLD_BEFORE = timedelta(days=3)


class Tone(StrEnum):
    """How urgently a state asks for a look."""

    CALM = "calm"
    GOOD = "good"
    LATE = "late"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state for people: what is, and what comes next or is to be done.

    `short` is what of `detail` must be seen where there is room for its beginning only; empty when
    that is its beginning.
    """

    title: str
    detail: str
    tone: Tone
    short: str = ""


@dataclass(frozen=True, slots=True)
class _Sight:
    """A report, seen at a moment (UTC) by a clock on the wall of a zone."""

    entry: Entry
    now: datetime
    zone: tzinfo

    def moment(self, moment: datetime) -> str:
        return moment_words(moment, self.now, self.zone)

    @property
    def changed(self) -> str:
        """Say when it came into its state, "o 14:05"; empty when that is not known."""
        return self.at(self.entry.changed_at) if self.entry.changed_at else ""

    def at(self, moment: datetime) -> str:
        """Say when something was: "o 14:05", "27.02 o 14:05"."""
        told = self.moment(moment)
        is_today = moment.astimezone(self.zone).date() == self.now.astimezone(self.zone).date()
        return translate("States", "o {time}").format(time=told) if is_today else told


def state_words(entry: Entry, now: datetime, zone: tzinfo) -> StateWords:
    """Put a report's state into words; `now` and all times are UTC, shown in `zone`."""
    sight = _Sight(entry, now, zone)
    words = _of_state(sight)
    age = age_of(entry.submitted_at or entry.created_at, now)
    aged = _age(age) if entry.state in AGING else ("", "")
    expiry = _expiry(sight)
    having = _who_has_it(entry) if entry.state not in ENDED else ""
    detail = _joined(words.detail, having, aged[0], _shrunk(entry), expiry, _times(entry))
    urgent = _joined(expiry, aged[1])
    short = _joined(urgent, _plan(sight)) if urgent else ""
    if aged[0]:
        words = replace(words, tone=_aged_tone(words.tone, age))
    return replace(words, detail=detail, short=short)


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Name a moment as briefly as it is clear: 14:05 today, else 27.02 o 14:05.

    The year stands there when it is another one.
    """
    at, today = moment.astimezone(zone), now.astimezone(zone)
    if at.date() == today.date():
        return f"{at:%H:%M}"
    day = f"{at:%d.%m}" if at.year == today.year else f"{at:%d.%m.%Y}"
    return translate("States", "{day} o {time}").format(day=day, time=f"{at:%H:%M}")


def _of_state(sight: _Sight) -> StateWords:
    match sight.entry.state:
        case State.DELIVERED | State.TOMBSTONE:
            return _delivered(sight)
        case State.EXPIRED:
            return _expired(sight)
        case State.HELD | State.REJECTED | State.QUARANTINED:
            return _troubled(sight)
        case State.SENDING:
            title = translate("States", "Trwa przekazywanie na serwer poczty")
            return StateWords(title, translate("States", "To potrwa chwilę."), Tone.CALM)
        case State.UNCERTAIN:
            return _uncertain(sight)
        case _:
            return _waiting(sight)


def _delivered(sight: _Sight) -> StateWords:
    entry = sight.entry
    at = sight.moment(entry.delivered_at or entry.created_at)
    title = _way(entry).format(time=at)
    detail = title_and_advice(entry.problem)[0] if entry.problem else ""
    if entry.ticket:
        known = translate("States", "Potwierdzono: numer {ticket}").format(ticket=entry.ticket)
        return StateWords(known, _joined(f"{title}.", detail), Tone.GOOD)
    if entry.is_by_hand:
        detail = translate("States", "Wiadomo to od Ciebie, nie od serwera.")
    if entry.state is State.TOMBSTONE:
        detail = _joined(detail, _emptied(sight))
    return StateWords(title, detail, Tone.GOOD)


def _way(entry: Entry) -> str:
    """Say who took it: the mail server, or somebody of whom only the operator knows."""
    if entry.is_by_hand:
        return translate("States", "Przekazano inną drogą ({time})")
    return translate("States", "Przekazano na serwer poczty ({time})")


def _expired(sight: _Sight) -> StateWords:
    """Say what is known of a report whose content is gone: nobody, somebody or perhaps got it."""
    sent = _who_has_it(sight.entry)
    if not sent and sight.entry.message_id:  # of a file that nobody could read, nothing is known
        sent = translate("States", "Nie zostało wysłane.")
    title = translate("States", "Minął czas przechowywania")
    return StateWords(title, _joined(sent, _emptied(sight)), Tone.TROUBLE)


def _emptied(sight: _Sight) -> str:
    """Say when the content was destroyed, if that is known."""
    if not sight.changed:
        return translate("States", "Treść usunięto z tego komputera.")
    gone = translate("States", "Treść usunięto z tego komputera {moment}.")
    return gone.format(moment=sight.changed)


def _uncertain(sight: _Sight) -> StateWords:
    again = translate("States", "Ta sama wiadomość pójdzie jeszcze raz.")
    seen = translate("States", "Stwierdzono {moment}.") if sight.changed else ""
    return StateWords(
        translate("States", "Serwer poczty nie potwierdził odbioru"),
        _joined(again, _plan(sight), seen.format(moment=sight.changed)),
        Tone.CALM,
    )


def _troubled(sight: _Sight) -> StateWords:
    problem = sight.entry.problem
    if problem is None:
        title, advice = translate("States", "Zgłoszenie wymaga uwagi"), ""
    else:
        title, advice = title_and_advice(problem)
        if problem.code is Code.MAIL_TOO_BIG:
            advice = _joined(advice, _too_big(sight.entry))
    return StateWords(
        title.removesuffix("."), _joined(advice, _plan(sight), _since(sight)), Tone.TROUBLE
    )


def _too_big(entry: Entry) -> str:
    """Say what the pictures have to do with it: nothing where there are none."""
    if entry.shrunk:
        return translate("States", "Zdjęcia już zmniejszono lub pominięto, to nie wystarczyło.")
    if entry.summary is not None and entry.summary.pictures:
        return translate("States", "Możesz też zgłosić ponownie z mniejszą liczbą zrzutów.")
    return ""


def _since(sight: _Sight) -> str:
    """Say when it came into this state; a held one comes into it anew at each probe."""
    if not sight.changed:
        return ""
    told = {
        State.HELD: translate("States", "Wstrzymano {moment}."),
        State.REJECTED: translate("States", "Odrzucono {moment}."),
        State.QUARANTINED: translate("States", "Stwierdzono {moment}."),
    }[sight.entry.state]
    return told.format(moment=sight.changed)


def _waiting(sight: _Sight) -> StateWords:
    entry = sight.entry
    title = translate("States", "Zapisano na tym komputerze {moment}")
    at = sight.at(entry.submitted_at or entry.created_at)
    why = title_and_advice(entry.problem)[0] if entry.problem else ""
    turn = "" if entry.due_at else translate("States", "Czeka na swoją kolej.")
    return StateWords(title.format(moment=at), _joined(why, _plan(sight), turn), Tone.CALM)


def _plan(sight: _Sight) -> str:
    """Say when the next attempt comes, if one is planned."""
    due = sight.entry.due_at
    if due is None:
        return ""
    if due <= sight.now:
        return translate("States", "Zaraz wyślemy.")
    return translate("States", "Następna próba: {time}.").format(time=sight.moment(due))


def _who_has_it(entry: Entry) -> str:
    """Say of a report that is not delivered who has it all the same, or may have it."""
    count, some, doubt, tries = entry.uncertain_count, "", "", ""
    if entry.taken:
        some = translate("States", "Część adresatów już je ma.")
    if count and entry.state is not State.UNCERTAIN:  # whose title says so
        doubt = translate("States", "Serwer poczty nie potwierdził odbioru: mogło dojść.")
    if count > 1:
        tries = translate("States", "Już %n próba(-y) bez potwierdzenia.", None, count)
    return _joined(some, doubt, tries)


def _age(age: Age) -> tuple[str, str]:
    """Let a report that waits for days ask for another way: in full, and in short."""
    if age is Age.FRESH:
        return "", ""
    if age is Age.LATE:
        told = translate("States", "Czeka już ponad dobę.")
        return told, told
    told = translate(
        "States", "Czeka już ponad 3 dni: zapisz jako .eml albo skopiuj treść i przekaż inaczej."
    )
    return told, translate("States", "Czeka już ponad 3 dni.")


def _aged_tone(tone: Tone, age: Age) -> Tone:
    if age is Age.OVERDUE:
        return Tone.TROUBLE
    return Tone.LATE if tone is Tone.CALM else tone


def _shrunk(entry: Entry) -> str:
    """Tell of smaller pictures, unless the content is gone or they were of no help."""
    is_told = entry.problem is not None and entry.problem.code is Code.MAIL_TOO_BIG
    if not entry.shrunk or is_told or entry.state in (State.TOMBSTONE, State.EXPIRED):
        return ""
    return translate(
        "States", "Zdjęcia zmniejszono lub pominięto, bo zgłoszenie było za duże dla serwera."
    )


def _times(entry: Entry) -> str:
    """Say how often it has happened by now."""
    times = entry.summary.times if entry.summary is not None else 1
    return translate("States", "Zdarzyło się po raz {n}.").format(n=times) if times > 1 else ""


def _expiry(sight: _Sight) -> str:
    """Tell three days ahead that the content will be destroyed; before that nothing is said."""
    expires_at, now = sight.entry.expires_at, sight.now
    if expires_at is None or sight.entry.state in ENDED | {State.SENDING}:
        return ""
    if expires_at - now > TOLD_BEFORE:
        return ""
    day = f"{max(expires_at, now).astimezone(sight.zone):%d.%m}"
    return translate("States", "Treść zostanie usunięta {day}.").format(day=day)


def _joined(*parts: str) -> str:
    """Put whole sentences one behind the other."""
    return " ".join(part for part in parts if part)
