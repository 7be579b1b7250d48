"""Short messages beside the work: their words, and the way they are shown.

A desktop keeps notices unsealed and shows them on a locked screen, so a report is named in them
by its code alone, never by its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dzwonek.domain.delivery import Age
from dzwonek.domain.draft_life import GRACE
from dzwonek.domain.ports import Notice
from dzwonek.domain.problem import ProblemError
from dzwonek.reporting.rescue import By
from dzwonek.ui.words import title_and_advice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dzwonek.desktop.notify import DesktopNotices
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.rescue import Sent

translate = QCoreApplication.translate

DEFAULT = "default"
CONTINUE = "continue"
KEEP = "keep"
REMEMBERED = 64  # notices whose clicks are still understood
DRAFT_LASTS = timedelta(seconds=25)  # what asks for a hand while it is busy


@dataclass(frozen=True, slots=True)
class _Told:
    """A notice with what it was about, and what a click on its body means."""

    notice: Notice
    subject: str = ""
    wish: str = DEFAULT


class Notices(QObject):
    """Shows a notice by the desktop's own service, else by the tray's balloon."""

    clicked = Signal(str, str)  # what the notice was about (an id or ""), the action's name
    unseen = Signal(str, str)  # the same of a notice that nothing here can show

    def __init__(
        self,
        notifier: DesktopNotices,
        balloon: Callable[[str, str], bool],
        parent: QObject | None = None,
    ) -> None:
        """Take `balloon`, which shows a title and a text and says whether anybody can see it."""
        super().__init__(parent)
        self._notifier = notifier
        self._show_balloon = balloon
        self._told: dict[int, _Told] = {}
        self._balloon: _Told | None = None

    def use(self, notifier: DesktopNotices) -> None:
        """Take another notifier from now on."""
        self._notifier = notifier

    def tell(self, notice: Notice, subject: str = "", wish: str = DEFAULT) -> None:
        """Show a notice; `subject` comes back with a click on it, a click on its body as `wish`."""
        told = _Told(notice, subject, wish)
        try:
            number = self._notifier.show(notice)
        except ProblemError:
            self._show_as_balloon(told)
        else:
            self._told[number] = told
            for forgotten in tuple(self._told)[:-REMEMBERED]:
                del self._told[forgotten]

    def lost(self) -> None:
        """Show by balloon what the desktop took and never showed."""
        for notice in self._notifier.unshown():
            known = (told for told in self._told.values() if told.notice is notice)
            self._show_as_balloon(next(known, _Told(notice)))

    def on_click(self, number: int, action: str) -> None:
        """Pass on a click that the desktop told by the notice's number."""
        told = self._told.get(number)
        if told is None:
            self.clicked.emit("", action)
        else:
            self.clicked.emit(told.subject, told.wish if action == DEFAULT else action)

    def on_balloon_click(self) -> None:
        """Pass on a click on the tray's balloon, which has no buttons."""
        told = self._balloon
        self.clicked.emit(told.subject if told else "", told.wish if told else DEFAULT)

    def _show_as_balloon(self, told: _Told) -> None:
        """Show a notice that the desktop's service did not take."""
        self._balloon = told
        if not self._show_balloon(told.notice.title, told.notice.body):
            self.unseen.emit(told.subject, told.wish)


def saved_notice(entry: Entry) -> Notice:
    """Say that a report is safe on this computer; nothing is said of sending."""
    return Notice(
        translate("Notices", "Zapisano na tym komputerze"), entry.short_code, _list_action()
    )


def delivered_notice(entry: Entry, zone: tzinfo) -> Notice:
    """Say when the mail server took the report."""
    at = entry.delivered_at or entry.created_at
    title = translate("Notices", "Przekazano na serwer poczty o {time}").format(
        time=f"{at.astimezone(zone):%H:%M}"
    )
    return Notice(title, entry.short_code, _list_action())


def sent_notice(sent: Sent, zone: tzinfo) -> Notice:
    """Say when a report that was not stored here went, and by whose word; no list holds it."""
    title = _went(sent).format(time=f"{sent.at.astimezone(zone):%H:%M}")
    shortcomings = [title_and_advice(problem)[0] for problem in sent.shortcomings]
    if sent.by is not By.SERVER:
        shortcomings.append(translate("Notices", "Czy dotarło, pokaże odpowiedź wsparcia."))
    return Notice(title, "\n".join((sent.short_code, *shortcomings)))


def _went(sent: Sent) -> str:
    match sent.by:
        case By.SERVER:
            return translate("Notices", "Przekazano na serwer poczty o {time}")
        case By.PROGRAM:
            return translate("Notices", "Oznaczono jako wysłane z programu pocztowego o {time}")
        case By.PHONE:
            return translate("Notices", "Oznaczono jako wysłane z telefonu o {time}")


def trouble_notice(entry: Entry) -> Notice:
    """Say what keeps a report here, and what to do."""
    if entry.problem is None:
        return Notice(
            translate("Notices", "Zgłoszenie wymaga uwagi"), entry.short_code, _list_action(), True
        )
    title, advice = title_and_advice(entry.problem)
    about = f"{advice}\n{entry.short_code}" if advice else entry.short_code
    return Notice(title, about, _list_action(), is_trouble=True)


def old_notice(age: Age) -> Notice:
    """Say that a report waits for a day or for three, and what helps then."""
    if age is Age.OVERDUE:
        return Notice(
            translate("Notices", "Zgłoszenie czeka już ponad 3 dni"),
            translate("Notices", "Zapisz je jako .eml albo skopiuj treść i przekaż inaczej."),
            _list_action(),
            is_trouble=True,
        )
    return Notice(
        translate("Notices", "Zgłoszenie czeka już ponad dobę"),
        translate("Notices", "Dlaczego, widać w oknie „Moje zgłoszenia”."),
        _list_action(),
    )


def expiry_notice(reports: int, drafts: int, day: str) -> Notice:
    """Say three days ahead what will be destroyed unless somebody sends or keeps it."""
    parts = []
    if reports:
        parts.append(translate("Notices", "niewysłane zgłoszenia: %n", None, reports))
    if drafts:
        parts.append(translate("Notices", "szkice: %n", None, drafts))
    body = translate("Notices", "{what}. Wyślij, dokończ albo zapisz jako .eml.")
    what = ", ".join(parts)
    title = translate("Notices", "Od {day} usuniemy stare treści").format(day=day)
    return Notice(title, body.format(what=what[:1].upper() + what[1:]), _list_action(), True)


def kept_notice(draft: Draft) -> Notice:
    """Say that the half-written report waits."""
    body = translate("Notices", "Dokończysz go w oknie „Moje zgłoszenia”. Kod: {code}.").format(
        code=draft.short_code
    )
    actions = (
        (DEFAULT, translate("Notices", "Otwórz")),
        (CONTINUE, translate("Notices", "Dokończ")),
    )
    return Notice(translate("Notices", "Szkic zachowany"), body, actions)


def flagged_notice(draft: Draft) -> Notice:
    """Say that the moment is marked; short, for it comes in the middle of a call."""
    body = translate("Notices", "Opiszesz później w oknie „Moje zgłoszenia”. Kod: {code}.").format(
        code=draft.short_code
    )
    return Notice(
        translate("Notices", "Oznaczono"), body, ((DEFAULT, translate("Notices", "Otwórz")),)
    )


def dropped_notice(draft: Draft) -> Notice:
    """Say that a form that nobody wrote in leaves nothing behind, unless it is taken back."""
    gone = translate("Notices", "Nic nie wpisano, więc szkic za chwilę usuniemy.")
    if draft.pictures:
        gone = translate("Notices", "Nic nie wpisano, więc szkic i zrzuty za chwilę usuniemy.")
    body = " ".join((gone, translate("Notices", "Kliknij, aby go zachować.")))
    title = translate("Notices", "Puste zgłoszenie zamknięte")
    actions = ((DEFAULT, translate("Notices", "Zachowaj szkic")),)
    return Notice(title, body, actions, lasts=GRACE / 2)


def left_open_notice(drafts: Sequence[Draft], now: datetime, zone: tzinfo) -> Notice:
    """Offer what was being written when the program ended."""
    if len(drafts) == 1:
        title = translate("Notices", "Masz niedokończone zgłoszenie")
        body = translate("Notices", "Kliknij, aby je dokończyć ({when}, {code}).")
        return _draft_notice(title, _about(body, drafts[0], now, zone))
    title = translate("Notices", "Masz niedokończone zgłoszenia: %n", None, len(drafts))
    return _drafts_notice(title)


def reminder_notice(drafts: Sequence[Draft], now: datetime, zone: tzinfo) -> Notice:
    """Call a marked moment to mind that nobody has described yet."""
    if len(drafts) == 1:
        title = translate("Notices", "Oznaczona chwila czeka na opis")
        body = translate("Notices", "Kliknij, aby ją opisać ({when}, {code}).")
        return _draft_notice(title, _about(body, drafts[0], now, zone))
    title = translate("Notices", "Oznaczone chwile czekają na opis: %n", None, len(drafts))
    return _drafts_notice(title)


def _about(body: str, draft: Draft, now: datetime, zone: tzinfo) -> str:
    from dzwonek.ui.states import moment_words

    when = moment_words(draft.created_at, now, zone)
    return body.format(when=when, code=draft.short_code)


def _draft_notice(title: str, body: str) -> Notice:
    """Lead to the one draft; a click on the body is told with the wish CONTINUE."""
    actions = ((DEFAULT, translate("Notices", "Dokończ")),)
    return Notice(title, body, actions, lasts=DRAFT_LASTS)


def _drafts_notice(title: str) -> Notice:
    body = translate("Notices", "Czekają w oknie „Moje zgłoszenia”.")
    return Notice(title, body, _list_action(), lasts=DRAFT_LASTS)


def problem_notice(problem: Problem) -> Notice:
    """Say that something did not work."""
    title, advice = title_and_advice(problem)
    return Notice(title, advice, is_trouble=True)


def refused_key_notice(problem: Problem, active: str | None) -> Notice:
    """Say which hotkey cannot be had, and which one holds instead."""
    title, advice = title_and_advice(problem)
    if active is None:
        return Notice(title, advice, is_trouble=True)
    body = translate("Notices", "Zamiast niego działa {key}.").format(key=active)
    return Notice(title, body)


def copied_notice(number: str) -> Notice:
    """Say that the emergency number is on the clipboard."""
    return Notice(translate("Notices", "Skopiowano numer {number}").format(number=number), "")


def _list_action() -> tuple[tuple[str, str], ...]:
    return ((DEFAULT, translate("Notices", "Moje zgłoszenia")),)
