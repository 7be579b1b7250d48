"""The sign beside a line's state: its shape alone says what its colour says, too."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from dzwonek.domain.delivery import State
from dzwonek.ui.states import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from dzwonek.ui.report_lines import Line

STROKE = 0.18  # of the sign's side


class Sign(StrEnum):
    """What is to be seen at one look."""

    DRAFT = "draft"  # an empty square: nobody has it
    WAITING = "waiting"  # a full square: it stands here
    SENDING = "sending"  # an arrow, on its way
    DOUBTED = "doubted"  # half a circle: it may have arrived
    LATE = "late"  # a diamond
    TROUBLE = "trouble"  # a triangle
    DELIVERED = "delivered"  # a full circle
    CONFIRMED = "confirmed"  # a tick: support has answered
    EMPTIED = "emptied"  # an empty circle: it was delivered, and its content is gone


def sign_of(line: Line) -> Sign:
    """Choose the sign of a line; what is urgent goes before where it stands."""
    entry = line.entry
    if entry is None:
        return Sign.DRAFT
    if line.state.tone in (Tone.TROUBLE, Tone.LATE):
        return Sign.TROUBLE if line.state.tone is Tone.TROUBLE else Sign.LATE
    match entry.state:
        case State.SENDING:
            return Sign.SENDING
        case State.UNCERTAIN:
            return Sign.DOUBTED
        case State.TOMBSTONE:
            return Sign.EMPTIED
        case State.DELIVERED:
            return Sign.CONFIRMED if entry.ticket else Sign.DELIVERED
        case _:
            return Sign.WAITING


def draw_sign(painter: QPainter, sign: Sign, place: QRectF, colour: QColor) -> None:
    """Draw a sign into a square."""
    line = place.width() * STROKE
    inside = place.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    pen = QPen(colour, line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    is_drawn = sign in (Sign.DRAFT, Sign.CONFIRMED, Sign.EMPTIED, Sign.DOUBTED)
    painter.setPen(pen if is_drawn else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if is_drawn else colour)
    match sign:
        case Sign.DRAFT:
            painter.drawRect(inside.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        case Sign.WAITING:
            painter.drawRect(place.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        case Sign.DELIVERED | Sign.EMPTIED:
            painter.drawEllipse(place if sign is Sign.DELIVERED else inside)
        case Sign.DOUBTED:
            painter.setPen(QPen(colour, line / 2))
            painter.drawEllipse(inside)
            painter.setBrush(colour)
            painter.drawPie(inside, 90 * 16, 180 * 16)  # Qt counts in sixteenths of a degree
        case Sign.CONFIRMED:
            painter.drawPolyline(_within(inside, (0, 0.55), (0.36, 0.9), (1, 0.12)))
        case Sign.SENDING:
            painter.drawPolygon(_within(place, (0.08, 0), (1, 0.5), (0.08, 1)))
        case Sign.LATE:
            painter.drawPolygon(_within(place, (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)))
        case Sign.TROUBLE:
            painter.drawPolygon(_within(place, (0.5, 0), (1, 1), (0, 1)))


def _within(place: QRectF, *parts: tuple[float, float]) -> list[QPointF]:
    width, height = place.width(), place.height()
    return [QPointF(place.left() + x * width, place.top() + y * height) for x, y in parts]
