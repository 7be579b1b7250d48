"""What is asked once before something that cannot be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from dzwonek.ui.look import dress_box

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Question:
    """A question in plain words; `no` is the safe answer and stands ready."""

    name: str
    title: str
    text: str
    more: str
    yes: str
    no: str


class Questions(QObject):
    """Asks one question at a time, over one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._asked: QMessageBox | None = None

    def ask(self, question: Question, agreed: Callable[[], object]) -> None:
        """Ask, and call `agreed` after a yes; nothing happens while another question stands."""
        if self._asked is not None:
            return
        box = QMessageBox(self._window)
        box.setObjectName(question.name)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(question.title)
        box.setText(question.text)
        box.setInformativeText(question.more)
        yes = box.addButton(question.yes, QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(question.no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(lambda: agreed())
        box.finished.connect(self._forget)
        dress_box(box)
        self._asked = box
        box.open()

    def _forget(self) -> None:
        if self._asked is not None:
            self._asked.deleteLater()
        self._asked = None
