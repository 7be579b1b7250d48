"""Where a window stands when it opens: in the middle of the monitor that a person looks at."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget


def centre(window: QWidget) -> None:
    """Give a window that was not shown yet its wished size, centred on the pointer's monitor.

    A size that was set before stands for the wished one; later the window keeps its place.
    """
    if window.isVisible() or window.property("placed"):
        return
    window.setProperty("placed", True)
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    is_sized = window.testAttribute(Qt.WidgetAttribute.WA_Resized)
    wished = window.size() if is_sized else window.sizeHint()
    size = wished.boundedTo(room.size())
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    window.setGeometry(place)
