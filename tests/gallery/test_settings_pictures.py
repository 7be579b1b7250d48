"""Pictures of the settings and of the first window, to be looked at by people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from dzwonek.config.settings import Settings
from dzwonek.domain.events import Slot
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.settings_window import SettingsWindow
from tests.fakes import settings_scenes as scenes
from tests.gallery.conftest import Gallery

SHEETS = ("daktela", "person", "mail", "hotkeys", "program", "privacy")


@pytest.fixture
def kept(gallery: Gallery) -> Iterator[list[QWidget]]:
    """Hold a test's windows, and end them with it: a change of palette restyles all there are."""
    windows: list[QWidget] = []
    yield windows
    for window in windows:
        window.hide()
        shiboken6.delete(window)


@pytest.fixture
def window(gallery: Gallery, kept: list[QWidget]) -> SettingsWindow:
    """Open the settings in the gallery's look."""
    made = SettingsWindow()
    kept.append(made)
    made.load(scenes.FILLED, frozenset(), scenes.SECOND_CHOICE, True, None)
    made.show()
    return made


def hung(window: SettingsWindow | FirstRun, name: str, gallery: Gallery) -> None:
    QApplication.sendPostedEvents()
    gallery.hang(name, window)


@pytest.mark.parametrize("number", range(len(SHEETS)))
def test_each_sheet(window: SettingsWindow, gallery: Gallery, number: int) -> None:
    window.navigation.choose(number)
    hung(window, f"settings-{SHEETS[number]}", gallery)


def test_daktela_found_and_signed_in(window: SettingsWindow, gallery: Gallery) -> None:
    window.tell_system(f"https://{scenes.HOST}")
    agent = Agent("Tobiasz Świeczka")
    window.tell_signed_in(Identity(agent, IdentitySource.DAKTELA, datetime.now(UTC)))
    hung(window, "settings-daktela-signed-in", gallery)


def test_an_address_outside_daktela(window: SettingsWindow, gallery: Gallery) -> None:
    window.system.address.edit.setText("daktela.firma.example")
    window.save()
    hung(window, "settings-daktela-foreign", gallery)


def test_mail_being_tried(window: SettingsWindow, gallery: Gallery) -> None:
    window.show_page(window.mail)
    window.mail.trial.button.click()
    hung(window, "settings-mail-trying", gallery)


def test_mail_refused_and_a_faulty_port(window: SettingsWindow, gallery: Gallery) -> None:
    window.show_page(window.mail)
    window.tell_mail(Problem(Code.MAIL_LOGIN_REFUSED))
    window.mail.port.edit.setText("70000")
    window.save()
    hung(window, "settings-mail-faults", gallery)


def test_what_the_administrator_has_fixed(window: SettingsWindow, gallery: Gallery) -> None:
    locked = frozenset({"delivery.mail.host", "delivery.mail.port", "delivery.mail.security"})
    window.load(scenes.FILLED, locked, scenes.BINDINGS, False, None)
    window.show_page(window.mail)
    hung(window, "settings-mail-locked", gallery)


def test_a_hotkey_that_arrived(window: SettingsWindow, gallery: Gallery) -> None:
    window.show_page(window.hotkeys)
    window.tell_hotkey_pressed(Slot.REPORT)
    hung(window, "settings-hotkeys-lit", gallery)


def test_hotkeys_that_this_desktop_does_not_have(window: SettingsWindow, gallery: Gallery) -> None:
    window.show_page(window.hotkeys)
    window.tell_bindings(scenes.NO_KEYS)
    hung(window, "settings-hotkeys-none", gallery)


def test_closing_with_unsaved_changes(window: SettingsWindow, gallery: Gallery) -> None:
    window.show_page(window.privacy)
    window.load(scenes.FILLED, frozenset(), scenes.BINDINGS, False, Problem(Code.QUEUE_KEY_IN_FILE))
    window.privacy.screenshots.box.click()
    window.close()
    hung(window, "settings-unsaved", gallery)


def test_the_first_start(gallery: Gallery, kept: list[QWidget]) -> None:
    first = FirstRun()
    kept.append(first)
    first.load(Settings(), frozenset(), scenes.BINDINGS, False, None)
    first.show()
    hung(first, "first-run", gallery)
    first.resize(first.width(), 1160)
    hung(first, "first-run-whole", gallery)


def test_the_first_start_with_a_mail_server_of_the_administrator(
    gallery: Gallery, kept: list[QWidget]
) -> None:
    first = FirstRun()
    kept.append(first)
    first.load(scenes.FILLED, frozenset({"delivery.mail.host"}), scenes.BINDINGS, True, None)
    first.show()
    hung(first, "first-run-managed", gallery)


def test_the_settings_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, kept: list[QWidget]
) -> None:
    large_font()
    window = SettingsWindow()
    kept.append(window)
    window.load(scenes.FILLED, frozenset(), scenes.SECOND_CHOICE, True, None)
    window.show()
    window.show_page(window.mail)
    window.resize(1520, 1240)
    hung(window, "settings-large-font", gallery)
