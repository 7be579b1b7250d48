"""Taking our own windows off the screen for a moment, so that no capture shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from dzwonek.ui.look import Dress

if TYPE_CHECKING:
    from collections.abc import Callable

FADED_MS = 300  # desktops fade a hidden window out for up to a quarter of a second


class Curtain(QObject):
    """Hides every window of ours and brings them all back where they stood."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden: list[tuple[QWidget, QPoint]] = []

    def draw(self, then: Callable[[], object]) -> None:
        """Hide our windows, and go on once the screen shows what was behind them."""
        self._hidden = [(window, window.pos()) for window in _windows() if window.isVisible()]
        for window, _ in self._hidden:
            window.hide()
        QTimer.singleShot(FADED_MS, self, then)

    def lift(self) -> None:
        """Show again what was hidden."""
        hidden, self._hidden = self._hidden, []
        for window, place in hidden:
            if isValid(window):  # else it was closed meanwhile
                window.move(place)
                window.show()


def _windows() -> list[QWidget]:
    """List the windows that wear the house's look; the icon in the tray is none of them."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = QApplication.topLevelWidgets()
    return [window for window in found if window.findChild(Dress, options=direct) is not None]
