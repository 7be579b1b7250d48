"""Where the operator writes the one sentence."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from dzwonek.domain.kinds import Kind
from dzwonek.reporting.check import MAX_DESCRIPTION
from dzwonek.ui.look import Space, Type, announce, plain, px

WIDTH, NARROWEST = 300, 120  # pixels at the usual font


class Description(QPlainTextEdit):
    """Where the operator writes the one sentence; Tab leaves it.

    A paste is cut where the text would be too long to be sent; `note`, which whoever lays the
    form out has to place, says so.
    """

    LINES = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("description")
        self.setAccessibleName(self.tr("Opis: co się stało"))
        self.setTabChangesFocus(True)
        self.note = plain("", Type.QUIET, parent)
        self.note.setObjectName("description.note")
        self.note.setWordWrap(True)
        self.note.hide()
        self.textChanged.connect(self._look_at_length)
        self.show_kind(None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop a text, as much of it as can be sent."""
        chosen = len(self.textCursor().selectedText())
        room = max(0, MAX_DESCRIPTION - len(self.toPlainText()) + chosen)
        text = source.text()
        if len(text) <= room:
            super().insertFromMimeData(source)
            return
        self.insertPlainText(text[:room])
        told = self.tr("Wklejono tylko początek: opis może mieć najwyżej {limit} znaków.")
        self.note.setText(told.replace("{limit}", str(MAX_DESCRIPTION)))
        self.note.show()
        announce(self, self.note.text())

    def _look_at_length(self) -> None:
        """Take the note back once there is room again."""
        if not self.note.isHidden() and self.document().characterCount() <= MAX_DESCRIPTION:
            self.note.hide()

    def show_kind(self, kind: Kind | None) -> None:
        """Ask, while it is empty, for what support needs to know of this kind."""
        match kind:
            case Kind.CALL_IN | Kind.CALL_OUT:
                hint = self.tr(
                    "Co się stało? Kto kogo nie słyszał, czy rozłączyło, czy było echo."
                    " Czy na innej linii lub urządzeniu jest tak samo?"
                )
            case Kind.EMAIL:
                hint = self.tr(
                    "Co się stało z e-mailem? Np. nie dotarł, nie wyszedł, zginął załącznik."
                )
            case Kind.CHAT:
                hint = self.tr("Co się stało na czacie? Np. wiadomości klienta nie dochodziły.")
            case Kind.OTHER:
                hint = self.tr("Co się stało? Co chcesz zrobić i co wtedy widzisz na ekranie?")
            case None:
                hint = self.tr(
                    "Co się stało? Np. połączenie zostało rozłączone w trakcie rozmowy z Klientem."
                )
        self.setPlaceholderText(hint)
        self.setAccessibleDescription(hint)

    def sizeHint(self) -> QSize:
        """Ask for a few lines; spare room of the window comes on top."""
        return QSize(px(self, WIDTH), self._height())

    def minimumSizeHint(self) -> QSize:
        """Keep a few lines always."""
        return QSize(px(self, NARROWEST), self._height())

    def _height(self) -> int:
        around = 2 * (px(self, Space.TIGHT) + 2) + 2 * round(self.document().documentMargin())
        return self.LINES * self.fontMetrics().lineSpacing() + around
