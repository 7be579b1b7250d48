"""A button that puts a text on the clipboard, and says so where the eyes are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
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
        """Name the button."""
        self._words = words
        self.setAccessibleName(words)
        self.show_fresh()

    def sizeHint(self) -> QSize:
        """Keep room for the wider of both texts, so that a copy moves nothing."""
        hint = super().sizeHint()
        widest = max(self._width_of(text) for text in (self._words, _copied_words()))
        return QSize(hint.width() + widest - self._width_of(self.text()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return self.sizeHint()

    def show_fresh(self) -> None:
        """Offer the copy again."""
        self._back.stop()
        self.setText(self._words)

    def _width_of(self, text: str) -> int:
        """Measure as QPushButton does."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.setText(_copied_words())
        announce(self, self.text())
        self._back.start()
        self.copied.emit(self._text)


def _copied_words() -> str:
    return QCoreApplication.translate("CopyButton", "✓ Skopiowano")
