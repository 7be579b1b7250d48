"""Pictures for the tests of this folder, and what cannot be tested on this system."""

from __future__ import annotations

import random
import sys

import pytest
from PySide6.QtGui import QImage

from dzwonek.domain.picture import PictureNote
from tests.fakes.screens import MOMENT

collect_ignore = [] if sys.platform == "linux" else ["test_segments.py"]


@pytest.fixture
def note() -> PictureNote:
    """Give the note of a picture that is not encoded yet."""
    return PictureNote("01", "L", 0, 0, "", MOMENT)


@pytest.fixture
def noise() -> QImage:
    """Give an odd-sized picture without one black pixel, on which every pixel differs."""
    chance = random.Random(7)
    width, height = 101, 67
    pixels = bytes(chance.randrange(1, 256) for _ in range(width * height * 4))
    return QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32).copy()
