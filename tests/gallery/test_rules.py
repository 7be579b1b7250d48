"""Each rule finds the fault that it is for: a window made wrong on purpose, one for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dzwonek.ui.look import dress
from tests.gallery import rules
from tests.gallery.ink import hard_to_read
from tests.gallery.long_words import TIMES, lengthened

SENTENCE = "Nic nie przepada: szkic zapisuje się na tym komputerze."
Make = Callable[[], QWidget]


class Shortener(QWidget):
    """Paints a sentence with an ellipsis."""

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(SENTENCE, Qt.TextElideMode.ElideRight, 40)
        painter = QPainter(self)
        painter.drawText(self.rect(), 0, shown)
        painter.end()


def window_with(*parts: QWidget) -> QWidget:
    """Make a window with parts beneath each other, all named as they should be."""
    made = QWidget()
    column = QVBoxLayout(made)
    for number, part in enumerate(parts):
        part.setObjectName(part.objectName() or f"part-{number}")
        column.addWidget(part)
    return made


def sound() -> QWidget:
    label, field = QLabel("&Opis"), QLineEdit()
    label.setBuddy(field)
    field.setAccessibleName("Opis")
    field.setPlaceholderText("Co się stało?")
    field.setMinimumHeight(28)
    send = QPushButton("Wyślij")
    send.setMinimumHeight(28)
    return window_with(label, field, send)


def cut_label() -> QWidget:
    label = QLabel(SENTENCE)
    label.setFixedWidth(60)
    return window_with(label)


def cut_word() -> QWidget:
    label = QLabel("Niezapowiedziane")
    label.setWordWrap(True)
    label.setFixedSize(30, 200)
    return window_with(label)


def cut_lines() -> QWidget:
    label = QLabel(SENTENCE)
    label.setWordWrap(True)
    label.setFixedSize(120, 16)
    return window_with(label)


def cut_button() -> QWidget:
    button = QPushButton(SENTENCE)
    button.setFixedSize(60, 30)
    return window_with(button)


def cut_hint() -> QWidget:
    field = QLineEdit()
    field.setPlaceholderText(SENTENCE)
    field.setFixedSize(80, 30)
    return window_with(field)


def crammed() -> QWidget:
    label = QLabel(SENTENCE)
    label.setWordWrap(True)
    label.setFixedSize(70, 300)
    return window_with(label)


def elided() -> QWidget:
    part = Shortener()
    part.setFixedSize(200, 30)
    return window_with(part)


def outside() -> QWidget:
    made = window_with(QLabel("Opis"))
    stray = QLabel("Opis", made)
    stray.setGeometry(QRect(-20, 4, 60, 20))
    return made


def sideways() -> QWidget:
    pane, inner = QScrollArea(), QLabel(SENTENCE)
    inner.setFixedSize(900, 30)
    pane.setWidget(inner)
    pane.setFixedWidth(200)
    return window_with(pane)


def overlapping() -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.addWidget(QLabel("Wystąpienie"), 0, 0)
    grid.addWidget(QLabel("Rodzaj problemu"), 0, 0)
    return made


def too_large() -> QWidget:
    made = window_with(QLabel("Opis"))
    made.setMinimumSize(5000, 100)
    return made


def nameless() -> QWidget:
    made = window_with(QPlainTextEdit())
    made.findChildren(QPlainTextEdit)[0].setObjectName("")
    return made


def small() -> QWidget:
    button = QPushButton("x")
    button.setFixedSize(20, 30)
    return window_with(button)


def trapped() -> QWidget:
    text, after = QPlainTextEdit(), QPushButton("Wyślij")
    return window_with(text, after)


def mouse_only() -> QWidget:
    button = QPushButton("Usuń")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return window_with(QPushButton("Wyślij"), button)


@pytest.mark.parametrize(
    ("rule", "make"),
    [
        ("cut", cut_label), ("cut", cut_word), ("cut", cut_lines), ("cut", cut_button),
        ("cut", cut_hint), ("crammed", crammed), ("elided", elided), ("outside", outside),
        ("outside", sideways), ("over each other", overlapping), ("screen", too_large),
        ("nameless", nameless), ("small", small), ("keyboard", trapped),
        ("keyboard", mouse_only),
    ],
    ids=lambda value: getattr(value, "__name__", value).replace(" ", "-"),
)  # fmt: skip
def test_a_rule_finds_the_fault_that_it_is_for(rule: str, make: Make, qtbot: QtBot) -> None:
    window = make()
    qtbot.addWidget(window)
    window.show()
    assert rules.RULES[rule](window) != []


def test_a_sound_window_has_no_faults(qtbot: QtBot) -> None:
    window = sound()
    qtbot.addWidget(window)
    dress(window)
    window.show()
    assert rules.faults(window) == []
    assert hard_to_read(window) == []


@pytest.mark.parametrize("shade", ["#8c8c8c", "#777777"])
def test_a_text_too_pale_for_its_ground_is_found(shade: str, qtbot: QtBot) -> None:
    window = sound()
    qtbot.addWidget(window)
    window.setStyleSheet("QWidget { background: #ffffff; color: #000000; }")
    (label,) = (one for one in window.findChildren(QLabel) if one.text() == "&Opis")
    label.setStyleSheet(f"color: {shade};")
    window.show()
    assert [text for text in hard_to_read(window) if "Opis" in text] != []


def test_a_pale_hint_in_an_empty_field_is_found(qtbot: QtBot) -> None:
    window = sound()
    qtbot.addWidget(window)
    (field,) = window.findChildren(QLineEdit)
    colours = field.palette()
    colours.setColor(QPalette.ColorRole.PlaceholderText, QColor("#999999"))
    colours.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    field.setPalette(colours)
    window.show()
    assert len(hard_to_read(window)) == 1


def test_long_words_keep_places_keys_and_marks() -> None:
    longer = lengthened("&Wyślij {number} zgłoszeń (Ctrl+Enter) – 100 %…")
    assert longer.startswith("&Wyślij")
    for kept in ("{number}", "(Ctrl+Enter)", "– 100 %…"):
        assert kept in longer
    assert len(lengthened("zgłoszenie")) == round(len("zgłoszenie") * TIMES)
