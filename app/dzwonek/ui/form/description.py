"""Where the operator writes the one sentence."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from dzwonek.domain.kinds import Kind
from dzwonek.ui.form.long_text import LongText
from dzwonek.ui.look import Space, px

WIDTH, NARROWEST = 300, 120  # pixels at the usual font


class Description(LongText):
    """Where the operator writes the one sentence."""

    LINES = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("description")
        self.setAccessibleName(self.tr("Opis: co się stało"))
        self.note.setObjectName("description.note")
        self.show_kind(None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

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
