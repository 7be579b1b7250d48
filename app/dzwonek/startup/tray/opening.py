"""Keeps everything else back until the bell is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

LOOK_MS = 4
MOST_LOOKS = 40  # a tray of the other kind draws the bell itself, and some desktops have none


class Opening(QObject):
    """Runs the application, and builds what stands behind the bell once the bell is painted.

    A tray takes some turns of the event loop to let an icon in, and Qt tells nobody when it is
    there. Loading and building the rest takes ten times as long.
    """

    def __init__(self, app: QApplication, build: Callable[[], None]) -> None:
        super().__init__(app)
        self._app = app
        self._build = build
        self._looks = 0
        self._fault: BaseException | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    def run(self) -> int:
        """Run until the application ends; raises what `build` raised."""
        self._look.start()
        code = self._app.exec()
        if self._fault is not None:
            raise self._fault
        return code

    def _on_look(self) -> None:
        self._looks += 1
        is_shown = any(window.isExposed() for window in self._app.allWindows())
        if not is_shown and self._looks < MOST_LOOKS:
            return
        self._look.stop()
        try:
            self._build()
        except BaseException as error:  # noqa: BLE001 - nothing leaves a slot; `run` raises it
            self._fault = error
            self._app.exit(1)
