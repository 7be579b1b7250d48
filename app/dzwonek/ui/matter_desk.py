"""The desk of letters about other matters: a form becomes a letter that waits in the outbox."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.domain.draft_life import Stage
from dzwonek.reporting.keeping import Keeping
from dzwonek.ui.language import spoken_now
from dzwonek.ui.place import centre
from dzwonek.ui.rescue import RescueDesk
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.profile import ContactProfile
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.rescue import Sent
    from dzwonek.ui.matter_form import MatterForm

AUTOSAVE_MS = 1000  # the sealed draft may never be more than 2 s behind the typing


class MatterDesk(QObject):
    """Owns the one short form; its letters go the same sealed way as reports."""

    saved = Signal(object)  # Entry: sealed on this computer
    kept = Signal(object)  # Draft: put aside, waits in the list
    keep_failed = Signal(object)  # Problem: the draft could not be stored
    sent = Signal(object)  # Sent: handed over without having been stored
    changed = Signal()  # drafts or reports are not what they were

    def __init__(
        self,
        reception: Reception,
        tasks: Tasks,
        spoken: Callable[[str], ContactProfile],
        form: Callable[[], MatterForm],
        parent: QObject | None = None,
    ) -> None:
        """Take `spoken`, which gives the profile as people read it in a language ("en")."""
        super().__init__(parent)
        self._reception, self._tasks, self._spoken = reception, tasks, spoken
        self._keeping = Keeping(reception)
        self._make_form = form
        self._form: MatterForm | None = None
        self._language = ""  # that it was built in
        self._rescue: RescueDesk | None = None
        self._draft_id = ""
        self._is_stored = False  # something of the open letter may lie on the disk
        self._told: Problem | None = None  # the last failure to keep it
        self._autosave = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._autosave.timeout.connect(self._save)

    @property
    def form(self) -> MatterForm:
        """Give the form, built at its first use and kept while the language stays."""
        if self._form is not None and not self._form.is_open() and self._language != spoken_now():
            self._form.deleteLater()
            self._form = None
        if self._form is None:
            self._language = spoken_now()
            self._form = self._make_form()
            self._form.edited.connect(self._on_edited)
            self._form.send_wanted.connect(self.send)
            self._form.put_aside.connect(self.put_aside)
            self.rescue.attend(self._form)
        return self._form

    @property
    def rescue(self) -> RescueDesk:
        """Give the ways out of a letter that nothing here can store."""
        if self._rescue is None:
            self._rescue = RescueDesk(self._reception, self._tasks, self)
            self._rescue.began.connect(self._autosave.stop)
            self._rescue.ended.connect(self._on_edited)
            self._rescue.sent.connect(self._on_sent)
        return self._rescue

    # -- beginning

    def write(self, matter_id: str) -> None:
        """Open the form for a matter of the profile; an open letter only comes forward."""
        if self.form.is_open():
            self.form.come_forward()
            return
        matter = self._spoken(spoken_now()).matter(matter_id)
        if matter is None:
            return
        self._open(self._reception.inquire(matter), is_stored=False)
        self._tasks.run(
            Lane.NET, self._reception.ask_identity, partial(self._on_identity, self._draft_id)
        )

    def resume(self, draft: Draft) -> None:
        """Open the form with a stored letter; an open one only comes forward."""
        if self.form.is_open():
            self.form.come_forward()
            return
        self._open(replace(draft, stage=Stage.OPEN), is_stored=True)
        self._save()  # that it is open

    # -- ending

    def send(self, draft: Draft) -> None:
        """Seal the letter; the form closes only when it is on the disk."""
        self._autosave.stop()
        self.form.set_sending(True)
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.submit, None, draft, self.rescue.letter_if_left),
            self._on_submitted,
            self._on_refused,
        )

    def put_aside(self, draft: Draft) -> None:
        """Close the form and keep the letter; of an empty one nothing stays."""
        self._autosave.stop()
        if self.form.is_blank():
            self._drop()
            return
        self.form.set_sending(True)
        aside = replace(draft, stage=Stage.ASIDE)
        self._tasks.run(
            Lane.DISK, partial(self._reception.keep, aside), self._on_kept, self._on_refused
        )

    def flush(self) -> None:
        """Before the program ends: store the open letter without a word."""
        if self._form is not None and self._form.is_open() and not self._form.is_blank():
            self._autosave.stop()
            self._tasks.run(Lane.DISK, partial(self._reception.keep, self._form.current()))

    def _drop(self) -> None:
        """Take back what was stored, if anything was: it may have been emptied again."""
        if self._is_stored:
            self._tasks.run(
                Lane.DISK,
                partial(self._reception.discard_draft, self._draft_id),
                lambda _: self.changed.emit(),
                self.keep_failed.emit,
            )
        self._close()

    # -- answers

    def _open(self, draft: Draft, *, is_stored: bool) -> None:
        self._draft_id, self._is_stored, self._told = draft.id, is_stored, None
        self.rescue.begin(self._reception.album(draft))
        self.form.tell_kept(is_kept=True)
        centre(self.form)
        self.form.begin(draft)

    def _is_open(self, draft_id: str) -> bool:
        return self._draft_id == draft_id and self.form.is_open()

    def _on_identity(self, draft_id: str, identity: Identity) -> None:
        if self._is_open(draft_id):
            self.form.tell_identity(identity)

    def _on_edited(self) -> None:
        if self.form.is_open() and not self._autosave.isActive():
            self._autosave.start()

    def _save(self) -> None:
        if not self.form.is_open() or (self.form.is_blank() and not self._is_stored):
            return
        self._is_stored = True
        draft = self.form.current()
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.keep, draft),
            partial(self._on_stored, draft.id),
            self._on_not_kept,
        )

    def _on_stored(self, draft_id: str, _: Draft) -> None:
        if self._is_open(draft_id):
            self._told = None
            self.form.tell_kept(is_kept=True)
        self.changed.emit()

    def _on_not_kept(self, problem: Problem) -> None:
        """Tell once of a letter that cannot be kept, not at every autosave; the form goes on."""
        self.form.tell_kept(is_kept=False)
        if self._told is None or self._told.code is not problem.code:
            self.keep_failed.emit(problem)
        self._told = problem

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
        self._close()
        self.kept.emit(draft)
        self.changed.emit()

    def _close(self) -> None:
        self._draft_id = ""
        self.rescue.end()
        self.form.finish()
