"""The settings' windows as a person opens them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.settings_window import SettingsBase, SettingsWindow
from tests.fakes import settings_scenes as scenes


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SettingsWindow]:
    """Give *Ustawienia* filled and active."""
    yield opened(SettingsWindow(), qtbot)


@pytest.fixture
def first(qtbot: QtBot) -> Iterator[FirstRun]:
    """Give the window of the first start, empty and active."""
    made = FirstRun()
    qtbot.addWidget(made, before_close_func=put_away)
    made.load(scenes.Settings(), frozenset(), scenes.BINDINGS, False, None)
    made.show()
    with qtbot.waitActive(made):
        pass
    yield made


def opened(made: SettingsWindow, qtbot: QtBot) -> SettingsWindow:
    """Open the window with what a filled desk holds."""
    qtbot.addWidget(made, before_close_func=put_away)
    made.load(scenes.FILLED, frozenset(), scenes.BINDINGS, False, None)
    made.show()
    with qtbot.waitActive(made):
        pass
    return made


def put_away(window: SettingsBase) -> None:
    """Close without the question about what is not saved."""
    window.hide()
