"""Small line drawings for the kinds of contact, drawn in the text's own colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from dzwonek.domain.kinds import Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


def draw_kind(painter: QPainter, kind: Kind, box: QRectF, colour: QColor) -> None:
    """Draw the sign of a kind into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(kind))
    painter.restore()


def _path(kind: Kind) -> QPainterPath:
    match kind:
        case Kind.CALL_IN:
            return _lines(((13, 3), (3.5, 12.5)), ((3.5, 5.5), (3.5, 12.5), (10.5, 12.5)))
        case Kind.CALL_OUT:
            return _lines(((3, 13), (12.5, 3.5)), ((5.5, 3.5), (12.5, 3.5), (12.5, 10.5)))
        case Kind.EMAIL:
            envelope = _lines(((2, 4.5), (8, 9), (14, 4.5)))
            envelope.addRoundedRect(QRectF(1.5, 3.5, 13, 9.5), 1.5, 1.5)
            return envelope
        case Kind.CHAT:
            return _lines(
                (
                    (2, 3.5),
                    (14, 3.5),
                    (14, 11),
                    (7.5, 11),
                    (4.5, 13.8),
                    (4.5, 11),
                    (2, 11),
                    (2, 3.5),
                )
            )
        case Kind.OTHER:
            return _lines(((3, 8), (3.1, 8)), ((8, 8), (8.1, 8)), ((13, 8), (13.1, 8)))


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(QPointF(*stroke[0]))
        for point in stroke[1:]:
            path.lineTo(QPointF(*point))
    return path
