"""A button that puts a text on the clipboard, and says so where the eyes are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from dzwonek.ui.look import Act, announce

COPIED_FOR = 2500  # milliseconds


class CopyButton(QPushButton):
    """Copies its text and shows for a moment that it did."""

    copied = Signal(str)

    def __init__(self, text: str, name: str, act: Act, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._words = text, ""
        self.setObjectName(name)
        self.setProperty("act", act.value)
        self.setAutoDefault(True)
        self._back = QTimer(self, singleShot=True, interval=COPIED_FOR)
        self._back.timeout.connect(self.show_fresh)
        self.clicked.connect(self._copy)

    def say(self, words: str) -> None:
        """Name the button; its width stays at the wider of its two texts."""
        self._words = words
        self.setAccessibleName(words)
        self.setMinimumWidth(0)
        self.setText(_copied_words())
        self.ensurePolished()
        width = self.sizeHint().width()
        self.show_fresh()
        self.setMinimumWidth(max(width, self.sizeHint().width()))

    def show_fresh(self) -> None:
        """Offer the copy again."""
        self._back.stop()
        self.setText(self._words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.setText(_copied_words())
        announce(self, self.text())
        self._back.start()
        self.copied.emit(self._text)


def _copied_words() -> str:
    return QCoreApplication.translate("CopyButton", "✓ Skopiowano")
