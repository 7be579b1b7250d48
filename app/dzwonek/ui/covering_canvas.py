"""The picture in full, on which covers are drawn with the mouse or the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from dzwonek.domain.picture import Rect
from dzwonek.ui.covering_board import Board
from dzwonek.ui.look import colours_of, px

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
STEP, LONG_STEP, FINE_STEP = 10, 80, 1  # picture pixels
CROSS = 14  # half a cross-hair, in pixels at the usual font


class Canvas(QWidget):
    """Shows one picture at a scale; `scale` is logical pixels for one pixel of the picture."""

    changed = Signal()
    moved = Signal(QRect)  # what should be in view, in the canvas' own pixels

    def __init__(self, image: QImage, covers: tuple[Rect, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Zrzut ekranu, na którym zakrywa się dane"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._image = image
        self._shown = QImage()
        self.scale = 1.0
        self._grip: tuple[int, int] | None = None
        self._is_dragging = False
        self._by_keys = False
        middle = (image.width() // 2, image.height() // 2)
        self.board = Board(image.width(), image.height(), covers, middle)

    # -- scale

    def set_scale(self, scale: float) -> None:
        """Show the picture at another scale."""
        self.scale = scale
        self._shown = QImage()
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Take the room of the picture at its scale."""
        return QSize(
            max(1, round(self._image.width() * self.scale)),
            max(1, round(self._image.height() * self.scale)),
        )

    def in_view(self) -> QRect:
        """Give the place that matters now: the selected cover or the cross-hair."""
        if self.board.selected is not None:
            return self._placed(self.board.covers[self.board.selected]).toAlignedRect()
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
        """Take the selected or the newest cover away."""
        self.take(self.board.remove())

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a cover, or take hold of one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._by_keys = False
        x, y = self._pixel(event.position())
        index = self.board.cover_at(x, y)
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
        """End a cover, or let go of one."""
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
        """Go from cover to cover with Tab, and on to the buttons behind the last one."""
        board = self.board.next_cover(1 if forward else -1)
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
        """Draw the picture and solid covers; nothing below a cover shines through."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._paint_picture(painter, event.rect())
        for rect in self.board.covers:
            painter.fillRect(self._placed(rect), QColor(0, 0, 0))
        growing = self.board.growing()
        if growing is not None:
            painter.fillRect(self._placed(growing), QColor(0, 0, 0))
            self._paint_frame(painter, growing)
        if self.board.selected is not None:
            self._paint_frame(painter, self.board.covers[self.board.selected])
        elif self._by_keys and self.hasFocus():
            self._paint_cross(painter)
        painter.end()

    def _paint_picture(self, painter: QPainter, wanted: QRect) -> None:
        ratio = self.devicePixelRatioF()
        if self.scale * ratio >= 1:
            source = QRectF(
                wanted.x() / self.scale,
                wanted.y() / self.scale,
                wanted.width() / self.scale,
                wanted.height() / self.scale,
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

    def _paint_frame(self, painter: QPainter, rect: Rect) -> None:
        frame = self._placed(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#ffffff"), 4))
        painter.drawRect(frame)
        painter.setPen(QPen(colours_of(self).accent, 2))
        painter.drawRect(frame)

    def _paint_cross(self, painter: QPainter) -> None:
        x, y = (part * self.scale for part in self.board.cross)
        reach = px(self, CROSS)
        for colour, width in ((QColor("#ffffff"), 5), (QColor("#c2185b"), 2)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))
            painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))

    def _placed(self, rect: Rect) -> QRectF:
        scale = self.scale
        return QRectF(rect.left * scale, rect.top * scale, rect.width * scale, rect.height * scale)

    def _pixel(self, place: QPointF) -> tuple[int, int]:
        return round(place.x() / self.scale), round(place.y() / self.scale)
