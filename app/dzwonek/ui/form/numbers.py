"""The customer's number and ours, in any spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dzwonek.domain.kinds import Kind
from dzwonek.domain.phone import number_at_once
from dzwonek.ui.look import Space, plain, px

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class NumberEdit(QLineEdit):
    """Shows a number as the support page writes it, and keeps it as it was typed."""

    def __init__(self, name: str, region: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._region = region
        self._typed = ""
        self.textEdited.connect(self._take)

    def typed(self) -> str:
        """Give the number as it was typed."""
        return self._typed

    def show_typed(self, typed: str) -> None:
        """Show what was typed earlier or filled in."""
        self._typed = typed.strip()
        self.setText(number_at_once(self._typed, self._region))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the number as it will be read, once it is there."""
        super().focusOutEvent(event)
        self.setText(number_at_once(self._typed, self._region))

    def _take(self, text: str) -> None:
        self._typed = text.strip()


class NumbersCell(QWidget):
    """The customer's number and ours; for a letter or a chat only the customer."""

    changed = Signal()

    def __init__(self, region: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.customer = NumberEdit("customer", region, self)
        self.ours = NumberEdit("ours", region, self)
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
