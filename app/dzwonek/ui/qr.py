"""A QR code, drawn from its modules; segno makes the modules."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dzwonek.ui.look import px

QUIET_ZONE = 4  # modules of white around, ISO/IEC 18004 §6.3.8
SIDE = 132  # pixels at the usual font


class QrCode(QWidget):
    """Shows a text as a QR code, black on white whatever the palette is."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(name)
        side = px(self, SIDE)
        self.setFixedSize(QSize(side, side))

    @cached_property
    def modules(self) -> tuple[tuple[bool, ...], ...]:
        """Give the code's rows; made when the code is first painted."""
        import segno

        rows = segno.make(self._text, error="m", micro=False).matrix
        return tuple(tuple(bool(module) for module in row) for row in rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each module as whole pixels, so that cameras see sharp edges."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        count = len(self.modules) + 2 * QUIET_ZONE
        ratio = self.devicePixelRatioF()
        step = max(1, int(self.width() * ratio) // count)
        start = (int(self.width() * ratio) - step * len(self.modules)) // 2
        painter.scale(1 / ratio, 1 / ratio)
        for y, row in enumerate(self.modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    place = QRect(start + x * step, start + y * step, step, step)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
