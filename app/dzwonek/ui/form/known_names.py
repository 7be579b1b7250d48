"""The colleagues that reports of this computer were about: one click names, one forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from dzwonek.ui.form.choice import chip_size, paint_chip
from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.form.said import one_line
from dzwonek.ui.look import Act, Size, button, px, set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

WIDEST = 180  # pixels of a name at the usual font


class NameChip(QCheckBox):
    """One name that stays pressed while the report is about that person."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        shown = one_line(name)
        metrics = self.fontMetrics()
        elided = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, px(self, WIDEST))
        self.setText(elided)
        self.setObjectName(f"names.{shown}")
        self.setAccessibleName(shown)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Keep room for the bold text."""
        return chip_size(self)

    def minimumSizeHint(self) -> QSize:
        """Never shrink below the text."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802  # Qt's name
        """Take a click anywhere on the chip."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        paint_chip(self)


class KnownNames(QWidget):
    """A row of known names; whom the computer should not know any more is forgotten at once."""

    switched = Signal(str, bool)  # name, whether the report is about her from now on
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("names.known")
        self.chips: list[NameChip] = []
        self.stops: list[QWidget] = []  # of the keyboard, in their order
        self._parts: list[QWidget] = []
        self._row = FlowRow(self, gap=px(self, Size.ROUND))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_names(self, own: str, colleagues: Sequence[str]) -> None:
        """Offer one's own name and those of colleagues; one's own alone is no offer."""
        for part in self._parts:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.chips, self.stops = [], [], []
        if own and any(name.casefold() != own.casefold() for name in colleagues):
            self._add(own, can_forget=False)
        for name in colleagues:
            if name.casefold() != own.casefold():
                self._add(name, can_forget=True)
        self.updateGeometry()

    def show_chosen(self, names: Sequence[str]) -> None:
        """Show which of them the report is about."""
        wanted = {name.casefold() for name in names}
        for chip in self.chips:
            chip.setChecked(chip.name.casefold() in wanted)

    def _add(self, name: str, *, can_forget: bool) -> None:
        part = QWidget(self)
        chip = NameChip(name, part)
        chip.clicked.connect(lambda is_on: self.switched.emit(name, is_on))
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(chip)
        self.stops.append(chip)
        if can_forget:
            forget = button("×", Act.LINK, part)
            told = self.tr("Zapomnij na tym komputerze: {name}").replace("{name}", one_line(name))
            forget.setObjectName(f"names.forget.{one_line(name)}")
            forget.setAccessibleName(told)
            set_tip(forget, told)
            forget.setMinimumWidth(px(self, Size.TARGET))
            forget.clicked.connect(lambda: self.forget_wanted.emit(name))
            row.addWidget(forget)
            self.stops.append(forget)
        part.show()
        self.chips.append(chip)
        self._parts.append(part)
        self._row.addWidget(part)
