"""The bell stands out from the taskbar."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

import dzwonek.resources_rc  # noqa: F401 - registers the icons
from dzwonek.ui.tray import Tray, tray_icon

HALF_LIGHT = 128


def brightness(icon: QIcon) -> float:
    """Give the mean lightness of what is drawn."""
    image = icon.pixmap(64, 64).toImage()
    pixels = (image.pixelColor(x, y) for x in range(64) for y in range(64))
    drawn = [pixel.lightness() for pixel in pixels if pixel.alpha() == 255]
    return sum(drawn) / len(drawn)


@pytest.mark.parametrize("state", ["idle", "waiting", "trouble"])
def test_the_bell_is_light_on_a_dark_taskbar_and_dark_on_a_light_one(
    qapp: QApplication, state: str
) -> None:
    assert brightness(tray_icon(state, is_dark=True)) > HALF_LIGHT
    assert brightness(tray_icon(state, is_dark=False)) < HALF_LIGHT


def test_a_taskbar_that_changes_gets_the_other_bell(qapp: QApplication) -> None:
    dark = [True]
    tray = Tray(qapp, lambda: dark[0])
    dark[0] = False
    tray.repaint()
    shown = tray._icon.icon()
    tray.close()
    assert brightness(shown) < HALF_LIGHT


@pytest.mark.parametrize(("has_tray", "has_balloons"), [(False, True), (True, False), (True, True)])
def test_a_balloon_is_told_as_seen_only_where_a_tray_shows_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, has_tray: bool, has_balloons: bool
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_tray)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: has_balloons)
    tray = Tray(qapp, lambda: True)
    is_seen = tray.balloon("Puste zgłoszenie zamknięte", "")
    tray.close()
    assert is_seen is (has_tray and has_balloons)
