"""Physical keys and masks for a combination."""

from __future__ import annotations

import pytest

from dzwonek.desktop.keyboard import KEYSYMS, Grab, Keyboard, keysym_of
from dzwonek.desktop.keys import FUNCTION_KEYS, KEYS, PRINTABLE, parse

# Two columns a key: unshifted and shifted. Keycodes 8…13.
LAYOUT = (
    *(0x7A, 0x5A),  # 8: z Z
    *(0xFF13, 0xFF6B),  # 9: Pause Break
    *(0xFF7F, 0),  # 10: Num_Lock
    *(0xFFE9, 0xFFE7),  # 11: Alt_L Meta_L
    *(0xFF14, 0),  # 12: Scroll_Lock
    *(0x26, 0x31),  # 13: ampersand 1, as on a French keyboard
)
NOTHING: frozenset[int] = frozenset()


def keyboard(scroll: frozenset[int] = NOTHING, alt: frozenset[int] = NOTHING) -> Keyboard:
    rows = (NOTHING, NOTHING, NOTHING, alt, frozenset({10}), scroll, NOTHING, NOTHING)
    return Keyboard(8, 2, LAYOUT, rows)


def test_every_lock_key_that_has_a_modifier_doubles_the_masks() -> None:
    pause = parse("Pause")
    assert keyboard().grabs(pause) == {Grab(9, mask) for mask in (0, 2, 16, 18)}
    with_scroll = keyboard(scroll=frozenset({12})).grabs(pause)
    assert with_scroll == {Grab(9, mask) for mask in (0, 2, 16, 18, 32, 34, 48, 50)}


def test_the_modifiers_of_the_combination_stand_in_every_mask() -> None:
    masks = {grab.mask for grab in keyboard().grabs(parse("Ctrl+Shift+Z"))}
    assert masks == {5, 7, 21, 23}


def test_alt_is_the_modifier_that_the_alt_key_stands_under() -> None:
    moved = keyboard(scroll=frozenset({11}))
    assert min(grab.mask for grab in moved.grabs(parse("Alt+Pause"))) == 32
    assert min(grab.mask for grab in keyboard().grabs(parse("Alt+Pause"))) == 8


def test_a_key_that_the_layout_lacks_gives_no_grabs() -> None:
    assert keyboard().grabs(parse("Ctrl+Y")) == frozenset()


def test_a_digit_written_with_shift_is_found_on_its_key() -> None:
    assert {grab.keycode for grab in keyboard().grabs(parse("Ctrl+1"))} == {13}


def test_the_first_group_is_asked_before_the_second() -> None:
    two_groups = Keyboard(8, 4, (0x7A, 0x5A, 0x79, 0x59, 0x79, 0x59, 0x7A, 0x5A), (NOTHING,) * 8)
    assert two_groups.keycodes(keysym_of("Z")) == (8,)
    assert two_groups.keycodes(keysym_of("Y")) == (9,)


@pytest.mark.parametrize(
    ("key", "keysym"),
    [("Z", 0x7A), ("7", 0x37), ("F1", 0xFFBE), ("F24", 0xFFD5), ("Pause", 0xFF13)],
)
def test_keysyms_are_those_of_the_x_header(key: str, keysym: int) -> None:
    assert keysym_of(key) == keysym


def test_every_key_that_can_be_named_has_a_keysym() -> None:
    assert all(keysym_of(key) for key in KEYS)
    assert KEYSYMS.keys() <= KEYS - FUNCTION_KEYS | PRINTABLE
