"""Where a window stands when it opens: in the middle of the monitor that a person looks at."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget


def centre(window: QWidget) -> None:
    """Give a window that is not shown yet its own wished size, centred under the pointer's monitor.

    A window that a person moved or sized keeps its place.
    """
    if window.isVisible() or window.property("placed"):
        return
    window.setProperty("placed", True)
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    size = window.sizeHint().boundedTo(room.size())
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    window.setGeometry(place)
