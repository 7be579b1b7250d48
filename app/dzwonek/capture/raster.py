"""The door to Qt's pictures: shown small, read safely, covered for good, encoded.

QImage, QPainter and QBuffer only: no window, no application, no text. Everything here may run in
any thread, and no call holds up other threads for long: Qt lets them run while it decodes and
while it writes JPEG, and the rest is done in bands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from dzwonek.capture import png
from dzwonek.capture.palette import Places, best_colours, few_colours
from dzwonek.domain.picture import Picture, PictureNote, Rect, Reduced, Reduction, Screenshot
from dzwonek.domain.problem import Code, trouble

MOST_PIXELS = 64_000_000
MOST_MEGABYTES = 128  # a decoded picture; two 4K monitors side by side take 64
MOST_PNG_BYTES = 3_000_000  # beyond that, a photograph: JPEG is a quarter of it
JPEG_QUALITY = 88
SMALLER_JPEG_QUALITY = 85
SAMPLE = 41  # every so many pixels are looked at to choose a palette
RGB32 = QImage.Format.Format_RGB32
RGB24 = QImage.Format.Format_RGB888
PNG, JPEG = "image/png", "image/jpeg"
JPEG_MAGIC = b"\xff\xd8\xff"
MAGIC = ((b"\x89PNG\r\n\x1a\n", b"png"), (JPEG_MAGIC, b"jpeg"), (b"BM", b"bmp"))


def image_of(shot: Screenshot) -> QImage:
    """Show a screenshot's pixels as an image, without copying them.

    The image keeps the pixels alive, and so does every copy that shares them. Don't paint on it.
    Raises ValueError when the pixels are too few.
    """
    if len(shot.pixels) < (shot.height - 1) * shot.stride + shot.width * 4 or shot.height < 1:
        raise ValueError(f"{len(shot.pixels)} bytes for {shot.width} × {shot.height}")
    return QImage(shot.pixels, shot.width, shot.height, shot.stride, RGB32)


def thumbnail(picture: Screenshot | QImage, max_width: int, max_height: int) -> QImage:
    """Make a small picture of the same proportions; it is never larger than the original.

    Quickly to twice the size, then smoothly: as good to look at, and 2 ms for a 4K screen.
    """
    image = image_of(picture) if isinstance(picture, Screenshot) else picture
    size = image.size().scaled(max_width, max_height, Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    if size.width() >= image.width():
        return image.copy()
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    if image.width() > 2 * size.width():
        image = image.scaled(size * 2, ratio, Qt.TransformationMode.FastTransformation)
    return image.scaled(size, ratio, Qt.TransformationMode.SmoothTransformation)


def decoded(content: bytes) -> QImage:
    """Read a PNG, JPEG or BMP into fresh opaque pixels; nothing else of the file is kept.

    Raises ProblemError (PICTURE_UNREADABLE, PICTURE_TOO_LARGE). Can take 0.1 s.
    """
    return _fresh(_read(content))


def covered(image: QImage, rects: Sequence[Rect]) -> QImage:
    """Paint solid black over the rectangles on fresh pixels; the image given stays as it is.

    What reaches beyond the image is cut off; what lies outside does nothing.
    """
    fresh = _fresh(image)
    painter = QPainter(fresh)
    for rect in rects:
        painter.fillRect(_inside(rect, fresh), QColor(0, 0, 0))
    painter.end()
    return fresh


def encode(picture: Screenshot | QImage, note: PictureNote) -> Picture:
    """Encode as PNG, or as JPEG when the PNG would be large; size and media type go into the note.

    Takes 10 to 200 ms: never on the GUI thread. Raises ProblemError (PICTURE_TOO_LARGE).
    """
    image = image_of(picture) if isinstance(picture, Screenshot) else picture
    if image.format() != RGB32 or image.textKeys() or image.colorSpace().isValid():
        image = _fresh(image)
    return _written(image.size(), _bands(image), lambda: image, note)


def encode_above(content: bytes, strip: QImage, note: PictureNote) -> Picture:
    """Encode a picture anew with a strip under it, both on white where they are transparent.

    Our own PNG is only lengthened, 5 ms; any other picture takes up to 0.3 s for a 4K screen: never
    on the GUI thread. Raises ProblemError (PICTURE_UNREADABLE, PICTURE_TOO_LARGE).
    """
    if note.media_type == PNG and strip.width() == note.width:
        longer = png.lengthened(content, b"".join(_bands(strip)), png.fastest_deflate())
        if longer is not None:
            return Picture(replace(note, height=note.height + strip.height()), longer)
    return _joined(_read(content), strip, note)


def _joined(image: QImage, strip: QImage, note: PictureNote) -> Picture:
    """Encode two images, one under the other, a band at a time: no copy of a screen is made."""
    size = QSize(max(image.width(), strip.width()), image.height() + strip.height())

    def band(top: int, rows: int) -> QImage:
        joined = _new(size.width(), rows)
        painter = QPainter(joined)
        painter.fillRect(joined.rect(), QColor(255, 255, 255))
        painter.drawImage(0, -top, image)
        painter.drawImage(0, image.height() - top, strip)
        painter.end()
        return joined

    bands = (
        _rows_of(band(top, min(png.BAND_ROWS, size.height() - top)).convertToFormat(RGB24))
        for top in range(0, size.height(), png.BAND_ROWS)
    )
    return _written(size, bands, lambda: band(0, size.height()), note)


def _written(
    size: QSize, bands: Iterator[bytes], whole: Callable[[], QImage], note: PictureNote
) -> Picture:
    """Write a PNG of bands, or a JPEG of the whole when that would be large."""
    width, height = size.width(), size.height()
    content = png.encoded(width, height, bands, png.fastest_deflate(), MOST_PNG_BYTES)
    media_type = JPEG if content is None else PNG
    content = content or _jpeg(whole(), JPEG_QUALITY)
    return Picture(replace(note, width=width, height=height, media_type=media_type), content)


def flattened(content: bytes, rects: Sequence[Rect], note: PictureNote) -> Picture:
    """Burn the covers into an encoded picture: new pixels, a new file, nothing of the old one.

    Raises ProblemError (PICTURE_UNREADABLE, PICTURE_TOO_LARGE). Never on the GUI thread.
    """
    return encode(covered(_read(content), rects), replace(note, is_covered=True))


def reduced(content: bytes, how: Reduction) -> Reduced:
    """Make an encoded picture smaller, from its pixels alone, so that covers stay.

    One that would grow stays as it is. A screen of text may be smaller with a palette even when
    halved; a photograph never is. Takes up to 4 s and 70 MB for a 4K screen: never on the GUI
    thread. Raises ProblemError (PICTURE_UNREADABLE, PICTURE_TOO_LARGE).
    """
    image = decoded(content)
    before = JPEG if content.startswith(JPEG_MAGIC) else PNG
    kept = Reduced(content, before, image.width(), image.height())
    image = _halved(image) if how is Reduction.HALF else image
    made = [kept]
    if before == PNG and how is not Reduction.JPEG:
        made.append(Reduced(_with_palette(image), PNG, image.width(), image.height()))
    if how is not Reduction.PALETTE:
        jpeg = _jpeg(image, SMALLER_JPEG_QUALITY)
        made.append(Reduced(jpeg, JPEG, image.width(), image.height()))
    return min(made, key=lambda each: len(each.content))


def _with_palette(image: QImage) -> bytes:
    """Encode with 256 colours at most: without any loss when there are no more."""
    palette = few_colours(_colours(image))
    if palette is None:
        counts: Counter[int] = Counter()
        for band in _colours(image):
            counts.update(band[::SAMPLE])
        palette = best_colours(counts)
    places = Places(palette)
    bands = (places.indexed(band) for band in _colours(image))
    return png.encoded_indexed(image.width(), image.height(), bands, palette)


def _colours(image: QImage) -> Iterator[memoryview]:
    """Give the pixels as numbers 0xFFRRGGBB, a band at a time; rows of four bytes have no gaps."""
    pixels = memoryview(image.constBits()).cast("I")
    for start in range(0, len(pixels), image.width() * png.BAND_ROWS):
        yield pixels[start : start + image.width() * png.BAND_ROWS]


def _halved(image: QImage) -> QImage:
    """Make a picture half as wide and half as high, each pixel the average of four."""
    width, height = max(image.width() // 2, 1), max(image.height() // 2, 1)
    half = QImage(width, height, RGB32)
    painter = QPainter(half)
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    for top in range(0, height, png.BAND_ROWS):
        rows = min(png.BAND_ROWS, height - top)
        band = image.copy(0, 2 * top, image.width(), min(2 * rows, image.height() - 2 * top))
        painter.drawImage(0, top, band.scaled(width, rows, ratio, smooth))
    painter.end()
    return half


def _read(content: bytes) -> QImage:
    kind = next((name for magic, name in MAGIC if content.startswith(magic)), None)
    if kind is None:
        raise trouble(Code.PICTURE_UNREADABLE)
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind)
    _check_size(reader)
    QImageReader.setAllocationLimit(MOST_MEGABYTES)  # Qt's own guard behind ours
    image = reader.read()  # lets other threads run; QImage.fromData does not
    if image.isNull():
        raise trouble(Code.PICTURE_UNREADABLE)
    return image


def _check_size(reader: QImageReader) -> None:
    """Refuse by what the header says, before any memory is taken."""
    size = reader.size()
    if size.isEmpty():
        raise trouble(Code.PICTURE_UNREADABLE)
    pixels = size.width() * size.height()
    bits = QImage.toPixelFormat(reader.imageFormat()).bitsPerPixel()
    if pixels > MOST_PIXELS or pixels * max(bits, 32) > MOST_MEGABYTES * 8 << 20:
        raise trouble(Code.PICTURE_TOO_LARGE, width=size.width(), height=size.height())


def _fresh(image: QImage) -> QImage:
    """Copy the pixels alone, on white where they are transparent: no texts, profiles or scale."""
    if image.devicePixelRatio() != 1.0:
        image = image.copy()
        image.setDevicePixelRatio(1.0)
    width, height = image.width(), image.height()
    fresh = _new(width, height)
    painter = QPainter(fresh)
    for top in range(0, height, png.BAND_ROWS):
        band = QRect(0, top, width, min(png.BAND_ROWS, height - top))
        painter.fillRect(band, QColor(255, 255, 255))
        painter.drawImage(band.topLeft(), image, band)
    painter.end()
    return fresh


def _new(width: int, height: int) -> QImage:
    image = QImage(width, height, RGB32)
    if image.isNull():
        raise trouble(Code.PICTURE_TOO_LARGE, width=width, height=height)
    return image


def _inside(rect: Rect, image: QImage) -> QRect:
    left, top = max(rect.left, 0), max(rect.top, 0)
    right = min(rect.left + rect.width, image.width())
    bottom = min(rect.top + rect.height, image.height())
    if right <= left or bottom <= top:
        return QRect()
    return QRect(left, top, right - left, bottom - top)


def _bands(image: QImage) -> Iterator[bytes]:
    """Give the rows as R, G, B, a band at a time."""
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    pixels = image.constBits()
    for top in range(0, height, png.BAND_ROWS):
        rows = min(png.BAND_ROWS, height - top)
        band = QImage(pixels[top * stride : (top + rows) * stride], width, rows, stride, RGB32)
        yield _rows_of(band.convertToFormat(RGB24))


def _rows_of(band: QImage) -> bytes:
    """Leave out the bytes that pad Qt's rows to a multiple of four."""
    pixels, length, stride = bytes(band.constBits()), band.width() * 3, band.bytesPerLine()
    if length == stride:
        return pixels
    return b"".join([pixels[start : start + length] for start in range(0, len(pixels), stride)])


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(quality)
    if not writer.write(image):  # lets other threads run
        raise trouble(Code.PICTURE_TOO_LARGE, width=image.width(), height=image.height())
    return bytes(buffer.data().data())
