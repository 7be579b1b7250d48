"""Calls a marked moment to mind once, a quarter of an hour later, if nobody has described it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dzwonek.domain.draft_life import reminder_wait
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from datetime import timedelta

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception

SECOND = 1000  # milliseconds; a timer may be early by a little


class Reminders(QObject):
    """Waits for the nearest of them with one timer, and with none while there is nothing to tell.

    Each keeps the nearer of two ends: a quarter of an hour of this run, and its time on the wall.
    So neither a computer that slept nor a clock that was set puts it off for long.
    """

    due = Signal(object)  # tuple[Draft, ...], newest first: told once each

    def __init__(
        self, reception: Reception, tasks: Tasks, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._clock = clock
        self._ends: dict[str, timedelta] = {}  # draft id → its end by the monotonic clock
        self._is_away = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self._on_time)

    def look(self) -> None:
        """Read what is to be told: after a start, and after the computer slept."""
        self._tasks.run(Lane.DISK, self._reception.unfinished.to_remind, self._on_found)

    def expect(self, draft: Draft) -> None:
        """Take a moment in that has just been marked."""
        self._take(draft)
        self._aim()

    def leave(self) -> None:
        """Tell nothing while nobody sits here, or it would be told to nobody."""
        self._is_away = True

    def come_back(self) -> None:
        """Tell now what came due meanwhile."""
        self._is_away = False
        self._aim()

    def _on_found(self, drafts: tuple[Draft, ...]) -> None:
        ids = {draft.id for draft in drafts}
        self._ends = {draft_id: end for draft_id, end in self._ends.items() if draft_id in ids}
        for draft in drafts:
            self._take(draft)
        self._aim()

    def _take(self, draft: Draft) -> None:
        if draft.remind_at is not None:
            wait = reminder_wait(draft.remind_at, self._clock.now())
            end = self._clock.monotonic() + wait
            self._ends[draft.id] = min(end, self._ends.get(draft.id, end))

    def _aim(self) -> None:
        self._timer.stop()
        if self._ends:
            wait = min(self._ends.values()) - self._clock.monotonic()
            self._timer.start(max(0, int(wait.total_seconds() * SECOND)) + SECOND)

    def _on_time(self) -> None:
        if self._is_away:
            return
        now = self._clock.monotonic()
        ids = {draft_id for draft_id, end in self._ends.items() if end <= now}
        for draft_id in ids:
            del self._ends[draft_id]
        self._aim()
        if ids:
            work = partial(self._reception.unfinished.remind, ids)
            self._tasks.run(Lane.DISK, work, self._tell)

    def _tell(self, drafts: tuple[Draft, ...]) -> None:
        if drafts:
            self.due.emit(drafts)
