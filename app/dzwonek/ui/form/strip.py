"""The strip on top of the form: whom to ring when nothing else helps, always at the same place."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dzwonek.ui.look import Act, Space, Type, announce, button, plain, px, set_mark

COPIED_FOR = 2500  # milliseconds


class EmergencyStrip(QFrame):
    """Shows the emergency telephone and copies it; says so louder when nobody can call."""

    copied = Signal(str)

    def __init__(self, telephone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emergency")
        self.setProperty("ground", "tint")
        self._telephone = telephone
        self.is_urgent = False
        self.words = plain(self.tr("W nagłym przypadku dzwoń, całą dobę:"))
        self.words.setObjectName("emergency.words")
        self.number = plain(telephone, Type.STRONG)
        self.number.setObjectName("emergency.number")
        self.copy = button(self.tr("Kopiuj"), Act.LINK)
        self.copy.setObjectName("emergency.copy")
        self.copy.setAccessibleName(self.tr("Kopiuj telefon na nagły przypadek"))
        self.copy.clicked.connect(self._copy)
        self._reset = QTimer(self, singleShot=True, interval=COPIED_FOR)
        self._reset.timeout.connect(self.show_fresh)
        row = QHBoxLayout(self)
        edge = px(self, Space.LARGE)
        row.setContentsMargins(edge, px(self, Space.TIGHT), edge, px(self, Space.TIGHT))
        row.setSpacing(px(self, Space.SMALL))
        for part in (self.words, self.number, self.copy):
            row.addWidget(part)
        row.addStretch(1)
        self.code = plain("", Type.STRONG)
        self.code.setObjectName("emergency.code")
        self.code.hide()
        row.addWidget(self.code)

    def show_urgent(self, *, is_urgent: bool, code: str) -> None:
        """Ask to ring at once and give the report's code to read out, or stop asking."""
        told = self.tr("Podaj kod: {code}").replace("{code}", code)
        self.code.setText(told)
        self.code.setVisible(is_urgent)
        if is_urgent == self.is_urgent:
            return
        self.is_urgent = is_urgent
        set_mark(self, "ground", "alarm" if is_urgent else "tint")
        set_mark(self.words, "kind", (Type.STRONG if is_urgent else Type.BODY).value)
        usual = self.tr("W nagłym przypadku dzwoń, całą dobę:")
        self.words.setText(self.tr("Zadzwoń teraz:") if is_urgent else usual)
        if is_urgent:
            announce(self, f"{self.words.text()} {self._telephone}. {told}")

    def show_fresh(self) -> None:
        """Offer the copy again."""
        self.copy.setText(self.tr("Kopiuj"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._telephone)
        told = self.tr("Skopiowano")
        self.copy.setText(told)
        announce(self.copy, told)
        self._reset.start()
        self.copied.emit(self._telephone)
