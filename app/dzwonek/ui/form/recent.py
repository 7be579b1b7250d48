"""The operator's last calls, e-mails and chats: one click fills the report, one more undoes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
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
NARROWEST, NUMBER_WIDTH = 200, 96  # pixels at the usual font
GAP, QUEUE_WIDTH = 10, 96  # likewise: between columns, and what a queue's name needs
LEAST_OF_ROW = 0.36  # for the other side, however much else there is to be told


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


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns' widths in pixels: the other side, the time, the length, and the ending."""

    who: int = 0
    at: int = 0
    length: int = 0
    ending: int = 0


class ActivityRow(QStyledItemDelegate):
    """Draws one activity: direction, other side, time, queue, length and ending, in columns.

    The columns stand under each other in all rows. A picked row says in the room of the last
    three how it is undone.
    """

    def __init__(self, model: Activities, view: QListView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._widths = Widths()
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
        tones, widths = colours_of(self._view), self._measure(inner.width())
        at, length, ending = self._model.columns(activity)
        painter.setFont(bold(self._view.font()))
        painter.setPen(tones.text)
        self._write_left(painter, inner, self._model.who(activity), widths.who)
        painter.setFont(self._view.font())
        painter.setPen(tones.quiet)
        self._write_left(painter, inner, at, widths.at, Qt.AlignmentFlag.AlignRight)
        if is_picked:
            painter.setPen(tones.accent)
            self._write_left(painter, inner, self._undoing(painter, inner.width()), inner.width())
            return
        if length or ending:  # else a letter's queue has that room, too
            self._write_right(painter, inner, ending, widths.ending, Qt.AlignmentFlag.AlignLeft)
            self._write_right(painter, inner, length, widths.length, Qt.AlignmentFlag.AlignRight)
        self._write_left(painter, inner, said.one_line(activity.queue), inner.width())

    def _undoing(self, painter: QPainter, room: int) -> str:
        """Say that a row is picked and how that is undone, or just the first, in whole words."""
        told = self.tr("wybrane – kliknij, aby cofnąć")
        is_short = painter.fontMetrics().horizontalAdvance(told) > room
        return QCoreApplication.translate("Activities", "wybrane") if is_short else told

    def _write_left(
        self,
        painter: QPainter,
        inner: QRect,
        text: str,
        width: int,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write a column at the left end of what is left of the row."""
        place = QRect(inner.left(), inner.top(), width, inner.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)
        inner.setLeft(inner.left() + width + px(self._view, GAP))

    def _write_right(
        self, painter: QPainter, inner: QRect, text: str, width: int, side: Qt.AlignmentFlag
    ) -> None:
        """Write a column at the right end of what is left of the row."""
        place = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, text)
        inner.setRight(inner.right() - width - (px(self._view, GAP) if width else 0))

    def _measure(self, room: int) -> Widths:
        """Give the columns' widths: each has room for every row's text, but for long names."""
        font, model, items = self._view.font(), self._model, self._model.items
        if self._measured != font.key():
            self._measured = font.key()
            strong, usual = QFontMetrics(bold(font)), QFontMetrics(font)
            who = [strong.horizontalAdvance(model.who(each)) + 1 for each in items]
            rows = [model.columns(each) for each in items]
            others = [max(usual.horizontalAdvance(row[n]) for row in rows) for n in range(3)]
            self._widths = Widths(max(px(self._view, NUMBER_WIDTH), *who), *others)
        widths = self._widths
        beside = widths.at + widths.length + widths.ending
        beside += px(self._view, QUEUE_WIDTH) + 4 * px(self._view, GAP)
        most = max(room - beside, round(room * LEAST_OF_ROW))
        return replace(widths, who=min(widths.who, most))

    def _forget_widths(self) -> None:
        self._measured = ""


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
