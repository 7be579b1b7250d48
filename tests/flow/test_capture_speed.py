"""Encoding is quicker than Qt's own, as small, and nobody else waits for it.

The figures are ratios of one run, so that a slow machine does not matter.
"""

from __future__ import annotations

import random
import statistics
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter

from dzwonek.capture import raster
from dzwonek.domain.picture import PictureNote, Rect, Screenshot
from tests.fakes.screens import MOMENT

pytestmark = [pytest.mark.flow, pytest.mark.bench]
NOTE = PictureNote("01", "L", 0, 0, "", MOMENT)
SIZES = [(1920, 1080), (3840, 1080), (3840, 2160)]
ROUNDS = 5
WORDS = [
    "zgłoszenie",
    "połączenie",
    "agent",
    "kolejka",
    "klient",
    "rozmowa",
    "numer",
    "odebrane",
    "przerwa",
    "gotowy",
]
SMALL_WINDOW, LINES, ICONS = (900, 560), 26, 12


def desktop(width: int, height: int) -> Screenshot:
    """Paint windows full of text over a plain ground; needs a QGuiApplication for its fonts."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#2c5d87"))
    chance = random.Random(7)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(QFont("DejaVu Sans", 9))
    for _ in range(max(4, width * height // 400_000)):
        left, top = chance.randrange(width - 450), chance.randrange(height - 280)
        _paint_window(painter, left, top, chance)
    painter.end()
    pixels = bytes(image.constBits())
    return Screenshot("L", 0, 0, width, height, image.bytesPerLine(), pixels, MOMENT)


def _paint_window(painter: QPainter, left: int, top: int, chance: random.Random) -> None:
    width, height = SMALL_WINDOW
    painter.fillRect(left, top, width, height, QColor("#f6f7f8"))
    painter.fillRect(left, top, width, 34, QColor("#2f6fb3"))
    for number in range(ICONS):
        painter.setBrush(QColor.fromHsv(chance.randrange(360), 150, 220))
        painter.drawRoundedRect(left + 12, top + 50 + number * 40, 20, 20, 5, 5)
    for number in range(LINES):
        painter.setPen(QColor(chance.choice(("#222222", "#0066cc", "#555555"))))
        line = " ".join(chance.choice(WORDS) for _ in range(14))
        painter.drawText(QRect(left + 175, top + 44 + number * 19, width - 190, 18), 0, line)


def by_qt(image: QImage) -> bytes:
    """Encode with Qt's PNG writer as it comes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def seconds(work: Callable[[], object]) -> float:
    """Time one round."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def longest_stall(work: Callable[[], object]) -> float:
    """Do the work in another thread and give the longest that this one was kept from running."""
    is_done = threading.Event()

    def run() -> None:
        work()
        is_done.set()

    worker = threading.Thread(target=run)
    worker.start()
    longest = 0.0
    while not is_done.is_set():
        longest = max(longest, seconds(lambda: is_done.wait(0.0005)))
    worker.join()
    return longest


@pytest.mark.parametrize("size", SIZES)
def test_encoding_takes_at_most_half_of_qts_time_and_a_third_more_bytes(
    qapp: QGuiApplication, size: tuple[int, int]
) -> None:
    shot = desktop(*size)
    image = raster.image_of(shot)
    pairs = [
        (seconds(lambda: raster.encode(shot, NOTE)), seconds(lambda: by_qt(image)))
        for _ in range(ROUNDS)
    ]
    assert statistics.median(ours / qts for ours, qts in pairs) <= 0.5
    assert len(raster.encode(shot, NOTE).content) <= 1.3 * len(by_qt(image))


def test_nobody_else_waits_long_while_a_picture_is_encoded_or_flattened(
    qapp: QGuiApplication,
) -> None:
    shot = desktop(3840, 2160)
    content = raster.encode(shot, NOTE).content
    rest = threading.Event()
    idle, encoding, flattening = [], [], []
    for _ in range(ROUNDS):  # in turns, so that the machine's own noise falls on all alike
        idle.append(longest_stall(lambda: rest.wait(0.2)))
        encoding.append(longest_stall(lambda: raster.encode(shot, NOTE)))
        flattening.append(
            longest_stall(lambda: raster.flattened(content, [Rect(9, 9, 99, 99)], NOTE))
        )
    above = statistics.median(idle)
    assert statistics.median(encoding) <= above + 0.016
    assert statistics.median(flattening) <= above + 0.016
