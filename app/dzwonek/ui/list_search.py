"""The line above the list in which one types what one remembers of a report."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dzwonek.ui.look import Space, Type, announce, plain, px

LONGEST = 100  # characters; nobody remembers more, and every key looks through all reports


class ListSearch(QWidget):
    """Emits what is typed, letter by letter, and says how much fits."""

    typed = Signal(str)
    left = Signal()  # downwards, into what was found

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setObjectName("search")
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(LONGEST)
        self.count = plain("", Type.QUIET, self)
        self.count.setObjectName("search.count")
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.MEDIUM))
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        self.setFocusProxy(self.field)
        self.count.hide()

    def focus_in(self) -> None:
        """Take the keyboard, ready to be typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> bool:
        """Empty the field; False where it was empty."""
        had_text = bool(self.field.text())
        self.field.clear()
        return had_text

    def tell(self, hits: int | None) -> None:
        """Say how many fit; None while nothing is looked for."""
        self.count.setVisible(hits is not None)
        if hits is None:
            return
        text = self.tr("Znaleziono: %n", "", hits) if hits else self.tr("Nic nie znaleziono")
        if text != self.count.text():
            self.count.setText(text)
            announce(self.field, text)

    def say(self) -> None:
        """Speak the language of now."""
        self.field.setPlaceholderText(self.tr("Szukaj: słowo, numer telefonu, osoba, kod"))
        self.field.setAccessibleName(self.tr("Szukaj w zgłoszeniach"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead the arrow down, and Enter, into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.left.emit()
                return True
        return False
