"""Pictures worked on: covered, framed, cropped, cut out of a screen, read from foreign bytes.

QImage, QPainter and QImageReader only, as in `raster`: everything here may run in any thread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from dzwonek.capture.raster import (
    JPEG,
    JPEG_MAGIC,
    MAGIC,
    MOST_MEGABYTES,
    MOST_PIXELS,
    RGB32,
    covered,
    decoded,
    encode,
    image_of,
)
from dzwonek.domain.picture import Picture, PictureNote, Rect, Retouch, Screenshot
from dzwonek.domain.problem import Code, ProblemError, trouble

if TYPE_CHECKING:
    from datetime import datetime

MOST_BYTES = 64 << 20  # of a file: an uncompressed picture of 16 million pixels
FRAME_SHARE = 270  # a frame's line is this part of the picture's shorter side
THINNEST_FRAME = 3  # pixels
FRAME_COLOUR, HALO_COLOUR = "#d6006e", "#ffffff"
NARROWEST = 480  # pixels; below a narrower picture a line of words would break too often
WEBP = b"WEBP"
BLOCK, JPEG_SPREAD, FOREIGN_SPREAD = 16, 2, 8  # pixels


def retouched(image: QImage, retouch: Retouch) -> QImage:
    """Give fresh opaque pixels with frames drawn, covers burnt in, and nothing outside the crop.

    Covers come last, so that nothing is ever drawn over them.
    """
    framed = covered(image, ())
    painter = QPainter(framed)
    for frame in retouch.frames:
        for bar, colour in frame_bars(frame, framed.width(), framed.height()):
            painter.fillRect(QRect(bar.left, bar.top, bar.width, bar.height), QColor(colour))
    for cover in retouch.covers:
        bar = inside(cover, framed.width(), framed.height())
        painter.fillRect(QRect(bar.left, bar.top, bar.width, bar.height), QColor(0, 0, 0))
    painter.end()
    return framed if retouch.crop is None else cut(framed, retouch.crop)


def flattened(content: bytes, retouch: Retouch, note: PictureNote) -> Picture:
    """Work a retouch into an encoded picture: new pixels, a new file, nothing of the old one.

    Raises ProblemError (PICTURE_UNREADABLE, PICTURE_TOO_LARGE). Never on the GUI thread.
    """
    is_covered = note.is_covered or bool(retouch.covers)
    return encode(retouched(decoded(content), retouch), replace(note, is_covered=is_covered))


def without_traces(retouch: Retouch, note: PictureNote, *, is_decoded: bool) -> Retouch:
    """Grow the covers, and draw the crop in, by as far as lossy encoding spreads what they hide.

    A JPEG is made of blocks of 16 × 16 pixels: each letter leaves a faint pattern all over its
    blocks (ITU-T T.81), and colours reach one sample further when they are spread out again. A
    WebP's filter reaches eight pixels (RFC 6386, 15). `note` is that of the picture as it came,
    and `is_decoded` says that its pixels were read from the draft's own file. A crop that would
    shrink to nothing stays as it is.
    """
    if note.is_lossy:
        spread = FOREIGN_SPREAD
    elif is_decoded and note.media_type == JPEG:
        spread = JPEG_SPREAD
    else:
        return retouch
    covers = tuple(_grown(cover, spread) for cover in retouch.covers)
    crop = retouch.crop and _drawn_in(retouch.crop, spread, note)
    return replace(retouch, covers=covers, crop=crop)


def _grown(rect: Rect, spread: int) -> Rect:
    left = rect.left // BLOCK * BLOCK - spread
    top = rect.top // BLOCK * BLOCK - spread
    right = -(-(rect.left + rect.width) // BLOCK) * BLOCK + spread
    bottom = -(-(rect.top + rect.height) // BLOCK) * BLOCK + spread
    return Rect(left, top, right - left, bottom - top)


def _drawn_in(crop: Rect, spread: int, note: PictureNote) -> Rect:
    """Leave out the blocks on the crop's border, save at the picture's own edges."""
    left, width = _part(crop.left, crop.width, note.width, spread)
    top, height = _part(crop.top, crop.height, note.height, spread)
    return Rect(left, top, width, height)


def _part(start: int, length: int, whole: int, spread: int) -> tuple[int, int]:
    first = -(-start // BLOCK) * BLOCK + spread if start > 0 else 0
    end = start + length
    last = end // BLOCK * BLOCK - spread if end < whole else whole
    return (first, last - first) if last - first >= BLOCK else (start, length)


def cut(image: QImage, place: Rect) -> QImage:
    """Copy one place of an image into pixels of its own; the whole image where it is empty."""
    place = inside(place, image.width(), image.height())
    if not place.width or not place.height:
        return image.copy()
    return image.copy(place.left, place.top, place.width, place.height)


def cut_out(shot: Screenshot, place: Rect) -> Screenshot:
    """Cut one place out of a screenshot; the copy holds no pixel more."""
    place = inside(place, shot.width, shot.height)
    piece = shot_of(cut(image_of(shot), place), shot.monitor, shot.taken_at)
    left, top = shot.left + place.left, shot.top + place.top
    return replace(piece, left=left, top=top, is_lossy=shot.is_lossy, screen=shot.screen)


def shot_of(image: QImage, name: str, taken_at: datetime) -> Screenshot:
    """Take an image's pixels alone, on white where they are transparent.

    Raises ProblemError (PICTURE_TOO_LARGE, PICTURE_REFUSED).
    """
    if image.isNull():
        raise trouble(Code.PICTURE_REFUSED)
    width, height = image.width(), image.height()
    if width * height > MOST_PIXELS or width * height * 4 > MOST_MEGABYTES << 20:
        raise trouble(Code.PICTURE_TOO_LARGE, width=width, height=height)
    opaque = image if image.format() == RGB32 else covered(image, ())
    pixels, stride = bytes(opaque.constBits()), opaque.bytesPerLine()
    return Screenshot(name, 0, 0, width, height, stride, pixels, taken_at)


def shot_from(content: bytes, name: str, taken_at: datetime) -> Screenshot:
    """Read a PNG, JPEG, BMP or WebP that somebody chose; of the file only the pixels are taken.

    Its size is judged by the header before any memory is taken. Raises ProblemError
    (PICTURE_REFUSED, PICTURE_TOO_LARGE). Can take 0.2 s: never on the GUI thread.
    """
    if len(content) > MOST_BYTES:
        raise trouble(Code.PICTURE_TOO_LARGE)
    try:
        is_webp = content[8:12] == WEBP
        image = _webp(content) if is_webp else decoded(content)
    except ProblemError as error:
        if error.problem.code is not Code.PICTURE_UNREADABLE:
            raise
        raise trouble(Code.PICTURE_REFUSED) from error
    is_lossy = is_webp or content.startswith(JPEG_MAGIC)
    return replace(shot_of(image, name, taken_at), is_lossy=is_lossy)


def is_raster(content: bytes) -> bool:
    """Say whether the first bytes are those of a picture that can be added."""
    return content[8:12] == WEBP or any(content.startswith(magic) for magic, _ in MAGIC)


def inside(rect: Rect, width: int, height: int) -> Rect:
    """Cut a rectangle off at a picture's edges; it may be empty then."""
    left, top = min(max(rect.left, 0), width), min(max(rect.top, 0), height)
    right = max(min(rect.left + rect.width, width), left)
    bottom = max(min(rect.top + rect.height, height), top)
    return Rect(left, top, right - left, bottom - top)


def frame_bars(frame: Rect, width: int, height: int) -> tuple[tuple[Rect, str], ...]:
    """Give a frame's bars with their colours, in the order in which they are drawn.

    They stand round the place, so that they hide nothing in it; only at the picture's edges,
    where there is no room, they step inwards.
    """
    line = max(THINNEST_FRAME, min(width, height) // FRAME_SHARE)
    halo = max(1, line // 2)
    bars = [(bar, HALO_COLOUR) for bar in _ring(frame, line + halo, line + halo, width, height)]
    bars += [(bar, FRAME_COLOUR) for bar in _ring(frame, line, line, width, height)]
    return tuple(bars)


def _ring(frame: Rect, reach: int, line: int, width: int, height: int) -> tuple[Rect, ...]:
    grown = Rect(
        frame.left - reach, frame.top - reach, frame.width + 2 * reach, frame.height + 2 * reach
    )
    outer = inside(grown, width, height)
    across, down = min(line, outer.width), min(line, outer.height)
    right, bottom = outer.left + outer.width - across, outer.top + outer.height - down
    return (
        Rect(outer.left, outer.top, outer.width, down),
        Rect(outer.left, bottom, outer.width, down),
        Rect(outer.left, outer.top, across, outer.height),
        Rect(right, outer.top, across, outer.height),
    )


def _webp(content: bytes) -> QImage:
    """Read the first picture of a WebP; Qt's own reader judges what is broken."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"webp")
    size = reader.size()
    if size.isEmpty():
        raise trouble(Code.PICTURE_REFUSED)
    if size.width() * size.height() * 4 > MOST_MEGABYTES << 20:
        raise trouble(Code.PICTURE_TOO_LARGE, width=size.width(), height=size.height())
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    image = reader.read()
    if image.isNull():
        raise trouble(Code.PICTURE_REFUSED)
    return covered(image, ())
