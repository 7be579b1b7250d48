"""A row of widgets that wraps when it gets too narrow, for other languages and large fonts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Lays its widgets out line under line; `gap` in pixels between them.

    From the left, or with every line ending at the right, as the buttons of a window do. Lines
    stand as far apart as widgets do, unless `line_gap` says otherwise. Lines begin `inset` pixels
    from the left, but for one that begins with the widget that is `hanging`: its own edge is
    invisible and so wide.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 6,
        *,
        ends_right: bool = False,
        line_gap: int | None = None,
        inset: int = 0,
    ) -> None:
        super().__init__(parent)
        self._ends_right = ends_right
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self._inset = inset
        self.hanging: QWidget | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  # Qt's name
        """Take a widget in, as Qt asks."""
        self._items.append(item)

    def count(self) -> int:
        """Say how many widgets there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # Qt's name
        """Give one item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # Qt's name
        """Let one item go, or give None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  # Qt's name
        """Say that spare room is not wanted."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the lines need at a width."""
        return self._arranged(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  # Qt's name
        """Place the widgets."""
        super().setGeometry(rect)
        self._arranged(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self._gap * max(len(shown) - 1, 0)
        width = self._inset + sum(size.width() for size in shown) + gaps
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  # Qt's name
        """Need no less than the widest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return QSize(size.width() + self._inset, size.height())

    def _arranged(self, rect: QRect, *, is_trial: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width() - self._inset):
            if not is_trial:
                self._place(line, rect, top)
            top += max(item.sizeHint().height() for item in line) + self._line_gap
        return max(top - self._line_gap - rect.top(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            if lines and self._width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect, top: int) -> None:
        left = rect.left() + (0 if line[0].widget() is self.hanging else self._inset)
        if self._ends_right:
            left += max(rect.width() - self._width(line), 0)
        for item in line:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap

    def _width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self._gap * (len(line) - 1)
