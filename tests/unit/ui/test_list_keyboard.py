"""The keyboard in *Moje zgłoszenia* as it opens: the lines come a moment after the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.report_acts import Wish
from tests.fakes import list_scenes as scenes
from tests.fakes.form_scenes import StillClock


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MyReports]:
    made = MyReports(StillClock(scenes.NOW), scenes.ZONE)
    made.show()
    with qtbot.waitActive(made):
        pass
    yield made
    shiboken6.delete(made)


def test_the_first_lines_that_come_take_the_keyboard(window: MyReports, qtbot: QtBot) -> None:
    draft = scenes.draft()
    window.show_all((draft,), ())

    assert QApplication.focusWidget() is window.list
    with qtbot.waitSignal(window.continue_wanted) as wanted:
        qtbot.keyClick(window.list, Qt.Key.Key_Return)
    assert wanted.args == [draft]


def test_lines_that_come_later_leave_the_keyboard_where_it_is(window: MyReports) -> None:
    window.show_all((scenes.draft(),), ())
    window.acts.buttons[Wish.DISCARD].setFocus()

    window.show_all((scenes.draft(), scenes.draft(2)), ())

    assert QApplication.focusWidget() is window.acts.buttons[Wish.DISCARD]
