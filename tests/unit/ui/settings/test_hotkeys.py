"""Hotkeys are chosen by being pressed, hold at once for trying, and light up when they arrive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.config.settings import HotkeySettings
from dzwonek.desktop.keys import KEYS
from dzwonek.domain.events import Slot
from dzwonek.ui.settings.hotkeys_page import HotkeysPage, changed
from dzwonek.ui.settings.key_field import KeyEdit
from dzwonek.ui.settings.key_names import NAMED
from dzwonek.ui.settings_window import SettingsWindow
from tests.fakes import settings_scenes as scenes

Key = Qt.Key
Held = Qt.KeyboardModifier
CTRL_SHIFT = Held.ControlModifier | Held.ShiftModifier


@pytest.fixture
def page(window: SettingsWindow) -> HotkeysPage:
    """Give the page of the hotkeys, before the eyes."""
    window.show_page(window.hotkeys)
    return window.hotkeys


def edit(page: HotkeysPage, slot: Slot = Slot.REPORT, place: int = 0) -> KeyEdit:
    found = page.parts[slot].places[place].keys
    found.setFocus()
    return found


@pytest.mark.parametrize(
    ("key", "held", "spelled"),
    [
        (Key.Key_F7, CTRL_SHIFT, "Ctrl+Shift+F7"),
        (Key.Key_ScrollLock, Held.NoModifier, "ScrollLock"),
        (Key.Key_K, Held.ControlModifier | Held.ShiftModifier, "Ctrl+Shift+K"),
        (Key.Key_Up, Held.AltModifier, "Alt+Up"),
    ],
)
def test_a_pressed_key_is_taken_and_bound_for_trying(
    page: HotkeysPage,
    window: SettingsWindow,
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    spelled: str,
) -> None:
    with qtbot.waitSignal(window.hotkeys_wanted) as wish:
        qtbot.keyClick(edit(page), key, held)
    assert wish.args == [HotkeySettings(report=(spelled, "Ctrl+Shift+F9"))]
    assert edit(page).keys() == spelled
    assert window.is_changed()


def test_held_modifiers_alone_wait_for_a_key(
    page: HotkeysPage, window: SettingsWindow, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(window.hotkeys_wanted):
        qtbot.keyClick(edit(page), Key.Key_Control, Held.ControlModifier)
    assert edit(page).keys() == "Pause"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_A, Held.NoModifier),
        (Key.Key_C, Held.ControlModifier),
        (Key.Key_F4, Held.AltModifier),
        (Key.Key_Return, Held.NoModifier),
        (Key.Key_E, Held.ControlModifier | Held.AltModifier),
    ],
)
def test_a_key_that_belongs_to_others_is_refused_in_words(
    page: HotkeysPage, window: SettingsWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    with qtbot.assertNotEmitted(window.hotkeys_wanted):
        qtbot.keyClick(edit(page), key, held)
    assert "zastrzeżony" in page.parts[Slot.REPORT].places[0].note.text()
    assert window.isVisible()


def test_a_key_without_a_name_is_refused_in_words(page: HotkeysPage, qtbot: QtBot) -> None:
    qtbot.keyClick(edit(page), Key.Key_VolumeUp)
    assert "nie jest skrótem" in page.parts[Slot.REPORT].places[0].note.text()


def test_a_key_used_twice_is_refused(
    page: HotkeysPage, window: SettingsWindow, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(window.hotkeys_wanted):
        qtbot.keyClick(edit(page), Key.Key_F8, CTRL_SHIFT)
    assert "już tutaj użyty" in page.parts[Slot.REPORT].places[0].note.text()


def test_backspace_takes_the_second_key_out_and_leaves_the_first(
    page: HotkeysPage, window: SettingsWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.hotkeys_wanted) as wish:
        qtbot.keyClick(edit(page, place=1), Key.Key_Backspace)
    assert wish.args == [HotkeySettings(report=("Pause",))]
    with qtbot.assertNotEmitted(window.hotkeys_wanted):
        qtbot.keyClick(edit(page, place=0), Key.Key_Backspace)


def test_a_third_candidate_of_the_file_stays() -> None:
    assert changed(("Pause", "F9", "F7"), 1, "F6") == ("Pause", "F6", "F7")
    assert changed(("Pause", "F9", "F7"), 1, "") == ("Pause", "F7")
    assert changed(("Pause",), 1, "F6") == ("Pause", "F6")


def test_tab_and_esc_keep_their_meaning(
    page: HotkeysPage, window: SettingsWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(edit(page), Key.Key_Tab)
    assert page.parts[Slot.REPORT].places[1].keys.hasFocus()
    qtbot.keyClick(page.parts[Slot.REPORT].places[1].keys, Key.Key_Escape)
    assert not window.isVisible()


def test_the_field_says_that_it_listens_only_while_it_has_the_keyboard(page: HotkeysPage) -> None:
    edit(page)
    note = page.parts[Slot.REPORT].places[0].note
    assert note.text() == "Naciśnij nowy skrót."
    edit(page, Slot.FLAG)
    assert note.text() == ""


def test_text_cannot_be_pasted_into_it(page: HotkeysPage) -> None:
    field = edit(page)
    QApplication.clipboard().setText("tekst")
    field.paste()  # as the middle mouse button does
    assert field.text() == field.keys() == "Pause"
    QApplication.clipboard().clear()


def test_keys_of_the_windows_own_shortcuts_are_the_fields_while_it_listens(
    page: HotkeysPage, window: SettingsWindow, qtbot: QtBot
) -> None:
    field = edit(page)
    with qtbot.assertNotEmitted(window.save_wanted), qtbot.waitSignal(window.hotkeys_wanted):
        qtbot.keyClick(field, Key.Key_Return, Held.ControlModifier)


def test_the_key_that_holds_is_named_with_the_reason(window: SettingsWindow) -> None:
    window.tell_bindings(scenes.SECOND_CHOICE)
    line = window.hotkeys.parts[Slot.REPORT].trial
    assert line.words.text() == "Naciśnij Ctrl+Shift+F9, aby sprawdzić."
    assert line.why.text() == "Skrót Pause jest zajęty przez inny program."


def test_a_desktop_without_hotkeys_says_what_to_do(window: SettingsWindow) -> None:
    window.tell_bindings(scenes.NO_KEYS)
    for slot, command in ((Slot.REPORT, "dzwonek --report"), (Slot.FLAG, "dzwonek --flag")):
        line = window.hotkeys.parts[slot].trial
        assert line.words.text() == "Żaden skrót teraz nie działa."
        assert f"„{command}”" in line.why.text()


def test_the_real_key_lights_its_line_up_and_no_other(
    page: HotkeysPage, window: SettingsWindow
) -> None:
    window.tell_hotkey_pressed(Slot.FLAG)
    line = page.parts[Slot.FLAG].trial
    assert line.words.text() == "✓ Działa! Naciśnięto Shift+Pause."
    assert line.property("ground") == "notice"
    assert not page.parts[Slot.REPORT].trial.is_lit


@pytest.mark.parametrize("slot", Slot)
def test_the_real_key_turns_to_the_page_on_which_it_lights_up(
    window: SettingsWindow, slot: Slot
) -> None:
    window.resize(window.width(), 260)
    window.show_page(window.person)
    QApplication.processEvents()
    window.tell_hotkey_pressed(slot)
    QApplication.processEvents()
    line = window.hotkeys.parts[slot].trial
    assert line.visibleRegion().boundingRect() == line.rect()


def test_the_light_goes_out(page: HotkeysPage, window: SettingsWindow) -> None:
    window.tell_hotkey_pressed(Slot.FLAG)
    line = page.parts[Slot.FLAG].trial
    line.dim()
    assert line.words.text() == "Naciśnij Shift+Pause, aby sprawdzić."


def test_giving_up_binds_the_saved_keys_again(
    page: HotkeysPage, window: SettingsWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(edit(page), Key.Key_F7, CTRL_SHIFT)
    window.reject()
    with qtbot.waitSignal(window.hotkeys_wanted) as wish:
        window.reject()
    assert wish.args == [scenes.FILLED.hotkeys]


def test_every_named_key_is_one_that_the_hotkeys_know() -> None:
    assert set(NAMED.values()) <= KEYS
