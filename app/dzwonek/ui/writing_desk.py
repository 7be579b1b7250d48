"""What the desks of both forms do: what is written is stored, sealed and let go of when safe."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.reporting.keeping import Keeping
from dzwonek.ui.rescue import RescueDesk
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.rescue import Sent
    from dzwonek.ui.form.window import ReportForm
    from dzwonek.ui.matter_form import MatterForm

AUTOSAVE_MS = 1000  # the sealed draft may never be more than 2 s behind the typing


class WritingDesk(QObject):
    """Owns one form and its open draft, from the first letter to the sealed message.

    A desk of its own kind gives `form`, `put_aside` and what `_storing` stores.
    """

    saved = Signal(object)  # Entry: sealed on this computer
    kept = Signal(object)  # Draft: put aside, waits in the list
    keep_failed = Signal(object)  # Problem: the draft could not be stored
    sent = Signal(object)  # Sent: handed over without having been stored
    changed = Signal()  # drafts or reports are not what they were

    def __init__(self, reception: Reception, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reception = reception
        self._keeping = Keeping(reception)
        self._tasks = tasks
        self._draft_id = ""
        self._album: Album | None = None  # of the open draft; worked on by the disk lane alone
        self._is_storing = False
        self._has_more = False  # to be stored, behind what is being stored
        self._told: Problem | None = None  # the last failure to keep the open draft
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE_MS)
        self._autosave.timeout.connect(self._save)
        self._rescue = RescueDesk(reception, tasks, self)
        self._rescue.began.connect(self._autosave.stop)
        self._rescue.ended.connect(self._on_edited)
        self._rescue.sent.connect(self._on_sent)

    @property
    def form(self) -> ReportForm | MatterForm:
        """Give the one form, built at its first use."""
        raise NotImplementedError

    def put_aside(self, draft: Draft) -> None:
        """Close the form and keep the draft, unless there is nothing in it."""
        raise NotImplementedError

    def send(self, draft: Draft) -> None:
        """Seal what was written; the form closes only when it is on the disk."""
        self._autosave.stop()
        self.form.set_sending(True)
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.submit, self._album, draft, self._rescue.letter_if_left),
            self._on_submitted,
            self._on_refused,
        )

    # -- the form, from its building to its end

    def _attend(self, form: ReportForm | MatterForm) -> None:
        """Take the wishes of a form that was just built."""
        form.edited.connect(self._on_edited)
        form.send_wanted.connect(self.send)
        form.put_aside.connect(self.put_aside)
        self._rescue.attend(form)

    def _begin(self, draft: Draft, album: Album) -> None:
        """Start with a draft in the form."""
        self._draft_id = draft.id
        self._told = None
        self._is_storing = self._has_more = False
        self.form.tell_kept(is_kept=True)
        self._rescue.begin(album)

    def _close(self) -> None:
        self._draft_id = ""
        self._album = None
        self._rescue.end()
        self.form.finish()

    def _is_open(self, draft_id: str) -> bool:
        return self._draft_id == draft_id and self.form.is_open()

    # -- storing while it is written

    def _storing(self) -> Callable[[], Draft] | None:
        """Give what stores the draft as it is now, for the disk lane; None: there is nothing."""
        raise NotImplementedError

    def _on_edited(self) -> None:
        if self.form.is_open() and not self._autosave.isActive():
            self._autosave.start()

    def _save(self) -> None:
        if not self.form.is_open():
            return
        if self._is_storing:  # a slow disk is given no heap of stale drafts
            self._has_more = True
            return
        store = self._storing()
        if store is None:
            return
        self._is_storing, self._has_more = True, False
        self._tasks.run(
            Lane.DISK,
            store,
            partial(self._on_stored, self._draft_id),
            partial(self._on_not_stored, self._draft_id),
        )

    def _on_stored(self, draft_id: str, _: Draft) -> None:
        if self._is_open(draft_id):
            self._told = None
            self.form.tell_kept(is_kept=True)
            self._save_more()

    def _on_not_stored(self, draft_id: str, problem: Problem) -> None:
        self._on_not_kept(problem)
        if self._is_open(draft_id):
            self._save_more()

    def _save_more(self) -> None:
        self._is_storing = False
        if self._has_more:
            self._save()

    def _on_not_kept(self, problem: Problem) -> None:
        """Tell once of a draft that cannot be kept, not at every autosave; the form goes on."""
        self.form.tell_kept(is_kept=False)
        if self._told is None or self._told.code is not problem.code:
            self.keep_failed.emit(problem)
        self._told = problem

    # -- how it ends

    def _on_submitted(self, answer: Entry | tuple[Problem, ...]) -> None:
        self.form.set_sending(False)
        if isinstance(answer, tuple):
            self.form.show_problems(answer)
            self._on_edited()  # what was typed just before *Wyślij* is not stored yet
            return
        self._close()
        self.saved.emit(answer)
        self._tasks.run(Lane.DISK, partial(self._reception.forget, answer.id))
        self.changed.emit()

    def _on_sent(self, sent: Sent) -> None:
        """Close, and destroy a draft of it that was stored while there was room."""
        self._autosave.stop()
        self._close()
        self.sent.emit(sent)
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.discard_draft, sent.report_id),
            lambda _: self.changed.emit(),
            lambda _: self.changed.emit(),
        )

    def _on_refused(self, problem: Problem) -> None:
        self.form.set_sending(False)
        self.form.show_problems((problem,))
        self._on_edited()  # what could not be stored is tried again

    def _on_kept(self, draft: Draft) -> None:
        self.form.set_sending(False)
        self._close()
        self.kept.emit(draft)
        self.changed.emit()
