"""A monitor of 1280 × 800 at 150 %, the smallest that is common: 853 × 533 of Qt's pixels."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.capture.screens import screens_for
from dzwonek.domain.clock import SystemClock
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.screen_grab import ToolkitScreens
from tests.fakes.every_window import EVERY_WINDOW, opened
from tests.windows.rig_hand import Hand

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

pytestmark = pytest.mark.scaled
PHYSICAL = QSize(1280, 800)
TASKBAR = 32  # wine leaves it out of the work area; a window may have to do without its room


def test_qt_counts_in_larger_pixels_than_the_picture_has(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    assert screen.devicePixelRatio() == 1.5
    assert screen.geometry() == QRect(0, 0, 853, 533)
    screens = screens_for({}, "win32", SystemClock())
    (quick,) = screens.capture().shots
    screens.close()
    (spare,) = ToolkitScreens(SystemClock()).capture().shots
    for shot in (quick, spare):
        assert QSize(shot.width, shot.height) == PHYSICAL
        assert (shot.left, shot.top) == (0, 0)


@pytest.mark.parametrize("name", EVERY_WINDOW)
def test_every_window_opens_whole_on_the_screen(name: str, qtbot: QtBot, hand: Hand) -> None:
    with opened(name) as window:
        qtbot.waitExposed(window)
        place = outer_place(int(window.winId()))
        assert QRect(0, 0, 1280, 800).contains(place), place
        smallest = window.minimumSizeHint().expandedTo(window.minimumSize())
        frame = window.windowHandle().frameMargins()
        least = smallest.grownBy(frame)
        room = QSize(853, 533 - TASKBAR)
        assert least.boundedTo(room) == least, least
        if folder := os.environ.get("DZWONEK_GALLERY"):
            QApplication.processEvents()
            hand.picture().save(Path(folder, f"windows-150-{name}.png"))


def test_the_forms_small_pictures_are_as_sharp_as_the_monitor(qtbot: QtBot) -> None:
    with opened("form") as form:
        assert isinstance(form, ReportForm)
        qtbot.waitExposed(form)
        form.body.pictures.refine()
        preview = form.body.pictures.thumbs[0].preview
        shown = preview._pixmap
        assert shown.devicePixelRatio() == 1.5
        assert shown.width() == pytest.approx(preview.width() * 1.5, abs=2)


def outer_place(handle: int) -> QRect:
    """Give where a window lies with its frame, in physical pixels, as Windows itself says."""
    corners = (ctypes.c_int32 * 4)()
    assert ctypes.WinDLL("user32").GetWindowRect(ctypes.c_void_p(handle), ctypes.byref(corners))
    left, top, right, bottom = corners
    return QRect(left, top, right - left, bottom - top)
