"""Where a window stands when it opens: on the monitor where the work is, all of it in sight."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

LARGE_STATES = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def centre(window: QWidget) -> None:
    """Have a hidden window open on the pointer's monitor.

    The first time it stands in the middle, at the size it wishes or that was set before. Later it
    keeps the place that a person gave it, unless that is on another monitor or out of sight by now.
    """
    if window.isVisible() or window.windowState() & LARGE_STATES:
        return
    screen = _screen_at(QCursor.pos())
    if window.property("placed"):
        _keep(window, screen)
        return
    window.setProperty("placed", True)
    is_sized = window.testAttribute(Qt.WidgetAttribute.WA_Resized)
    wished = window.size() if is_sized else window.sizeHint()
    window.setGeometry(centred(wished, screen.availableGeometry(), _frame_of(window)))


def keep_whole(window: QWidget) -> None:
    """Bring a window that has grown back into sight, on the monitor where it is."""
    _keep(window, _screen_at(window.geometry().center()))


def centred(wished: QSize, room: QRect, frame: QMargins) -> QRect:
    """Give a window's inside so that it and its frame stand in the middle of the room.

    What is larger than the room is cut to it. All in logical pixels of one monitor.
    """
    inner = room.marginsRemoved(frame)
    place = QRect(QPoint(), wished.boundedTo(inner.size()))
    place.moveCenter(inner.center())
    return place


def kept(inside: QRect, room: QRect, frame: QMargins) -> QRect:
    """Give the nearest place for a window that keeps its size; one from elsewhere is centred."""
    if not room.contains(inside.center()):
        return centred(inside.size(), room, frame)
    inner = room.marginsRemoved(frame)
    size = inside.size().boundedTo(inner.size())
    left = min(max(inside.left(), inner.left()), inner.left() + inner.width() - size.width())
    top = min(max(inside.top(), inner.top()), inner.top() + inner.height() - size.height())
    return QRect(QPoint(left, top), size)


def _keep(window: QWidget, screen: QScreen) -> None:
    place = kept(window.geometry(), screen.availableGeometry(), _frame_of(window))
    if place != window.geometry():
        window.setGeometry(place)


def _screen_at(point: QPoint) -> QScreen:
    return QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()


def _frame_of(window: QWidget) -> QMargins:
    """Give title bar and borders; Windows knows them beforehand, an X11 desktop sees to them."""
    if QGuiApplication.platformName() == "windows":
        window.winId()  # makes what the frame belongs to
    if not window.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
        return QMargins()
    return window.windowHandle().frameMargins()
