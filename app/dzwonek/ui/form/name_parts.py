"""The two small parts of the agent's name: the badge, and the field that takes another one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dzwonek.ui.look import Size, bold, colours_of, px


class Initials(QWidget):
    """A round badge with the agent's initials."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = ""
        self.setFixedSize(px(self, Size.AVATAR), px(self, Size.AVATAR))

    def show_name(self, name: str) -> None:
        """Take the first letters of the first and the last word."""
        words = [word for word in name.split() if word[0].isalnum()]
        self._letters = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        tones = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.accent)
        painter.drawEllipse(self.rect())
        painter.setFont(bold(self.font()))
        painter.setPen(tones.on_accent)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters or "?")
        painter.end()


class NameEdit(QLineEdit):
    """Takes another name; Esc gives the old one back and closes nothing else."""

    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.has_old = True  # else Esc is the window's

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's own shortcut."""
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_esc and self.has_old:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.given_up.emit()
                return True
        return super().event(event)
