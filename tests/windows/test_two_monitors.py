"""Two monitors, the second one left of the first: pictures and windows find their way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from dzwonek.capture.screens import screens_for
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.picture import Capture, Screenshot
from dzwonek.ui.screen_grab import ToolkitScreens
from tests.fakes.every_window import opened
from tests.windows.rig_hand import Hand
from tests.windows.rig_windows import Look, Programs, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

pytestmark = pytest.mark.two_monitors
STAGE = str(Path(__file__).with_name("stage_window.py"))
MAIN, LEFT = QRect(0, 0, 1280, 800), QRect(-1024, 16, 1024, 768)
PLACES = [(-1024, 16, 1024, 768), (0, 0, 1280, 800)]
RED, BLUE = (0xCC, 0, 0), (0, 0, 0xCC)
# Puts the pointer on each monitor in turn and opens windows of ours; the monitors have the scales
# that are given. It prints the scales, and where Windows says that each window is.
MIXED = """
import ctypes, json, os, sys
os.environ["QT_SCREEN_SCALE_FACTORS"] = sys.argv[1]
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
application = QApplication([])
from tests.fakes.every_window import opened
user32 = ctypes.WinDLL("user32")
corners, seen = (ctypes.c_int32 * 4)(), []
for x, y in ((-500, 300), (600, 400)):
    user32.SetCursorPos(x, y)
    for name in ("form", "help"):
        with opened(name) as window:
            QCoreApplication.processEvents()
            user32.GetWindowRect(ctypes.c_void_p(window.winId()), ctypes.byref(corners))
            seen.append((name, x, list(corners)))
print(json.dumps([[screen.devicePixelRatio() for screen in application.screens()], seen]))
"""


def places(capture: Capture) -> list[tuple[int, int, int, int]]:
    return sorted((shot.left, shot.top, shot.width, shot.height) for shot in capture.shots)


def colour(shot: Screenshot, x: int, y: int) -> tuple[int, int, int]:
    start = (y - shot.top) * shot.stride + (x - shot.left) * 4
    blue, green, red = bytes(shot.pixels[start : start + 3])
    return red, green, blue


def test_both_monitors_are_captured_each_with_its_own_picture(
    hand: Hand, look: Look, programs: Programs, qtbot: QtBot
) -> None:
    programs.start(sys.executable, STAGE, "200", "200", "300", "200", "#cc0000")
    programs.start(sys.executable, STAGE, "-700", "300", "300", "200", "#0000cc")
    look.wait_titled("Stage #cc0000")
    look.wait_titled("Stage #0000cc")
    until(lambda: hand.picture().pixel(350, 300) == RED, "the red stage")
    until(lambda: hand.picture().pixel(-550, 400) == BLUE, "the blue stage")
    screens = screens_for({}, "win32", SystemClock())
    capture = screens.capture()
    screens.close()
    assert capture.problem is None
    shots = {(shot.left, shot.top): shot for shot in capture.shots}
    assert places(capture) == PLACES
    assert len({shot.monitor for shot in capture.shots}) == 2
    assert colour(shots[0, 0], 350, 300) == RED
    assert colour(shots[-1024, 16], -550, 400) == BLUE


def test_qt_reads_the_same_places_where_the_quick_way_fails(qtbot: QtBot) -> None:
    assert places(ToolkitScreens(SystemClock()).capture()) == PLACES


@pytest.mark.parametrize("name", ["form", "covering", "reports", "settings-0", "help"])
def test_a_window_opens_whole_on_the_monitor_of_the_pointer(
    name: str, hand: Hand, look: Look, qtbot: QtBot
) -> None:
    for spot, monitor in (((-500, 300), LEFT), ((600, 400), MAIN)):
        hand.move(*spot)
        until(lambda spot=spot: QCursor.pos().toTuple() == spot, "the pointer")  # type: ignore[misc]  # a lambda with a default
        with opened(name) as window:
            qtbot.waitExposed(window)
            handle = int(window.winId())
            seen = next(each for each in look.windows() if each.handle == handle)
            assert monitor.contains(QRect(seen.left, seen.top, seen.width, seen.height)), seen


@pytest.mark.parametrize("scales", ["1;1.5", "1.5;1"])
def test_with_scales_of_their_own_a_window_still_opens_whole(scales: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", MIXED, scales],
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr.decode()
    ratios, seen = json.loads(done.stdout)
    assert ratios == [float(scale) for scale in scales.split(";")]
    for name, x, (left, top, right, bottom) in seen:
        monitor = LEFT if x < 0 else MAIN
        place = QRect(left, top, right - left, bottom - top)
        # Windows counts in borders that nobody sees, 7 pixels at three sides.
        assert monitor.adjusted(-7, 0, 7, 7).contains(place), (name, monitor, place)
