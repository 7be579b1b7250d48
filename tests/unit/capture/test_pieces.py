"""Pictures worked on and foreign ones: nothing hidden shows, only pixels come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from dzwonek.capture import pieces
from dzwonek.capture.raster import image_of
from dzwonek.domain.picture import PictureNote, Rect, Retouch
from dzwonek.domain.problem import Code, ProblemError
from tests.fakes.screens import plain_shot

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
NOTE = PictureNote("p", "DP-1", 200, 100, "image/png", NOW)
GROUND, INK, BLACK = QColor("#88aacc"), QColor("#112233"), QColor(0, 0, 0)


def picture(width: int = 200, height: int = 100) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    return image


def saved(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind.lower().encode()).write(image)
    return bytes(buffer.data().data())


def test_a_frame_hides_nothing_of_what_it_stands_round() -> None:
    place = Rect(50, 30, 60, 40)
    framed = pieces.retouched(picture(), Retouch(frames=(place,)))
    inner = pieces.cut(framed, place)
    assert inner == pieces.cut(picture(), place)
    assert framed.pixelColor(49, 50) == QColor(pieces.FRAME_COLOUR)


def test_a_frame_at_the_pictures_edge_is_still_seen() -> None:
    framed = pieces.retouched(picture(), Retouch(frames=(Rect(0, 0, 200, 100),)))
    for x, y in ((0, 50), (199, 50), (100, 0), (100, 99)):
        assert framed.pixelColor(x, y) == QColor(pieces.FRAME_COLOUR)


def test_nothing_is_drawn_over_a_cover() -> None:
    cover = Rect(40, 20, 80, 60)
    made = pieces.retouched(picture(), Retouch((cover,), (Rect(60, 40, 20, 20),)))
    hidden = pieces.cut(made, cover)
    assert {hidden.pixel(x, y) for x in range(80) for y in range(60)} == {BLACK.rgb()}


def test_a_cover_is_opaque_whatever_the_picture_says_of_transparency() -> None:
    clear = QImage(20, 20, QImage.Format.Format_ARGB32)
    clear.fill(QColor(255, 0, 0, 3))
    made = pieces.retouched(clear, Retouch((Rect(0, 0, 10, 20),)))
    assert not made.hasAlphaChannel()
    assert made.pixelColor(5, 5) == BLACK


def test_of_a_cropped_picture_nothing_outside_is_left() -> None:
    image = picture()
    image.setPixelColor(10, 10, INK)
    made = pieces.retouched(image, Retouch(crop=Rect(50, 20, 100, 60)))
    assert (made.width(), made.height()) == (100, 60)
    assert made.sizeInBytes() == 100 * 60 * 4


def test_a_cover_across_the_crops_edge_stays_where_it_was() -> None:
    made = pieces.retouched(picture(), Retouch((Rect(40, 10, 20, 20),), crop=Rect(50, 20, 50, 50)))
    assert made.pixelColor(9, 9) == BLACK
    assert made.pixelColor(10, 9) == GROUND
    assert made.pixelColor(9, 10) == GROUND


def test_a_piece_of_a_screen_holds_no_pixel_more() -> None:
    whole = replace(plain_shot("L", 64, 48, left=100), screen=2)
    piece = pieces.cut_out(whole, Rect(10, 8, 20, 12))
    assert (piece.left, piece.top, piece.width, piece.height) == (110, 8, 20, 12)
    assert len(piece.pixels) == 20 * 12 * 4
    assert (piece.monitor, piece.screen) == ("L", 2)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP"])
def test_every_kind_of_raster_picture_can_be_added(kind: str) -> None:
    shot = pieces.shot_from(saved(picture(), kind), "", NOW)
    assert (shot.width, shot.height) == (200, 100)
    colour = image_of(shot).pixelColor(100, 50)
    assert abs(colour.red() - GROUND.red()) < 8
    assert shot.is_lossy == (kind in ("JPEG", "WEBP"))


def test_of_a_file_only_the_pixels_come_in() -> None:
    image = picture()
    image.setText("Author", "Joanna Przykładowa")
    content = saved(image, "PNG")
    assert b"Author" in content
    shot = pieces.shot_from(content, "", NOW)
    assert image_of(shot).textKeys() == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Dzie\xc5\x84 dobry",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"GIF89a\x01\x00\x01\x00",
        b"%PDF-1.4",
        b"RIFF\x20\x00\x00\x00WEBPVP8 ",
        b"\x89PNG\r\n\x1a\nxxxxxxxxxxxxxxxxxxxx",
        b"\xff\xd8\xff\xe0broken",
    ],
)
@pytest.mark.qt_log_ignore("JPEG datastream")
def test_what_is_no_picture_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(ProblemError) as refused:
        pieces.shot_from(content, "", NOW)
    assert refused.value.problem.code is Code.PICTURE_REFUSED


def test_half_a_picture_is_refused() -> None:
    content = saved(picture(), "PNG")
    with pytest.raises(ProblemError):
        pieces.shot_from(content[: len(content) // 2], "", NOW)


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_a_decompression_bomb_is_refused_by_its_header(kind: str) -> None:
    if kind == "png":
        content = bytearray(saved(picture(), "PNG"))
        content[16:24] = (60_000).to_bytes(4, "big") * 2
        content[29:33] = _crc(bytes(content[12:29]))
    else:
        size = 16_383  # the most that a WebP can tell: 268 million pixels
        frame = b"\x2f" + ((size - 1) | (size - 1) << 14).to_bytes(4, "little") + b"\x00" * 16
        chunk = b"VP8L" + len(frame).to_bytes(4, "little") + frame
        content = bytearray(b"RIFF" + (4 + len(chunk)).to_bytes(4, "little") + b"WEBP" + chunk)
    with pytest.raises(ProblemError) as refused:
        pieces.shot_from(bytes(content), "", NOW)
    assert refused.value.problem.code is Code.PICTURE_TOO_LARGE


def _crc(chunk: bytes) -> bytes:
    from zlib import crc32

    return crc32(chunk).to_bytes(4, "big")


def test_covers_on_a_lossy_picture_reach_over_whole_blocks() -> None:
    retouch = Retouch((Rect(20, 20, 10, 5),))
    jpeg = replace(NOTE, media_type="image/jpeg")
    assert pieces.without_traces(retouch, jpeg, is_decoded=False) == retouch
    (cover,) = pieces.without_traces(retouch, jpeg, is_decoded=True).covers
    assert cover == Rect(14, 14, 20, 20)
    foreign = replace(NOTE, is_lossy=True)
    (cover,) = pieces.without_traces(retouch, foreign, is_decoded=False).covers
    assert cover == Rect(8, 8, 32, 32)


def test_a_crop_of_a_lossy_picture_leaves_its_border_blocks_out() -> None:
    jpeg = replace(NOTE, media_type="image/jpeg")
    crop = pieces.without_traces(Retouch(crop=Rect(20, 0, 100, 100)), jpeg, is_decoded=True).crop
    assert crop == Rect(34, 0, 76, 100)
    tiny = Retouch(crop=Rect(20, 20, 30, 30))
    assert pieces.without_traces(tiny, jpeg, is_decoded=True) == tiny
