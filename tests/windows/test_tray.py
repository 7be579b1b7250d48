"""The bell in Windows's taskbar: painted, clicked, its menu, and what it says."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QRect

from dzwonek.desktop.single_instance import claim
from tests.windows.rig_fixtures import (  # noqa: F401 - fixtures by their import
    bell_fixture,
    dzwonek_fixture,
    office_fixture,
)
from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import FORM, holding, is_typed_into
from tests.windows.rig_program import PATIENCE, Dzwonek, close, close_by_mouse
from tests.windows.rig_scene import FORMAT, differing, image, keep
from tests.windows.rig_tray import Bell, expected_menu
from tests.windows.rig_windows import Look, Window, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

from dzwonek.config.places import places  # noqa: E402

VK_PAUSE = 0x13
HELP = "Pomoc i kontakt"
OWN_KEYS = {"report": "Pause", "flag": "Shift+Pause"}
SPARE_KEYS = {"report": "Ctrl+Shift+F9", "flag": "Shift+Pause"}


def shows(hand: Hand, menu: Window, keys: dict[str, str]) -> bool:
    """Say whether the open menu is drawn just as these entries and keys have to be."""
    expected, _ = expected_menu(keys)
    place = QRect(menu.left, menu.top, menu.width, menu.height)
    if expected.size() != place.size():
        return False
    seen = image(hand.picture()).copy(place).convertToFormat(FORMAT)
    return differing(seen, expected).isEmpty()


def test_the_bell_is_painted_opens_the_form_and_offers_its_menu(
    dzwonek: Dzwonek, bell: Bell, hand: Hand, look: Look
) -> None:
    assert not bell.is_painted()
    running = dzwonek.start_ready()
    until(bell.is_painted, "a bell that is really painted", PATIENCE)
    assert bell.hint("Dzwonek") == "Dzwonek\nZgłoś problem: Pause"

    menu = bell.menu()
    until(lambda: shows(hand, menu, OWN_KEYS), "the menu as it has to look", PATIENCE)
    keep(hand, "2-menu")
    _, entries = expected_menu(OWN_KEYS)
    hand.click(menu.left + entries["help"].x(), menu.top + entries["help"].y())
    opened = look.wait_in_front(HELP, PATIENCE)
    until(lambda: is_typed_into(opened.handle), "the keys going to the help", PATIENCE)
    keep(hand, "3-help")
    close_by_mouse(hand, look, HELP)

    bell.click()
    look.wait_in_front(FORM, PATIENCE)
    keep(hand, "4-form")
    close_by_mouse(hand, look, FORM)

    bell.choose_last()
    assert running.wait(PATIENCE) == 0
    until(lambda: not bell.is_painted(), "the end of the bell", PATIENCE)
    nobody = claim(places(os.environ).runtime)
    assert nobody is not None
    nobody.close()


def test_a_key_that_another_program_holds_is_named_and_comes_back(
    dzwonek: Dzwonek, bell: Bell, hand: Hand, look: Look
) -> None:
    with holding(VK_PAUSE):
        dzwonek.start_ready()
        assert dzwonek.held() == ["Ctrl+Shift+F9, Shift+Pause"]
        assert "Ctrl+Shift+F9" in bell.told("Zamiast niego działa")
        keep(hand, "1-told")
        assert bell.hint("Zgłoś problem") == "Dzwonek\nZgłoś problem: Ctrl+Shift+F9"
        menu = bell.menu()
        until(lambda: shows(hand, menu, SPARE_KEYS), "the spare key in the menu", PATIENCE)
        keep(hand, "2-spare-key")
        bell.close_menu()
        hand.press("Ctrl+Shift+F9")
        look.wait_in_front(FORM, PATIENCE)
        close(hand, look, FORM)
    menu = bell.menu()
    until(lambda: shows(hand, menu, OWN_KEYS), "the first key in the menu", PATIENCE)
    keep(hand, "3-first-key")
    bell.close_menu()
    assert dzwonek.held()[-1] == "Pause, Shift+Pause"
    hand.press("Pause")
    look.wait_in_front(FORM, PATIENCE)
