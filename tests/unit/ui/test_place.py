"""Where windows open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.ui import place
from dzwonek.ui.place import centre, centred, keep_whole, kept

FRAME = QMargins(8, 31, 8, 8)  # of Windows 10, logical pixels
TASKBAR = 32


class Wishing(QWidget):
    """A window with a wish of its own."""

    def sizeHint(self) -> QSize:
        return QSize(300, 200)


@pytest.fixture
def window(qtbot: QtBot) -> Wishing:
    """Give a window that was not shown yet."""
    made = Wishing()
    qtbot.addWidget(made)
    return made


def test_a_window_opens_in_the_middle_at_the_size_it_wishes(window: Wishing) -> None:
    centre(window)

    assert window.size() == QSize(300, 200)
    middle = window.screen().availableGeometry().center()
    assert (window.geometry().center() - middle).manhattanLength() <= 2


def test_a_window_that_was_made_larger_beforehand_stays_so(window: Wishing) -> None:
    window.resize(400, 350)

    centre(window)

    assert window.size() == QSize(400, 350)


def test_a_window_larger_than_the_screen_is_cut_to_it(window: Wishing) -> None:
    window.resize(100_000, 100)

    centre(window)

    assert window.width() == window.screen().availableGeometry().width()


def test_a_window_stays_where_a_person_moved_it(window: Wishing) -> None:
    centre(window)
    window.move(5, 5)

    centre(window)

    assert window.pos().x() == 5


def test_a_window_whose_monitor_is_gone_opens_in_sight(window: Wishing) -> None:
    centre(window)
    window.setGeometry(-5000, 40, 310, 210)

    centre(window)

    assert window.size() == QSize(310, 210)
    assert window.screen().availableGeometry().contains(window.geometry())


def test_a_window_that_is_shown_is_left_alone(window: Wishing) -> None:
    centre(window)
    window.show()
    window.move(-100, 0)

    centre(window)

    assert window.pos().x() == -100


def test_a_maximised_window_stays_so(window: Wishing) -> None:
    centre(window)
    window.setGeometry(-5000, 40, 310, 210)
    window.setWindowState(Qt.WindowState.WindowMaximized)

    centre(window)

    assert window.isMaximized()
    assert window.geometry().left() == -5000


def test_a_window_that_grew_over_the_edge_is_brought_back(window: Wishing) -> None:
    room = window.screen().availableGeometry()
    window.setGeometry(room.right() - 200, room.bottom() - 150, 300, 200)

    keep_whole(window)

    assert window.size() == QSize(300, 200)
    assert window.geometry().bottomRight() == room.bottomRight()


@dataclass(frozen=True)
class Monitor:
    """A monitor as Qt sees it: its corner in physical pixels, its size in logical ones."""

    left: int
    top: int
    width: int
    height: int
    ratio: float

    def geometry(self) -> QRect:
        width, height = round(self.width / self.ratio), round(self.height / self.ratio)
        return QRect(self.left, self.top, width, height)

    def availableGeometry(self) -> QRect:  # noqa: N802 - QScreen's name
        return self.geometry().adjusted(0, 0, 0, -TASKBAR)

    def in_pixels(self, rect: QRect) -> QRect:
        """Give what a rectangle of this monitor covers, in physical pixels of the desktop."""
        corner = (rect.topLeft() - self.geometry().topLeft()) * self.ratio
        size = rect.size() * self.ratio
        return QRect(corner + self.geometry().topLeft(), size)


MAIN = Monitor(0, 0, 1920, 1080, 1.0)
LAPTOP = Monitor(-1280, 16, 1280, 800, 1.5)  # 853 × 533, left of the main one
MONITORS = [MAIN, LAPTOP]


@pytest.mark.parametrize("monitor", MONITORS, ids=["100 %", "150 %"])
@pytest.mark.parametrize("wished", [QSize(300, 200), QSize(680, 800), QSize(3000, 2000)])
def test_a_window_with_its_frame_lies_within_the_work_area(monitor: Monitor, wished: QSize) -> None:
    inside = centred(wished, monitor.availableGeometry(), FRAME)
    framed = inside.marginsAdded(FRAME)
    assert monitor.availableGeometry().contains(framed)
    whole = QRect(monitor.left, monitor.top, monitor.width, monitor.height)
    assert whole.contains(monitor.in_pixels(framed))


@pytest.mark.parametrize("monitor", MONITORS, ids=["100 %", "150 %"])
def test_a_window_that_is_in_sight_keeps_its_place(monitor: Monitor) -> None:
    room = monitor.availableGeometry()
    inside = QRect(room.left() + 50, room.top() + 60, 400, 300)
    assert kept(inside, room, FRAME) == inside


@pytest.mark.parametrize("monitor", MONITORS, ids=["100 %", "150 %"])
@pytest.mark.parametrize("over", [QPoint(-60, 0), QPoint(560, 330), QPoint(0, -20)])
def test_a_window_over_the_edge_is_moved_and_cut_no_more_than_needed(
    monitor: Monitor, over: QPoint
) -> None:
    room = monitor.availableGeometry()
    start = QRect(room.topLeft() + over, QSize(500, 400))
    moved = kept(start, room, FRAME)
    assert room.contains(moved.marginsAdded(FRAME))
    assert moved.size() == start.size()


@pytest.fixture
def look_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[Monitor], None]:
    """Give a way to put the pointer on one of two monitors."""
    monkeypatch.setattr(place, "_frame_of", lambda _: FRAME)

    def look(monitor: Monitor) -> None:
        spot = monitor.geometry().center()
        monkeypatch.setattr(QCursor, "pos", staticmethod(lambda: spot))
        monkeypatch.setattr(place, "_screen_at", lambda point: _under(point))

    return look


def _under(point: QPoint) -> Monitor:
    return next(monitor for monitor in MONITORS if monitor.geometry().contains(point))


def test_a_window_opens_where_the_pointer_is_each_time(
    window: Wishing, look_at: Callable[[Monitor], None]
) -> None:
    look_at(LAPTOP)
    centre(window)
    assert LAPTOP.availableGeometry().contains(window.geometry().marginsAdded(FRAME))
    look_at(MAIN)
    centre(window)
    assert window.geometry() == centred(QSize(300, 200), MAIN.availableGeometry(), FRAME)
