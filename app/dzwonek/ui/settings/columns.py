"""Two columns of pages that become one where there is no room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from dzwonek.ui.look import Space, px

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMN = 360  # pixels at the usual font; narrower ones break their words too often


class Columns(QWidget):
    """Shows pages side by side in a wide window, and one under the other in a narrow one."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._sides = (self._side(left), self._side(right))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for side in self._sides:
            self._row.addWidget(side, 1)
        self._turn()

    @property
    def are_side_by_side(self) -> bool:
        """Say whether there are two columns now."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """Need the width of one column alone: that is what a narrow window gets."""
        least = super().minimumSizeHint()
        return QSize(max(side.minimumSizeHint().width() for side in self._sides), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        widest = max(px(self, COLUMN), *(side.minimumSizeHint().width() for side in self._sides))
        is_wide = self.width() >= 2 * widest + px(self, Space.HUGE)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._row.setSpacing(px(self, Space.HUGE if is_wide else Space.LARGE))

    def _side(self, pages: Sequence[QWidget]) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.LARGE))
        for page in pages:
            column.addWidget(page)
        column.addStretch(1)
        return side
