"""Reads the screen through Qt, where the quicker ways fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage, QScreen

from dzwonek.domain.picture import Capture, Screenshot
from dzwonek.domain.problem import Code, Problem

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock


class ToolkitScreens:
    """Captures each monitor by `QScreen.grabWindow`, in physical pixels; for the GUI thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def capture(self) -> Capture:
        """Capture all monitors; an empty picture (as on Wayland) is a problem, not a picture."""
        taken_at = self._clock.now()
        images = [(screen, _grabbed(screen)) for screen in QGuiApplication.screens()]
        if not images or any(image.isNull() for _, image in images):
            return Capture(taken_at, problem=Problem(Code.CAPTURE_FAILED))
        return Capture(taken_at, tuple(self._shot(screen, image) for screen, image in images))

    def close(self) -> None:
        """Nothing was lent."""

    def _shot(self, screen: QScreen, image: QImage) -> Screenshot:
        corner = screen.geometry().topLeft()  # physical; only the size is scaled
        return Screenshot(
            monitor=screen.name(),
            left=corner.x(),
            top=corner.y(),
            width=image.width(),
            height=image.height(),
            stride=image.bytesPerLine(),
            pixels=bytes(image.constBits()),
            taken_at=self._clock.now(),
        )


def _grabbed(screen: QScreen) -> QImage:
    return screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
