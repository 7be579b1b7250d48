"""Understands the names of key combinations, and says which ones must not become a hotkey."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


class Modifier(IntEnum):
    """A key held while another one is pressed, in the order in which people name them."""

    CTRL = 1
    ALT = 2
    SHIFT = 3
    WIN = 4


MODIFIERS = {
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "alt": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "win": Modifier.WIN,
    "super": Modifier.WIN,
    "meta": Modifier.WIN,
    "cmd": Modifier.WIN,
}
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = frozenset("0123456789")
PUNCTUATION = frozenset({"Comma", "Minus", "Period", "Plus", "Semicolon", "Slash", "Space"})
PRINTABLE = LETTERS | DIGITS | PUNCTUATION
FUNCTION_KEYS = frozenset(f"F{number}" for number in range(1, 25))
QUIET_KEYS = (FUNCTION_KEYS - {"F12"}) | {"Pause", "ScrollLock"}  # nobody writes text with them
EDITING_KEYS = frozenset(
    {"Backspace", "Delete", "Down", "End", "Enter", "Escape", "Home", "Insert", "Left", "Menu"}
    | {"PageDown", "PageUp", "PrintScreen", "Right", "Tab", "Up"}
)
KEYS = PRINTABLE | FUNCTION_KEYS | EDITING_KEYS | {"Pause", "ScrollLock"}
ALIASES = {
    "break": "Pause",
    "del": "Delete",
    "esc": "Escape",
    "ins": "Insert",
    "pgdn": "PageDown",
    "pgup": "PageUp",
    "print": "PrintScreen",
    "prtsc": "PrintScreen",
    "return": "Enter",
    "sysrq": "PrintScreen",
}
CTRL = frozenset({Modifier.CTRL})
ALT = frozenset({Modifier.ALT})
CTRL_ALT = CTRL | ALT
TAKEN_BY_HABIT = frozenset(
    {(CTRL, key) for key in "ACVXZ"}
    | {(ALT, key) for key in ("Escape", "F4", "Space", "Tab")}
    | {(ALT | {Modifier.SHIFT}, "Tab"), (CTRL, "Escape"), (CTRL | {Modifier.SHIFT}, "Escape")}
    | {(CTRL_ALT, "Backspace"), (CTRL_ALT, "Delete")}
)
# Windows at the thin client keeps them while a Remote Desktop window is in front:
# https://learn.microsoft.com/windows/win32/termserv/terminal-services-shortcut-keys
REMOTE_DESKTOP = frozenset(
    {(ALT, key) for key in ("Delete", "Home", "Insert", "PageDown", "PageUp")}
    | {(CTRL_ALT, key) for key in ("End", "Home", "Left", "Pause", "Right")}
)


@dataclass(frozen=True, slots=True)
class Combination:
    """One key with the modifiers held beside it; its text is the canonical spelling."""

    key: str
    modifiers: frozenset[Modifier] = frozenset()

    def __str__(self) -> str:
        """Spell it as people do: `Ctrl+Shift+F9`."""
        held = (modifier.name.capitalize() for modifier in sorted(self.modifiers))
        return "+".join((*held, self.key))


def parse(text: str) -> Combination:
    """Read a combination such as `Ctrl+Shift+F9`, in any case of letters.

    Raises ProblemError: HOTKEY_INVALID when it names no key, HOTKEY_RESERVED when the key belongs
    to the system, to writing or to another habit, HOTKEY_REMOTE_DESKTOP when no remote session
    would ever see it. All carry `key`.
    """
    *names, last = (part.strip() for part in text.split("+"))
    key = _key(last)
    modifiers = [MODIFIERS.get(name.casefold()) for name in names]
    known = frozenset(modifier for modifier in modifiers if modifier is not None)
    if key is None or len(known) != len(modifiers):
        raise trouble(Code.HOTKEY_INVALID, key=text.strip())
    combination = Combination(key, known)
    if is_reserved(combination):
        raise trouble(Code.HOTKEY_RESERVED, key=str(combination))
    if is_remote_desktops(combination):
        raise trouble(Code.HOTKEY_REMOTE_DESKTOP, key=str(combination))
    return combination


def is_reserved(combination: Combination) -> bool:
    """Say whether taking this combination would take something away from its owner.

    Windows reserves the Windows key and F12 (RegisterHotKey's page); Ctrl+Alt with a printable
    key is AltGr on Polish keyboards; Ctrl+Alt+F1…F12 switch consoles on Linux before any program
    sees them; without Ctrl or Alt only keys that write nothing may be taken.
    """
    held, key = combination.modifiers, combination.key
    if Modifier.WIN in held or key in ("F12", "PrintScreen"):
        return True
    if held >= CTRL_ALT:
        return key in PRINTABLE or _switches_console(key) or (CTRL_ALT, key) in TAKEN_BY_HABIT
    if not held & CTRL_ALT:
        return key not in QUIET_KEYS
    return (held, key) in TAKEN_BY_HABIT


def is_remote_desktops(combination: Combination) -> bool:
    """Say whether a Remote Desktop window keeps this combination for itself.

    On every system, since one list of keys serves a whole office, thin clients and all.
    """
    return (combination.modifiers, combination.key) in REMOTE_DESKTOP


def _switches_console(key: str) -> bool:
    return key in FUNCTION_KEYS and int(key[1:]) <= 12


def _key(name: str, known: AbstractSet[str] = KEYS) -> str | None:
    wanted = name.casefold()
    if wanted in ALIASES:
        return ALIASES[wanted]
    return next((key for key in known if key.casefold() == wanted), None)
