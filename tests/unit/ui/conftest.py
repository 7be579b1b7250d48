"""What the tests of windows share: typing in any language, and silence of the drawing platform."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let pass what the drawing-into-memory platform says of itself."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type any text key by key; `qtbot.keyClicks` knows only Latin letters and aborts on others."""

    def typed(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, key)

    return typed
