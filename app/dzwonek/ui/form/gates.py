"""Where foreign pictures come in: the clipboard, and what is dropped on the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
)

from dzwonek.capture.pieces import MOST_BYTES, is_raster
from dzwonek.capture.raster import MOST_MEGABYTES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

RAW_KINDS = ("image/png", "image/jpeg", "image/bmp", "image/webp")


@dataclass(frozen=True, slots=True)
class Offered:
    """What the clipboard or a hand holds out: files by their paths, or one picture.

    A picture comes as `content`, encoded and not yet judged, or as `image` where the system
    gives nothing else.
    """

    paths: tuple[str, ...] = ()
    content: bytes = b""
    image: QImage | None = None

    def __bool__(self) -> bool:
        """Say whether there is anything."""
        return bool(self.paths or self.content or self.image is not None)


def offered(mime: QMimeData | None) -> Offered:
    """Take pixels or paths, never markup, drawings or addresses; None is a clipboard of nobody."""
    if mime is None:
        return Offered()
    for kind in RAW_KINDS:
        if mime.hasFormat(kind):
            content = bytes(mime.data(kind).data())
            if is_raster(content) or len(content) > MOST_BYTES:
                return Offered(content=content)
    if paths := _paths(mime):
        return Offered(paths)
    if mime.hasImage():
        QImageReader.setAllocationLimit(MOST_MEGABYTES)  # of what the system decodes for us
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Offered(image=image)
    return Offered()


def _paths(mime: QMimeData) -> tuple[str, ...]:
    return tuple(url.toLocalFile() for url in mime.urls() if url.isLocalFile())


def _may_hold(mime: QMimeData) -> bool:
    """Judge by the kinds alone, while something is only dragged over the window."""
    return mime.hasImage() or bool(_paths(mime)) or any(mime.hasFormat(k) for k in RAW_KINDS)


class PictureGates(QObject):
    """Watches the form and its text for pictures that are dropped or pasted."""

    arrived = Signal(object)  # Offered

    def __init__(self, window: QWidget, text: QPlainTextEdit) -> None:
        super().__init__(window)
        self._text = text
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        text.installEventFilter(self)
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take dropped and pasted pictures; all else goes its usual way."""
        if isinstance(event, QDropEvent):  # entering and moving are drops to Qt, too
            return self._on_drag(event)
        if watched is self._text and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def paste(self) -> None:
        """Take the picture of the clipboard, or say that there is none."""
        self.arrived.emit(offered(QGuiApplication.clipboard().mimeData()))

    def _on_drag(self, event: QDropEvent) -> bool:
        if not _may_hold(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self.arrived.emit(offered(event.mimeData()))
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        """Paste a picture with the usual key, where the clipboard has no text for the text."""
        is_paste = event.type() == QEvent.Type.KeyPress and event.matches(
            QKeySequence.StandardKey.Paste
        )
        if not is_paste:
            return False
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is None or mime.hasText() or not mime.hasImage():
            return False
        self.paste()
        return True
