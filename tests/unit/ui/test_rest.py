"""Once nobody has wanted anything for a while, what was kept for speed alone is let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.ui import rest
from dzwonek.ui.rest import Rest

QTS_OWN_MS = 30_000  # when Qt begins to let pictures go, bit by bit


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the wait."""
    monkeypatch.setattr(rest, "LEFT_ALONE_MS", 10)


@pytest.mark.usefixtures("soon")
def test_qts_pictures_of_icons_are_gone_when_rest_begins(qtbot: QtBot) -> None:
    QPixmapCache.insert("an icon", QPixmap(16, 16))
    assert QPixmapCache.find("an icon", QPixmap())
    resting = Rest()
    with qtbot.waitSignal(resting.begun):
        resting.expect()
    assert not QPixmapCache.find("an icon", QPixmap())


@pytest.mark.usefixtures("soon")
def test_rest_does_not_begin_while_somebody_writes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    resting = Rest()
    with qtbot.assertNotEmitted(resting.begun, wait=100):
        resting.expect()
    window.close()
    with qtbot.waitSignal(resting.begun):
        resting.expect()


@pytest.mark.usefixtures("soon")
def test_rest_wakes_the_program_once(qtbot: QtBot) -> None:
    resting = Rest()
    with qtbot.waitSignal(resting.begun):
        resting.expect()
    assert not any(timer.isActive() for timer in resting.findChildren(QTimer))


def test_the_wait_ends_before_qt_begins_to_wake_the_program() -> None:
    assert rest.LEFT_ALONE_MS < QTS_OWN_MS
