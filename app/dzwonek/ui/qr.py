"""A QR code, drawn from its modules; segno makes the modules."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dzwonek.ui.look import px

QUIET_ZONE = 4  # modules of white around, ISO/IEC 18004 §6.3.8
SIDE = 132  # pixels at the usual font
STEP = 4  # pixels of a module of a large code, at the usual font
SMALLEST_STEP = 3  # what a phone's camera still tells apart on a common screen


class QrCode(QWidget):
    """Shows a text as a QR code, black on white whatever the palette is."""

    level = "m"  # of error correction

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

        rows = segno.make(self._text, error=self.level, micro=False).matrix
        return tuple(tuple(bool(module) for module in row) for row in rows)

    @property
    def count(self) -> int:
        """Give how many modules stand in a row, with the white around them."""
        return len(self.modules) + 2 * QUIET_ZONE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each module as whole pixels, so that cameras see sharp edges."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        ratio = self.devicePixelRatioF()
        width, height = int(self.width() * ratio), int(self.height() * ratio)
        step = max(1, min(width, height) // self.count)
        left, top = ((room - step * len(self.modules)) // 2 for room in (width, height))
        painter.scale(1 / ratio, 1 / ratio)
        for y, row in enumerate(self.modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    place = QRect(left + x * step, top + y * step, step, step)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()


class LargeQrCode(QrCode):
    """A code with much text in it: as large as it needs, larger where there is room."""

    level = "l"  # a screen has no scratches, and fewer modules are larger ones

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        smallest = self.count * SMALLEST_STEP
        self.setMinimumSize(smallest, smallest)
        self.setMaximumSize(QSize(1 << 14, 1 << 14))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for modules that are easily told apart, as far as the screen has room for them."""
        room = self.screen().availableGeometry().size()
        most = min(room.width() // 2, room.height() * 3 // 4) // self.count
        side = self.count * max(SMALLEST_STEP, min(px(self, STEP), most))
        return QSize(side, side)
