"""The computer that the tests of Windows run on is what they take it for."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.windows.rig_hand import Hand
from tests.windows.rig_hand_native import NativeHand
from tests.windows.rig_windows import Look, Programs, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

NOTEPAD = "Untitled - Notepad"


def test_it_is_a_64_bit_windows_10_or_later() -> None:
    assert sys.getwindowsversion()[:2] >= (10, 0)
    assert ctypes.sizeof(ctypes.c_void_p) == 8


def test_an_open_file_cannot_be_removed(tmp_path: Path) -> None:
    file = tmp_path / "open.txt"
    with file.open("w"), pytest.raises(PermissionError):
        file.unlink()


def test_windows_are_drawn_by_the_real_plugin_on_a_desktop_with_a_tray(qtbot: QtBot) -> None:
    assert isinstance(QApplication.instance(), QApplication)
    assert QGuiApplication.platformName() == "windows"
    assert QSystemTrayIcon.isSystemTrayAvailable()


def test_a_typed_text_reaches_the_program_in_front_and_is_seen(
    hand: Hand, look: Look, programs: Programs
) -> None:
    programs.start("notepad")
    notepad = look.wait_in_front(NOTEPAD)
    before = hand.picture().part(notepad.left, notepad.top, notepad.width, notepad.height)
    hand.type("Zażółć gęślą jaźń")
    until(lambda: text_of(notepad.handle) == "Zażółć gęślą jaźń", "the typed text")
    after = hand.picture().part(notepad.left, notepad.top, notepad.width, notepad.height)
    assert before.pixels != after.pixels


def test_the_hand_of_a_real_windows_types_as_well(look: Look, programs: Programs) -> None:
    programs.start("notepad")
    notepad = look.wait_in_front(NOTEPAD)
    NativeHand().type("Zażółć gęślą jaźń")
    until(lambda: text_of(notepad.handle) == "Zażółć gęślą jaźń", "the typed text")


def test_the_hand_of_a_real_windows_presses_clicks_and_sees_as_well(
    look: Look, programs: Programs
) -> None:
    hand = NativeHand()
    programs.start("notepad")
    notepad = look.wait_in_front(NOTEPAD)
    hand.click(*notepad.middle)
    hand.press("Shift+a b Return")
    until(lambda: text_of(notepad.handle) == "Ab\r\n", "what was pressed")
    assert hand.picture().pixel(*notepad.middle) == (255, 255, 255)


def test_a_pixel_of_the_picture_is_where_windows_says(
    hand: Hand, look: Look, programs: Programs
) -> None:
    programs.start("notepad")
    x, y = look.wait_in_front(NOTEPAD).middle
    until(lambda: hand.picture().pixel(x, y) == (255, 255, 255), "white paper")


def test_a_closed_program_leaves_the_desktop(hand: Hand, look: Look, programs: Programs) -> None:
    notepad = programs.start("notepad")
    look.wait_in_front(NOTEPAD)
    hand.press("Alt+F4")
    until(lambda: notepad.poll() is not None, "the end of Notepad")
    assert look.titled(NOTEPAD) is None


@pytest.mark.scaled
def test_at_150_percent_qt_counts_in_larger_pixels_and_windows_in_its_own(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    assert screen.devicePixelRatio() == 1.5
    assert screen.geometry().width() * 3 // 2 in range(1279, 1281)


@pytest.mark.two_monitors
def test_the_second_monitor_lies_at_negative_x(qtbot: QtBot) -> None:
    assert sorted(screen.geometry().left() for screen in QGuiApplication.screens()) == [-1024, 0]


@pytest.mark.two_monitors
def test_the_hand_reaches_and_sees_the_second_monitor(hand: Hand) -> None:
    picture = hand.picture()
    assert (picture.left, picture.width) == (-1024, 2304)
    hand.move(-500, 100)
    place = (ctypes.c_long * 2)()
    user32 = ctypes.WinDLL("user32")

    def is_there() -> bool:
        user32.GetCursorPos(ctypes.byref(place))
        return tuple(place) == (-500, 100)

    until(is_there, "the pointer on the second monitor")


def text_of(handle: int) -> str:
    """Give what stands in the edit field of a Notepad window."""
    user32 = ctypes.WinDLL("user32")
    user32.FindWindowExW.restype = ctypes.c_void_p
    edit = user32.FindWindowExW(ctypes.c_void_p(handle), None, "Edit", None)
    text = ctypes.create_unicode_buffer(1000)
    get_text = 0x000D  # WM_GETTEXT
    user32.SendMessageW(ctypes.c_void_p(edit), get_text, 1000, text)
    return text.value
