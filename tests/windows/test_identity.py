"""By what name Windows knows the program, and the notices that it shows by its icon in the tray."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import dzwonek.resources_rc  # noqa: F401 - registers the icons
from dzwonek.desktop.identity_windows import APP_USER_MODEL_ID
from dzwonek.ui.tray import Tray, TrayMenu
from tests.fakes.wine import IS_WINE
from tests.windows.rig_hand import Hand, Picture
from tests.windows.rig_windows import Look, Window, until

assert sys.platform == "win32"

SHOTS = os.environ.get("DZWONEK_SHOTS", "")
QT_TRAY_MESSAGE = 0x8000 + 101  # WM_APP + 101, of qwindowssystemtrayicon.cpp
NIN_BALLOONUSERCLICK = 0x405
BALLOON = "tooltips_class32"  # of wine's tray; on Windows a toast of the system shows it
ASKED = """
import ctypes
from dzwonek.desktop.identity_windows import take_identity
assert take_identity()
name = ctypes.c_wchar_p()
ask = ctypes.WinDLL("shell32").GetCurrentProcessExplicitAppUserModelID
print(name.value if ask(ctypes.byref(name)) == 0 else "cannot be asked")
"""


only_in_wine = pytest.mark.skipif(
    not IS_WINE, reason="where Windows shows icon and notices is its own affair"
)


@pytest.fixture
def tray(qapp: QApplication) -> Iterator[Tray]:
    tray = Tray()
    tray.offer(TrayMenu("22 153 0461"))
    yield tray
    tray.close()


def test_the_process_bears_the_name_that_the_shortcut_bears() -> None:
    told = subprocess.run(
        (sys.executable, "-c", ASKED), stdout=subprocess.PIPE, text=True, check=True
    )
    assert told.stdout.strip() == ("cannot be asked" if IS_WINE else APP_USER_MODEL_ID)
    assert len(APP_USER_MODEL_ID) <= 128
    assert " " not in APP_USER_MODEL_ID


@only_in_wine
def test_a_notice_is_shown_by_the_tray(
    tray: Tray, hand: Hand, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    assert tray.is_available()
    tray.balloon("Zapisano na tym komputerze", "DZW-4K7QZM")

    def balloon() -> Window | None:
        QApplication.processEvents()
        seen = (each for each in look.windows() if each.kind == BALLOON and each.width > 60)
        return next(seen, None)

    shown = until(balloon, "the notice")
    picture = hand.picture()
    picture.save(Path(SHOTS or tmp_path) / "windows-notice.png")
    around = picture.part(shown.left, shown.top, shown.width, shown.height)
    assert len(colours(around)) > 2  # paper, ink, desktop


def test_a_click_on_a_notice_is_told(tray: Tray, qtbot: QtBot) -> None:
    tray.balloon("Zapisano na tym komputerze", "DZW-4K7QZM")
    user32 = ctypes.WinDLL("user32")
    listener = user32.FindWindowW(None, "QTrayIconMessageWindow")
    with qtbot.waitSignal(tray.message_clicked):  # wine's own balloons let a click fall through
        user32.SendMessageW(ctypes.c_void_p(listener), QT_TRAY_MESSAGE, 0, NIN_BALLOONUSERCLICK)


@only_in_wine
def test_a_click_on_the_bell_is_told(tray: Tray, hand: Hand, qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen().size()
    x, y = screen.width() - 10, screen.height() - 10

    def is_drawn() -> bool:
        QApplication.processEvents()
        return len(colours(hand.picture().part(x - 10, y - 10, 20, 20))) > 1

    until(is_drawn, "the bell in the corner")
    with qtbot.waitSignal(tray.clicked):
        hand.click(x, y)


def colours(picture: Picture) -> set[tuple[int, ...]]:
    return set(zip(*[iter(picture.pixels)] * 3, strict=True))
