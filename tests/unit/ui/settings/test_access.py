"""Everybody can use the settings: names, keys, sizes, whole words, and no foreign markup."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dzwonek.config.settings import AgentSettings, Mail, Settings, System
from dzwonek.domain.events import Slot
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.look import colours_from, contrast
from dzwonek.ui.settings_window import SettingsBase, SettingsWindow
from tests.fakes import settings_scenes as scenes
from tests.fakes import window_walk as walk
from tests.gallery.conftest import DARK, palette
from tests.unit.ui.settings.conftest import Build

EVERYTHING = frozenset({"system.url", "delivery.mail.host", "hotkeys.report", "ui.language"})


@pytest.fixture(params=[1, 2])
def font_times(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    """Put the desktop's font to its usual and to its doubled size."""
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(font)
    yield request.param
    qapp.setFont(before)


def everything(window: SettingsBase) -> None:
    """Let every part say something at once."""
    window.system.address.edit.setText("daktela.firma.example")
    window.system.check.button.click()
    window.tell_system(Problem(Code.DAKTELA_NOT_A_DAKTELA, {"host": "daktela.firma.example"}))
    window.sign_in.password.show_wrong("Bez tego nie można się zalogować.")
    window.tell_signed_in(Problem(Code.DAKTELA_WRONG_PASSWORD))
    window.mail.start_trial()
    window.tell_bindings(scenes.SECOND_CHOICE)
    window.tell_hotkey_pressed(Slot.FLAG)
    window.tell_autostart(Problem(Code.AUTOSTART_FAILED))
    window.person.email.edit.setText("zły")
    window.mail.port.edit.setText("70000")
    window.save()
    window.close()  # the warning in the footer


def settled() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents()


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("locked", [frozenset(), EVERYTHING], ids=["free", "locked"])
def test_every_sheet_of_the_settings_can_be_used_by_everybody(
    font_times: int, built: Build, number: int, locked: frozenset[str]
) -> None:
    window = built(SettingsWindow)
    window.load(scenes.FILLED, locked, scenes.BINDINGS, True, Problem(Code.QUEUE_KEY_IN_FILE))
    window.show()
    everything(window)
    window.navigation.choose(number)
    window.resize(780 * font_times, 640 * font_times)
    settled()
    assert_usable(window)


def test_the_first_window_can_be_used_by_everybody(font_times: int, built: Build) -> None:
    window = built(FirstRun)
    window.load(scenes.FILLED, frozenset(), scenes.BINDINGS, False, None)
    window.show()
    everything(window)
    window.resize(620 * font_times, 1300 * font_times)
    settled()
    assert_usable(window)


def assert_usable(window: SettingsBase) -> None:
    assert walk.nameless(window) == []
    assert walk.twins(window) == []
    assert walk.small(window) == []
    assert walk.cut(window) == []
    assert walk.outside(window) == []
    assert walk.markup(window) == []
    enabled = {one.objectName() for one in walk.inputs(window) if one.isEnabled()}
    assert [name for name in walk.unreachable(window) if name in enabled] == []


def test_every_field_has_a_label_that_leads_to_it(window: SettingsWindow) -> None:
    led = {label.buddy() for label in window.findChildren(QLabel) if label.buddy()}
    fields = {
        field.editor
        for page in window.pages()
        for field in page.fields()
        if hasattr(field, "editor")
    }
    assert led == fields


def test_no_foreign_text_is_ever_taken_for_markup(built: Build) -> None:
    hostile = scenes.HOSTILE
    window = built(SettingsWindow)
    settings = Settings(system=System(url=hostile), agent=AgentSettings(hostile, hostile, hostile))
    window.load(settings, frozenset(), (), False, Problem(Code.QUEUE_KEY_UNREACHABLE))
    window.show()
    agent = Agent(hostile, hostile, hostile)
    window.tell_signed_in(Identity(agent, IdentitySource.DAKTELA, datetime.now(UTC)))
    window.tell_system(Problem(Code.DAKTELA_UNREACHABLE, {"host": hostile}))
    window.tell_mail(Problem(Code.MAIL_HOST_UNKNOWN, {"host": hostile}))
    window.tell_saved(Problem(Code.SETTINGS_NOT_SAVED, {"path": hostile}))
    window.system.foreign.ask(hostile)
    window.test.tell_sent(hostile)
    assert hostile in window.sign_in.enter.told.text()
    assert walk.markup(window) == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_good_news_stands_out_from_every_ground(name: str, qapp: QApplication) -> None:
    tones = colours_from(qapp.palette() if name == "light" else palette(DARK))
    for ground in (tones.surface, tones.window):
        assert contrast(tones.good, ground) >= 4.5, ground.name()


def test_the_windows_fit_a_small_laptop(window: SettingsWindow, first: FirstRun) -> None:
    for one in (window, first):
        assert one.minimumSizeHint().width() <= 1366
        assert one.minimumSizeHint().height() <= 768 - 72


def test_an_empty_mail_server_can_be_tried_too(window: SettingsWindow, qtbot: QtBot) -> None:
    window.mail.host.edit.clear()
    with qtbot.waitSignal(window.try_mail_wanted) as wish:
        window.mail.trial.button.click()
    assert wish.args[0] == Mail(user="dzwonek", sender="dzwonek@firma.example")
