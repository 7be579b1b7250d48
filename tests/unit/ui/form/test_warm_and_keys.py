"""A quick press during the start, and the keys that labels name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.ui.form.choice import Chip
from dzwonek.ui.form.window import ReportForm


def test_warming_up_leaves_a_form_alone_that_is_open_already(form: ReportForm) -> None:
    draft = form.current()

    form.warm()

    assert form.is_open()
    assert form.isVisible()
    assert form.current() == draft


def test_a_form_that_waits_for_the_key_wakes_nobody(idle_form: ReportForm) -> None:
    assert not any(timer.isActive() for timer in idle_form.findChildren(QTimer))


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_Z, "kind"), (Qt.Key.Key_G, "scope"), (Qt.Key.Key_W, "occurrence")],
)
def test_a_labels_key_leads_to_its_choice(
    form: ReportForm, qtbot: QtBot, key: Qt.Key, name: str
) -> None:
    qtbot.keyClick(form.body.description, key, Qt.KeyboardModifier.AltModifier)

    focused = QApplication.focusWidget()
    assert isinstance(focused, Chip)
    assert focused.objectName().startswith(name)
