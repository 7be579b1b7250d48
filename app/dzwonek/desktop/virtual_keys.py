"""Finds the virtual-key code by which Windows knows a key.

https://learn.microsoft.com/windows/win32/inputdev/virtual-key-codes
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.desktop.keys import DIGITS, FUNCTION_KEYS, LETTERS, Combination, Modifier

if TYPE_CHECKING:
    from collections.abc import Callable

MOD_ALT, MOD_CONTROL, MOD_SHIFT = 0x1, 0x2, 0x4
VK_SHIFT, VK_CONTROL, VK_MENU = 0x10, 0x11, 0x12
VK_CANCEL, VK_F1, VK_PAUSE, VK_SCROLL = 0x03, 0x70, 0x13, 0x91
VK_OEM_COMMA, VK_OEM_MINUS, VK_OEM_PERIOD, VK_OEM_PLUS = 0xBC, 0xBD, 0xBE, 0xBB
CODES = {
    "VK_BACK": 0x08,
    "VK_TAB": 0x09,
    "VK_RETURN": 0x0D,
    "VK_PAUSE": VK_PAUSE,
    "VK_ESCAPE": 0x1B,
    "VK_SPACE": 0x20,
    "VK_PRIOR": 0x21,
    "VK_NEXT": 0x22,
    "VK_END": 0x23,
    "VK_HOME": 0x24,
    "VK_LEFT": 0x25,
    "VK_UP": 0x26,
    "VK_RIGHT": 0x27,
    "VK_DOWN": 0x28,
    "VK_SNAPSHOT": 0x2C,
    "VK_INSERT": 0x2D,
    "VK_DELETE": 0x2E,
    "VK_APPS": 0x5D,
    "VK_SCROLL": VK_SCROLL,
    "VK_OEM_COMMA": VK_OEM_COMMA,
    "VK_OEM_MINUS": VK_OEM_MINUS,
    "VK_OEM_PERIOD": VK_OEM_PERIOD,
    "VK_OEM_PLUS": VK_OEM_PLUS,
}
CONSTANTS = {
    **CODES,
    "MOD_ALT": MOD_ALT,
    "MOD_CONTROL": MOD_CONTROL,
    "MOD_SHIFT": MOD_SHIFT,
    "VK_CANCEL": VK_CANCEL,
    "VK_F1": VK_F1,
    "VK_SHIFT": VK_SHIFT,
    "VK_CONTROL": VK_CONTROL,
    "VK_MENU": VK_MENU,
}
NAMES = {
    "Backspace": "VK_BACK",
    "Comma": "VK_OEM_COMMA",  # these four are the same key names in every country
    "Delete": "VK_DELETE",
    "Down": "VK_DOWN",
    "End": "VK_END",
    "Enter": "VK_RETURN",
    "Escape": "VK_ESCAPE",
    "Home": "VK_HOME",
    "Insert": "VK_INSERT",
    "Left": "VK_LEFT",
    "Menu": "VK_APPS",
    "Minus": "VK_OEM_MINUS",
    "PageDown": "VK_NEXT",
    "PageUp": "VK_PRIOR",
    "Pause": "VK_PAUSE",
    "Period": "VK_OEM_PERIOD",
    "Plus": "VK_OEM_PLUS",
    "PrintScreen": "VK_SNAPSHOT",
    "Right": "VK_RIGHT",
    "ScrollLock": "VK_SCROLL",
    "Space": "VK_SPACE",
    "Tab": "VK_TAB",
    "Up": "VK_UP",
}
WRITTEN = {"Semicolon": ";", "Slash": "/"}  # another key in each country: the layout is asked
HELD = {MOD_ALT: VK_MENU, MOD_CONTROL: VK_CONTROL, MOD_SHIFT: VK_SHIFT}
BITS = {Modifier.ALT: MOD_ALT, Modifier.CTRL: MOD_CONTROL, Modifier.SHIFT: MOD_SHIFT}


def virtual_key(combination: Combination, key_writing: Callable[[str], int]) -> int:
    """Give the code under which Windows will see this key, or 0 when the layout lacks it.

    `key_writing` gives the key that writes a character, or 0. With Ctrl, the keyboard driver
    makes VK_CANCEL of Pause and of ScrollLock (kbd.h, KBDMULTIVK), whatever was registered.
    """
    key = combination.key
    if key in ("Pause", "ScrollLock") and Modifier.CTRL in combination.modifiers:
        return VK_CANCEL
    if key in LETTERS or key in DIGITS:
        return ord(key)
    if key in FUNCTION_KEYS:
        return VK_F1 + int(key[1:]) - 1
    return key_writing(WRITTEN[key]) if key in WRITTEN else CODES[NAMES[key]]


def modifier_bits(combination: Combination) -> int:
    """Give the modifiers as RegisterHotKey takes them."""
    return sum(BITS[modifier] for modifier in combination.modifiers)


def keys_of(modifiers: int) -> tuple[int, ...]:
    """List the keys that stand behind such bits."""
    return tuple(key for bit, key in HELD.items() if bit & modifiers)
