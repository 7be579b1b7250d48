"""Tells when the program has been left alone for a while, and lets Qt's kept pictures go then.

Qt lets its pictures of icons go by itself, but bit by bit: 30 s after the last one was kept it
begins, and then wakes the program every 10 s until none is left, for a minute and more.
https://doc.qt.io/qt-6/qpixmapcache.html
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

LEFT_ALONE_MS = 20_000  # less than Qt's own 30 s; who presses again within it finds all at hand


class Rest(QObject):
    """Waits, each time a window closed, until nobody has wanted anything for a while."""

    begun = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wait = QTimer(self, singleShot=True, interval=LEFT_ALONE_MS)
        self._wait.timeout.connect(self._begin)

    def expect(self) -> None:
        """Begin to wait, or begin anew."""
        self._wait.start()

    def _begin(self) -> None:
        if QApplication.activeWindow() is not None:
            return  # somebody writes; the window's closing lets us wait again
        QPixmapCache.clear()
        self.begun.emit()
