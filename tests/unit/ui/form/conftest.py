"""A report form as it stands after the start, and one opened by a key press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes


@pytest.fixture
def clock() -> scenes.StillClock:
    """Give a clock that stands at the press."""
    return scenes.StillClock()


@pytest.fixture
def idle_form(qtbot: QtBot, clock: scenes.StillClock) -> Iterator[ReportForm]:
    """Give the form as built after the start, warm and closed."""
    made = ReportForm(load_profile("daktela-pl"), scenes.words, clock)
    qtbot.addWidget(made, before_close_func=finished)
    made.warm()
    yield made
    QApplication.clipboard().clear()


@pytest.fixture
def form(qtbot: QtBot, idle_form: ReportForm) -> ReportForm:
    """Give the form as a key press opens it, with one screenshot, and the window active."""
    with qtbot.waitActive(idle_form):
        idle_form.begin(scenes.draft((scenes.note(),)), (scenes.shot(),))
    return idle_form


def finished(form: ReportForm) -> None:
    form.finish()
