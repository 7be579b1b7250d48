"""The line under a picture that says when, where and by whom it was captured."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QImage, QPainter

from dzwonek.capture.pieces import NARROWEST
from dzwonek.capture.raster import encode_above
from dzwonek.domain.picture import Picture

LETTER_SHARE = 84  # letters are this part of the picture's width, within the bounds below
SMALLEST_LETTERS, LARGEST_LETTERS = 13, 44  # pixels
GROUND, INK, LINE = "#f3f5f7", "#1c2529", "#8a949a"
FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class PictureStamp:
    """Puts a strip with a text under a picture; needs an application, but may run in any thread."""

    def under(self, picture: Picture, text: str) -> Picture:
        """Give the picture with the strip below it; raises ProblemError (PICTURE_…)."""
        return encode_above(picture.content, strip(picture.note.width, text), picture.note)


def strip(width: int, text: str) -> QImage:
    """Draw the strip for a picture of this width; long texts take more lines, none is cut."""
    width = max(width, NARROWEST)
    letters = min(max(width // LETTER_SHARE, SMALLEST_LETTERS), LARGEST_LETTERS)
    font = QFont(QGuiApplication.font())
    font.setPixelSize(letters)
    edge = letters // 2
    room = QRect(0, 0, width - 2 * edge, 1 << 14)
    flags = FLAGS.value
    needed = QFontMetrics(font).boundingRect(room, flags, text).height()
    image = QImage(width, needed + 2 * edge, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    painter.fillRect(0, 0, width, max(1, letters // 12), QColor(LINE))
    painter.setFont(font)
    painter.setPen(QColor(INK))
    painter.drawText(QRect(edge, edge, width - 2 * edge, needed), flags, text)
    painter.end()
    return image
