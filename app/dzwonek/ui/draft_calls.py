"""Tells the operator of half-written reports: kindly, and of each once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dzwonek.ui.dropped import Dropped
from dzwonek.ui.notices import (
    CONTINUE,
    KEEP,
    dropped_notice,
    flagged_notice,
    kept_notice,
    left_open_notice,
    reminder_notice,
)
from dzwonek.ui.reminders import Reminders
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime, tzinfo

    from dzwonek.domain.ports import Clock, Notice
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.desk import Desk
    from dzwonek.ui.notices import Notices


class DraftCalls(QObject):
    """Offers what was open at the end, calls marked moments to mind, and gives back what is empty.

    A notice of one draft leads to it by a click; one of several leads to the list.
    """

    changed = Signal()  # there are more or fewer drafts
    continue_wanted = Signal(object)  # Draft: a click led to it
    failed = Signal(object)  # Problem: what a click asked for could not be done

    def __init__(
        self,
        desk: Desk,
        reception: Reception,
        tasks: Tasks,
        notices: Notices,
        clock: Clock,
        zone: tzinfo,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reception = reception
        self._tasks = tasks
        self._notices = notices
        self._clock, self._zone = clock, zone
        self.reminders = Reminders(reception, tasks, clock, self)
        self.dropped = Dropped(reception, tasks, self)
        self.reminders.due.connect(self._remind)
        self.dropped.kept.connect(self._on_taken_back)
        self.dropped.keep_failed.connect(self.failed)
        self.dropped.gone.connect(self.changed)
        notices.unseen.connect(self._on_unseen)
        desk.kept.connect(self._on_kept)
        desk.flagged.connect(self._on_flagged)
        desk.dropped.connect(self._on_dropped)

    def look(self) -> None:
        """After the start, once the stores are open: offer what the last run left open."""
        work = partial(self._reception.unfinished.left_open, self._desk.open_id)
        self._tasks.run(Lane.DISK, work, self._offer)
        self.reminders.look()

    def follow(self, draft_id: str, wish: str) -> bool:
        """Do what a click on a notice asks of a draft; says whether it asked for anything."""
        if wish == KEEP:
            return self.dropped.take_back(draft_id)
        if wish == CONTINUE:
            work = partial(self._find, draft_id)
            self._tasks.run(Lane.DISK, work, self._go_on_with, self.failed.emit)
        return wish == CONTINUE

    def _find(self, draft_id: str) -> Draft | None:
        return next((draft for draft in self._reception.drafts() if draft.id == draft_id), None)

    def _go_on_with(self, draft: Draft | None) -> None:
        if draft is not None:
            self.continue_wanted.emit(draft)

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        if drafts:
            self._lead(left_open_notice, drafts)
            self.changed.emit()

    def _remind(self, drafts: tuple[Draft, ...]) -> None:
        self._lead(reminder_notice, drafts)

    def _lead(
        self,
        words: Callable[[Sequence[Draft], datetime, tzinfo], Notice],
        drafts: tuple[Draft, ...],
    ) -> None:
        notice = words(drafts, self._clock.now(), self._zone)
        if len(drafts) == 1:
            self._notices.tell(notice, drafts[0].id, CONTINUE)
        else:
            self._notices.tell(notice)

    def _on_dropped(self, draft: Draft) -> None:
        self.dropped.hold(draft)
        self._notices.tell(dropped_notice(draft), draft.id, KEEP)

    def _on_unseen(self, draft_id: str, wish: str) -> None:
        """Keep a draft whose end nobody could be told of."""
        if wish == KEEP:
            self.dropped.take_back(draft_id)

    def _on_kept(self, draft: Draft) -> None:
        self._notices.tell(kept_notice(draft), draft.id)

    def _on_flagged(self, draft: Draft) -> None:
        self._notices.tell(flagged_notice(draft), draft.id)
        self.reminders.expect(draft)

    def _on_taken_back(self, draft: Draft) -> None:
        self._on_kept(draft)
        self.changed.emit()
