"""A box to be ticked, drawn in the house's colours on every desktop."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from dzwonek.ui.look import Size, Space, colours_of, px

MARK = ((0.22, 0.52), (0.43, 0.72), (0.79, 0.30))  # of the side


class Tick(QCheckBox):
    """A check box whose whole width takes the click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room to box and text, and enough to hit."""
        metrics = self.fontMetrics()
        width = self._indent() + metrics.horizontalAdvance(self.text()) + px(self, Space.TIGHT)
        return QSize(
            width, max(px(self, Size.TARGET + Space.HAIR), metrics.height() + px(self, Space.TIGHT))
        )

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802  # Qt's name
        """Take a click anywhere."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, mark and text."""
        tones = colours_of(self)
        side = px(self, Size.BOX)
        box = QRectF(px(self, Space.HAIR) + 1, (self.height() - side) / 2, side, side)
        is_on, is_live = self.isChecked(), self.isEnabled()
        fill = tones.surface if not is_on else tones.accent if is_live else tones.off
        edge = tones.accent if is_on and is_live else tones.edge if is_live else tones.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1.4))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, px(self, Space.TIGHT), px(self, Space.TIGHT))
        if is_on:
            painter.setPen(
                QPen(tones.on_accent if is_live else tones.surface, px(self, Space.HAIR))
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = [box.topLeft() + QPointF(x * side, y * side) for x, y in MARK]
            painter.drawPolyline(QPolygonF(points))
        text = QRect(self._indent(), 0, self.width() - self._indent(), self.height())
        painter.setPen(tones.text if is_live else tones.off)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            self._draw_focus(painter)
        painter.end()

    def _draw_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(colours_of(self).accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, px(self, Size.MARK), px(self, Size.MARK))

    def _indent(self) -> int:
        return px(self, Size.BOX + Space.SMALL + Space.TIGHT)
