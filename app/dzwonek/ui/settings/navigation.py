"""The list of pages at the side, and the pane in which a sheet of pages scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dzwonek.ui.look import Size, Space, bold, colours_of, px

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST = 560  # pixels at the usual font; longer lines are hard to read
NARROWEST, SHORTEST = 120, 200  # pixels at the usual font


class Entry(QStyledItemDelegate):
    """Draws the name of a page; the chosen one is bold too, so colour is not the only sign."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Keep room for the bold name."""
        view = _view(option)
        metrics = QFontMetrics(bold(option.font))
        width = metrics.horizontalAdvance(str(index.data())) + 2 * px(view, Space.MEDIUM)
        return QSize(width, metrics.height() + 2 * px(view, Space.SMALL))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one name."""
        view, tones = _view(option), colours_of(_view(option))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if is_chosen:
            edge = tones.accent if view.hasFocus() or tones.is_high_contrast else tones.tint
            painter.setPen(QPen(edge, 2))
            painter.setBrush(tones.tint)
            painter.drawRoundedRect(box, px(view, Size.ROUND), px(view, Size.ROUND))
        painter.setFont(bold(option.font) if is_chosen else option.font)
        painter.setPen(tones.accent if is_chosen else tones.text)
        inner = option.rect.adjusted(px(view, Space.MEDIUM), 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class Navigation(QListWidget):
    """The names of the sheets; arrow keys and one click turn to them."""

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setItemDelegate(Entry(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(px(self, Space.HAIR))
        self.addItems([""] * count)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self.chosen)

    def say(self, name: str, entries: Sequence[str]) -> None:
        """Set all texts anew."""
        self.setAccessibleName(name)
        for row, entry in enumerate(entries):
            self.item(row).setText(entry)
        widest = max(self.sizeHintForColumn(0), px(self, NARROWEST))
        self.setFixedWidth(widest + 4 * px(self, Space.TIGHT))

    def choose(self, row: int) -> None:
        """Turn to a sheet."""
        self.setCurrentRow(row)


class Pane(QScrollArea):
    """Scrolls up and down; it is never narrower than what stands in it."""

    def minimumSizeHint(self) -> QSize:
        """Need the width of the widest word, and a few lines."""
        inner = self.widget()
        width = inner.minimumSizeHint().width() if inner is not None else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), px(self, SHORTEST))

    def settle(self) -> None:
        """Lay out now what changed and waits for it, so that places are true."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def scrolled(
    pages: Sequence[QWidget], parent: QWidget, gap: int = Space.HUGE, widest: int = WIDEST
) -> Pane:
    """Put pages one under the other into a pane that scrolls when there is no room.

    `gap` between them and `widest`, their greatest width, are pixels at the usual font.
    """
    inner = QWidget(parent)
    inner.setProperty("ground", "surface")
    inner.setMaximumWidth(px(parent, widest))
    column = QVBoxLayout(inner)
    edge = px(parent, Space.LARGE)
    column.setContentsMargins(edge, edge, edge, edge)
    column.setSpacing(px(parent, gap))
    for page in pages:
        column.addWidget(page)
    column.addStretch(1)
    pane = Pane(parent)
    pane.setWidgetResizable(True)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    pane.setWidget(inner)
    return pane


def scroll_to(widget: QWidget) -> None:
    """Scroll the pane in which a widget stands until all of it is before the eyes."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Pane):
        parent = parent.parentWidget()
    if parent is not None:
        parent.settle()
        parent.ensureWidgetVisible(widget, 0, px(widget, Space.LARGE))


def _view(option: QStyleOptionViewItem) -> QWidget:
    widget: QWidget = option.widget
    return widget
