"""What is filled in or optional, folded into one line: numbers, time, and whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dzwonek.domain.kinds import Kind
from dzwonek.domain.phone import number_at_once
from dzwonek.ui.form.said import one_line
from dzwonek.ui.look import Act, Space, Type, button, plain, px

if TYPE_CHECKING:
    from dzwonek.ui.form.filling import Matter


class DetailsCell(QWidget):
    """Says in one line what stands in the folded fields, and unfolds them."""

    unfold_wanted = Signal()

    def __init__(self, region: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._region = region
        self.setObjectName("details")
        self.line = plain("", Type.BODY, self)
        self.line.setObjectName("details.line")
        self.line.setWordWrap(True)
        self.change = button(self.tr("Zmień"), Act.LINK, self)
        self.change.setObjectName("details.change")
        self.change.clicked.connect(self.unfold_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.line, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)

    def show_matter(self, matter: Matter, when: str, concern: str) -> None:
        """Say numbers, time and whom it concerns."""
        parts = (self._numbers(matter), when, one_line(concern))
        self.line.setText("  ·  ".join(part for part in parts if part))
        told = self.tr("Zmień szczegóły: {details}").replace("{details}", self.line.text())
        self.change.setAccessibleName(told)

    def _numbers(self, matter: Matter) -> str:
        customer, ours = (
            number_at_once(one_line(text), self._region) for text in (matter.customer, matter.ours)
        )
        if matter.kind is not None and not matter.kind.is_call:
            return customer
        if not customer and not ours:
            return self.tr("bez numeru klienta") if matter.kind is not None else ""
        ends = (customer or "?", ours or "?")
        return " → ".join(reversed(ends) if matter.kind is Kind.CALL_OUT else ends)
