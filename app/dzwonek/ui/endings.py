"""Tells three days ahead of what will be destroyed; before that nothing unsent is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from dzwonek.ui.notices import expiry_notice
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from dzwonek.domain.ports import Notice
    from dzwonek.reporting.reception import Endings, Reception

LOOK_MS = 6 * 3_600_000  # days are told, so a quarter of one is near enough


class EndingsWatch(QObject):
    """Looks when the stores are open, and every six hours; a quiet look costs one query."""

    def __init__(
        self,
        reception: Reception,
        tasks: Tasks,
        tell: Callable[[Notice], None],
        zone: tzinfo,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._tell = tell
        self._zone = zone
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Look now, and again from time to time."""
        self._timer.start()
        self._tasks.run(Lane.DISK, self._reception.endings, self._on_endings)

    def _on_endings(self, endings: Endings) -> None:
        """Tell, and only then note that it was told: a crash in between tells twice, never less."""
        if endings.first is None:
            return
        day = f"{endings.first.astimezone(self._zone):%d.%m}"
        self._tell(expiry_notice(len(endings.reports), len(endings.drafts), day))
        self._tasks.run(Lane.DISK, partial(self._reception.told, endings))
