"""Where the pictures of the windows go, and in which clothes the windows stand for them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

DARK = {
    "Window": "#2b2d30",
    "Base": "#1e1f22",
    "AlternateBase": "#26282b",
    "Button": "#36393d",
    "Text": "#f2f2f2",
    "WindowText": "#f2f2f2",
    "ButtonText": "#f2f2f2",
    "ToolTipBase": "#36393d",
    "ToolTipText": "#f2f2f2",
    "Highlight": "#308cc6",
}
CONTRAST = DARK | {
    "Window": "#000000",
    "Base": "#000000",
    "Button": "#000000",
    "Text": "#ffffff",
    "WindowText": "#ffffff",
    "ButtonText": "#ffffff",
    "Highlight": "#1aebff",
}
SAMPLE = 64  # pixels each way of a picture that are looked at
LOOKS = {"light": None, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class Gallery:
    """Paints windows in one look, and saves the pictures where somebody wants to see them."""

    folder: Path
    look: str
    is_wanted: bool

    def hang(self, name: str, window: QWidget) -> None:
        """Paint the window at 100 % and at 200 %."""
        for percent in (100, 200):
            picture = QPixmap(window.size() * (percent // 100))
            picture.setDevicePixelRatio(percent / 100)
            window.render(picture)
            assert _shows_something(picture), name
            if self.is_wanted:
                path = self.folder / f"{name}-{self.look}-{percent}.png"
                assert picture.save(str(path)), path


def _shows_something(picture: QPixmap) -> bool:
    """Say whether a picture has more than one colour, as a window with a word in it has."""
    small = picture.toImage().scaled(SAMPLE, SAMPLE)
    return len({small.pixel(x, y) for y in range(SAMPLE) for x in range(SAMPLE)}) > 1


@pytest.fixture(params=sorted(LOOKS))
def gallery(
    request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication
) -> Iterator[Gallery]:
    """Put the desktop into one look; the pictures go to `DZWONEK_GALLERY`, if that is set."""
    wanted = os.environ.get("DZWONEK_GALLERY")
    folder = Path(wanted or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    before, spoken = QPalette(qapp.palette()), QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Polish, QLocale.Country.Poland))
    if (colours := LOOKS[request.param]) is not None:
        qapp.setPalette(palette(colours))
    yield Gallery(folder, request.param, bool(wanted))
    # Closed windows go now: a change of palette would restyle every one that is left.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setPalette(before)
    QLocale.setDefault(spoken)


@pytest.fixture
def large_font(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Give a way to double the desktop's font until the test ends."""
    before = QFont(qapp.font())

    def double() -> None:
        font = QFont(before)
        font.setPointSizeF(before.pointSizeF() * 2)
        qapp.setFont(font)

    yield double
    qapp.setFont(before)


def palette(colours: dict[str, str]) -> QPalette:
    """Make a desktop's palette of a few colours."""
    made = QPalette(QColor(colours["Button"]), QColor(colours["Window"]))
    for role, colour in colours.items():
        made.setColor(QPalette.ColorRole[role], QColor(colour))
    return made


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let pass what the drawing-into-memory platform says of itself."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
