"""A field that takes a key combination by its being pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dzwonek.desktop.keys import parse
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.ui.settings.key_names import combination_of, is_modifier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WAY_OUT = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
TAKE_BACK = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
HELD_BESIDE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class KeyEdit(QLineEdit):
    """Listens to the keyboard only while it has the focus; Tab and Esc keep their meaning."""

    pressed_keys = Signal(str)  # a combination that may become a hotkey
    refused = Signal(object)  # Problem
    taken_back = Signal()
    listens = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = ""
        self.setAcceptDrops(False)
        self.textEdited.connect(self._take_back_text)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_keys(self, keys: str) -> None:
        """Show a combination."""
        self._keys = keys
        self.setText(keys)

    def keys(self) -> str:
        """Give the combination that is shown."""
        return self._keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys from the window's own shortcuts while listening."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() not in WAY_OUT:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a combination, or say why it cannot be one."""
        if event.key() in WAY_OUT:
            event.ignore()
            return
        event.accept()
        if is_modifier(event) or event.isAutoRepeat():
            return
        if event.key() in TAKE_BACK and not event.modifiers() & HELD_BESIDE:
            self.taken_back.emit()
            return
        try:
            self.pressed_keys.emit(str(parse(combination_of(event))))
        except ProblemError as error:
            self.refused.emit(_named(error.problem, event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that it listens."""
        super().focusInEvent(event)
        self.listens.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Listen no more."""
        super().focusOutEvent(event)
        self.listens.emit(False)

    def _take_back_text(self) -> None:
        """Take no text that came by another way than a press, such as the middle mouse button."""
        self.setText(self._keys)


def _named(problem: Problem, event: QKeyEvent) -> Problem:
    """Name a key that is on no list of ours by what it writes."""
    if problem.code is not Code.HOTKEY_INVALID:
        return problem
    return Problem(problem.code, {"key": event.text().strip() or "?"})
