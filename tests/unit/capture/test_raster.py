"""Pictures are shown, read, covered and encoded without a trace of what they should not hold."""

from __future__ import annotations

import gc
import struct
import weakref
import zlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, qAlpha, qRgb, qRgba

from dzwonek.capture import png, raster
from dzwonek.domain.picture import PictureNote, Rect, Screenshot
from dzwonek.domain.problem import Code, ProblemError
from tests.fakes.screens import SLATE, plain_shot

BLACK = qRgb(0, 0, 0)
RGB32 = QImage.Format.Format_RGB32
SECRET = "Tobiasz Świeczka"


def saved(image: QImage, kind: str) -> bytes:
    """Encode by Qt."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind.lower().encode()).write(image)
    return bytes(buffer.data().data())


def chunk_names(content: bytes) -> list[bytes]:
    """Walk a PNG's chunks to the very end of the file."""
    names, place = [], 8
    while place < len(content):
        (length,) = struct.unpack_from(">I", content, place)
        names.append(content[place + 4 : place + 8])
        place += 12 + length
    assert place == len(content)
    return names


def shot_of(image: QImage) -> Screenshot:
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    shot = plain_shot(width=width, height=height)
    return replace(shot, stride=stride, pixels=bytes(image.constBits()))


def pixels_of(image: QImage) -> list[int]:
    """Give the colours, row by row, without the byte that has no meaning."""
    rows = image.convertToFormat(RGB32).copy()  # without the bytes between the rows
    return [pixel & 0xFFFFFF for pixel in memoryview(rows.constBits()).cast("I")]


# -- shown


def test_a_screenshot_is_shown_without_being_copied() -> None:
    shot = plain_shot(width=5, height=4)
    image = raster.image_of(shot)
    assert isinstance(shot.pixels, bytearray)
    shot.pixels[0:4] = b"\x01\x02\x03\x00"
    assert image.pixel(0, 0) == qRgb(3, 2, 1)
    assert image.pixel(4, 3) == qRgb(*SLATE)


def test_an_image_keeps_the_pixels_alive_and_so_do_its_copies() -> None:
    class Pixels(bytearray):
        """Can be watched."""

    pixels = Pixels(plain_shot().pixels)
    watch = weakref.ref(pixels)
    image = raster.image_of(replace(plain_shot(), pixels=memoryview(pixels)))
    del pixels
    shared = QImage(image)
    del image
    gc.collect()
    assert watch() is not None
    assert shared.pixel(63, 47) == qRgb(*SLATE)
    del shared
    gc.collect()
    assert watch() is None


def test_a_view_into_a_wider_desktop_is_shown_row_by_row() -> None:
    desktop = bytes(range(24)) * 2  # two rows of six pixels
    shot = replace(plain_shot(width=2, height=2), stride=24, pixels=memoryview(desktop)[16:48])
    image = raster.image_of(shot)
    assert image.pixel(1, 1) == qRgb(22, 21, 20)
    assert pixels_of(image)[:2] == pixels_of(image)[2:]


@pytest.mark.parametrize("size", [(64, 49), (65, 48), (64, 0)])
def test_too_few_pixels_are_refused(size: tuple[int, int]) -> None:
    shot = replace(plain_shot(), width=size[0], height=size[1])
    with pytest.raises(ValueError, match="bytes for"):
        raster.image_of(replace(shot, stride=shot.width * 4))


def test_a_thumbnail_keeps_the_proportions_and_the_colour() -> None:
    small = raster.thumbnail(plain_shot(width=1920, height=1080), 320, 320)
    assert (small.width(), small.height()) == (320, 180)
    assert set(pixels_of(small)) == {qRgb(*SLATE) & 0xFFFFFF}


def test_a_thumbnail_of_a_band_is_at_least_one_pixel_high() -> None:
    small = raster.thumbnail(raster.image_of(plain_shot(width=2000, height=2)), 100, 100)
    assert (small.width(), small.height()) == (100, 1)


def test_a_small_picture_is_not_blown_up_and_stands_on_its_own() -> None:
    shot = plain_shot(width=30, height=20)
    small = raster.thumbnail(shot, 320, 180)
    assert isinstance(shot.pixels, bytearray)
    shot.pixels[:] = bytes(len(shot.pixels))
    assert (small.width(), small.height()) == (30, 20)
    assert small.pixel(0, 0) == qRgb(*SLATE)


# -- read


@pytest.mark.parametrize("kind", ["PNG", "BMP"])
def test_a_picture_is_read_as_it_was(kind: str, noise: QImage) -> None:
    assert pixels_of(raster.decoded(saved(noise, kind))) == pixels_of(noise)


def test_a_jpeg_is_read() -> None:
    image = raster.decoded(saved(raster.image_of(plain_shot()), "JPEG"))
    assert (image.width(), image.height()) == (64, 48)


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a" + bytes(40), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7"],
)
def test_other_kinds_of_picture_are_refused_unread(content: bytes) -> None:
    with pytest.raises(ProblemError) as refusal:
        raster.decoded(content)
    assert refusal.value.problem.code is Code.PICTURE_UNREADABLE


@pytest.mark.qt_log_ignore("libpng", "qt.gui.imageio", "QPngHandler")
@pytest.mark.parametrize("keep", [8, 30, 60])
def test_a_torn_file_is_refused(keep: int, noise: QImage) -> None:
    with pytest.raises(ProblemError) as refusal:
        raster.decoded(saved(noise, "PNG")[:keep])
    assert refusal.value.problem.code is Code.PICTURE_UNREADABLE


@pytest.mark.parametrize("size", [(60_000, 60_000), (8_000, 8_000), (64_001, 1_000)])
def test_a_picture_too_large_for_memory_is_refused_by_its_header(size: tuple[int, int]) -> None:
    header = struct.pack(">IIBBBBB", *size, 8, 6, 0, 0, 0)
    content = png.SIGNATURE
    for name, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")):
        check = struct.pack(">I", zlib.crc32(name + data))
        content += struct.pack(">I", len(data)) + name + data + check
    with pytest.raises(ProblemError) as refusal:
        raster.decoded(content)
    assert refusal.value.problem.code is Code.PICTURE_TOO_LARGE
    assert refusal.value.problem.values == {"width": size[0], "height": size[1]}


def test_qt_itself_is_told_the_limit() -> None:
    raster.decoded(saved(raster.image_of(plain_shot()), "PNG"))
    assert QImageReader.allocationLimit() == raster.MOST_MEGABYTES


def test_what_is_transparent_is_white_and_what_hid_there_is_gone() -> None:
    image = QImage(2, 1, QImage.Format.Format_ARGB32)
    image.setPixel(0, 0, qRgba(10, 20, 30, 0))
    image.setPixel(1, 0, qRgba(10, 20, 30, 255))
    read = raster.decoded(saved(image, "PNG"))
    assert pixels_of(read) == [0xFFFFFF, 0x0A141E]


def test_texts_profiles_and_scale_do_not_come_along(noise: QImage) -> None:
    noise.setText("Author", SECRET)
    noise.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    noise.setDevicePixelRatio(2.0)
    read = raster.decoded(saved(noise, "PNG"))
    assert read.textKeys() == []
    assert not read.colorSpace().isValid()
    fresh = raster.covered(noise, [])
    assert fresh.textKeys() == []
    assert fresh.devicePixelRatio() == 1.0
    assert (fresh.width(), fresh.height()) == (101, 67)
    assert pixels_of(fresh) == pixels_of(noise)


# -- covered

edges = st.integers(-150, 150)
sizes = st.integers(-20, 220)
covers = st.lists(st.builds(Rect, edges, edges, sizes, sizes), max_size=5)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(rects=covers)
def test_nothing_of_the_original_is_left_under_a_cover(noise: QImage, rects: list[Rect]) -> None:
    before = pixels_of(noise)
    result = raster.covered(noise, rects)
    assert result.format() == RGB32
    after = iter(pixels_of(result))
    for y in range(noise.height()):
        for x in range(noise.width()):
            is_covered = any(
                r.left <= x < r.left + r.width and r.top <= y < r.top + r.height for r in rects
            )
            assert next(after) == (0 if is_covered else before[y * noise.width() + x])
    assert pixels_of(noise) == before


@pytest.mark.parametrize(
    "rect",
    [
        Rect(-(10**30), -(10**30), 2 * 10**30, 2 * 10**30),
        Rect(0, 0, 101, 67),
        Rect(-1, -1, 10**12, 10**12),
    ],
)
def test_a_cover_of_any_size_is_clamped_to_the_picture(rect: Rect, noise: QImage) -> None:
    assert set(pixels_of(raster.covered(noise, [rect]))) == {0}


def test_a_cover_is_opaque_where_the_picture_is_transparent() -> None:
    image = QImage(9, 9, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    result = raster.covered(image, [Rect(1, 1, 3, 3)])
    assert result.pixel(2, 2) == BLACK
    assert qAlpha(result.pixel(2, 2)) == 255
    assert result.pixel(5, 5) == qRgb(255, 255, 255)


# -- encoded


def test_a_screenshot_comes_back_exactly(note: PictureNote, noise: QImage) -> None:
    picture = raster.encode(shot_of(noise), note)
    assert picture.note == replace(note, width=101, height=67, media_type="image/png")
    assert pixels_of(raster.decoded(picture.content)) == pixels_of(noise)
    assert chunk_names(picture.content) == [b"IHDR", b"IDAT", b"IEND"]


def test_a_view_into_a_wider_desktop_is_encoded_alone(note: PictureNote) -> None:
    desktop = bytes(range(240)) * 40  # forty rows of sixty pixels
    shot = plain_shot(width=7, height=40)
    shot = replace(shot, stride=240, pixels=memoryview(desktop)[20 : 39 * 240 + 48])
    read = raster.decoded(raster.encode(shot, note).content)
    assert pixels_of(read) == pixels_of(raster.image_of(shot))
    assert read.pixel(6, 39) == qRgb(46, 45, 44)


@pytest.mark.parametrize("kind", ["Format_ARGB32", "Format_RGB888", "Format_RGB16", "Format_RGB32"])
def test_an_image_of_any_format_is_encoded(kind: str, note: PictureNote, noise: QImage) -> None:
    image = noise.convertToFormat(QImage.Format[kind])
    picture = raster.encode(image, note)
    assert pixels_of(raster.decoded(picture.content)) == pixels_of(image)


def test_a_photograph_that_would_be_large_becomes_a_jpeg(
    note: PictureNote, noise: QImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "MOST_PNG_BYTES", 10_000)
    noise.setText("Author", SECRET)
    noise.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    picture = raster.encode(noise, note)
    assert picture.note.media_type == "image/jpeg"
    assert picture.content.startswith(b"\xff\xd8\xff")
    assert picture.content.endswith(b"\xff\xd9")
    assert b"Author" not in picture.content
    assert b"ICC_PROFILE" not in picture.content
    assert raster.decoded(picture.content).width() == 101


@pytest.mark.parametrize("width", [40, 101, 150])
@pytest.mark.parametrize("most", [raster.MOST_PNG_BYTES, 1_000])
def test_a_strip_stands_under_a_picture_whose_own_pixels_stay(
    note: PictureNote, noise: QImage, width: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "MOST_PNG_BYTES", most)
    monkeypatch.setattr(raster, "JPEG_QUALITY", 100)
    strip = QImage(width, 20, RGB32)
    strip.fill(qRgb(*SLATE))
    made = raster.encode_above(saved(noise, "PNG") + SECRET.encode(), strip, note)
    whole = raster.decoded(made.content)
    widest = max(101, width)
    assert (made.note.width, made.note.height) == (whole.width(), whole.height()) == (widest, 87)
    assert SECRET.encode() not in made.content
    if most == 1_000:
        assert made.note.media_type == "image/jpeg"
        return
    assert made.note.media_type == "image/png"
    assert pixels_of(whole.copy(0, 0, 101, 67)) == pixels_of(noise)
    assert pixels_of(whole.copy(0, 67, width, 20)) == pixels_of(strip)
    right = whole.copy(min(101, width), 67 if width < 101 else 0, abs(width - 101), 20)
    assert right.isNull() or {*pixels_of(right)} == {0xFFFFFF}


def test_a_strip_under_a_picture_of_ours_only_lengthens_its_file(
    note: PictureNote, noise: QImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = raster.encode(noise, note)
    strip = QImage(101, 20, RGB32)
    strip.fill(qRgb(*SLATE))
    monkeypatch.setattr(raster, "_read", lambda _: pytest.fail("it is unpacked"))
    made = raster.encode_above(own.content, strip, own.note)
    monkeypatch.undo()
    assert made.note == replace(own.note, height=87)
    whole = QImage.fromData(made.content)
    assert pixels_of(whole) == [*pixels_of(noise), *pixels_of(strip)]


def test_a_strip_under_what_is_transparent_shows_nothing_that_hid_there(note: PictureNote) -> None:
    hidden = QImage(40, 40, QImage.Format.Format_ARGB32)
    hidden.fill(qRgba(10, 20, 30, 0))
    made = raster.encode_above(saved(hidden, "PNG"), QImage(40, 8, RGB32), note)
    assert {*pixels_of(raster.decoded(made.content).copy(0, 0, 40, 40))} == {0xFFFFFF}


def test_flattening_leaves_nothing_of_the_old_file(note: PictureNote, noise: QImage) -> None:
    noise.setText("Author", SECRET)
    noise.setText("Comment", "730 770 660")
    old = saved(noise, "PNG") + b"behind the end"
    assert b"730 770 660" in old
    picture = raster.flattened(old, [Rect(3, 5, 41, 21)], note)
    assert picture.note.is_covered
    assert (picture.note.width, picture.note.height) == (101, 67)
    assert chunk_names(picture.content) == [b"IHDR", b"IDAT", b"IEND"]
    assert b"730 770 660" not in picture.content
    flat = raster.decoded(picture.content)
    assert {flat.pixel(x, y) for x in range(3, 44) for y in range(5, 26)} == {BLACK}
    assert flat.pixel(2, 5) & 0xFFFFFF == noise.pixel(2, 5) & 0xFFFFFF
    assert flat.pixel(44, 25) & 0xFFFFFF == noise.pixel(44, 25) & 0xFFFFFF


def test_flattening_twice_keeps_the_first_cover(note: PictureNote, noise: QImage) -> None:
    once = raster.flattened(saved(noise, "PNG"), [Rect(0, 0, 10, 10)], note)
    twice = raster.flattened(once.content, [Rect(50, 50, 10, 10)], once.note)
    flat = raster.decoded(twice.content)
    assert flat.pixel(9, 9) == BLACK
    assert flat.pixel(59, 59) == BLACK
    assert twice.note.is_covered
