"""The PNG writer's files are read back by a decoder of our own, written from the standard."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.capture import png

DEFLATES = [png.PlainDeflate(), png.fastest_deflate()]


def chunks_of(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk the chunks to the end of the file; every check sum has to be right."""
    assert content.startswith(png.SIGNATURE)
    place = len(png.SIGNATURE)
    while place < len(content):
        (length,) = struct.unpack_from(">I", content, place)
        name, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", content, place + 8 + length)
        assert check == zlib.crc32(name + data)
        yield name, data
        place += length + 12
    assert place == len(content)


def decode(content: bytes) -> tuple[int, int, bytes]:
    """Read an RGB picture with the filters None and Up: width, height, pixels."""
    chunks = list(chunks_of(content))
    width, height, *rest = struct.unpack(">IIBBBBB", chunks[0][1])
    assert rest == [8, 2, 0, 0, 0]
    packed = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    length = width * 3
    above, rows = bytes(length), []
    for start in range(0, len(packed), length + 1):
        row = packed[start + 1 : start + 1 + length]
        if packed[start] == 2:
            row = bytes((one + two) % 256 for one, two in zip(row, above, strict=True))
        else:
            assert packed[start] == 0
        rows.append(row)
        above = row
    return width, height, b"".join(rows)


def bands_of(pixels: bytes, width: int) -> Iterator[bytes]:
    size = width * 3 * png.BAND_ROWS
    return (pixels[start : start + size] for start in range(0, len(pixels), size))


def encode(width: int, height: int, pixels: bytes, deflate: png.Deflate) -> bytes:
    content = png.encoded(width, height, bands_of(pixels, width), deflate)
    assert content is not None
    return content


def sloping(width: int, height: int) -> bytes:
    """Make a picture that packs better as differences: each row is the one above, a step on."""
    chance = random.Random(3)
    row = [chance.randrange(256) for _ in range(width * 3)]
    return b"".join(bytes((value + 3 * y) % 256 for value in row) for y in range(height))


@pytest.mark.parametrize("deflate", DEFLATES)
@given(width=st.integers(1, 40), height=st.integers(1, 70), seed=st.integers(0, 99))
def test_any_pixels_come_back_as_they_were(
    deflate: png.Deflate, width: int, height: int, seed: int
) -> None:
    pixels = random.Random(seed).randbytes(width * height * 3)
    content = encode(width, height, pixels, deflate)
    assert decode(content) == (width, height, pixels)


@pytest.mark.parametrize("deflate", DEFLATES)
def test_a_photograph_is_stored_as_differences_and_comes_back(deflate: png.Deflate) -> None:
    pixels = sloping(200, 100)
    content = encode(200, 100, pixels, deflate)
    assert decode(content) == (200, 100, pixels)
    assert len(content) < len(zlib.compress(pixels)) / 2


def test_text_on_a_plain_ground_is_not_made_larger_by_differences() -> None:
    chance = random.Random(5)
    pixels = b"".join(chance.choice((b"\x22\x22\x22", b"\xf6\xf7\xf8")) for _ in range(250 * 64))
    content = encode(250, 64, pixels, png.fastest_deflate())
    packed = zlib.decompress(b"".join(data for name, data in chunks_of(content) if name == b"IDAT"))
    assert packed[0] == 0
    assert decode(content) == (250, 64, pixels)


def test_the_file_holds_nothing_but_the_picture() -> None:
    names = [name for name, _ in chunks_of(encode(9, 90, sloping(9, 90), png.fastest_deflate()))]
    assert names[0] == b"IHDR"
    assert names[-1] == b"IEND"
    assert set(names[1:-1]) == {b"IDAT"}


def test_a_large_picture_comes_in_several_chunks() -> None:
    pixels = random.Random(1).randbytes(300 * 300 * 3)
    content = encode(300, 300, pixels, png.fastest_deflate())
    assert [name for name, _ in chunks_of(content)].count(b"IDAT") > 1
    assert decode(content) == (300, 300, pixels)


def test_the_work_stops_when_the_file_would_be_too_large() -> None:
    pixels = random.Random(1).randbytes(300 * 320 * 3)
    seen = []

    def counted() -> Iterator[bytes]:
        for band in bands_of(pixels, 300):
            seen.append(len(band))
            yield band

    assert png.encoded(300, 320, counted(), png.PlainDeflate(), most=60_000) is None
    assert len(seen) < 5


def test_a_file_that_is_too_large_only_at_its_end_is_refused_too() -> None:
    pixels = random.Random(1).randbytes(20 * 20 * 3)
    size = len(encode(20, 20, pixels, png.PlainDeflate()))
    bands = [pixels]
    assert png.encoded(20, 20, bands, png.PlainDeflate(), most=size - 1) is None
    assert png.encoded(20, 20, bands, png.PlainDeflate(), most=size) is not None


@pytest.mark.parametrize("pixels", [b"", bytes(29), bytes(27), bytes(33)])
def test_rows_that_do_not_add_up_are_a_mistake(pixels: bytes) -> None:
    with pytest.raises(ValueError, match="rows"):
        png.encoded(1, 10, [pixels], png.PlainDeflate())


@pytest.mark.parametrize("deflate", DEFLATES)
@given(
    width=st.integers(1, 40),
    height=st.integers(1, 70),
    more=st.integers(1, 40),
    seed=st.integers(0, 99),
)
def test_further_rows_come_under_a_picture_that_stays_packed_as_it_was(
    deflate: png.Deflate, width: int, height: int, more: int, seed: int
) -> None:
    chance = random.Random(seed)
    pixels, rows = chance.randbytes(width * height * 3), chance.randbytes(width * more * 3)
    content = encode(width, height, pixels, deflate)
    longer = png.lengthened(content, rows, deflate)
    assert longer is not None
    assert decode(longer) == (width, height + more, pixels + rows)  # zlib judges its check sum
    before, after = (
        b"".join(data for name, data in chunks_of(each) if name == b"IDAT")
        for each in (content, longer)
    )
    assert after.startswith(before[:-6])  # but for the last block and the check sum


def test_only_our_own_pictures_are_lengthened() -> None:
    deflate = png.fastest_deflate()
    content = encode(9, 90, sloping(9, 90), deflate)
    row = bytes(27)
    foreign = [
        b"",
        content[:-1],
        content + b"behind the end",
        b"\xff\xd8\xff" + content,
        png.encoded_indexed(9, 1, [bytes(9)], [0]),
        finished_by_zlib_alone(content),
    ]
    assert [png.lengthened(each, row, deflate) for each in foreign] == [None] * len(foreign)
    assert png.lengthened(content, row, deflate) is not None
    with pytest.raises(ValueError, match="28 bytes are no whole rows of 9 pixels"):
        png.lengthened(content, bytes(28), deflate)


def finished_by_zlib_alone(content: bytes) -> bytes:
    """Pack a picture's rows anew, as other programs and earlier versions do."""
    chunks = list(chunks_of(content))
    packed = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    parts = (chunks[0], (b"IDAT", zlib.compress(packed)), chunks[-1])
    checked = ((len(data), name, data, zlib.crc32(name + data)) for name, data in parts)
    return png.SIGNATURE + b"".join(
        struct.pack(">I", length) + name + data + struct.pack(">I", check)
        for length, name, data, check in checked
    )


def test_without_intels_library_python_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "isal", None)
    assert isinstance(png.fastest_deflate(), png.PlainDeflate)


@given(st.integers(1, 40), st.integers(1, 70), st.integers(1, 256), st.randoms())
def test_a_picture_with_a_palette_comes_back_exactly(
    width: int, height: int, colours: int, chance: random.Random
) -> None:
    palette = [0xFF000000 | chance.randrange(1 << 24) for _ in range(colours)]
    pixels = bytes(chance.randrange(colours) for _ in range(width * height))
    size = width * png.BAND_ROWS
    bands = (pixels[start : start + size] for start in range(0, len(pixels), size))
    chunks = list(chunks_of(png.encoded_indexed(width, height, bands, palette)))
    assert {name for name, _ in chunks} == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert struct.unpack(">IIBBBBB", chunks[0][1]) == (width, height, 8, 3, 0, 0, 0)
    told = chunks[1][1]
    assert [int.from_bytes(told[at : at + 3], "big") for at in range(0, len(told), 3)] == [
        colour & 0xFFFFFF for colour in palette
    ]
    packed = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    rows = [packed[start : start + width + 1] for start in range(0, len(packed), width + 1)]
    assert b"".join(row[1:] for row in rows) == pixels
    assert {row[0] for row in rows} == {0}


def test_a_picture_with_a_palette_of_the_wrong_size_is_refused() -> None:
    with pytest.raises(ValueError, match="5 pixels of 2 × 3"):
        png.encoded_indexed(2, 3, [bytes(5)], [0])
