"""Reading the screen through Qt, where the quicker ways fail."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from pytestqt.qtbot import QtBot

from dzwonek.domain.clock import SystemClock
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.screen_grab import ToolkitScreens


@dataclass(frozen=True)
class Screen:
    """A monitor as Qt tells of it: corner and picture in physical pixels, the size in its own."""

    called: str
    place: QRect
    ratio: float

    def name(self) -> str:
        return self.called

    def geometry(self) -> QRect:
        return QRect(self.place.topLeft(), self.place.size() / self.ratio)

    def devicePixelRatio(self) -> float:  # noqa: N802 - QScreen's name
        return self.ratio

    def grabWindow(self, _: int) -> QPixmap:  # noqa: N802 - QScreen's name
        image = QImage(self.place.size(), QImage.Format.Format_RGB32)
        image.fill(QColor("#336699"))
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.ratio)
        return pixmap


MAIN = Screen("DISPLAY1", QRect(0, 0, 192, 108), 1.0)
LEFT = Screen("DISPLAY2", QRect(-128, 16, 128, 80), 1.5)
GONE = Screen("DISPLAY3", QRect(0, 0, 0, 0), 1.0)


def test_each_monitor_is_read_in_physical_pixels_at_its_own_place(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [MAIN, LEFT])
    capture = ToolkitScreens(SystemClock()).capture()
    assert capture.problem is None
    assert [(shot.left, shot.top, shot.width, shot.height) for shot in capture.shots] == [
        (0, 0, 192, 108),
        (-128, 16, 128, 80),
    ]
    assert bytes(capture.shots[1].pixels[:3]) == bytes((0x99, 0x66, 0x33))


@pytest.mark.parametrize("screens", [[], [MAIN, GONE]], ids=["none", "one without a picture"])
def test_an_empty_picture_is_a_problem(
    screens: list[Screen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    capture = ToolkitScreens(SystemClock()).capture()
    assert (capture.shots, capture.problem) == ((), Problem(Code.CAPTURE_FAILED))
