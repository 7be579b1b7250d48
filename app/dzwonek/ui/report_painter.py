"""Paints one line of *Moje zgłoszenia*: code and time, first words, state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dzwonek.ui.look import Colours, Size, Space, bold, colours_of, px
from dzwonek.ui.report_lines import Line
from dzwonek.ui.report_model import LINE
from dzwonek.ui.report_sign import draw_sign, sign_of
from dzwonek.ui.states import Tone

if TYPE_CHECKING:
    from typing import Self

    from PySide6.QtGui import QColor

SIGN = 11  # pixels at the usual font
NARROWEST = 320  # pixels at the usual font


@dataclass(frozen=True, slots=True)
class Face:
    """A font and its measures."""

    font: QFont
    metrics: QFontMetrics

    @classmethod
    def of(cls, font: QFont) -> Self:
        """Measure a font, and keep one of our own: an option's dies with the painting."""
        return cls(QFont(font), QFontMetrics(font))

    def width(self, text: str) -> int:
        """Give the pixels in which a text stands whole: its measure is rounded, down as well."""
        return self.metrics.horizontalAdvance(text) + 1


@dataclass(frozen=True, slots=True)
class Measures:
    """What all lines of a view have in common, in pixels."""

    usual: Face
    strong: Face
    height: int
    edge: int
    above: int
    between: int
    sign: int
    behind_sign: int
    corner: int

    @classmethod
    def of(cls, view: QWidget, font: QFont) -> Self:
        """Measure for a view and its font."""
        usual = Face.of(font)
        return cls(
            usual=usual,
            strong=Face.of(bold(font)),
            height=usual.metrics.height(),
            edge=px(view, Space.MEDIUM),
            above=px(view, Space.SMALL),
            between=px(view, Space.HAIR),
            sign=px(view, SIGN),
            behind_sign=px(view, Space.SMALL),
            corner=px(view, Size.MARK),
        )


class ReportPainter(QStyledItemDelegate):
    """Draws plain text only: nothing that a server or an operator wrote can become markup.

    What lines have in common is measured once for each font: a key in the search paints them all.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._measures: Measures | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give room to three lines of text."""
        view = _view(option)
        height = option.fontMetrics.height()
        return QSize(
            px(view, NARROWEST), 3 * height + 2 * px(view, Space.SMALL) + px(view, Space.TIGHT)
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        view = _view(option)
        tones, rect, sizes = colours_of(view), option.rect, self._measured(view, option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _ground(painter, rect, tones, sizes.corner if is_chosen else None)
        _texts(painter, rect, sizes, tones, line)
        painter.restore()

    def _measured(self, view: QWidget, font: QFont) -> Measures:
        known = self._measures
        if known is None or known.usual.font != font:
            known = self._measures = Measures.of(view, font)
        return known


def _ground(painter: QPainter, whole: QRect, tones: Colours, corner: int | None) -> None:
    """Draw a chosen line's frame, whose corners are round, or the line below any other."""
    rect = whole.adjusted(1, 1, -1, -1)
    if corner is not None:
        painter.setPen(tones.accent)
        painter.setBrush(tones.tint)
        painter.drawRoundedRect(rect, corner, corner)
    else:
        painter.setPen(tones.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _texts(painter: QPainter, whole: QRect, sizes: Measures, tones: Colours, line: Line) -> None:
    edge, height, usual = sizes.edge, sizes.height, sizes.usual
    top = QRect(whole.left() + edge, whole.top() + sizes.above, whole.width() - 2 * edge, height)
    when = _write_right(painter, top, usual, tones.quiet, line.when)
    words = top.adjusted(0, 0, -when - edge, 0)
    _write(painter, words, sizes.strong, tones.text, line.words)
    second = top.translated(0, height + sizes.between)
    code = _write_right(painter, second, usual, tones.quiet, line.code)
    _state(painter, second.adjusted(0, 0, -code - edge, 0), sizes, tones, line)
    third = second.translated(0, height + sizes.between)
    _write(painter, third, usual, tones.quiet, line.state.short or line.state.detail)


def _state(painter: QPainter, rect: QRect, sizes: Measures, tones: Colours, line: Line) -> None:
    """Draw the state behind its sign."""
    colour, ink = {
        Tone.CALM: (tones.quiet, tones.text),
        Tone.GOOD: (tones.good, tones.text),
        Tone.LATE: (tones.late, tones.late),
        Tone.TROUBLE: (tones.danger, tones.danger),
    }[line.state.tone]
    side = sizes.sign
    sign = QRectF(rect.left(), rect.center().y() - side // 2 + 1, side, side)
    draw_sign(painter, sign_of(line), sign, colour)
    words = rect.adjusted(side + sizes.behind_sign, 0, 0, 0)
    _write(painter, words, sizes.usual, ink, line.state.title)


def _view(option: QStyleOptionViewItem) -> QWidget:
    widget: QWidget = option.widget
    return widget


def _write_right(painter: QPainter, rect: QRect, face: Face, colour: QColor, text: str) -> int:
    """Write at the right side of a place, and give the width that it took."""
    width = face.width(text)
    _write(painter, rect.adjusted(rect.width() - width, 0, 0, 0), face, colour, text)
    return width


def _write(painter: QPainter, rect: QRect, face: Face, colour: QColor, text: str) -> None:
    painter.setFont(face.font)
    painter.setPen(colour)
    shown = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect.left(), rect.top() + face.metrics.ascent(), shown)
