"""Can every text be read? Its contrast, measured on the pixels that a window painted."""

from __future__ import annotations

from collections import Counter
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from dzwonek.ui.look import READABLE, contrast

SHARPNESS = 2  # painted pixels for one of Qt's: thin letters then reach their full colour
FRAME = 5  # of Qt's pixels: the border of a control, which is no text
WRITTEN = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSpinBox)


def painted(window: QWidget, sharpness: float = SHARPNESS) -> QImage:
    """Paint a window with all in it."""
    image = QImage(window.size() * sharpness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharpness)
    image.fill(QColor("white"))
    window.render(image)
    return image


def hard_to_read(window: QWidget) -> list[str]:
    """List texts whose colour stands out from their ground by less than 4.5 to 1.

    What is switched off is left out (WCAG 2.2, 1.4.3).
    """
    image = painted(window)
    found = []
    for one in window.findChildren(QWidget):
        place = _written_place(one, window)
        if place.isEmpty():
            continue
        best = strongest(image, place)
        if best < READABLE:
            text = one.text() if isinstance(one, QLabel | QAbstractButton | QLineEdit) else ""
            found.append(f"contrast {best:.1f}: {one.objectName()} {text!r}")
    return found


def strongest(image: QImage, place: QRect) -> float:
    """Give the highest contrast that any pixel of a place has with the place's ground."""
    inner = image.copy(QRect(place.topLeft() * SHARPNESS, place.size() * SHARPNESS))
    pixels = Counter(memoryview(inner.constBits()).cast("I"))
    ((ground, _),) = pixels.most_common(1)
    return max(_contrast(one, ground) for one in pixels)


def _written_place(one: QWidget, window: QWidget) -> QRect:
    """Give where a widget's words stand in its window; nothing for what shows none."""
    if not (isinstance(one, WRITTEN) and one.isVisible() and one.isEnabled() and _words(one)):
        return QRect()
    place = one.rect() if isinstance(one, QLabel) else one.rect().adjusted(FRAME, 4, -FRAME, -4)
    place = QRect(one.mapTo(window, place.topLeft()), place.size())
    above = one.parentWidget()
    while above is not None and above is not window:  # what a pane has scrolled away is not painted
        shown = QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        place = place.intersected(shown)
        above = above.parentWidget()
    return place if place.height() >= one.fontMetrics().height() else QRect()


def _words(one: QWidget) -> str:
    if isinstance(one, QLineEdit):
        return one.text() or one.placeholderText()
    if isinstance(one, QPlainTextEdit):
        return one.toPlainText() or one.placeholderText()
    if isinstance(one, QLabel | QAbstractButton | QAbstractSpinBox):
        return one.text()
    return ""


@cache
def _contrast(one: int, other: int) -> float:
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))
