"""What cannot be used now is dimmed and nothing else: no frame comes, no text drowns."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.look import Act, button, colours_from, contrast, dress
from tests.gallery.conftest import CONTRAST, palette


def painted(widget: QWidget) -> QImage:
    widget.ensurePolished()
    return widget.grab().toImage()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "surface")
    qtbot.addWidget(made)
    return made


def test_a_link_that_is_switched_off_grows_no_frame(window: QWidget) -> None:
    link = button("Pokaż wszystkie", Act.LINK, window)
    link.resize(link.sizeHint())
    dress(window)
    edges = []
    for is_on in (True, False):
        link.setEnabled(is_on)
        image = painted(link)
        row = {QColor(image.pixelColor(x, 0)).name() for x in range(image.width())}
        edges.append(row)
    assert edges[0] == edges[1]
    assert len(edges[1]) == 1


def test_a_chosen_answer_that_is_switched_off_can_be_read_under_high_contrast(
    window: QWidget,
) -> None:
    choice = Choice("kind", (Answer(1, "Czat"), Answer(2, "Inne")), window)
    choice.show_value(1)
    chip = choice.chips[0]
    chip.resize(chip.sizeHint())
    dress(window).colours = colours_from(palette(CONTRAST), is_high_contrast=True)
    chip.setEnabled(False)
    image = painted(chip)
    inside = [
        image.pixelColor(x, y)
        for x in range(6, image.width() - 6)
        for y in range(6, image.height() - 6)
    ]
    ground = image.pixelColor(6, image.height() // 2)
    assert max(contrast(ground, each) for each in inside) >= 4.5
