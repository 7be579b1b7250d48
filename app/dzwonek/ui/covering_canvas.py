"""The picture in full, on which marks are drawn with the mouse or the keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from dzwonek.domain.picture import UNTOUCHED, Retouch
from dzwonek.ui.covering_board import Board, Tool, marks_of
from dzwonek.ui.covering_paint import CROSS, CanvasPainter
from dzwonek.ui.look import colours_of, px

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
STEP, LONG_STEP, FINE_STEP = 10, 80, 1  # picture pixels
REACH = 6  # pixels at the usual font: how near to an edge a hand takes hold of it


class Canvas(QWidget):
    """Shows one picture at a scale; `scale` is logical pixels for one pixel of the picture."""

    changed = Signal()
    moved = Signal(QRect)  # what should be in view, in the canvas' own pixels

    def __init__(self, image: QImage, retouch: Retouch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._grip: tuple[int, int] | None = None
        self._is_dragging = False
        self._by_keys = False
        self._painter = CanvasPainter(image)
        self.board = _board(image, retouch, Tool.COVER)

    def show_image(self, image: QImage, retouch: Retouch = UNTOUCHED) -> None:
        """Work on another picture, with the same tool and scale."""
        scale, self._painter = self.scale, CanvasPainter(image)
        self._grip, self._is_dragging = None, False
        self.set_scale(scale)
        self.take(_board(image, retouch, self.board.tool))

    # -- scale

    @property
    def scale(self) -> float:
        """Give the scale."""
        return self._painter.scale

    def set_scale(self, scale: float) -> None:
        """Show the picture at another scale."""
        self._painter.set_scale(scale)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Take the room of the picture at its scale."""
        return self._painter.size()

    def in_view(self) -> QRect:
        """Give the place that matters now: the selected mark or the cross-hair."""
        if self.board.chosen is not None:
            return self._painter.placed(self.board.chosen.place).toAlignedRect()
        x, y = self.board.cross
        around = px(self, 2 * CROSS)
        centre = QPoint(round(x * self.scale), round(y * self.scale))
        return QRect(centre.x() - around, centre.y() - around, 2 * around, 2 * around)

    # -- changes

    def take(self, board: Board) -> None:
        """Go on with another board."""
        self.board = board
        self.update()
        self.changed.emit()

    def undo(self) -> None:
        """Go one change back."""
        self.take(self.board.undo())

    def remove(self) -> None:
        """Take the selected or the newest mark away."""
        self.take(self.board.remove())

    def take_up(self, tool: Tool) -> None:
        """Draw with another tool from now on."""
        self.take(self.board.take_up(tool))

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a mark, or take hold of one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._by_keys = False
        x, y = self._pixel(event.position())
        index = self.board.mark_at(x, y, max(1, round(px(self, REACH) / self.scale)))
        board = self.board.give_up().at(x, y)
        if index is None:
            self._is_dragging = True
            self.take(board.begin())
        else:
            self._grip = (x, y)
            self.take(board.select(index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on, or move what is held."""
        x, y = self._pixel(event.position())
        if self._grip is not None:
            old_x, old_y = self._grip
            is_first = not self._is_dragging
            self._is_dragging, self._grip = True, (x, y)
            self.take(self.board.move(x - old_x, y - old_y, is_new_step=is_first))
        elif self._is_dragging:
            self.take(self.board.at(x, y))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a mark, or let go of one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_dragging and self._grip is None:
            self.take(self.board.end())
        self._is_dragging, self._grip = False, None

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, begin and end with Space, take away with Delete."""
        key = event.key()
        if key in ARROWS:
            self._move_by(Qt.Key(key), event.modifiers())
        elif key == Qt.Key.Key_Space:
            self._by_keys = True
            self.take(self.board.begin() if self.board.begun is None else self.board.end())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        else:
            super().keyPressEvent(event)

    def _move_by(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        step = STEP
        if held & Qt.KeyboardModifier.ShiftModifier:
            step = LONG_STEP
        elif held & Qt.KeyboardModifier.ControlModifier:
            step = FINE_STEP
        dx, dy = (part * step for part in ARROWS[key])
        self._by_keys = True
        if self.board.selected is not None:
            self.take(self.board.move(dx, dy))
        else:
            x, y = self.board.cross
            self.take(self.board.at(x + dx, y + dy))
        self.moved.emit(self.in_view())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  # Qt's name
        """Go from mark to mark with Tab, and on to the buttons behind the last one."""
        board = self.board.next_mark(1 if forward else -1)
        if board is None:
            self.take(self.board.select(None))
            return super().focusNextPrevChild(forward)
        self.take(board)
        self.moved.emit(self.in_view())
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard works."""
        tabs = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_keys = self._by_keys or event.reason() in tabs
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the keyboard where the mouse works."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().enterEvent(event)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and its marks; nothing below a cover shines through."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._painter.paint_picture(painter, event.rect(), self.devicePixelRatioF())
        self._painter.paint_marks(painter, self.board)
        growing, accent = self.board.growing(), colours_of(self).accent
        if growing is not None and self.board.tool is Tool.COVER:
            self._painter.paint_edge(painter, growing, accent)
        if self.board.chosen is not None:
            self._painter.paint_edge(painter, self.board.chosen.place, accent)
        elif self._by_keys and self.hasFocus():
            self._painter.paint_cross(painter, self.board.cross, px(self, CROSS))
        painter.end()

    def _pixel(self, place: QPointF) -> tuple[int, int]:
        return round(place.x() / self.scale), round(place.y() / self.scale)


def _board(image: QImage, retouch: Retouch, tool: Tool) -> Board:
    middle = (image.width() // 2, image.height() // 2)
    return replace(Board(image.width(), image.height(), marks_of(retouch), tool), cross=middle)
