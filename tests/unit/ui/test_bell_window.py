"""Where a desktop has no tray, a small window offers the same entries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import dzwonek.resources_rc  # noqa: F401  # the bell's picture
from dzwonek.ui.bell_window import BellWindow
from dzwonek.ui.tray import TrayMenu
from tests.fakes import window_walk as walk


@pytest.fixture
def menu(qapp: QApplication) -> Iterator[TrayMenu]:
    """Give the tray's menu."""
    made = TrayMenu("22 153 0461")
    yield made
    shiboken6.delete(made)


@pytest.fixture
def window(menu: TrayMenu) -> Iterator[BellWindow]:
    """Give the window, open."""
    made = BellWindow(menu)
    made.show()
    yield made
    shiboken6.delete(made)


def test_it_offers_the_menus_entries_in_their_order(window: BellWindow, menu: TrayMenu) -> None:
    entries = [action.text() for action in menu.actions() if action.text()]
    assert [one.text() for one in window.buttons] == entries
    assert len(entries) == 7


@pytest.mark.parametrize(
    ("number", "wish"),
    list(
        enumerate(
            [
                "report_wanted",
                "flag_wanted",
                "list_wanted",
                "help_wanted",
                "emergency_copy_wanted",
                "settings_wanted",
                "quit_wanted",
            ]
        )
    ),
)
def test_each_button_does_what_its_entry_does(
    window: BellWindow, menu: TrayMenu, qtbot: QtBot, number: int, wish: str
) -> None:
    with qtbot.waitSignal(getattr(menu, wish)):
        window.buttons[number].click()


def test_hotkeys_beside_the_entries_are_not_part_of_the_buttons(
    window: BellWindow, menu: TrayMenu
) -> None:
    menu.show_keys("Pause", "Shift+Pause")
    assert window.buttons[0].text() == "Zgłoś problem"


def test_its_close_box_makes_it_small_and_keeps_it_reachable(window: BellWindow) -> None:
    window.close()
    assert window.isMinimized()
    assert window.isVisible()


def test_a_change_of_language_speaks_at_once(window: BellWindow) -> None:
    window.buttons[0].setText("?")
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.buttons[0].text() == "Zgłoś problem"


def test_everybody_can_use_it(window: BellWindow) -> None:
    QApplication.sendPostedEvents()
    assert walk.nameless(window) == []
    assert walk.small(window) == []
    assert walk.cut(window) == []
    assert walk.outside(window) == []
    assert walk.markup(window) == []
    assert walk.unreachable(window) == []
