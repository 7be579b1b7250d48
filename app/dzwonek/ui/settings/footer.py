"""The strip at the bottom: what happened, and the two ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dzwonek.ui.look import Act, Size, Space, Type, announce, button, px, set_mark
from dzwonek.ui.settings.fields import Words, now, paragraph


class Footer(QFrame):
    """Says what became of saving, beside the buttons that save and close."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: Words = ""
        self.setProperty("ground", "window")
        self.told = paragraph(Type.QUIET, self)
        self.told.setObjectName("settings.told")
        self.close_window = button("", Act.NORMAL, self)
        self.close_window.setObjectName("close")
        self.save = button("", Act.PRIMARY, self)
        self.save.setObjectName("save")
        row = QHBoxLayout(self)
        edge = px(self, Space.LARGE)
        row.setContentsMargins(edge, px(self, Size.EDGE), edge, px(self, Size.EDGE))
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.told, 1)
        low = Qt.AlignmentFlag.AlignBottom  # they stay under the mouse when the text grows
        row.addWidget(self.close_window, 0, low)
        row.addWidget(self.save, 0, low)

    def say(self) -> None:
        """Say again what happened, in the language that is spoken now."""
        self.told.setText(now(self._words))

    def tell(self, words: Words, kind: Type = Type.QUIET) -> None:
        """Say what happened; an empty text takes it back."""
        self._words = words
        self.say()
        set_mark(self.told, "kind", kind.value)
        if words:
            announce(self, self.told.text())
