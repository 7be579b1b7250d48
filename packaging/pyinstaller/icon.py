"""Draws the program's icon from its SVG, in every size in which Windows shows it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

# From the tray at 100 % to the large tiles; 20, 24 and 40 are small icons at 125, 150 and 250 %.
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# Older readers of icons expect bitmaps below this size; at it, PNG is the rule.
PNG_FROM = 256
BITS = 32


def icon(svg: Path) -> bytes:
    """Give the .ico file (learn.microsoft.com/previous-versions/ms997538) of a square SVG.

    Raises ValueError when the SVG cannot be read.
    """
    frames = [(size, _frame(svg, size)) for size in SIZES]
    start = 6 + 16 * len(frames)
    entries = b""
    for size, content in frames:
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<4B2H2L", side, side, 0, 0, 1, BITS, len(content), start)
        start += len(content)
    head = struct.pack("<3H", 0, 1, len(frames))
    return head + entries + b"".join(content for _, content in frames)


def _frame(svg: Path, size: int) -> bytes:
    drawn = _drawn(svg, size)
    return _png(drawn) if size >= PNG_FROM else _bitmap(drawn)


def _drawn(svg: Path, size: int) -> QImage:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(svg))
    if not renderer.isValid():
        raise ValueError(f"{svg} is no picture")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stubs lack this form
    return bytes(buffer.data().data())


def _bitmap(image: QImage) -> bytes:
    """Give the rows from the last to the first, as BGRA, and the empty mask that follows them."""
    size = image.width()
    stride = image.bytesPerLine()
    pixels = bytes(image.constBits())
    rows = [pixels[line * stride : (line + 1) * stride] for line in reversed(range(size))]
    mask = bytes((size + 31) // 32 * 4 * size)
    height = 2 * size  # the picture's and the mask's
    head = struct.pack("<3L2H6L", 40, size, height, 1, BITS, 0, len(pixels), 0, 0, 0, 0)
    return head + b"".join(rows) + mask
