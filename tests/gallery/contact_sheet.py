"""One picture for each window that shows it in all that it may wear, to be judged at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery.rounds import LONG, spoken
from tests.gallery.scenes import opened

GAP = 16  # pixels between two pictures
DESK = "#8a8f94"  # what lies under them
LOOK_OF_DESKTOP = "light"


@dataclass(frozen=True, slots=True)
class View:
    """How a window is shown: the language, the desktop's look and its scale."""

    language: str
    look: str = LOOK_OF_DESKTOP
    percent: int = 100


VIEWS = (
    View("pl"),
    View("pl", "dark"),
    View("pl", "contrast"),
    View(LONG),
    View("uk"),
    View("pl", percent=200),
)


def sheet_of(name: str, looks: dict[str, QPalette]) -> QImage:
    """Show one window in every view, three beside each other."""
    pictures = []
    for view in VIEWS:
        with clothed(looks[view.look]), spoken(view.language), opened(name) as window:
            pictures.append(_taken(window, view.percent))
    rows = [pictures[start : start + 3] for start in range(0, len(pictures), 3)]
    return _beneath([_beside(row) for row in rows])


@contextmanager
def clothed(colours: QPalette) -> Iterator[None]:
    """Give the desktop other colours until the block ends."""
    before = QPalette(QApplication.palette())
    QApplication.setPalette(colours)
    yield
    QApplication.setPalette(before)


def _taken(window: QWidget, percent: int) -> QImage:
    image = QImage(window.size() * (percent // 100), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(percent / 100)
    window.render(image)
    image.setDevicePixelRatio(1)
    return image


def _beside(pictures: Sequence[QImage]) -> QImage:
    width = sum(one.width() + GAP for one in pictures) + GAP
    sheet = _empty(QSize(width, max(one.height() for one in pictures) + GAP))
    painter, left = QPainter(sheet), GAP
    for one in pictures:
        painter.drawImage(QPoint(left, GAP), one)
        left += one.width() + GAP
    painter.end()
    return sheet


def _beneath(rows: Sequence[QImage]) -> QImage:
    height = sum(row.height() for row in rows) + GAP
    sheet = _empty(QSize(max(row.width() for row in rows), height))
    painter, top = QPainter(sheet), 0
    for row in rows:
        painter.drawImage(QPoint(0, top), row)
        top += row.height()
    painter.end()
    return sheet


def _empty(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(DESK))
    return image
