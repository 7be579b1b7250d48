"""Finds the physical keys of a combination on the keyboard layout that an X server tells."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from typing import NamedTuple

from dzwonek.desktop.keys import DIGITS, FUNCTION_KEYS, LETTERS, Combination, Modifier

SHIFT_MASK, LOCK_MASK, CONTROL_MASK, MOD1_MASK = 1, 2, 4, 8  # X protocol, KEYBUTMASK
ALT_L, ALT_R, NUM_LOCK, SCROLL_LOCK = 0xFFE9, 0xFFEA, 0xFF7F, 0xFF14  # X11/keysymdef.h
KEYSYMS = {
    "Backspace": 0xFF08,
    "Comma": 0x2C,
    "Delete": 0xFFFF,
    "Down": 0xFF54,
    "End": 0xFF57,
    "Enter": 0xFF0D,
    "Escape": 0xFF1B,
    "Home": 0xFF50,
    "Insert": 0xFF63,
    "Left": 0xFF51,
    "Menu": 0xFF67,
    "Minus": 0x2D,
    "PageDown": 0xFF56,
    "PageUp": 0xFF55,
    "Pause": 0xFF13,
    "Period": 0x2E,
    "Plus": 0x2B,
    "PrintScreen": 0xFF61,
    "Right": 0xFF53,
    "ScrollLock": SCROLL_LOCK,
    "Semicolon": 0x3B,
    "Slash": 0x2F,
    "Space": 0x20,
    "Tab": 0xFF09,
    "Up": 0xFF52,
}


class Grab(NamedTuple):
    """One physical key with the modifier bits under which it is wanted."""

    keycode: int
    mask: int


def keysym_of(key: str) -> int:
    """Give the X keysym of a key of `keys.KEYS`; letters by their small form."""
    if key in LETTERS or key in DIGITS:
        return ord(key.lower())
    if key in FUNCTION_KEYS:
        return 0xFFBD + int(key[1:])
    return KEYSYMS[key]


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The core keyboard map: `width` keysyms for each keycode from `first` on.

    `modifiers` holds the keycodes of Shift, Lock, Control and Mod1 to Mod5, in this order.
    """

    first: int
    width: int
    keysyms: tuple[int, ...]
    modifiers: tuple[frozenset[int], ...]

    def keycodes(self, keysym: int) -> tuple[int, ...]:
        """List the keys that carry a keysym, all from the first level on which one does.

        The unshifted level of the first group comes first, so that a second group (`us,ru`) is
        asked only for what the first one lacks.
        """
        for level in range(self.width):
            column = self.keysyms[level :: self.width]
            found = tuple(self.first + n for n, value in enumerate(column) if value == keysym)
            if found:
                return found
        return ()

    def mask_of(self, *keysyms: int) -> int:
        """Give the modifier bit under which one of the keys stands, or 0."""
        wanted = {code for keysym in keysyms for code in self.keycodes(keysym)}
        bits = (1 << n for n, codes in enumerate(self.modifiers) if codes & wanted)
        return next(bits, 0)

    def grabs(self, combination: Combination) -> frozenset[Grab]:
        """List every key and mask to grab: with each lock key on and off; empty = not here.

        An X grab matches its mask exactly, so NumLock alone would hide the hotkey otherwise.
        """
        mask = self._mask(combination)
        locks = {LOCK_MASK, self.mask_of(NUM_LOCK), self.mask_of(SCROLL_LOCK)} - {0}
        free = [lock for lock in sorted(locks) if not lock & mask]
        subsets = chain.from_iterable(combinations(free, n) for n in range(len(free) + 1))
        masks = [mask | sum(subset) for subset in subsets]
        codes = self.keycodes(keysym_of(combination.key))
        return frozenset(Grab(code, variant) for code in codes for variant in masks)

    def _mask(self, combination: Combination) -> int:
        bits = {
            Modifier.SHIFT: SHIFT_MASK,
            Modifier.CTRL: CONTROL_MASK,
            Modifier.ALT: self.mask_of(ALT_L, ALT_R) or MOD1_MASK,
        }
        return sum(bits[modifier] for modifier in combination.modifiers)
