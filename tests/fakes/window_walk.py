"""What every window must keep: named inputs, large targets, whole words, no foreign markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

INPUTS = (QAbstractButton, QLineEdit, QAbstractItemView)
TARGET = 24  # pixels, WCAG 2.2, 2.5.8


def inputs(window: QWidget) -> list[QWidget]:
    """List the inputs that can be seen."""
    found = [child for child in window.findChildren(QWidget) if isinstance(child, INPUTS)]
    return [one for one in found if one.isVisible()]


def nameless(window: QWidget) -> list[QWidget]:
    """List inputs without a name for tools or for screen readers."""
    return [
        one
        for one in inputs(window)
        if not one.objectName()
        or not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]


def twins(window: QWidget) -> list[str]:
    """List names that two inputs share."""
    names = sorted(one.objectName() for one in inputs(window))
    return [name for name in set(names) if names.count(name) > 1]


def small(window: QWidget) -> list[tuple[str, int, int]]:
    """List inputs that are hard to hit."""
    return [
        (one.objectName(), one.width(), one.height())
        for one in inputs(window)
        if min(one.width(), one.height()) < TARGET
    ]


def cut(window: QWidget) -> list[tuple[str, str]]:
    """List texts that do not fit where they stand."""
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return [(one.objectName(), one.text()) for one in labels if not _fits(one)] + [
        (one.objectName(), one.text())
        for one in buttons
        if QFontMetrics(one.font()).horizontalAdvance(one.text().replace("&", "")) > one.width()
        or one.sizeHint().height() > one.height()
    ]


def outside(window: QWidget) -> list[tuple[str, str]]:
    """List what lies outside its parent, panes that scroll excepted."""
    return [
        (child.objectName(), type(child).__name__)
        for child in window.findChildren(QWidget)
        if child.isVisible() and not child.isWindow() and _sticks_out(child)
    ]


def unreachable(window: QWidget) -> list[str]:
    """List inputs that Tab never comes to."""
    reached: list[QWidget] = []
    widget: QWidget | None = window
    while widget is not None and widget not in reached:
        reached.append(widget)
        widget = widget.nextInFocusChain()
    return [
        one.objectName()
        for one in inputs(window)
        if one not in reached or not one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def markup(window: QWidget) -> list[str]:
    """List labels and tooltips that would take a foreign text for markup."""
    labels = [
        one.text()
        for one in window.findChildren(QLabel)
        if one.textFormat() is not Qt.TextFormat.PlainText or one.openExternalLinks()
        if one.text()
    ]
    return labels + [one.toolTip() for one in window.findChildren(QWidget) if "<" in one.toolTip()]


def _sticks_out(child: QWidget) -> bool:
    parent = child.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea | QAbstractItemView):
        return False
    return not parent.rect().contains(child.geometry())


def _fits(label: QLabel) -> bool:
    if label.wordWrap():
        metrics = label.fontMetrics()
        if any(metrics.horizontalAdvance(word) > label.width() for word in label.text().split()):
            return False
        return label.heightForWidth(label.width()) <= label.height()
    return label.sizeHint().width() <= label.width()
