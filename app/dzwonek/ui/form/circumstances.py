"""The smaller answers: which numbers, when, and whom it concerns."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dzwonek.domain.kinds import Kind, Scope
from dzwonek.ui.form import said
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.look import Space, Type, plain, px

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock


def names_in(text: str) -> tuple[str, ...]:
    """Take typed names apart at commas, semicolons and line ends, each once."""
    parts = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


class NumbersCell(QWidget):
    """The customer's number and ours; for a letter or a chat only the customer."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.customer = QLineEdit(self)
        self.customer.setObjectName("customer")
        self.ours = QLineEdit(self)
        self.ours.setObjectName("ours")
        self.ours.setAccessibleName(self.tr("Nasz numer"))
        self.label = plain("", parent=self)
        self.label.setBuddy(self.customer)
        self.ours_label = plain(self.tr("&Nasz numer"), parent=self)
        self.ours_label.setBuddy(self.ours)
        for field in (self.customer, self.ours):
            field.textEdited.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.MEDIUM))
        row.addWidget(self.customer, 1)
        row.addWidget(self.ours_label)
        row.addWidget(self.ours, 1)
        self.show_kind(None)

    def show_kind(self, kind: Kind | None) -> None:
        """Ask for what belongs to a kind; nothing typed is lost by looking at another one."""
        is_call = kind is None or kind.is_call
        if is_call:
            text, spoken = self.tr("Nume&r klienta"), self.tr("Numer telefonu klienta")
        elif kind is Kind.EMAIL:
            text, spoken = self.tr("Ad&res klienta"), self.tr("Adres e-mail klienta")
        else:
            text, spoken = self.tr("Klien&t"), self.tr("Klient: nazwa, numer lub adres")
        self.label.setText(text)
        self.customer.setAccessibleName(spoken)
        self.ours.setVisible(is_call)
        self.ours_label.setVisible(is_call)


class MomentEdit(QDateTimeEdit):
    """Takes date and time by keyboard; the wheel scrolls the form and never changes the moment."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class WhenCell(QWidget):
    """The moment it happened, in the operator's own time."""

    changed = Signal()

    def __init__(self, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._zone = clock, zone
        self._moment = clock.now()
        self._why = ""
        self.edit = MomentEdit(self)
        self.edit.setObjectName("when")
        self.edit.setAccessibleName(self.tr("Kiedy to się stało"))
        self.edit.setDisplayFormat("dd.MM.yyyy   HH:mm")
        self.edit.setWrapping(False)
        inset = px(self, Space.SMALL)
        self.edit.lineEdit().setTextMargins(inset, 0, inset, 0)
        self.edit.dateTimeChanged.connect(self._take_typed)
        self.note = plain("", Type.QUIET, self)
        self.note.setObjectName("when.note")
        self.note.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.MEDIUM))
        row.addWidget(self.edit)
        row.addWidget(self.note, 1)

    def moment(self) -> datetime:
        """Give the moment in UTC; to the second as long as nobody typed another one."""
        return self._moment

    def show_moment(self, moment: datetime, why: str) -> None:
        """Show a moment (UTC) and where it comes from."""
        self._moment, self._why = moment, why
        local = moment.astimezone(self._zone)
        with QSignalBlocker(self.edit):
            self.edit.setDateTime(
                QDateTime(
                    QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
                )
            )
        self._show_note()

    def _take_typed(self, shown: QDateTime) -> None:
        date, time = shown.date(), shown.time()
        local = datetime(
            date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=self._zone
        )
        self._moment, self._why = local.astimezone(UTC), self.tr("wpisane")
        self._show_note()
        self.changed.emit()

    def _show_note(self) -> None:
        now = self._clock.now()
        if self._moment.replace(second=0, microsecond=0) > now:
            self.note.setText(self.tr("to jeszcze przed nami – sprawdź datę i godzinę"))
            return
        parts = (said.day(self._moment, now, self._zone), self._why)
        self.note.setText(", ".join(part for part in parts if part))


class ConcernCell(QWidget):
    """Whom it concerns: me, named colleagues, or the whole team."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice(
            "scope",
            (
                Answer(Scope.ME, self.tr("Mnie")),
                Answer(Scope.OTHERS, self.tr("Innych agentów")),
                Answer(Scope.TEAM, self.tr("Całego zespołu")),
            ),
            self,
        )
        self.choice.setAccessibleName(self.tr("Kogo dotyczy problem"))
        self.names = QLineEdit(self)
        self.names.setObjectName("names")
        self.names.setAccessibleName(self.tr("Imiona i nazwiska agentów, po przecinku"))
        self.names.setPlaceholderText(self.tr("Imiona i nazwiska, po przecinku"))
        self.names.textEdited.connect(self.changed)
        self.choice.chosen.connect(self._take_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.choice)
        column.addWidget(self.names)
        self.show_scope(Scope.ME, ())

    def scope(self) -> Scope:
        """Give the chosen scope."""
        value = self.choice.value()
        return value if isinstance(value, Scope) else Scope.ME

    def others(self) -> tuple[str, ...]:
        """Give the typed names."""
        return names_in(self.names.text())

    def show_scope(self, scope: Scope, others: tuple[str, ...]) -> None:
        """Show a scope and names."""
        self.choice.show_value(scope)
        self.names.setText(", ".join(others))
        self.names.setVisible(scope is Scope.OTHERS)

    def _take_choice(self) -> None:
        is_others = self.scope() is Scope.OTHERS
        self.names.setVisible(is_others)
        if is_others and not self.names.text():
            self.names.setFocus()
        self.changed.emit()
