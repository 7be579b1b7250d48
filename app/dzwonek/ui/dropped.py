"""Drafts that were closed with nothing in them: for half a minute a click takes them back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.domain.draft_life import GRACE
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception


class Dropped(QObject):
    """Destroys them when nobody wants them; those of an earlier run go at the next start."""

    kept = Signal(object)  # Draft: it waits in the list after all
    keep_failed = Signal(object)  # Problem
    gone = Signal()

    def __init__(self, reception: Reception, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._drafts: dict[str, Draft] = {}
        self._timer = QTimer(self, singleShot=True, interval=GRACE // timedelta(milliseconds=1))
        self._timer.timeout.connect(self.finish)

    def hold(self, draft: Draft) -> None:
        """Destroy this one in half a minute, together with those that wait for it already."""
        self._drafts[draft.id] = draft
        self._timer.start()

    def take_back(self, draft_id: str) -> bool:
        """Keep one after all; says whether it is still there."""
        draft = self._drafts.pop(draft_id, None)
        if draft is None:
            return False
        work = partial(self._reception.unfinished.keep, draft)
        self._tasks.run(Lane.DISK, work, self.kept.emit, self.keep_failed.emit)
        return True

    def finish(self) -> None:
        """Destroy all of them now, as before the program ends."""
        self._timer.stop()
        for draft_id in self._drafts:
            work = partial(self._reception.discard_draft, draft_id)
            self._tasks.run(Lane.DISK, work, lambda _: self.gone.emit())
        self._drafts.clear()
