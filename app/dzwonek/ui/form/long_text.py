"""A text of several lines that never grows beyond what can be sent."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dzwonek.reporting.check import MAX_DESCRIPTION
from dzwonek.ui.look import Type, announce, plain


class LongText(QPlainTextEdit):
    """Takes a text; Tab leaves it.

    A paste is cut where the text would be too long to be sent; `note`, which whoever lays the
    form out has to place, says so.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.note = plain("", Type.QUIET, parent)
        self.note.setWordWrap(True)
        self.note.hide()
        self.textChanged.connect(self._look_at_length)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop a text, as much of it as can be sent."""
        chosen = len(self.textCursor().selectedText())
        room = max(0, MAX_DESCRIPTION - len(self.toPlainText()) + chosen)
        text = source.text()
        if len(text) <= room:
            super().insertFromMimeData(source)
            return
        self.insertPlainText(text[:room])
        told = self.tr("Wklejono tylko początek: zmieści się najwyżej {limit} znaków.")
        self.note.setText(told.replace("{limit}", str(MAX_DESCRIPTION)))
        self.note.show()
        announce(self, self.note.text())

    def _look_at_length(self) -> None:
        """Take the note back once there is room again."""
        if not self.note.isHidden() and self.document().characterCount() <= MAX_DESCRIPTION:
            self.note.hide()
