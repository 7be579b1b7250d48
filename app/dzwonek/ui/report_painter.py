"""Paints one line of *Moje zgłoszenia*: code and time, first words, state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dzwonek.ui.look import Colours, Size, Space, bold, colours_of, px
from dzwonek.ui.report_lines import Line
from dzwonek.ui.report_model import LINE
from dzwonek.ui.states import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

DOT = 9  # pixels at the usual font
NARROWEST = 320  # pixels at the usual font


class ReportPainter(QStyledItemDelegate):
    """Draws plain text only: nothing that a server or an operator wrote can become markup."""

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
        tones = colours_of(view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, tones, view)
        self._texts(painter, option, tones, line)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, tones: Colours, view: QWidget
    ) -> None:
        rect = option.rect.adjusted(1, 1, -1, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(tones.accent)
            painter.setBrush(tones.tint)
            painter.drawRoundedRect(rect, px(view, Size.MARK), px(view, Size.MARK))
        else:
            painter.setPen(tones.line)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _texts(
        self, painter: QPainter, option: QStyleOptionViewItem, tones: Colours, line: Line
    ) -> None:
        view = _view(option)
        edge, height = px(view, Space.MEDIUM), option.fontMetrics.height()
        rect = option.rect.adjusted(edge, px(view, Space.SMALL), -edge, 0)
        strong = bold(option.font)
        when = QFontMetrics(option.font).horizontalAdvance(line.when)
        top = QRect(rect.left(), rect.top(), rect.width(), height)
        _write(painter, top.adjusted(0, 0, -when - edge, 0), strong, tones.text, line.words)
        right = Qt.AlignmentFlag.AlignRight
        _write(painter, top, option.font, tones.quiet, line.when, right)
        second = top.translated(0, height + px(view, Space.HAIR))
        self._state(painter, second, option, tones, line)
        third = second.translated(0, height)
        _write(painter, third, option.font, tones.quiet, line.state.short or line.state.detail)
        _write(painter, second, option.font, tones.quiet, line.code, right)

    def _state(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        tones: Colours,
        line: Line,
    ) -> None:
        """Draw the state with a sign whose shape says the same as its colour."""
        view = _view(option)
        colour = {
            Tone.CALM: tones.quiet,
            Tone.GOOD: tones.good,
            Tone.LATE: tones.late,
            Tone.TROUBLE: tones.danger,
        }[line.state.tone]
        side = px(view, DOT)
        sign = QRect(rect.left(), rect.center().y() - side // 2 + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if line.state.tone is Tone.TROUBLE:
            painter.drawPolygon(
                [
                    sign.bottomLeft(),
                    sign.bottomRight(),
                    sign.topLeft() + (sign.topRight() - sign.topLeft()) / 2,
                ]
            )
        elif line.state.tone is Tone.GOOD:
            painter.drawEllipse(sign)
        elif line.state.tone is Tone.LATE:
            painter.drawPolygon(_diamond(sign))
        else:
            painter.drawRect(sign.adjusted(1, 1, -1, -1))
        code = option.fontMetrics.horizontalAdvance(line.code) + px(view, Space.MEDIUM)
        words = rect.adjusted(side + px(view, Space.SMALL), 0, -code, 0)
        ink = {Tone.TROUBLE: tones.danger, Tone.LATE: tones.late}.get(line.state.tone, tones.text)
        _write(painter, words, option.font, ink, line.state.title)


def _diamond(sign: QRect) -> list[QPoint]:
    middle = sign.center()
    return [
        QPoint(middle.x(), sign.top()),
        QPoint(sign.right(), middle.y()),
        QPoint(middle.x(), sign.bottom()),
        QPoint(sign.left(), middle.y()),
    ]


def _view(option: QStyleOptionViewItem) -> QWidget:
    widget: QWidget = option.widget
    return widget


def _write(
    painter: QPainter,
    rect: QRect,
    font: QFont,
    colour: QColor,
    text: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
