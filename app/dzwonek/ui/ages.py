"""Notices when a waiting report has become old, at the very moment and without looking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dzwonek.domain.delivery import LATE_AFTER, OVERDUE_AFTER, Age, age_of

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.domain.ports import Clock

SECOND = 1000  # milliseconds; a timer may be early by a little


class Ages(QObject):
    """Watches the oldest waiting report; `due` asks for a fresh count when it crosses a limit."""

    due = Signal()
    reached = Signal(object)  # Age: told once each, until nothing that old waits any more

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._told = Age.FRESH
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.due)

    def look(self, oldest: datetime | None) -> Age:
        """Judge the oldest waiting report, and come back when it will be older."""
        self._timer.stop()
        if oldest is None:
            self._told = Age.FRESH
            return Age.FRESH
        now = self._clock.now()
        age = age_of(oldest, now)
        limits = [oldest + length - now for length in (LATE_AFTER, OVERDUE_AFTER)]
        ahead = [limit for limit in limits if limit.total_seconds() > 0]
        if ahead:
            wait = min(min(ahead), OVERDUE_AFTER)
            self._timer.start(int(wait.total_seconds()) * SECOND + SECOND)
        before, self._told = self._told, age
        if age is not before and age is not Age.FRESH and before is not Age.OVERDUE:
            self.reached.emit(age)
        return age
