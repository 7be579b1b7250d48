"""Pictures made smaller for a mail server: fewer colours, JPEG, half the size."""

from __future__ import annotations

import gc
import random

import pytest
from PySide6.QtGui import QImage, qRgb

from dzwonek.capture import raster
from dzwonek.domain.picture import PictureNote, Rect, Reduction
from dzwonek.domain.problem import Code, ProblemError

RGB32 = QImage.Format.Format_RGB32
SHRINKING = (Reduction.PALETTE, Reduction.JPEG, Reduction.HALF)


def screen(width: int, height: int, colours: int, note: PictureNote, run: int = 1) -> bytes:
    """Draw stripes of random colours, each `run` pixels long, and encode them as PNG."""
    chance = random.Random(5)
    known = [chance.randrange(1, 1 << 24).to_bytes(4, "little") for _ in range(colours)]
    row = [b"".join(chance.choice(known) * run for _ in range(-(-width // run))) for _ in range(9)]
    pixels = b"".join(row[y % 9][: width * 4] for y in range(height))
    picture = raster.encode(QImage(pixels, width, height, width * 4, RGB32).copy(), note)
    assert picture.content.startswith(b"\x89PNG")
    return picture.content


def photograph(width: int, height: int, note: PictureNote) -> bytes:
    """Make noise, which is stored as JPEG."""
    pixels = random.Random(9).randbytes(width * height * 4)
    picture = raster.encode(QImage(pixels, width, height, width * 4, RGB32), note)
    assert picture.content.startswith(b"\xff\xd8")
    return picture.content


def pixels_of(content: bytes) -> list[int]:
    image = raster.decoded(content)
    rows = image.convertToFormat(RGB32).copy()
    return [pixel & 0xFFFFFF for pixel in memoryview(rows.constBits()).cast("I")]


def test_256_colours_lose_nothing_and_take_less(note: PictureNote) -> None:
    content = screen(401, 203, 256, note)
    small = raster.reduced(content, Reduction.PALETTE)
    assert small.media_type == "image/png"
    assert len(small.content) < 0.6 * len(content)
    assert pixels_of(small.content) == pixels_of(content)


def test_more_colours_than_that_stay_recognisable(note: PictureNote) -> None:
    content = screen(401, 203, 900, note)
    small = raster.reduced(content, Reduction.PALETTE)
    before, after = pixels_of(content), pixels_of(small.content)
    assert len(small.content) < 0.6 * len(content)
    assert len(set(after)) <= 256
    errors = [
        abs((one >> shift & 255) - (two >> shift & 255))
        for one, two in zip(before, after, strict=True)
        for shift in (16, 8, 0)
    ]
    assert sum(errors) / len(errors) < 12


def test_each_step_makes_a_photograph_smaller_and_says_what_it_is_now(note: PictureNote) -> None:
    content = photograph(1401, 901, note)
    jpeg = raster.reduced(content, Reduction.JPEG)
    half = raster.reduced(content, Reduction.HALF)
    assert len(half.content) < len(jpeg.content) / 2 < len(content) / 2
    assert (jpeg.media_type, jpeg.width, jpeg.height) == ("image/jpeg", 1401, 901)
    assert (half.media_type, half.width, half.height) == ("image/jpeg", 700, 450)
    image = raster.decoded(half.content)
    assert (image.width(), image.height()) == (700, 450)


@pytest.mark.parametrize("how", SHRINKING)
def test_a_picture_never_grows(how: Reduction, note: PictureNote) -> None:
    content = screen(1280, 800, 2, note, run=320)
    small = raster.reduced(content, how)
    assert len(small.content) <= len(content)
    image = raster.decoded(small.content)
    assert (image.width(), image.height()) == (small.width, small.height)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 3), (65, 33)])
def test_half_of_a_tiny_picture_is_at_least_one_pixel(
    size: tuple[int, int], note: PictureNote
) -> None:
    image = QImage(*size, RGB32)
    image.fill(qRgb(10, 200, 30))
    half = raster._halved(image)
    assert (half.width(), half.height()) == (max(size[0] // 2, 1), max(size[1] // 2, 1))
    assert half.pixel(half.width() - 1, half.height() - 1) == qRgb(10, 200, 30)


def test_half_averages_four_pixels_over_the_whole_picture() -> None:
    image = QImage(64, 150, RGB32)  # more than two bands
    for y in range(150):
        for x in range(64):
            image.setPixel(x, y, qRgb(0, 0, 0) if (x + y) % 2 else qRgb(200, 100, 40))
    half = raster._halved(image)
    for point in ((0, 0), (31, 74), (16, 31), (16, 32), (5, 64)):
        colour = half.pixelColor(*point)
        assert abs(colour.red() - 100) < 3
        assert abs(colour.green() - 50) < 3
        assert abs(colour.blue() - 20) < 3


@pytest.mark.parametrize("how", SHRINKING)
def test_a_cover_stays_and_the_file_holds_pixels_alone(how: Reduction, note: PictureNote) -> None:
    content = screen(400, 300, 700, note)
    hidden = raster.flattened(content, [Rect(40, 40, 200, 100)], note).content
    small = raster.reduced(hidden, how)
    image = raster.decoded(small.content)
    scale = image.width() / 400
    middle = image.pixelColor(int(140 * scale), int(90 * scale))
    assert max(middle.red(), middle.green(), middle.blue()) < 20
    for marker in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"Exif", b"pHYs", b"iCCP"):
        assert marker not in small.content
    end = b"IEND\xaeB`\x82" if small.media_type == "image/png" else b"\xff\xd9"
    assert small.content.endswith(end)
    assert small.content.count(b"IEND") == (small.media_type == "image/png")


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(ProblemError) as caught:
        raster.reduced(b"\x89PNG\r\n\x1a\n not really", Reduction.JPEG)
    assert caught.value.problem.code is Code.PICTURE_UNREADABLE
    gc.collect()
