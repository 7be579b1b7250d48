"""The room in which a picture is looked at: fitted, at 100 or 200 %, or at any other size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from dzwonek.domain.picture import UNTOUCHED, Retouch
from dzwonek.ui.covering_canvas import Canvas
from dzwonek.ui.look import Size, Space, px

ZOOM_STEP = 1.25
LARGEST, SMALLEST = 8.0, 0.05  # logical pixels for one pixel of the picture


class PictureView(QScrollArea):
    """Holds the canvas and its zoom; the keys work in the whole window it stands in."""

    zoomed = Signal(int)  # percent: device pixels for a hundred pixels of the picture

    def __init__(self, image: QImage, retouch: Retouch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cover-area")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._image = image
        self._is_fitted = True
        self.canvas = Canvas(image, retouch, self)
        self.canvas.moved.connect(self.bring_into_view)
        self.setWidget(self.canvas)
        self.viewport().installEventFilter(self)
        keys = {
            "Ctrl++": self.zoom_in,
            "Ctrl+=": self.zoom_in,
            "Ctrl+-": self.zoom_out,
            "Ctrl+0": self.show_whole,
            "Ctrl+1": self.show_original,
            "Ctrl+2": self.show_double,
        }
        for key, wish in keys.items():
            QShortcut(QKeySequence(key), parent).activated.connect(wish)

    def show_image(self, image: QImage, retouch: Retouch = UNTOUCHED) -> None:
        """Look at another picture."""
        self._image = image
        self.canvas.show_image(image, retouch)
        self.show_whole()

    def zoom_in(self) -> None:
        """Show the picture larger."""
        self._zoom(self.canvas.scale * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the picture smaller."""
        self._zoom(self.canvas.scale / ZOOM_STEP)

    def show_original(self) -> None:
        """Show each pixel as one of the screen's."""
        self._zoom(1 / self.devicePixelRatioF())

    def show_double(self) -> None:
        """Show each pixel as four of the screen's."""
        self._zoom(2 / self.devicePixelRatioF())

    def show_whole(self) -> None:
        """Fit the picture into the window, never larger than it is."""
        self._is_fitted = True
        self._let_scroll(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edge = 2 * px(self, Space.MEDIUM)
        room = self.contentsRect().size() - QSize(edge, edge)
        whole = min(room.width() / self._image.width(), room.height() / self._image.height())
        self._set_scale(max(SMALLEST, min(whole, 1 / self.devicePixelRatioF())))

    def bring_into_view(self, place: QRect) -> None:
        """Scroll to a place of the canvas."""
        centre = place.center()
        margin = px(self, Size.FRAME)
        self.ensureVisible(centre.x(), centre.y(), margin, margin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with Ctrl and the wheel; keep the whole picture in view until somebody zooms."""
        if watched is not self.viewport():  # a scroll area watches what it shows, too
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize and self._is_fitted:
            self.show_whole()
        control = Qt.KeyboardModifier.ControlModifier
        if isinstance(event, QWheelEvent) and event.modifiers() & control:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return True
        return super().eventFilter(watched, event)

    def _zoom(self, scale: float) -> None:
        self._is_fitted = False
        self._let_scroll(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._set_scale(min(max(scale, SMALLEST), LARGEST))
        self.bring_into_view(self.canvas.in_view())

    def _let_scroll(self, policy: Qt.ScrollBarPolicy) -> None:
        self.setHorizontalScrollBarPolicy(policy)
        self.setVerticalScrollBarPolicy(policy)

    def _set_scale(self, scale: float) -> None:
        self.canvas.set_scale(scale)
        self.zoomed.emit(round(scale * self.devicePixelRatioF() * 100))
