"""The operator's last calls, e-mails and chats: one click fills the report, one more undoes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dzwonek.ui.form import said
from dzwonek.ui.form.glyphs import draw_kind
from dzwonek.ui.look import Size, Space, bold, colours_of, px

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    from dzwonek.domain.activity import Activity

Index = QModelIndex | QPersistentModelIndex
ACTIVITY = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT = 30
NARROWEST, NUMBER_WIDTH = 200, 116  # pixels at the usual font


class Activities(QAbstractListModel):
    """Holds the activities, newest first, and which one is picked."""

    def __init__(self, zone: tzinfo, region: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._zone, self._region = zone, region
        self.items: tuple[Activity, ...] = ()
        self.picked: Activity | None = None
        self.now: datetime | None = None

    def show_items(self, items: tuple[Activity, ...], now: datetime) -> None:
        """Show other activities; `now` (UTC) tells today from yesterday."""
        self.beginResetModel()
        self.items, self.now = items, now
        self.endResetModel()

    def show_picked(self, activity: Activity | None) -> None:
        """Mark one activity as picked, or none."""
        self.picked = activity
        if self.items:
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Count the activities."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give an activity, or its sentence for a screen reader."""
        if not index.isValid():
            return None
        activity = self.items[index.row()]
        if role == ACTIVITY:
            return activity
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            sentence = said.spoken(activity, self.moment(activity), self._zone, self._region)
            return f"{sentence}, {self.tr('wybrane')}" if activity == self.picked else sentence
        return None

    def moment(self, activity: Activity) -> datetime:
        """Give the moment against which "today" is told."""
        return self.now or activity.occurred_at

    def who(self, activity: Activity) -> str:
        """Name the other side."""
        return said.who(activity, self._region)

    def columns(self, activity: Activity) -> tuple[str, str, str]:
        """Say when an activity was, how long, and how it ended."""
        at = said.clock_time(activity.occurred_at, self.moment(activity), self._zone)
        return at, said.lasted(activity), said.ending(activity)


class ActivityRow(QStyledItemDelegate):
    """Draws one activity: direction, other side, queue, time and length."""

    def __init__(self, model: Activities, view: QListView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._widths: tuple[int, ...] = ()
        self._measured = ""  # the font of these widths
        model.modelReset.connect(self._forget_widths)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row the same height."""
        return QSize(px(self._view, NARROWEST), px(self._view, ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row as plain text, whatever the server wrote."""
        activity = self._model.items[index.row()]
        tones, view = colours_of(self._view), self._view
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_picked = activity == self._model.picked
        gap = px(view, Space.SMALL)
        painter.save()
        if is_picked:
            painter.fillRect(rect, tones.tint)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), tones.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tones.hover)
        if state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            painter.setPen(tones.accent)
            painter.drawRect(rect.adjusted(3, 2, -4, -3))
        inner = rect.adjusted(gap + 3, 0, -gap, 0)
        side = px(view, Size.GLYPH)
        box = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
        draw_kind(painter, activity.kind, box, tones.accent if is_picked else tones.quiet)
        inner.setLeft(inner.left() + side + gap)
        self._write(painter, inner, activity, is_picked=is_picked)
        painter.restore()

    def _write(
        self, painter: QPainter, inner: QRect, activity: Activity, *, is_picked: bool
    ) -> None:
        tones, gap = colours_of(self._view), px(self._view, Space.MEDIUM)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._view.font())
        painter.setPen(tones.quiet)
        self._write_columns(painter, inner, activity, is_picked=is_picked)
        strong = bold(self._view.font())
        painter.setFont(strong)
        painter.setPen(tones.text)
        name = self._elided(painter, self._model.who(activity), inner.width() * 3 // 4)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)
        room = max(painter.fontMetrics().horizontalAdvance(name), px(self._view, NUMBER_WIDTH))
        inner.setLeft(inner.left() + room + gap)
        painter.setFont(self._view.font())
        painter.setPen(tones.accent if is_picked else tones.quiet)
        beside = self._undoing() if is_picked else activity.queue
        shown = self._elided(painter, said.one_line(beside), inner.width())
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, shown)

    def _write_columns(
        self, painter: QPainter, inner: QRect, activity: Activity, *, is_picked: bool
    ) -> None:
        """Write time, length and ending under those of the other rows, from the right.

        A picked row keeps the time alone, under the others where there is room for saying how it
        is undone.
        """
        at, length, ending = self._model.columns(activity)
        wide = painter.fontMetrics().horizontalAdvance
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        widths = self._column_widths(painter)
        texts = ("", "") if is_picked else (ending, length)
        if not is_picked or self._has_room(painter, inner, activity, wide(at) + sum(widths)):
            for text, width, side in zip(texts, widths, (left, right), strict=True):
                self._write_column(painter, inner, text, width, side)
        self._write_column(painter, inner, at, wide(at), right)

    def _has_room(self, painter: QPainter, inner: QRect, activity: Activity, columns: int) -> bool:
        """Say whether the words of a picked row fit beside columns of this width."""
        name = QFontMetrics(bold(self._view.font())).horizontalAdvance(self._model.who(activity))
        name = max(name, px(self._view, NUMBER_WIDTH))
        gaps = 4 * px(self._view, Space.MEDIUM) + px(self._view, Space.TIGHT)  # of rounding
        words = painter.fontMetrics().horizontalAdvance(self._undoing())
        return name + words + columns + gaps <= inner.width()

    def _undoing(self) -> str:
        return self.tr("wybrane – kliknij, aby cofnąć")

    def _write_column(
        self, painter: QPainter, inner: QRect, text: str, width: int, side: Qt.AlignmentFlag
    ) -> None:
        place = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, text)
        inner.setRight(inner.right() - width - (px(self._view, Space.MEDIUM) if width else 0))

    def _column_widths(self, painter: QPainter) -> tuple[int, ...]:
        """Give the room of ending and length, wide enough for each row's."""
        if self._measured != painter.font().key():
            self._measured = painter.font().key()
            wide = painter.fontMetrics().horizontalAdvance
            rows = [self._model.columns(activity) for activity in self._model.items]
            self._widths = tuple(max(wide(row[place]) for row in rows) for place in (2, 1))
        return self._widths

    def _forget_widths(self) -> None:
        self._measured = ""

    @staticmethod
    def _elided(painter: QPainter, text: str, width: int) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class ActivityList(QListView):
    """The list itself; while it is empty it shows a quiet line instead."""

    toggled = Signal(object)  # Activity

    def __init__(self, zone: tzinfo, region: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setAccessibleName(self.tr("Ostatnie rozmowy, e-maile i czaty"))
        self._line = ""
        self.activities = Activities(zone, region, self)
        self.setModel(self.activities)
        self.setItemDelegate(ActivityRow(self.activities, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._toggle)

    def say(self, line: str) -> None:
        """Show a quiet line where the list is empty."""
        self._line = line
        self.viewport().update()

    def line(self) -> str:
        """Give the quiet line."""
        return self._line

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or the quiet line."""
        super().paintEvent(event)
        if self.activities.items or not self._line:
            return
        painter = QPainter(self.viewport())
        painter.setPen(colours_of(self).quiet)
        edge = px(self, Space.MEDIUM)
        room = self.viewport().rect().adjusted(edge, 0, -edge, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._line)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick with Space or Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in keys and held == Qt.KeyboardModifier.NoModifier:
            self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.toggled.emit(self.activities.items[index.row()])
