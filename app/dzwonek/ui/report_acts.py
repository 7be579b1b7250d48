"""What can be done with the chosen line: a few buttons, and the rest behind *Więcej*."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from dzwonek.domain.delivery import State
from dzwonek.domain.wishes import can_confirm, can_follow_up, can_resend, can_retry, has_content
from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.look import Act, Space, button, px

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Entry
    from dzwonek.ui.report_lines import Line


class Wish(StrEnum):
    """One thing that can be done; its value names the button or the entry of the menu."""

    CONTINUE = "continue"
    RETRY = "retry"
    FOLLOW_UP = "follow_up"
    TICKET = "ticket"
    EXPORT = "export"
    DISCARD = "discard"
    COPY_CODE = "copy_code"
    COPY = "copy"
    PROGRAM = "program"
    QR = "qr"
    ARRIVED = "arrived"
    RESEND = "resend"


PRIMARY = (Wish.CONTINUE, Wish.RETRY)
# from the left; what is wanted most stands at the right
BUTTONS = (Wish.DISCARD, Wish.EXPORT, Wish.TICKET, Wish.FOLLOW_UP, *PRIMARY)
MENU = (
    (Wish.COPY_CODE, Wish.COPY, Wish.EXPORT),
    (Wish.PROGRAM, Wish.QR),
    (Wish.TICKET, Wish.ARRIVED, Wish.FOLLOW_UP, Wish.RESEND),
    (Wish.DISCARD,),
)


def wishes(line: Line | None) -> frozenset[Wish]:
    """List what makes sense for a line."""
    if line is None:
        return frozenset()
    entry = line.entry
    if entry is None:
        return frozenset({Wish.CONTINUE, Wish.DISCARD, Wish.COPY_CODE})
    is_delivered = entry.state is State.DELIVERED
    claims = {
        Wish.RETRY: can_retry(entry),
        Wish.FOLLOW_UP: can_follow_up(entry),
        Wish.TICKET: can_confirm(entry),
        Wish.EXPORT: has_content(entry),
        Wish.COPY: has_content(entry),
        Wish.PROGRAM: has_content(entry),
        Wish.QR: can_retry(entry) and entry.state is not State.QUARANTINED,
        Wish.ARRIVED: can_confirm(entry) and not is_delivered,
        Wish.RESEND: can_resend(entry),
    }
    always = {Wish.DISCARD, Wish.COPY_CODE}
    return frozenset(always | {wish for wish, holds in claims.items() if holds})


def first_wishes(line: Line | None) -> frozenset[Wish]:
    """List those of them that stand as buttons: what a person wants most in this state."""
    entry = line.entry if line is not None else None
    if entry is None:
        return wishes(line) & {Wish.CONTINUE, Wish.DISCARD}
    return wishes(line) & _likely(entry)


def _likely(entry: Entry) -> frozenset[Wish]:
    if entry.state in (State.DELIVERED, State.TOMBSTONE):
        return frozenset({Wish.DISCARD, Wish.TICKET, Wish.FOLLOW_UP})
    return frozenset({Wish.DISCARD, Wish.EXPORT, Wish.RETRY})


class ReportActs(QWidget):
    """Offers what makes sense for the chosen line, and emits what was wanted."""

    wanted = Signal(object)  # Wish

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.more = button("", Act.NORMAL, self)
        self.more.setObjectName("more")
        self.menu = QMenu(self)
        self.menu.setObjectName("more.menu")
        self.buttons = {wish: self._button(wish) for wish in BUTTONS}
        self.actions_of = self._actions()
        self.more.setMenu(self.menu)
        row = FlowRow(self, gap=px(self, Space.SMALL), ends_right=True)
        row.addWidget(self.more)
        for each in self.buttons.values():
            row.addWidget(each)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, line: Line | None) -> None:
        """Show what makes sense for a line; nothing stands there twice."""
        all_of_it, first = wishes(line), first_wishes(line)
        for wish, one in self.buttons.items():
            one.setVisible(wish in first)
        for wish, action in self.actions_of.items():
            action.setVisible(wish in all_of_it - first)
        self.more.setVisible(bool(all_of_it - first))
        self.say_ticket(line.entry.ticket if line is not None and line.entry is not None else "")

    def show_menu(self, place: QPoint) -> None:
        """Show the menu beside what was clicked; `place` is on the screen."""
        if any(action.isVisible() for action in self.actions_of.values()):
            self.menu.popup(place)

    def say(self) -> None:
        """Speak the language of now."""
        self.more.setText(self.tr("Więcej ▾"))
        self.more.setAccessibleName(self.tr("Więcej możliwości"))
        words = self._words()
        for wish, one in self.buttons.items():
            one.setText(words[wish])
        for wish, action in self.actions_of.items():
            action.setText(words[wish])

    def say_ticket(self, known: str) -> None:
        """Offer to enter support's number, or to change it."""
        enter = self.tr("Wpisz numer od wsparcia")
        text = self.tr("Zmień numer od wsparcia") if known else enter
        self.buttons[Wish.TICKET].setText(text)
        self.actions_of[Wish.TICKET].setText(text)

    def _words(self) -> dict[Wish, str]:
        return {
            Wish.CONTINUE: self.tr("Dokończ"),
            Wish.RETRY: self.tr("Wyślij teraz"),
            Wish.FOLLOW_UP: self.tr("Zdarzyło się ponownie"),
            Wish.TICKET: self.tr("Wpisz numer od wsparcia"),
            Wish.EXPORT: self.tr("Zapisz jako .eml"),
            Wish.DISCARD: self.tr("Usuń"),
            Wish.COPY_CODE: self.tr("Kopiuj kod zgłoszenia"),
            Wish.COPY: self.tr("Kopiuj treść"),
            Wish.PROGRAM: self.tr("Otwórz w programie pocztowym"),
            Wish.QR: self.tr("Kod QR"),
            Wish.ARRIVED: self.tr("Dotarło inną drogą"),
            Wish.RESEND: self.tr("Wyślij ponownie jako nowe"),
        }

    def _button(self, wish: Wish) -> QPushButton:
        made = button("", Act.PRIMARY if wish in PRIMARY else Act.NORMAL, self)
        made.setObjectName(wish.value)
        made.clicked.connect(partial(self._want, wish))
        return made

    def _actions(self) -> dict[Wish, QAction]:
        made = {}
        for part in MENU:
            for wish in part:
                action = QAction(self.menu)
                action.setObjectName(f"more.{wish.value}")
                action.triggered.connect(partial(self._want, wish))
                self.menu.addAction(action)
                made[wish] = action
            self.menu.addSeparator()
        return made

    def _want(self, wish: Wish, _: bool = False) -> None:
        self.wanted.emit(wish)
