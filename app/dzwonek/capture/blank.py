"""Tells a picture that shows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.capture.grabs import BYTES_A_PIXEL

if TYPE_CHECKING:
    from dzwonek.domain.picture import Screenshot

SAMPLED_ROWS = 16
COLOURS = 3


def is_black(shot: Screenshot) -> bool:
    """Say whether every pixel is black, as after a lock, a closed remote session, under Wayland.

    A few rows decide as a rule; the whole picture is read only when those are black. Any other
    single colour is a picture: an empty desktop looks like that.
    """
    step = max(1, shot.height // SAMPLED_ROWS)
    if not all(_is_black_row(shot, row) for row in range(step // 2, shot.height, step)):
        return False
    return all(_is_black_row(shot, row) for row in range(shot.height))


def _is_black_row(shot: Screenshot, row: int) -> bool:
    length = shot.width * BYTES_A_PIXEL
    start = row * shot.stride
    pixels = bytes(shot.pixels[start : start + length])
    if pixels.count(0) == length:
        return True
    return all(pixels[colour::BYTES_A_PIXEL].count(0) == shot.width for colour in range(COLOURS))
