"""Where the operator writes the one sentence."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from dzwonek.ui.look import Space, px


class Description(QPlainTextEdit):
    """Where the operator writes the one sentence; Tab leaves it."""

    LINES = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("description")
        self.setAccessibleName(self.tr("Opis: co się stało"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            self.tr("Co się stało? Np. połączenie zostało rozłączone w trakcie rozmowy z Klientem.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for a few lines; spare room of the window comes on top."""
        return QSize(px(self, 300), self._height())

    def minimumSizeHint(self) -> QSize:
        """Keep a few lines always."""
        return QSize(px(self, 120), self._height())

    def _height(self) -> int:
        around = 2 * (px(self, Space.TIGHT) + 2) + 2 * round(self.document().documentMargin())
        return self.LINES * self.fontMetrics().lineSpacing() + around
