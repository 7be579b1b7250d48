"""The list itself: the lines, which of them is chosen, and what is said where there is none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStackedLayout, QStyle, QWidget

from dzwonek.ui.look import Space, Type, plain, px
from dzwonek.ui.report_model import ReportLines
from dzwonek.ui.report_painter import ReportPainter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.search import Search
    from dzwonek.ui.report_items import Item
    from dzwonek.ui.report_lines import Group, Line


class ListPane(QWidget):
    """Keeps a line chosen while others come, go and change."""

    changed = Signal()  # another line is chosen, says something else, or has other room
    act_wanted = Signal()  # Enter, or a double click
    menu_wanted = Signal(QPoint)  # a place on the screen

    def __init__(self, clock: Clock, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_exchanging = False
        self.lines = ReportLines(clock, zone)
        self.list = QListView(self)
        self.empty = plain("", Type.QUIET, self)
        self._arrange()
        self.list.activated.connect(self.act_wanted)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)

    def put(self, items: Sequence[Item]) -> None:
        """Show everything anew; the chosen line stays chosen, or the one in its place is."""
        chosen, row = self.chosen(), self.list.currentIndex().row()
        with self._exchanging():
            self.lines.put(items)
        self._choose(chosen.id if chosen else "", row)

    def add(self, items: Sequence[Item]) -> None:
        """Show more."""
        chosen, row = self.chosen(), self.list.currentIndex().row()
        with self._exchanging():
            self.lines.add(items)
        if self.chosen() != chosen or chosen is None:
            self._choose(chosen.id if chosen else "", row)

    def show_group(self, group: Group) -> None:
        """Show one group, its newest line chosen."""
        with self._exchanging():
            self.lines.choose(group)
        self._choose("", 0)

    def look_for(self, search: Search) -> None:
        """Show what fits; the chosen line stays chosen if it does."""
        chosen = self.chosen()
        with self._exchanging():
            self.lines.look_for(search)
        self._choose(chosen.id if chosen else "", 0)

    def chosen(self) -> Line | None:
        """Give the chosen line."""
        return self.lines.line(self.list.currentIndex().row())

    def says_more(self, line: Line) -> bool:
        """Say whether the line's state has more words than stand in its row."""
        state, metrics = line.state, self.list.fontMetrics()
        # Always less a scroll bar: what is said under the list may be what makes it appear.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.list)
        room = self.width() - 2 * self.list.frameWidth() - bar - 2 * px(self, Space.MEDIUM)
        beside = metrics.horizontalAdvance(line.code) + px(self, Space.LARGE + Space.MEDIUM)
        return (
            state.short not in ("", state.detail)
            or metrics.horizontalAdvance(state.detail) > room
            or metrics.horizontalAdvance(state.title) > room - beside
        )

    def speak_anew(self) -> None:
        """Put everything into words again: the language is another one."""
        self.lines.speak_anew()
        self.changed.emit()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to show."""
        return self.stack.currentWidget() is self.empty

    def take_keyboard(self) -> None:
        """Let the lines have the keyboard; without any, or hidden, they could not take it."""
        if not self.is_empty and not self.list.isHidden():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the lines have more room, or less."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.changed.emit()

    def _arrange(self) -> None:
        self.list.setObjectName("reports")
        self.list.setModel(self.lines)
        self.list.setItemDelegate(ReportPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.stack.setCurrentWidget(self.empty)
        self.setFocusProxy(self.list)

    def _choose(self, line_id: str, else_row: int) -> None:
        """Choose a line by its id, or the one that stands where it stood."""
        row = self.lines.row_of(line_id) if line_id else -1
        if row < 0:
            row = min(max(0, else_row), self.lines.rowCount() - 1)
        self.list.setCurrentIndex(self.lines.index(row, 0))
        self.stack.setCurrentWidget(self.list if self.lines.rowCount() else self.empty)
        self.changed.emit()

    def _on_selection(self, chosen: QItemSelection, before: QItemSelection) -> None:
        if not self._is_exchanging:
            self.changed.emit()

    @contextmanager
    def _exchanging(self) -> Iterator[None]:
        """Tell nobody that no line is chosen while lines are exchanged.

        A button that is hidden for it would lose the keyboard.
        """
        self._is_exchanging = True
        try:
            yield
        finally:
            self._is_exchanging = False

    def _on_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.list.viewport().mapToGlobal(place))
