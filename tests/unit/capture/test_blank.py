"""A picture that shows nothing is told from one that shows little."""

from __future__ import annotations

from dataclasses import replace

from dzwonek.capture.blank import is_black
from tests.fakes.screens import plain_shot

BLACK = (0, 0, 0)


def test_a_black_screen_is_black() -> None:
    assert is_black(plain_shot(colour=BLACK))


def test_the_byte_without_a_meaning_does_not_count() -> None:
    shot = plain_shot(colour=BLACK)
    assert is_black(replace(shot, pixels=b"\0\0\0\xff" * (shot.width * shot.height)))


def test_a_screen_of_another_single_colour_is_a_picture() -> None:
    assert not is_black(plain_shot(colour=(0, 0, 1)))


def test_one_lit_pixel_anywhere_is_a_picture() -> None:
    for place in (0, 17 * 64 * 4 + 5, 64 * 48 * 4 - 2):
        shot = plain_shot(colour=BLACK)
        pixels = bytearray(shot.pixels)
        pixels[place] = 1
        assert not is_black(replace(shot, pixels=pixels))


def test_what_pads_a_row_does_not_count() -> None:
    rows = (b"\0" * 8 + b"\xff" * 8) * 3
    shot = plain_shot(width=2, height=3, colour=BLACK)
    assert is_black(replace(shot, stride=16, pixels=memoryview(rows)))


def test_a_picture_of_one_row_is_judged() -> None:
    assert is_black(plain_shot(height=1, colour=BLACK))
    assert not is_black(plain_shot(height=1))
