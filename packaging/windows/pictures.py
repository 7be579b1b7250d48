"""Pictures of wine's desktop: compared with each other, and kept as files."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from windows.wine.hand import Answer


def differing(before: Answer, after: Answer) -> int:
    """Count the bytes that two pictures of the same size differ in."""
    if len(before.picture) != len(after.picture):
        raise ValueError("the pictures are of different sizes")
    pairs = zip(before.picture, after.picture, strict=True)
    return sum(one != other for one, other in pairs)


def taskbar(seen: Answer, height: int) -> Answer:
    """Give the right half of a desktop's lowest lines, where the tray is."""
    width, whole = seen.values["width"], seen.values["height"]
    half = width // 2
    starts = ((line * width + half) * 3 for line in range(whole - height, whole))
    pixels = b"".join(seen.picture[start : start + (width - half) * 3] for start in starts)
    return Answer({**seen.values, "width": width - half, "height": height}, pixels)


def save_png(seen: Answer, file: Path) -> None:
    """Write a picture as PNG (www.w3.org/TR/png-3)."""
    width, height = seen.values["width"], seen.values["height"]
    rows = (seen.picture[line * width * 3 : (line + 1) * width * 3] for line in range(height))
    head = struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks))


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">L", len(content)) + body + struct.pack(">L", zlib.crc32(body))
