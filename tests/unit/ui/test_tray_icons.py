"""The bell's states can be told apart in grey, at each size that a tray asks for."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

import dzwonek.resources_rc  # noqa: F401  # the icons
from dzwonek.ui.look import VISIBLE, contrast
from dzwonek.ui.tray import tray_icon

SIZES = (16, 20, 24, 32, 48, 64)
STATES = ("idle", "waiting", "trouble")
# A taskbar is dark or light; both of Windows 11 and the plain ones of Linux desktops.
TASKBARS = {"#f3f3f3": False, "#ffffff": False, "#202020": True, "#000000": True}
STEP = 64  # of 255 levels of grey: a quarter, which eyes tell apart
CLEARLY = 0.10  # of the icon's pixels

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(state: str, size: int, ground: str) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    tray_icon(state, TASKBARS[ground]).paint(painter, QRect(0, 0, size, size))
    painter.end()
    return image


def greys(image: QImage) -> list[int]:
    size = image.width()
    places = [(x, y) for y in range(size) for x in range(size)]
    return [QColor(image.pixel(x, y)).lightness() for x, y in places]


@pytest.mark.parametrize("ground", TASKBARS)
@pytest.mark.parametrize("size", SIZES)
def test_the_states_of_the_bell_are_told_apart_without_colour(size: int, ground: str) -> None:
    pictures = {state: greys(drawn(state, size, ground)) for state in STATES}
    for one, other in combinations(STATES, 2):
        pairs = zip(pictures[one], pictures[other], strict=True)
        apart = sum(abs(grey - another) > STEP for grey, another in pairs)
        assert apart / size**2 >= CLEARLY, (one, other)


@pytest.mark.parametrize("ground", TASKBARS)
@pytest.mark.parametrize("size", SIZES)
def test_the_bell_and_its_signs_stand_out_from_the_taskbar(size: int, ground: str) -> None:
    for state in STATES:
        image = drawn(state, size, ground)
        upper = {image.pixel(x, y) for x in range(size) for y in range(size // 2)}
        lower = {image.pixel(x, y) for x in range(size * 5 // 8, size) for y in range(size)}
        for part in (upper, lower):
            best = max(contrast(QColor(pixel), QColor(ground)) for pixel in part)
            assert best >= VISIBLE, (state, best)


def test_each_size_is_drawn_from_the_shape_itself(qapp: QApplication) -> None:
    icon = tray_icon("idle", is_dark=False)
    for size in SIZES:
        assert icon.pixmap(size, size).size().width() >= size
