"""Turns a key press into the name of the combination, as the settings spell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dzwonek.desktop.keys import DIGITS, LETTERS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Key = Qt.Key
MODIFIER_KEYS = frozenset(
    {Key.Key_Control, Key.Key_Shift, Key.Key_Alt, Key.Key_Meta, Key.Key_AltGr, Key.Key_CapsLock}
    | {Key.Key_NumLock, Key.Key_Super_L, Key.Key_Super_R, Key.Key_Hyper_L, Key.Key_Hyper_R}
)
FUNCTION_KEYS = 24
NAMED = {
    Key.Key_Backspace: "Backspace",
    Key.Key_Cancel: "Pause",  # what X11 makes of Ctrl+Pause
    Key.Key_Comma: "Comma",
    Key.Key_Delete: "Delete",
    Key.Key_Down: "Down",
    Key.Key_End: "End",
    Key.Key_Enter: "Enter",
    Key.Key_Escape: "Escape",
    Key.Key_Home: "Home",
    Key.Key_Insert: "Insert",
    Key.Key_Left: "Left",
    Key.Key_Menu: "Menu",
    Key.Key_Minus: "Minus",
    Key.Key_PageDown: "PageDown",
    Key.Key_PageUp: "PageUp",
    Key.Key_Pause: "Pause",
    Key.Key_Period: "Period",
    Key.Key_Plus: "Plus",
    Key.Key_Print: "PrintScreen",
    Key.Key_Return: "Enter",
    Key.Key_Right: "Right",
    Key.Key_ScrollLock: "ScrollLock",
    Key.Key_Semicolon: "Semicolon",
    Key.Key_Slash: "Slash",
    Key.Key_Space: "Space",
    Key.Key_SysReq: "PrintScreen",
    Key.Key_Tab: "Tab",
    Key.Key_Up: "Up",
}
HELD = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Win"),
)


def is_modifier(event: QKeyEvent) -> bool:
    """Say whether the key only waits for another one."""
    return event.key() in MODIFIER_KEYS or event.key() == 0


def combination_of(event: QKeyEvent) -> str:
    """Spell a press as `Ctrl+Shift+F9`; empty for a key that has no name here."""
    key = _name(event.key())
    if not key:
        return ""
    held = [name for modifier, name in HELD if event.modifiers() & modifier]
    return "+".join((*held, key))


def _name(key: int) -> str:
    number = key - Key.Key_F1.value + 1
    if 1 <= number <= FUNCTION_KEYS:
        return f"F{number}"
    if key < 0x80 and chr(key) in LETTERS | DIGITS:
        return chr(key)
    return next((name for known, name in NAMED.items() if known.value == key), "")
