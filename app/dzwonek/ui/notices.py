"""Short messages beside the work: their words, and the way they are shown.

A desktop keeps notices unsealed and shows them on a locked screen, so a report is named in them
by its code alone, never by its words.
"""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dzwonek.domain.delivery import Age
from dzwonek.domain.ports import Notice
from dzwonek.domain.problem import ProblemError
from dzwonek.ui.words import title_and_advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.desktop.notify import DesktopNotices
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.rescue import Sent

translate = QCoreApplication.translate

DEFAULT = "default"
CONTINUE = "continue"


class Notices(QObject):
    """Shows a notice by the desktop's own service, else by the tray's balloon."""

    clicked = Signal(str, str)  # what the notice was about (an id or ""), the action's name

    def __init__(
        self,
        notifier: DesktopNotices,
        balloon: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._show_balloon = balloon
        self._subjects: dict[int, str] = {}
        self._balloon_subject = ""

    def use(self, notifier: DesktopNotices) -> None:
        """Take another notifier from now on."""
        self._notifier = notifier

    def tell(self, notice: Notice, subject: str = "") -> None:
        """Show a notice; `subject` comes back with a click on it."""
        try:
            number = self._notifier.show(notice)
        except ProblemError:
            self.balloon(notice, subject)
        else:
            self._subjects[number] = subject

    def lost(self) -> None:
        """Show by balloon what the desktop took and never showed."""
        for notice in self._notifier.unshown():
            self.balloon(notice)

    def balloon(self, notice: Notice, subject: str = "") -> None:
        """Show a notice that the desktop's service did not take."""
        self._balloon_subject = subject
        self._show_balloon(notice.title, notice.body)

    def on_click(self, number: int, action: str) -> None:
        """Pass on a click that the desktop told by the notice's number."""
        self.clicked.emit(self._subjects.get(number, ""), action)

    def on_balloon_click(self) -> None:
        """Pass on a click on the tray's balloon, which has no buttons."""
        self.clicked.emit(self._balloon_subject, DEFAULT)


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
    """Say when the mail server took a report that was not stored here; no list holds it."""
    title = translate("Notices", "Przekazano na serwer poczty o {time}").format(
        time=f"{sent.at.astimezone(zone):%H:%M}"
    )
    shortcomings = (title_and_advice(problem)[0] for problem in sent.shortcomings)
    return Notice(title, "\n".join((sent.short_code, *shortcomings)))


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
