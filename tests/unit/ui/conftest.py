"""What the tests of windows share: typing in any language, and silence of the drawing platform."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

MUCH_GARBAGE = 20_000


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let pass what the drawing-into-memory platform says of itself."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """Collect on the main thread alone, as the program does: a task must not end a window."""
    gc.disable()
    yield
    if gc.get_count()[0] > MUCH_GARBAGE:
        gc.collect()


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type any text key by key; `qtbot.keyClicks` knows only Latin letters and aborts on others."""

    def typed(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, key)

    return typed
