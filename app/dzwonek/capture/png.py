"""Writes PNG files quickly, in slices, so that no other thread waits for long.

RGB or a palette, eight bits, no chunks but the necessary: https://www.w3.org/TR/png-3/. Whether a
band of rows of RGB is stored as it is or as the difference to the row above (filters None and Up)
is decided by samples: windows and text pack better plain, photographs as differences. With Intel's
deflate this takes a tenth of the time of Qt's encoder, and about as many bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Protocol

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BYTES_A_PIXEL = 3
BAND_ROWS = 32  # what is worked on in one go: 0.4 MB of a 4K screen
SAMPLE_ROWS = 4
SAMPLE_EVERY = 4  # bands: neighbours are of a kind, and a sample costs as much as packing them
WORTH = 0.6  # a difference takes its time, so it has to save that much of the bytes
CHUNK = 1 << 16  # an IDAT chunk is written when so many bytes wait
NONE, UP = b"\0", b"\2"  # https://www.w3.org/TR/png-3/#9Filter-types
TRUECOLOUR, INDEXED = 2, 3  # https://www.w3.org/TR/png-3/#6Colour-values
RGB_OF_8_BITS = bytes((8, TRUECOLOUR, 0, 0, 0))  # behind width and height in IHDR
CHUNK_FRAME = 12  # bytes of each chunk's length, name and check sum
# What full flushing ends with, a last block with nothing in it (RFC 1951, section 3.2), Adler-32.
FLUSHED, LAST_BLOCK, CHECK_LENGTH = b"\0\0\xff\xff", b"\3\0", 4
STREAM_HEAD_LENGTH = 2  # RFC 1950, section 2.2
ADLER_BASE = 65521  # RFC 1950, section 9
TIGHT = 6  # zlib's level where size counts; the highest takes six times as long for 3 %


class Packer(Protocol):
    """A running deflate, as zlib's `compressobj` gives it."""

    def compress(self, data: bytes, /) -> bytes:
        """Take more data and give what is packed so far."""
        ...

    def flush(self, mode: int = ..., /) -> bytes:
        """Give the rest, or with `Z_FULL_FLUSH` what waits, up to a whole byte."""
        ...


class Deflate(Protocol):
    """A library that packs."""

    def packer(self) -> Packer:
        """Start a zlib stream."""
        ...

    def packed_size(self, data: bytes) -> int:
        """Say how small a sample gets."""
        ...


class IntelDeflate:
    """Intel's ISA-L: several times faster than zlib at its lowest level. Not on every machine."""

    def __init__(self) -> None:
        """Load it; raises ImportError."""
        from isal import isal_zlib

        self._isal = isal_zlib

    def packer(self) -> Packer:
        """Start a zlib stream."""
        return self._isal.compressobj(2)

    def packed_size(self, data: bytes) -> int:
        """Say how small a sample gets."""
        return len(self._isal.compress(data, 1))


class PlainDeflate:
    """Python's own zlib, which is always there."""

    def packer(self) -> Packer:
        """Start a zlib stream."""
        return zlib.compressobj(1)

    def packed_size(self, data: bytes) -> int:
        """Say how small a sample gets."""
        return len(zlib.compress(data, 1))


def fastest_deflate() -> Deflate:
    """Choose the fastest deflate that this machine has."""
    try:
        return IntelDeflate()
    except ImportError:
        return PlainDeflate()


def encoded(
    width: int,
    height: int,
    bands: Iterable[bytes],
    deflate: Deflate,
    most: int | None = None,
) -> bytes | None:
    """Make a PNG of bands of `BAND_ROWS` rows, R, G, B, without gaps; the last may be shorter.

    None when the file would have more than `most` bytes; then the rest of the bands is not read.
    Raises ValueError when the bands do not add up to width × height pixels.
    """
    chunks = _Chunks(width, height)
    rows = _Rows(width * BYTES_A_PIXEL, deflate)
    packer = deflate.packer()
    for band in bands:
        chunks.add(packer.compress(rows.filtered(band)))
        if most is not None and chunks.size > most:
            return None
    if rows.count != height:
        raise ValueError(f"{rows.count} rows of {height}")
    packed = packer.flush(zlib.Z_FULL_FLUSH)  # from here on other rows can follow: `lengthened`
    chunks.add(packed + LAST_BLOCK + packer.flush()[-CHECK_LENGTH:])
    content = chunks.finished()
    return None if most is not None and len(content) > most else content


def lengthened(content: bytes, pixels: bytes, deflate: Deflate) -> bytes | None:
    """Put further rows under a PNG that `encoded` made, without packing its own rows again.

    `pixels` are R, G, B in rows as wide as the picture. None when `encoded` did not make it; raises
    ValueError for rows that are not whole.
    """
    parts = _parts_of(content)
    if parts is None:
        return None
    head, middle, packed = parts
    width, height = struct.unpack_from(">II", head)
    rows, rest = divmod(len(pixels), width * BYTES_A_PIXEL)
    if rest:
        raise ValueError(f"{len(pixels)} bytes are no whole rows of {width} pixels")
    length = width * BYTES_A_PIXEL
    more = b"".join([NONE + pixels[row * length : (row + 1) * length] for row in range(rows)])
    packer = deflate.packer()
    blocks = (packer.compress(more) + packer.flush())[STREAM_HEAD_LENGTH:]
    check = _joined(_check_of(packed), _check_of(blocks), len(more))
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">II", width, height + rows) + head[8:]),
            middle,
            _chunk(b"IDAT", packed[: -len(LAST_BLOCK) - CHECK_LENGTH]),
            _chunk(b"IDAT", blocks[:-CHECK_LENGTH] + check.to_bytes(CHECK_LENGTH, "big")),
            _chunk(b"IEND", b""),
        )
    )


def _parts_of(content: bytes) -> tuple[bytes, memoryview, bytes] | None:
    """Give IHDR's data, the chunks between, and the data of the last IDAT; None: not ours."""
    places, place = [], len(SIGNATURE)
    while place + CHUNK_FRAME <= len(content):
        (length,) = struct.unpack_from(">I", content, place)
        places.append((place, content[place + 4 : place + 8], length))
        place += length + CHUNK_FRAME
    names = [name for _, name, _ in places]
    if place != len(content) or names != [b"IHDR", *[b"IDAT"] * (len(names) - 2), b"IEND"]:
        return None
    (start, _, _), (last, _, length) = places[1], places[-2]
    head, packed = content[16:29], content[last + 8 : last + 8 + length]
    is_ours = head[8:] == RGB_OF_8_BITS and packed[:-CHECK_LENGTH].endswith(FLUSHED + LAST_BLOCK)
    return (head, memoryview(content)[start:last], packed) if is_ours else None


def _check_of(packed: bytes) -> int:
    return int.from_bytes(packed[-CHECK_LENGTH:], "big")


def _joined(first: int, second: int, length: int) -> int:
    """Give the Adler-32 of two pieces from their own; `length` is the second one's in bytes.

    The sums of RFC 1950, section 8.2, start at 1 and 0 for each piece.
    """
    low = (first % 65536 + second % 65536 - 1) % ADLER_BASE
    high = (first // 65536 + second // 65536 + length * (first % 65536 - 1)) % ADLER_BASE
    return high << 16 | low


def encoded_indexed(
    width: int, height: int, bands: Iterable[bytes], palette: Sequence[int]
) -> bytes:
    """Make a PNG of 256 colours at most: one byte a pixel, `palette` as 0xRRGGBB.

    Raises ValueError when the bands do not add up to width × height pixels.
    """
    colours = b"".join((colour & 0xFFFFFF).to_bytes(3, "big") for colour in palette)
    chunks = _Chunks(width, height, INDEXED, _chunk(b"PLTE", colours))
    packer = zlib.compressobj(TIGHT)
    pixels = 0
    for band in bands:
        pixels += len(band)
        rows = [NONE + band[start : start + width] for start in range(0, len(band), width)]
        chunks.add(packer.compress(b"".join(rows)))
    if pixels != width * height:
        raise ValueError(f"{pixels} pixels of {width} × {height}")
    chunks.add(packer.flush())
    return chunks.finished()


class _Rows:
    """Puts a filter before each row; knows the row above."""

    def __init__(self, length: int, deflate: Deflate) -> None:
        self._length = length
        self._deflate = deflate
        self._above = bytes(length)
        self._masks: dict[int, tuple[int, int]] = {}
        self._bands = 0
        self._is_difference = False
        self.count = 0

    def filtered(self, band: bytes) -> bytes:
        """Give the band with each row behind its filter's number."""
        length = self._length
        rows, rest = divmod(len(band), length)
        if rest:
            raise ValueError(f"{len(band)} bytes are no whole rows of {length}")
        filter_type, body = NONE, band
        if self._bands % SAMPLE_EVERY == 0:
            self._is_difference = self._is_better_as_difference(band, rows)
        self._bands += 1
        if self._is_difference:
            filter_type, body = UP, self._difference(band, self._above)
        self._above = band[-length:]
        self.count += rows
        starts = range(0, len(band), length)
        return b"".join([filter_type + body[start : start + length] for start in starts])

    def _is_better_as_difference(self, band: bytes, rows: int) -> bool:
        if rows <= 2 * SAMPLE_ROWS:
            return False
        start = rows // 2 * self._length
        sample = band[start : start + SAMPLE_ROWS * self._length]
        above = band[start - self._length : start]
        difference = self._difference(sample, above)
        return self._deflate.packed_size(difference) < WORTH * self._deflate.packed_size(sample)

    def _difference(self, band: bytes, above: bytes) -> bytes:
        """Subtract from each byte the one a row above, modulo 256, all in one long number.

        The top bit of each byte keeps its neighbours apart: Hacker's Delight, section 2-18.
        """
        size = len(band)
        top, low = self._masks_for(size)
        row_bits = 8 * len(above)
        here = int.from_bytes(band, "little")
        over = (here << row_bits & ((1 << 8 * size) - 1)) | int.from_bytes(above, "little")
        return (((here | top) - (over & low)) ^ ((here ^ over ^ top) & top)).to_bytes(
            size, "little"
        )

    def _masks_for(self, size: int) -> tuple[int, int]:
        if size not in self._masks:
            self._masks[size] = (
                int.from_bytes(b"\x80" * size, "little"),
                int.from_bytes(b"\x7f" * size, "little"),
            )
        return self._masks[size]


class _Chunks:
    """The file as it grows."""

    def __init__(
        self, width: int, height: int, kind: int = TRUECOLOUR, palette: bytes = b""
    ) -> None:
        header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)  # 8 bits
        self._parts = [SIGNATURE, _chunk(b"IHDR", header), palette]
        self._waiting: list[bytes] = []
        self._waiting_size = 0
        self.size = 0

    def add(self, packed: bytes) -> None:
        """Take more of the packed rows."""
        self._waiting.append(packed)
        self._waiting_size += len(packed)
        self.size += len(packed)
        if self._waiting_size >= CHUNK:
            self._write()

    def finished(self) -> bytes:
        """Give the whole file."""
        self._write()
        self._parts.append(_chunk(b"IEND", b""))
        return b"".join(self._parts)

    def _write(self) -> None:
        data = b"".join(self._waiting)
        self._waiting.clear()
        self._waiting_size = 0
        if data:
            self._parts.append(_chunk(b"IDAT", data))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
