"""Packs an installer's files; wixl's own packing takes each 32 KB for itself, and 4 % more room.

learn.microsoft.com/openspecs/windows_protocols/ms-cab describes the format, and ms-mci its MSZIP,
where each block may look back into the one before it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

BLOCK = 32768
MSZIP, VERSION = 1, (3, 1)  # of the format: 1.3, the minor number first
HEAD, FOLDER = 36, 8  # bytes
ARCHIVE = 0x20


class Packed(NamedTuple):
    """A file to pack: the name that the installer knows it by, and where it lies."""

    name: str
    path: Path


def cabinet(files: Sequence[Packed], day: date) -> bytes:
    """Give the cabinet of `files` in their order, each dated `day`.

    Raises ValueError when they are more than one cabinet holds.
    """
    contents = [file.path.read_bytes() for file in files]
    whole = b"".join(contents)
    blocks = [whole[start : start + BLOCK] for start in range(0, len(whole), BLOCK)]
    if len(blocks) > 0xFFFF or len(files) > 0xFFFF:
        raise ValueError(f"{len(files)} files of {len(whole)} bytes are too much for one cabinet")
    with ThreadPoolExecutor() as pool:
        packed = b"".join(pool.map(_block, [b"", *blocks], blocks))
    entries = b"".join(_entries(files, map(len, contents), day))
    start = HEAD + FOLDER + len(entries)
    head = struct.pack(
        "<4s5L2B5H",
        *(b"MSCF", 0, start + len(packed), 0, HEAD + FOLDER, 0),
        *(*VERSION, 1, len(files), 0, 0, 0),
    )
    return head + struct.pack("<L2H", start, len(blocks), MSZIP) + entries + packed


def _entries(files: Iterable[Packed], sizes: Iterable[int], day: date) -> Iterable[bytes]:
    start = 0
    dated = (day.year - 1980) << 9 | day.month << 5 | day.day
    for file, size in zip(files, sizes, strict=True):
        yield struct.pack("<2L4H", size, start, 0, dated, 0, ARCHIVE)
        yield file.name.encode("ascii") + b"\0"  # an identifier of Windows Installer
        start += size


def _block(before: bytes, block: bytes) -> bytes:
    """Pack one block, given the one before it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, before)
    packed = b"CK" + packer.compress(block) + packer.flush()
    sizes = struct.pack("<2H", len(packed), len(block))
    return struct.pack("<L", _checksum(sizes) ^ _checksum(packed)) + sizes + packed


def _checksum(content: bytes) -> int:
    """Give the format's checksum: all 32-bit words by XOR, the odd bytes at the end reversed."""
    odd = len(content) % 4
    words = int.from_bytes(content[: len(content) - odd], "little")
    bits = max(len(content) - odd, 4) * 8
    while bits > 32:
        half = (bits // 2 + 31) // 32 * 32
        words = (words >> half) ^ (words & ((1 << half) - 1))
        bits = half
    return words ^ int.from_bytes(content[len(content) - odd :], "big")
