"""The settings' windows as a person opens them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.config.settings import Settings
from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.settings_window import SettingsBase, SettingsWindow
from tests.fakes import settings_scenes as scenes

Window = TypeVar("Window", SettingsWindow, FirstRun)


class Build(Protocol):
    """Builds a window that is gone when the test ends, and not some time later."""

    def __call__(self, kind: type[Window]) -> Window:
        """Build one window."""
        ...


@pytest.fixture
def built(qapp: QApplication) -> Iterator[Build]:
    """Give the builder of windows."""
    made: list[SettingsBase] = []

    def build(kind: type[Window]) -> Window:
        window = kind()
        made.append(window)
        return window

    yield build
    for window in made:
        window.hide()
        shiboken6.delete(window)


@pytest.fixture
def window(built: Build, qtbot: QtBot) -> SettingsWindow:
    """Give *Ustawienia* filled and active."""
    made = built(SettingsWindow)
    made.load(scenes.FILLED, frozenset(), scenes.BINDINGS, False, None)
    made.show()
    with qtbot.waitActive(made):
        pass
    return made


@pytest.fixture
def first(built: Build, qtbot: QtBot) -> FirstRun:
    """Give the window of the first start, empty and active."""
    made = built(FirstRun)
    made.load(Settings(), frozenset(), scenes.BINDINGS, False, None)
    made.show()
    with qtbot.waitActive(made):
        pass
    return made
