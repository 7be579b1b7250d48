"""The rows of the settings' pages: a question, its field, and a quiet line of help beneath."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.look import Space, Type, announce, plain, px, set_mark
from dzwonek.ui.settings.locked import locked_words
from dzwonek.ui.settings.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.config.settings import Settings

Words = str | Callable[[], str]  # a function is asked again when the language changes
LONGEST = 2048  # characters of one line; an address has no more


class Field(QWidget):
    """One setting: its name above, help or what is wrong beneath; `path` is its dotted name."""

    def __init__(self, path: str, editor: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        self.editor = editor
        self._help = ""
        self._wrong: Words = ""
        self.is_locked = False
        self.name = plain("", Type.BODY, self)
        self.name.setBuddy(editor)
        self.note = plain("", Type.QUIET, self)
        self.note.setWordWrap(True)
        editor.setParent(self)
        editor.setObjectName(path)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.TIGHT))
        for part in (self.name, editor, self.note):
            column.addWidget(part)
        column.addStretch(1)  # beside a field with a longer note

    def say(self, name: str, help_line: str = "") -> None:
        """Set the field's texts, in the language that is spoken now."""
        self.name.setText(name)
        self.editor.setAccessibleName(name)
        self._help = help_line
        self._show_note()

    def show_help(self, help_line: str) -> None:
        """Set the quiet line beneath alone."""
        self._help = help_line
        self._show_note()

    def lock(self, is_locked: bool) -> None:
        """Say that the administrator has fixed this, and take no change."""
        self.is_locked = is_locked
        self.editor.setEnabled(not is_locked)
        self._show_note()

    def show_wrong(self, words: Words) -> None:
        """Say what is wrong, until the field is edited; an empty text takes it back."""
        self._wrong = words
        set_mark(self.editor, "wrong", bool(words))
        self._show_note()
        if words:
            announce(self.editor, now(words))

    def _show_note(self) -> None:
        text = now(self._wrong) or (locked_words(self.path) if self.is_locked else self._help)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
        set_mark(self.note, "kind", (Type.DANGER if self._wrong else Type.QUIET).value)


class LineField(Field):
    """A setting that is one line of text."""

    edited = Signal()

    def __init__(self, path: str, parent: QWidget, example: str = "") -> None:
        self.edit = QLineEdit(parent)
        super().__init__(path, self.edit, parent)
        self.edit.setMaxLength(LONGEST)
        self.edit.setPlaceholderText(example)
        self.edit.textEdited.connect(self._on_edited)

    def text(self) -> str:
        """Give what was typed, without the blanks around it."""
        return self.edit.text().strip()

    def show_text(self, text: str) -> None:
        """Show a value, from its beginning."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)
        self.show_wrong("")

    def _on_edited(self) -> None:
        self.show_wrong("")
        self.edited.emit()


class SecretField(LineField):
    """A password or token: it can be written here, and never read back."""

    def __init__(self, path: str, parent: QWidget) -> None:
        super().__init__(path, parent)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)

    def text(self) -> str:
        """Give what was typed, blanks and all: they may belong to a password."""
        return self.edit.text()


class ChoiceField(Field):
    """A setting with a few answers in one row."""

    edited = Signal()

    def __init__(self, path: str, values: Sequence[str], parent: QWidget) -> None:
        self.choice = Choice(path, [Answer(value, value) for value in values], parent)
        super().__init__(path, self.choice, parent)
        self.choice.chosen.connect(self.edited)

    def say_answers(self, texts: Sequence[str]) -> None:
        """Name the answers, in the order of their values."""
        self.choice.say(texts)

    def value(self) -> str:
        """Give the chosen answer."""
        return str(self.choice.value())

    def show_value(self, value: str) -> None:
        """Show the answer that holds."""
        self.choice.show_value(value)


class SwitchField(QWidget):
    """A setting that is on or off."""

    edited = Signal()

    def __init__(self, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        self._help = ""
        self._wrong: Words = ""
        self._kind = Type.DANGER
        self.is_locked = False
        self.box = Tick(self)
        self.box.setObjectName(path)
        self.box.clicked.connect(self.edited)
        self.note = plain("", Type.QUIET, self)
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.HAIR))
        column.addWidget(self.box)
        column.addWidget(self.note)

    def say(self, name: str, help_line: str = "") -> None:
        """Set the texts, in the language that is spoken now."""
        self.box.setText(name)
        self._help = help_line
        self._show_note()

    def lock(self, is_locked: bool) -> None:
        """Say that the administrator has fixed this, and take no change."""
        self.is_locked = is_locked
        self.box.setEnabled(not is_locked)
        self.show_wrong("")

    def show_wrong(self, words: Words, kind: Type = Type.DANGER) -> None:
        """Say beneath the switch what became of it; an empty text brings the help back."""
        self._wrong, self._kind = words, kind
        self._show_note()
        if words:
            announce(self.box, now(words))

    def _show_note(self) -> None:
        told = now(self._wrong) or (locked_words(self.path) if self.is_locked else self._help)
        self.note.setText(told)
        self.note.setVisible(bool(told))
        self.box.setAccessibleDescription(told)
        set_mark(self.note, "kind", (self._kind if self._wrong else Type.QUIET).value)


class Page(QWidget):
    """A group of settings; it shows what holds, and gives back what a person made of it."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = plain("", Type.HEADING, self)
        self.intro = plain("", Type.QUIET, self)
        self.intro.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(self, Space.MEDIUM))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.intro)

    def title(self) -> str:
        """Name the page, in the language that is spoken now."""
        return self.heading.text()

    def say(self) -> None:
        """Set all texts anew."""
        raise NotImplementedError

    def load(self, settings: Settings) -> None:
        """Show what holds."""
        raise NotImplementedError

    def values(self) -> dict[str, object]:
        """Give what stands in the fields, by the settings' dotted names."""
        raise NotImplementedError

    def fields(self) -> list[Field | SwitchField]:
        """List the fields that a policy may lock."""
        return [
            part for part in self.findChildren(QWidget) if isinstance(part, Field | SwitchField)
        ]

    def lock(self, locked: frozenset[str]) -> None:
        """Lock what the administrator has fixed."""
        for field in self.fields():
            field.lock(field.path in locked)

    def field(self, path: str) -> Field | None:
        """Find the field of a setting."""
        found = (field for field in self.fields() if field.path == path)
        return next((field for field in found if isinstance(field, Field)), None)

    def say_title(self, title: str, intro: str = "") -> None:
        """Set heading and introduction."""
        self.heading.setText(title)
        self.intro.setText(intro)
        self.intro.setVisible(bool(intro))


def now(words: Words) -> str:
    """Put words into the language that is spoken now."""
    return words if isinstance(words, str) else words()


def paragraph(kind: Type, parent: QWidget) -> QLabel:
    """Make an empty label for text that may need several lines."""
    label = plain("", kind, parent)
    label.setWordWrap(True)
    return label


def side_by_side(parent: QWidget, *parts: QWidget, first: int = 1) -> QWidget:
    """Put fields into one row; `first` says how many times wider than the others the first is."""
    whole = QWidget(parent)
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(parent, Space.MEDIUM))
    for part in parts:
        row.addWidget(part, first if part is parts[0] else 1)
    return whole
