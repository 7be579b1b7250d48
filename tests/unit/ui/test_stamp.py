"""The line under a picture: readable, whole, and never over the picture's own pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from dzwonek.domain.picture import Picture
from dzwonek.ui.stamp import GROUND, PictureStamp, strip
from tests.fakes import form_scenes as scenes

TEXT = "27.02.2020 15:55:12  ·  Tobiasz Świeczka  ·  DP-1  ·  DZW-7F3K2A"


def encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


@pytest.mark.usefixtures("qapp")
def test_the_picture_above_the_line_keeps_every_pixel() -> None:
    image = scenes.screen(1, 960, 540)
    made = PictureStamp().under(Picture(scenes.note(1, 960, 540), encoded(image)), TEXT)
    whole = QImage.fromData(made.content)
    assert (made.note.width, made.note.height) == (whole.width(), whole.height())
    assert whole.copy(0, 0, 960, 540).convertToFormat(image.format()) == image
    below = {whole.pixel(x, y) for x in range(960) for y in range(541, whole.height())}
    assert len(below) > 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [1, 60, 480, 1920, 3840])
def test_no_letter_is_cut_at_any_width(width: int) -> None:
    name = "Joanna Przykładowa-Wzorcowa z bardzo długim nazwiskiem " * 3
    made = strip(width, f"{TEXT}  ·  {name}")
    ground = QColor(GROUND).rgb()
    edges = {made.pixel(made.width() - 1, y) for y in range(4, made.height())}
    edges |= {made.pixel(x, made.height() - 1) for x in range(made.width())}
    assert edges == {ground}
    assert made.height() > strip(width, TEXT).height() or width == 3840
