"""Pictures of Windows's own desktop."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.capture.screens import Screens, screens_for
from dzwonek.capture.windows_calls import WDA_EXCLUDEFROMCAPTURE, WDA_NONE
from dzwonek.capture.windows_session import what_hides_the_screen
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.picture import Screenshot
from tests.windows.rig_hand import Hand
from tests.windows.rig_windows import Look, Programs, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

from dzwonek.capture.portable import CopyGrab  # noqa: E402
from dzwonek.capture.windows_own import WithoutOwnWindows  # noqa: E402
from dzwonek.capture.windows_system import SystemSession, SystemWindows  # noqa: E402

STAGE = str(Path(__file__).with_name("stage_window.py"))
CAPTURES = 500
OBJECTS_AT_ONCE = 32
GDI_OBJECTS, USER_OBJECTS = 0, 1  # of GetGuiResources
ENTRY = 0xFFFF  # the part of a GDI handle that is its place in the table
EVERYTHING = 0x10000000  # GENERIC_ALL
# Prints whether the process sees physical pixels by each monitor, and by the second version of it.
SEES = """
import ctypes, json
user32 = ctypes.WinDLL("user32")
user32.GetThreadDpiAwarenessContext.restype = ctypes.c_void_p
user32.GetAwarenessFromDpiAwarenessContext.argtypes = [ctypes.c_void_p]
user32.AreDpiAwarenessContextsEqual.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
user32.IsValidDpiAwarenessContext.argtypes = [ctypes.c_void_p]
second = ctypes.c_void_p(-4)
context = user32.GetThreadDpiAwarenessContext()
print(json.dumps({
    "awareness": user32.GetAwarenessFromDpiAwarenessContext(context),
    "knows_second": bool(user32.IsValidDpiAwarenessContext(second)),
    "is_second": bool(user32.AreDpiAwarenessContextsEqual(context, second)),
}))
"""
CAPTURE = """
from dzwonek.capture.screens import screens_for
from dzwonek.domain.clock import SystemClock
screens = screens_for({}, "win32", SystemClock())
assert screens.capture().shots
screens.close()
"""
TOOLKIT = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
"""


@pytest.fixture
def screens() -> Iterator[Screens]:
    """Give what the program captures with."""
    made = screens_for({}, "win32", SystemClock())
    yield made
    made.close()


def pixel(shot: Screenshot, x: int, y: int) -> tuple[int, int, int]:
    """Give red, green and blue at a place of the desktop."""
    start = (y - shot.top) * shot.stride + (x - shot.left) * 4
    blue, green, red = bytes(shot.pixels[start : start + 3])
    return red, green, blue


def test_the_picture_is_what_the_desktop_shows(
    screens: Screens, hand: Hand, look: Look, programs: Programs
) -> None:
    programs.start(sys.executable, STAGE, "100", "80", "320", "200", "#336699")
    look.wait_titled("Stage #336699")
    until(lambda: hand.picture().pixel(260, 180) == (0x33, 0x66, 0x99), "the stage")
    hand.move(700, 700)
    (shot,) = screens.capture().shots
    seen = hand.picture()
    assert (shot.left, shot.top) == (0, 0)
    assert (shot.width, shot.height) == (seen.width, seen.height)
    for place in ((100, 80), (419, 279), (99, 80), (100, 79), (420, 279), (600, 500)):
        assert pixel(shot, *place) == seen.pixel(*place), place
    assert pixel(shot, 100, 80) == (0x33, 0x66, 0x99) != pixel(shot, 99, 79)


@pytest.mark.parametrize("first", [TOOLKIT + CAPTURE, CAPTURE + TOOLKIT], ids=["qt", "capture"])
def test_whoever_comes_first_the_process_sees_each_monitors_own_pixels(first: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", first + SEES],
        env={**os.environ, "QT_FORCE_STDERR_LOGGING": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"SetProcessDpiAwarenessContext() failed" not in done.stderr  # Qt cannot have its way
    seen = json.loads(done.stdout)
    assert seen["awareness"] == 2  # DPI_AWARENESS_PER_MONITOR_AWARE
    assert seen["is_second"] == seen["knows_second"]  # wine 8 knows the first version alone


def test_many_captures_leave_nothing_behind_in_windows(screens: Screens) -> None:
    screens.capture()
    before = system_objects()
    for _ in range(CAPTURES):
        assert screens.capture().shots
    assert system_objects() <= before


def system_objects() -> int:
    """Say how many objects of GDI and of USER this process holds, or something that grows with it.

    Where nobody counts (wine), new objects tell: each takes the next free place of the table.
    """
    user32, gdi32 = ctypes.WinDLL("user32"), ctypes.WinDLL("gdi32")
    user32.GetGuiResources.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    this_process = ctypes.c_void_p(-1)
    kinds = (GDI_OBJECTS, USER_OBJECTS)
    counted = sum(int(user32.GetGuiResources(this_process, kind)) for kind in kinds)
    if counted:
        return counted
    gdi32.CreateSolidBrush.restype = ctypes.c_void_p
    gdi32.DeleteObject.argtypes = [ctypes.c_void_p]
    made = [int(gdi32.CreateSolidBrush(0)) for _ in range(OBJECTS_AT_ONCE)]
    for brush in made:
        gdi32.DeleteObject(brush)
    return max(brush & ENTRY for brush in made)


@pytest.fixture
def own_window(qtbot: QtBot) -> QWidget:
    """Show a green window of this process."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setPalette(QPalette(QColor("#00aa00")))
    window.setGeometry(300, 300, 200, 150)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def test_our_own_window_is_left_out_where_windows_can_do_that(
    own_window: QWidget, hand: Hand
) -> None:
    middle = own_window.geometry().center().toTuple()
    until(lambda: hand.picture().pixel(*middle) == (0, 0xAA, 0), "our window")
    own = SystemWindows()
    handle = int(own_window.winId())
    assert handle in own.visible()
    is_left_out = own.set_affinity(handle, WDA_EXCLUDEFROMCAPTURE)
    own.set_affinity(handle, WDA_NONE)
    grab = WithoutOwnWindows(CopyGrab(), own)
    (taken,) = grab.take()
    grab.close()
    start = middle[1] * taken.monitor.stride + middle[0] * 4
    is_seen = bytes(taken.pixels[start : start + 3]) == bytes((0, 0xAA, 0))
    assert is_seen is not is_left_out  # wine refuses, and the picture is taken all the same


def test_a_hidden_window_of_ours_is_not_asked_about(own_window: QWidget) -> None:
    own_window.hide()
    assert int(own_window.winId()) not in SystemWindows().visible()


def test_nothing_hides_the_screen_of_a_desktop_in_use() -> None:
    session = SystemSession()
    assert session.is_own_desktop_shown() is True
    assert not session.is_locked()
    assert not session.is_disconnected()
    if not session.is_remote():
        assert what_hides_the_screen(session) is None


def test_a_desktop_that_is_not_shown_is_told_from_the_one_that_is(
    on_another_desktop: Callable[[Callable[[], bool | None]], bool | None],
) -> None:
    assert on_another_desktop(lambda: SystemSession().is_own_desktop_shown()) is False


@pytest.fixture
def on_another_desktop() -> Iterator[Callable[[Callable[[], bool | None]], bool | None]]:
    """Give a way to ask from a desktop beside the one that has the keyboard, as before UAC's."""
    user32 = ctypes.WinDLL("user32", use_last_error=True)
    user32.CreateDesktopW.restype = ctypes.c_void_p
    user32.SetThreadDesktop.argtypes = user32.CloseDesktop.argtypes = [ctypes.c_void_p]
    other = user32.CreateDesktopW("dzwonek-test", None, None, 0, EVERYTHING, None)
    assert other, ctypes.get_last_error()
    answers: list[bool | None] = []

    def ask(question: Callable[[], bool | None]) -> bool | None:
        def there() -> None:
            assert user32.SetThreadDesktop(other)
            answers.append(question())

        thread = Thread(target=there)
        thread.start()
        thread.join()
        return answers[0]

    yield ask
    user32.CloseDesktop(other)
