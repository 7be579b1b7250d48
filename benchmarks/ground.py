"""The picture on the screen: windows full of text, and in the middle a band to watch."""

from __future__ import annotations

import os
import random

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from benchmarks.display import Layout
from benchmarks.eyes import Region

BAND = QColor("#c81ea0")  # no window of ours or of a peer has this colour
BAND_PIXEL = bytes((0xA0, 0x1E, 0xC8))
BAND_WIDTH, BAND_HEIGHT = 16, 320
WORDS = (
    "zgłoszenie", "połączenie", "agent", "kolejka", "klient", "rozmowa", "numer", "odebrane",
    "przerwa", "gotowy",
)  # fmt: skip
LINES, ICONS, NOISE_HEIGHT = 26, 12, 96


def fonts() -> QGuiApplication:
    """Make the application that painting text needs; keep it. It opens no window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    known = QGuiApplication.instance()
    return known if isinstance(known, QGuiApplication) else QGuiApplication(["benchmarks"])


def painted(width: int, height: int, noise: int = 0) -> QImage:
    """Paint a desktop; `noise` pixels in a strip of photograph-like noise make its file larger."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#2c5d87"))
    chance = random.Random(7)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(QFont("DejaVu Sans", 9))
    for _ in range(max(4, width * height // 400_000)):
        left, top = chance.randrange(width - 450), chance.randrange(height - 280)
        _paint_window(painter, left, top, chance)
    if noise:
        rows = max(1, noise // width)
        grain = QImage(chance.randbytes(width * rows * 4), width, rows, image.format())
        painter.drawImage(0, height - NOISE_HEIGHT - rows, grain)
    painter.end()
    return image


def ground(layout: Layout, noise: int = 0) -> tuple[int, int, bytes]:
    """Paint the whole desktop with the band in the middle of the first monitor."""
    width, height = layout.whole
    image = painted(width, height, noise)
    band = band_of(layout)
    left = band.left - BAND_WIDTH // 2
    painter = QPainter(image)
    painter.fillRect(left, band.top, BAND_WIDTH, band.height, BAND)
    painter.end()
    return width, height, bytes(image.constBits())


def band_of(layout: Layout) -> Region:
    """Give the column to watch: where a form in the middle and an overlay both paint."""
    return Region(layout.width // 2, layout.height // 2 - BAND_HEIGHT // 2, 1, BAND_HEIGHT)


def is_band(pixels: bytes) -> bool:
    """Say whether the whole column is as the ground has it."""
    return pixels[0::4] + pixels[1::4] + pixels[2::4] == b"".join(
        bytes([colour]) * (len(pixels) // 4) for colour in BAND_PIXEL
    )


def is_covered(pixels: bytes) -> bool:
    """Say whether every pixel of the column is another than the ground's."""
    return all(pixels[start : start + 3] != BAND_PIXEL for start in range(0, len(pixels), 4))


def _paint_window(painter: QPainter, left: int, top: int, chance: random.Random) -> None:
    width, height = 900, 560
    painter.fillRect(left, top, width, height, QColor("#f6f7f8"))
    painter.fillRect(left, top, width, 34, QColor("#2f6fb3"))
    for number in range(ICONS):
        painter.setBrush(QColor.fromHsv(chance.randrange(360), 150, 220))
        painter.drawRoundedRect(left + 12, top + 50 + number * 40, 20, 20, 5, 5)
    for number in range(LINES):
        painter.setPen(QColor(chance.choice(("#222222", "#0066cc", "#555555"))))
        line = " ".join(chance.choice(WORDS) for _ in range(14))
        painter.drawText(QRect(left + 175, top + 44 + number * 19, width - 190, 18), 0, line)
