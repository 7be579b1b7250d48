"""Where windows open."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.ui.place import centre


class Wishing(QWidget):
    """A window with a wish of its own."""

    def sizeHint(self) -> QSize:
        return QSize(300, 200)


def test_a_window_opens_in_the_middle_at_the_size_it_wishes(qtbot: QtBot) -> None:
    window = Wishing()
    qtbot.addWidget(window)

    centre(window)

    assert window.size() == QSize(300, 200)
    middle = window.screen().availableGeometry().center()
    assert (window.geometry().center() - middle).manhattanLength() <= 2


def test_a_window_that_was_made_larger_beforehand_stays_so(qtbot: QtBot) -> None:
    window = Wishing()
    qtbot.addWidget(window)
    window.resize(400, 350)

    centre(window)

    assert window.size() == QSize(400, 350)


def test_a_window_larger_than_the_screen_is_cut_to_it(qtbot: QtBot) -> None:
    window = Wishing()
    qtbot.addWidget(window)
    window.resize(100_000, 100)

    centre(window)

    assert window.width() == window.screen().availableGeometry().width()


def test_a_window_stays_where_a_person_moved_it(qtbot: QtBot) -> None:
    window = Wishing()
    qtbot.addWidget(window)
    centre(window)
    window.move(5, 5)

    centre(window)

    assert window.pos().x() == 5
