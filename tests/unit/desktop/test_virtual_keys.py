"""The keys by which Windows knows our names."""

from __future__ import annotations

import pytest

from dzwonek.desktop.keys import KEYS, Combination, parse
from dzwonek.desktop.virtual_keys import keys_of, modifier_bits, virtual_key

LAYOUT = {";": 0xBA, "/": 0xBF}


def code(key: str) -> int:
    return virtual_key(Combination(key), lambda character: LAYOUT.get(character, 0))


@pytest.mark.parametrize(
    ("key", "expected"),
    [("A", 0x41), ("7", 0x37), ("F1", 0x70), ("F24", 0x87), ("Pause", 0x13), ("Slash", 0xBF)],
)
def test_a_key_has_the_code_that_windows_gives_it(key: str, expected: int) -> None:
    assert code(key) == expected


def test_every_key_that_can_be_named_has_a_code_of_its_own() -> None:
    codes = [code(key) for key in KEYS]
    assert all(codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("key", ["Ctrl+Pause", "Ctrl+Shift+Pause", "Ctrl+ScrollLock"])
def test_with_ctrl_pause_and_scroll_lock_become_cancel(key: str) -> None:
    assert virtual_key(parse(key), lambda _: 0) == 0x03


def test_modifiers_become_windows_bits_and_bits_become_keys() -> None:
    assert modifier_bits(parse("Ctrl+Alt+Shift+Insert")) == 0x1 | 0x2 | 0x4
    assert set(keys_of(0x2 | 0x4)) == {0x10, 0x11}
    assert keys_of(0) == ()
