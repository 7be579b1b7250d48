"""A choice of a few answers in one row: one click, or arrow keys."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGroupBox,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.look import Size, Space, bold, colours_of, px, set_tip


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its value, the short text on the button, the full text for a screen reader."""

    value: Hashable
    text: str
    spoken: str = ""


class Chip(QRadioButton):
    """One answer as a button that stays pressed."""

    def __init__(self, answer: Answer, parent: QWidget) -> None:
        super().__init__(answer.text, parent)
        self.answer = answer
        self.setAccessibleName(answer.spoken or answer.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._own = self._wrong = ""

    def describe(self, own: str | None = None, *, wrong: str | None = None) -> None:
        """Say for a screen reader what belongs to the answer, behind what is wrong with them all.

        What is None stays as it was.
        """
        self._own = self._own if own is None else own
        self._wrong = self._wrong if wrong is None else wrong
        told = (self._wrong, self._own)
        self.setAccessibleDescription(" ".join(part for part in told if part))

    def sizeHint(self) -> QSize:
        """Keep room for the bold text, so that choosing moves nothing."""
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


def chip_size(chip: QAbstractButton) -> QSize:
    """Give the room of a chip whose text may become bold."""
    metrics = QFontMetrics(_bold(chip))
    width = metrics.horizontalAdvance(chip.text()) + 2 * px(chip, Space.MEDIUM)
    return QSize(width, max(px(chip, Size.CONTROL), metrics.height() + 2 * px(chip, Space.TIGHT)))


def paint_chip(chip: QAbstractButton) -> None:
    """Draw a chip; a chosen one is bold and framed, so colour is never the only sign."""
    tones = colours_of(chip)
    is_on, is_focused = chip.isChecked(), chip.hasFocus()
    painter = QPainter(chip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = tones.accent if is_on or is_focused else tones.edge
    width = 2.0 if is_on or is_focused else 1.0
    ground = tones.tint if is_on else tones.hover if chip.underMouse() else tones.surface
    if chip.property("wrong"):
        edge, width = tones.danger, 2.0
    ink = tones.accent if is_on else tones.text
    if is_on and tones.is_high_contrast and chip.isEnabled():
        ground, ink = tones.accent, tones.on_accent
    painter.setPen(QPen(edge, width))
    painter.setBrush(ground)
    _outline(painter, chip, width / 2, 6)
    if is_focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tones.accent, 1.0))
        _outline(painter, chip, 3.5, 4)
    painter.setPen(ink if chip.isEnabled() else tones.off)
    painter.setFont(_bold(chip) if is_on else chip.font())
    painter.drawText(chip.rect(), Qt.AlignmentFlag.AlignCenter, chip.text())
    painter.end()


def _outline(painter: QPainter, chip: QWidget, inset: float, round_by: int) -> None:
    inside = QRectF(chip.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inside, px(chip, round_by), px(chip, round_by))


def _bold(chip: QWidget) -> QFont:
    return bold(chip.font())


class Choice(QGroupBox):
    """A row of chips of which one, or none yet, is chosen.

    A group, so that a screen reader names the question when the keyboard comes to an answer.
    """

    chosen = Signal(object)  # the value, chosen by a person

    def __init__(self, name: str, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFlat(True)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = FlowRow(self, gap=px(self, Size.ROUND))
        self.chips = tuple(Chip(answer, self) for answer in answers)
        for chip in self.chips:
            chip.setObjectName(f"{name}.{answer_name(chip.answer)}")
            self._group.addButton(chip)
            row.addWidget(chip)
        self._group.buttonClicked.connect(self._tell)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else a label's key passes it by
        self.setFocusProxy(self.chips[0])

    def value(self) -> object | None:
        """Give the chosen value, or None."""
        chip = self._group.checkedButton()
        return chip.answer.value if isinstance(chip, Chip) else None

    def show_value(self, value: object | None) -> None:
        """Show a choice without telling anybody; None takes the choice back."""
        self._group.setExclusive(False)
        for chip in self.chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setChecked(chip.answer.value == value)
        self._group.setExclusive(True)
        self._aim_focus()

    def choose(self, place: int) -> None:
        """Choose by a key: the keyboard stays where it is."""
        chip = self.chips[place]
        if chip.isEnabled() and not chip.isChecked():
            chip.setChecked(True)
            self._tell()

    def say(self, texts: Sequence[str]) -> None:
        """Name the answers anew, in their order."""
        for chip, text in zip(self.chips, texts, strict=True):
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.updateGeometry()

    def name_keys(self, keys: Sequence[str]) -> None:
        """Tell by which keys the answers are chosen, in their order."""
        for chip, key in zip(self.chips, keys, strict=True):
            chip.setProperty("key", key)
            set_tip(chip, key)
            chip.describe(key)

    def shut(self, value: object, why: str) -> None:
        """Take one answer out of reach and say why; an empty `why` gives it back."""
        for chip in self.chips:
            if chip.answer.value == value:
                chip.setEnabled(not why)
                told = why or str(chip.property("key") or "")
                set_tip(chip, told)
                chip.describe(told)

    def show_wrong(self, message: str) -> None:
        """Frame the chips as lacking an answer, and let each say so; empty takes that back."""
        for chip in self.chips:
            chip.setProperty("wrong", bool(message))
            chip.describe(wrong=message)
            chip.update()

    def focus_in(self) -> None:
        """Put the keyboard on the chosen chip, or on the first."""
        self._aim_focus()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._aim_focus()
        self.chosen.emit(self.value())

    def _aim_focus(self) -> None:
        open_ones = [chip for chip in self.chips if chip.isEnabledTo(self)] or self.chips
        chosen = next((chip for chip in self.chips if chip.isChecked()), open_ones[0])
        self.setFocusProxy(chosen)


def answer_name(answer: Answer) -> str:
    """Name an answer for tests and tools."""
    return str(getattr(answer.value, "value", answer.value))
