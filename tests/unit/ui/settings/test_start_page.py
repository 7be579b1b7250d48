"""The switch for starting with the computer, where somebody else decides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dzwonek.domain.ports import AutostartNote
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.settings.locked import locked_words
from dzwonek.ui.settings.program_page import StartPage

FOR_ALL = AutostartNote(Problem(Code.AUTOSTART_FOR_ALL), is_fixed=True)
SWITCHED_OFF = AutostartNote(Problem(Code.AUTOSTART_SWITCHED_OFF), is_fixed=False)
USUAL = "Dzwonek czeka wtedy w zasobniku od początku pracy."


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.say()
    page.show()
    return page


def test_what_the_administrator_switched_on_is_locked_with_the_reason(
    page: StartPage, qtbot: QtBot
) -> None:
    page.show_autostart(is_on=True)
    page.show_note(FOR_ALL)
    assert page.autostart.box.isChecked()
    assert page.autostart.note.text() == "Włączone dla wszystkich przez administratora."
    assert page.autostart.box.accessibleDescription() == page.autostart.note.text()
    with qtbot.assertNotEmitted(page.autostart_wanted):
        qtbot.mouseClick(page.autostart.box, Qt.MouseButton.LeftButton)
    assert page.autostart.box.isChecked()


def test_what_a_policy_fixed_is_told_in_the_words_of_every_other_locked_field(
    page: StartPage,
) -> None:
    page.show_note(
        AutostartNote(Problem(Code.SETTINGS_LOCKED, {"key": "Autostart"}), is_fixed=True)
    )
    usual = locked_words("ui.language").replace("UiLanguage", "Autostart")
    assert page.autostart.note.text() == usual
    assert not page.autostart.box.isEnabled()


def test_what_the_user_switched_off_elsewhere_says_where(page: StartPage) -> None:
    page.show_autostart(is_on=False)
    page.show_note(SWITCHED_OFF)
    assert page.autostart.box.isEnabled()
    assert "Menedżerze zadań" in page.autostart.note.text()
    assert "Ctrl+Shift+Esc" in page.autostart.note.text()


def test_a_reason_that_is_gone_frees_the_switch(page: StartPage) -> None:
    page.show_note(FOR_ALL)
    page.show_note(None)
    assert page.autostart.box.isEnabled()
    assert page.autostart.note.text() == USUAL


def test_a_lock_of_the_policy_stays(page: StartPage) -> None:
    page.lock(frozenset({page.autostart.path}))
    page.show_note(None)
    assert not page.autostart.box.isEnabled()
