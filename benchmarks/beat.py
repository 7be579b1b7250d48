"""A beat of the event loop: the longest gap between two tells how long a window stood still."""

from __future__ import annotations

import time

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

BEAT_MS = 1


class Beat(QObject):
    """Beats while it is measured; no timer runs else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._longest = 0
        self._computed = self._most_computed = 0
        self._began = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to measure."""
        self._longest = self._most_computed = 0
        self._computed = time.thread_time_ns()
        self._began = time.monotonic()
        self._since.start()
        self._timer.start()

    def end(self) -> tuple[float, float]:
        """Stop; gives the longest gap in milliseconds, and how long it was measured in seconds."""
        self._on_beat()
        self._timer.stop()
        return self._longest / 1e6, time.monotonic() - self._began

    @property
    def computed_ms(self) -> float:
        """Give the most that the window's own thread computed between two beats, in milliseconds.

        Other programs that take the processor away are not in it.
        """
        return self._most_computed / 1e6

    def _on_beat(self) -> None:
        self._longest = max(self._longest, self._since.nsecsElapsed())
        computed = time.thread_time_ns()
        self._most_computed = max(self._most_computed, computed - self._computed)
        self._computed = computed
        self._since.start()
