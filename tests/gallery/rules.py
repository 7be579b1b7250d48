"""What every window keeps, checked by a machine: one function a rule, one sentence a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

NARROW, MANY = 24, 4  # letters a line, lines: less and more is a pillar and no sentence
TARGET = 24  # pixels; WCAG 2.2, 2.5.8
BUTTONS = 72  # pixels of a screen that a title bar and a taskbar take
FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)
INPUTS = (QAbstractButton, *FIELDS)
# Panes that show a picture and not text may be scrolled sideways (WCAG 2.2, 1.4.10).
PICTURES = ("PictureView", "PicturePane")
# Named for the eye by something else than a label that leads to them.
NAMED_OTHERWISE = {
    "search": "its hint says what it takes, as in every program",
    "names": "it stands in the row of its question, behind the answer that opens it",
    "system.edit": "what it is stands under it, or what is wrong with it",
}
# What people and servers wrote in the scenes: it may be longer than any place.
FOREIGN = frozenset(
    {
        "Obsługa klienta", "Infolinia całodobowa – linia główna", "Sprzedaż", "Czat na stronie",
        "Joanna Przykładowa",
    }
)  # fmt: skip
INSIDE = "qt_"  # how Qt names the parts of its own widgets


def inputs(window: QWidget) -> list[QWidget]:
    """List the inputs that can be seen, without the parts that Qt's own widgets are made of."""
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, INPUTS) and one.isVisible() and not one.objectName().startswith(INSIDE)
    ]


def texts_cut(window: QWidget) -> list[str]:
    """List texts that do not fit where they stand."""
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    found = [_named(one, one.text()) for one in labels if not _fits(one)]
    found += [_named(one, one.text()) for one in buttons if one.text() and _is_squeezed(one)]
    return found + [_named(one, _hint_of(one)) for one in inputs(window) if not _has_room(one)]


def texts_crammed(window: QWidget) -> list[str]:
    """List sentences that stand as a pillar of many short lines."""
    found = []
    for one in window.findChildren(QLabel):
        if one.isVisible() and one.wordWrap() and one.text():
            metrics = one.fontMetrics()
            lines = one.heightForWidth(one.width()) // metrics.lineSpacing()
            if lines > MANY and one.width() < NARROW * metrics.averageCharWidth():
                found.append(_named(one, one.text()))
    return found


def texts_elided(window: QWidget) -> list[str]:
    """List our own words that are painted with an ellipsis; what others wrote may be shortened."""
    shortened: list[str] = []
    usual = QFontMetrics.elidedText

    def watched(
        metrics: QFontMetrics, text: str, mode: Qt.TextElideMode, width: int, flags: int | None = 0
    ) -> str:
        shown = usual(metrics, text, mode, width, flags or 0)
        if shown != text:
            shortened.append(text)
        return shown

    QFontMetrics.elidedText = watched  # type: ignore[method-assign]  # for this painting alone
    try:
        window.render(QPixmap(window.size()))
    finally:
        QFontMetrics.elidedText = usual  # type: ignore[method-assign]
    return [_named(window, text) for text in shortened if text not in FOREIGN]


def texts_outside(window: QWidget) -> list[str]:
    """List what sticks out of its parent; a pane that scrolls holds it, but never sideways."""
    return [_named(one) for one in _seen(window) if _sticks_out(one)] + [
        _named(pane, "must be scrolled sideways")
        for pane in window.findChildren(QScrollArea)
        if pane.isVisible() and _is_too_wide(pane)
    ]


def overlaps(window: QWidget) -> list[str]:
    """List widgets of one layout that lie over each other."""
    found = []
    for place in [window, *_seen(window)]:
        layout = place.layout()
        if layout is None:
            continue
        parts = [one for one in _laid_out(layout) if one.isVisible() and one.parent() is place]
        for one, other in combinations(parts, 2):
            if one.geometry().intersects(other.geometry()):
                found.append(f"{_named(one)} over {_named(other)}")
    return found


def screen_too_small(window: QWidget) -> list[str]:
    """Say whether a window is larger than its screen, or can never be made smaller than it."""
    room = window.screen().availableGeometry().size()
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    is_larger = window.width() > room.width() or window.height() > room.height()
    is_stiff = least.width() > room.width() or least.height() > room.height() - BUTTONS
    sizes = f"{window.size().toTuple()}, at least {least.toTuple()}, in {room.toTuple()}"
    return [_named(window, sizes)] if is_larger or is_stiff else []


def nameless(window: QWidget) -> list[str]:
    """List inputs that a tool, a screen reader or a person cannot call by a name."""
    labels = [label for label in window.findChildren(QLabel) if label.buddy() is not None]
    led = {_aimed_at(label.buddy()) for label in labels if label.isVisible()}
    found = [_named(one, "has no object name") for one in inputs(window) if not one.objectName()]
    for one in inputs(window):
        has_own_words = isinstance(one, QAbstractButton) and bool(one.text())
        if not (one.accessibleName() or has_own_words):
            found.append(_named(one, "has no accessible name"))
        if isinstance(one, FIELDS) and one not in led and not _is_titled(one, window):
            found.append(_named(one, "has no label that leads to it"))
    return found


def targets_too_small(window: QWidget) -> list[str]:
    """List inputs that are hard to hit."""
    return [
        _named(one, str(one.size().toTuple()))
        for one in inputs(window)
        if min(one.width(), one.height()) < TARGET
    ]


def keyboard_passes_by(window: QWidget) -> list[str]:
    """List inputs that real presses of Tab never come to, until it is back where it began."""
    wanted = [one for one in inputs(window) if one.isEnabled()]
    seen: list[QWidget] = []
    window.activateWindow()
    for _ in range(2 * len(wanted) + 20):
        now = window.focusWidget()
        if now is not None:
            if now in seen and now is not seen[-1] and len(seen) > 1:
                break
            seen.append(now)
        QTest.keyClick(now or window, Qt.Key.Key_Tab)
    reached = {one for now in seen for one in _with_companions(now)}
    return [_named(one) for one in wanted if one not in reached]


RULES: dict[str, Callable[[QWidget], list[str]]] = {
    "cut": texts_cut,
    "crammed": texts_crammed,
    "elided": texts_elided,
    "outside": texts_outside,
    "over each other": overlaps,
    "screen": screen_too_small,
    "nameless": nameless,
    "small": targets_too_small,
    "keyboard": keyboard_passes_by,
}


def faults(window: QWidget, besides: tuple[str, ...] = ()) -> list[str]:
    """Give what all rules find, but for those that are named."""
    rules = {name: rule for name, rule in RULES.items() if name not in besides}
    return [f"{name}: {fault}" for name, rule in rules.items() for fault in rule(window)]


def _named(one: QWidget, words: str = "") -> str:
    name = one.objectName() or type(one).__name__
    parent = one.parentWidget()
    if not one.objectName() and parent is not None and parent.objectName():
        name = f"{parent.objectName()}/{name}"
    return f"{name} {words!r}" if words else name


def _seen(window: QWidget) -> Iterator[QWidget]:
    for one in window.findChildren(QWidget):
        if one.isVisible() and not one.isWindow() and one.window() is window:
            yield one


def _fits(label: QLabel) -> bool:
    if not label.wordWrap():
        wished = label.sizeHint()
        return wished.width() <= label.width() and wished.height() <= label.height()
    metrics = label.fontMetrics()
    room = label.contentsRect().width()
    if any(metrics.horizontalAdvance(word) > room for word in label.text().split()):
        return False
    return label.heightForWidth(label.width()) <= label.height()


def _is_squeezed(button: QAbstractButton) -> bool:
    least = button.sizeHint()
    text = QFontMetrics(button.font()).horizontalAdvance(button.text().replace("&", ""))
    return text > button.width() or least.height() > button.height() or _is_narrow(button)


def _is_narrow(button: QAbstractButton) -> bool:
    return button.minimumSizeHint().width() > button.width()


def _hint_of(one: QWidget) -> str:
    if isinstance(one, QLineEdit | QPlainTextEdit):
        return one.placeholderText()
    return ""


def _has_room(one: QWidget) -> bool:
    """Say whether a field has room for its hint, or a date for its digits."""
    metrics = one.fontMetrics()
    if isinstance(one, QLineEdit):
        inner = one.width() - 2 * metrics.averageCharWidth()
        return metrics.horizontalAdvance(one.placeholderText()) <= inner
    if isinstance(one, QPlainTextEdit):
        room = one.viewport().rect().adjusted(4, 4, -4, -4)
        flags = Qt.TextFlag.TextWordWrap
        return metrics.boundingRect(room, flags, one.placeholderText()).height() <= room.height()
    if isinstance(one, QAbstractSpinBox):
        inner = one.lineEdit().width() - metrics.averageCharWidth()
        return metrics.horizontalAdvance(one.text()) <= inner
    return True


def _sticks_out(child: QWidget) -> bool:
    parent = child.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea | QAbstractItemView):
        return False
    return not parent.rect().contains(child.geometry())


def _is_too_wide(pane: QScrollArea) -> bool:
    inner = pane.widget()
    if inner is None or any(kind.__name__ in PICTURES for kind in type(pane).__mro__):
        return False
    return inner.width() > pane.viewport().width()


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)


def _aimed_at(widget: QWidget) -> QWidget:
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget


def _is_titled(one: QWidget, window: QWidget) -> bool:
    """Say whether a list fills its window, whose title then says what it shows, or the like."""
    if one.objectName() in NAMED_OTHERWISE:
        return True
    is_list = isinstance(one, QAbstractItemView)
    return is_list and 2 * one.height() > window.height() and bool(window.windowTitle())


def _with_companions(now: QWidget) -> list[QWidget]:
    """Give an input, and the other answers of its group: arrow keys go from one to the next."""
    group = now.group() if isinstance(now, QAbstractButton) else None
    if group is not None and group.exclusive():
        return list(group.buttons())
    around = now.parentWidget()
    if isinstance(around, QAbstractSpinBox | QComboBox):
        return [now, around]
    return [now]


def top_of(one: QWidget) -> int:
    """Give how far below its window's top an input begins, in pixels."""
    return one.mapTo(one.window(), QPoint(0, 0)).y()
