"""What the canvas looks like: the picture at a scale, and the marks over it as they will leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from dzwonek.capture.pieces import frame_bars
from dzwonek.ui.covering_board import Tool

if TYPE_CHECKING:
    from dzwonek.domain.picture import Rect
    from dzwonek.ui.covering_board import Board

CROSS = 14  # half a cross-hair, in pixels at the usual font
BLACK, WHITE, CROSS_COLOUR = "#000000", "#ffffff", "#c2185b"
DROPPED = QColor(20, 24, 28, 190)  # over what a crop leaves out


class CanvasPainter:
    """Paints one picture with its marks; keeps the picture at the last scale."""

    def __init__(self, image: QImage) -> None:
        self._image = image
        self._shown = QImage()
        self.scale = 1.0  # logical pixels for one pixel of the picture

    def set_scale(self, scale: float) -> None:
        """Paint at another scale."""
        self.scale = scale
        self._shown = QImage()

    def size(self) -> QSize:
        """Give the room of the picture at its scale."""
        width, height = self._image.width(), self._image.height()
        return QSize(max(1, round(width * self.scale)), max(1, round(height * self.scale)))

    def placed(self, rect: Rect) -> QRectF:
        """Give a place of the picture in the canvas' own pixels."""
        scale = self.scale
        return QRectF(rect.left * scale, rect.top * scale, rect.width * scale, rect.height * scale)

    def paint_picture(self, painter: QPainter, wanted: QRect, ratio: float) -> None:
        """Draw the part of the picture that is wanted; `ratio` is device pixels for a logical."""
        if self.scale * ratio >= 1:
            scale = self.scale
            source = QRectF(
                wanted.x() / scale,
                wanted.y() / scale,
                wanted.width() / scale,
                wanted.height() / scale,
            )
            painter.drawImage(QRectF(wanted), self._image, source)
            return
        if self._shown.isNull():
            self._shown = self._image.scaled(
                self.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._shown.setDevicePixelRatio(ratio)
        painter.drawImage(0, 0, self._shown)

    def paint_marks(self, painter: QPainter, board: Board) -> None:
        """Draw all marks in the order of sending: covers last, so that nothing lies over them."""
        growing = board.growing()
        for place in board.places(Tool.FRAME):
            self._paint_bars(painter, place)
        if growing is not None and board.tool is Tool.FRAME:
            self._paint_bars(painter, growing)
        for place in board.places(Tool.COVER):
            painter.fillRect(self.placed(place), QColor(BLACK))
        if growing is not None and board.tool is Tool.COVER:
            painter.fillRect(self.placed(growing), QColor(BLACK))
        crop = growing if growing is not None and board.tool is Tool.CROP else board.crop()
        if crop is not None:
            self._paint_dropped(painter, crop)

    def paint_edge(self, painter: QPainter, rect: Rect, colour: QColor) -> None:
        """Show which mark the keys and the mouse work on."""
        edge = self.placed(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shade, width in ((QColor(WHITE), 4), (colour, 2)):
            painter.setPen(QPen(shade, width))
            painter.drawRect(edge)

    def paint_cross(self, painter: QPainter, cross: tuple[int, int], reach: int) -> None:
        """Show where the keyboard works."""
        x, y = (part * self.scale for part in cross)
        for colour, width in ((QColor(WHITE), 5), (QColor(CROSS_COLOUR), 2)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))
            painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))

    def _paint_bars(self, painter: QPainter, place: Rect) -> None:
        for bar, colour in frame_bars(place, self._image.width(), self._image.height()):
            painter.fillRect(self.placed(bar), QColor(colour))

    def _paint_dropped(self, painter: QPainter, crop: Rect) -> None:
        outside = QPainterPath()
        outside.addRect(QRectF(QPointF(0, 0), self.size().toSizeF()))
        kept = QPainterPath()
        kept.addRect(self.placed(crop))
        painter.fillPath(outside.subtracted(kept), DROPPED)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, style in ((WHITE, Qt.PenStyle.SolidLine), (BLACK, Qt.PenStyle.DashLine)):
            painter.setPen(QPen(QColor(colour), 2, style))
            painter.drawRect(self.placed(crop))
