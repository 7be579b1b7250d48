"""The parts of a letter's form: its text, and who writes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dzwonek.domain.identity import NOBODY, Agent
from dzwonek.ui.form.long_text import LongText
from dzwonek.ui.look import Space, px
from dzwonek.ui.settings.fields import Field, LineField

WIDTH, NARROWEST = 300, 120  # pixels at the usual font


class LetterText(LongText):
    """Where the letter is written."""

    LINES = 6

    def sizeHint(self) -> QSize:
        """Ask for a few lines."""
        around = 2 * (px(self, Space.TIGHT) + 2) + 2 * round(self.document().documentMargin())
        return QSize(px(self, WIDTH), self.LINES * self.fontMetrics().lineSpacing() + around)

    def minimumSizeHint(self) -> QSize:
        """Keep a few lines always."""
        return QSize(px(self, NARROWEST), self.sizeHint().height())


class LetterField(Field):
    """The text of a letter, with its name above and what is wrong beneath."""

    edited = Signal()

    def __init__(self, path: str, parent: QWidget) -> None:
        self.edit = LetterText(parent)
        super().__init__(path, self.edit, parent)
        self.edit.note.setObjectName(f"{path}.note")
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self.edit.note)
        self.edit.textChanged.connect(self._on_edited)

    def text(self) -> str:
        """Give what was typed."""
        return self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text; nobody has typed it now."""
        with QSignalBlocker(self.edit):
            self.edit.setPlainText(text)
        self.show_wrong("")

    def _on_edited(self) -> None:
        self.show_wrong("")
        self.edited.emit()


class Writer:
    """Who writes: a name and an address for the answer, known or typed."""

    def __init__(self, name: LineField, email: LineField) -> None:
        self._name, self._email = name, email
        self._known = NOBODY

    def begin(self, agent: Agent) -> None:
        """Show who writes, as far as that is known."""
        self._known = agent
        self._name.show_text(agent.name)
        self._email.show_text(agent.email)

    def tell(self, agent: Agent) -> None:
        """Take in who is logged in, where nobody has typed another name or address."""
        if not agent.name:
            return
        if self._name.text() == self._known.name:
            self._name.show_text(agent.name)
        if self._email.text() == self._known.email and agent.email:
            self._email.show_text(agent.email)
        self._known = replace(agent, email=agent.email or self._known.email)

    def is_typed(self) -> bool:
        """Say whether somebody typed another name or address than what was known."""
        known = (self._known.name.strip(), self._known.email.strip())
        return (self._name.text(), self._email.text()) != known

    def agent(self) -> Agent:
        """Give who writes; a login belongs only to the name that came with it."""
        name, email = self._name.text(), self._email.text()
        if name == self._known.name:
            return replace(self._known, email=email)
        return Agent(name, email=email)
