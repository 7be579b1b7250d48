"""The desk: a press becomes an open form, and a form becomes a report that waits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.domain.draft_life import Stage, is_blank, is_fresh_follow_up
from dzwonek.domain.problem import Problem
from dzwonek.reporting.keeping import Keeping
from dzwonek.ui.adding_desk import AddingDesk
from dzwonek.ui.album_desk import AlbumDesk
from dzwonek.ui.asking_desk import AskingDesk
from dzwonek.ui.place import centre
from dzwonek.ui.preview_desk import PreviewDesk
from dzwonek.ui.rescue import RescueDesk
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.picture import PictureNote, Retouch, Screenshot
    from dzwonek.domain.ports import ScreenSource
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.rescue import Sent
    from dzwonek.ui.form.window import ReportForm

AUTOSAVE_MS = 1000  # the sealed draft may never be more than 2 s behind the typing


class Desk(QObject):
    """Owns the one open form and everything that happens between a press and a sealed report."""

    saved = Signal(object)  # Entry: sealed on this computer
    kept = Signal(object)  # Draft: put aside, waits in the list
    dropped = Signal(object)  # Draft: closed with nothing in it, not destroyed yet
    flagged = Signal(object)  # Draft: marked, to be described later
    flag_failed = Signal(object)  # Problem: the mark could not be stored
    keep_failed = Signal(object)  # Problem: the draft could not be stored
    closed = Signal()  # the form is gone and its pictures with it
    sent = Signal(object)  # Sent: handed over without having been stored
    changed = Signal()  # drafts or reports are not what they were

    def __init__(
        self,
        reception: Reception,
        tasks: Tasks,
        screens: Callable[[], ScreenSource],
        form: Callable[[], ReportForm],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reception = reception
        self._keeping = Keeping(reception)
        self._tasks = tasks
        self._screens = screens
        self._make_form = form
        self._form: ReportForm | None = None
        self._draft_id = ""
        self._begun: Draft | None = None  # a fresh draft as it was before anybody touched it
        self._is_storing = False
        self._has_more = False  # to be stored, behind what is being stored
        self._album: Album | None = None  # of the open draft; worked on by the disk lane alone
        self._told: Problem | None = None  # the last failure to keep the open draft
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE_MS)
        self._autosave.timeout.connect(self._save)
        self._adding = AddingDesk(reception, tasks, screens, self)
        self._asking = AskingDesk(reception, tasks, self)
        self._pictures = AlbumDesk(tasks, self)
        self._pictures.edited.connect(self._on_edited)
        self._pictures.refused.connect(self._on_refused)
        self._pictures.not_kept.connect(self._on_not_kept)
        self._rescue = RescueDesk(reception, tasks, self)
        self._preview = PreviewDesk(reception, tasks, self._rescue.letter_if_left, self)
        self._preview.send_wanted.connect(self.send)
        self._rescue.began.connect(self._autosave.stop)
        self._rescue.ended.connect(self._on_edited)
        self._rescue.sent.connect(self._on_sent)

    @property
    def form(self) -> ReportForm:
        """Give the one form, built at its first use and kept."""
        if self._form is None:
            self._form = self._make_form()
            self._form.edited.connect(self._on_edited)
            self._form.send_wanted.connect(self.send)
            self._form.put_aside.connect(self.put_aside)
            self._adding.attend(self._form)
            self._asking.attend(self._form)
            self._pictures.attend(self._form)
            self._form.painted.connect(self._tasks.go_on)
            self._rescue.attend(self._form)
            self._preview.attend(self._form)
        return self._form

    @property
    def open_id(self) -> str:
        """Give the id of the draft in the open form, else nothing."""
        return self._draft_id

    # -- beginning

    def report(self) -> None:
        """Open the form for this very moment; an open form only comes forward."""
        if self.form.is_open():
            self.form.come_forward()
            return
        self._tasks.give_way()  # until the form is on the screen
        capture = self._screens().capture()
        draft = self._reception.begin(capture)
        album = self._open(draft, capture.shots)
        self._begun = draft
        centre(self.form)
        self.form.begin(draft, capture.shots)
        self._asking.fill_in(draft)
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.keep_new, album, draft),
            partial(self._show_notes, draft.id),
            self._on_not_kept,
        )

    def resume(self, draft: Draft) -> None:
        """Open the form with a stored draft."""
        if self.form.is_open():
            self.form.come_forward()
            return
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.load_pictures, draft),
            partial(self._resume_with, draft),
            self.keep_failed.emit,
        )

    def flag(self) -> None:
        """Mark this moment: pictures, time and identity become a draft; nothing takes the focus."""
        capture = self._screens().capture()
        draft = self._reception.begin(capture, is_flagged=True)
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.keep_flag, self._reception.album(draft, capture.shots), draft),
            self._on_flag_kept,
            self.flag_failed.emit,
        )

    # -- ending

    def send(self, draft: Draft) -> None:
        """Seal the report; the form closes only when it is on the disk."""
        self._autosave.stop()
        self.form.set_sending(True)
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.submit, self._album, draft, self._rescue.letter_if_left),
            self._on_submitted,
            self._on_refused,
        )

    def put_aside(self, draft: Draft) -> None:
        """Close the form and keep the draft, unless there is nothing in it of anybody's."""
        self._autosave.stop()
        drawn = self.form.drawn()
        if self._is_blank(draft, drawn):
            self._drop(replace(draft, stage=Stage.DROPPED))
            return
        self.form.set_sending(True)
        aside = replace(draft, stage=Stage.ASIDE)
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.keep, self._album, aside, drawn),
            self._on_kept,
            self._on_refused,
        )

    def _is_blank(self, draft: Draft, drawn: Mapping[str, Retouch]) -> bool:
        begun, is_named = self._begun, self.form.is_named_by_hand()
        return begun is not None and is_blank(draft, begun, drawn, is_named=is_named)

    def _drop(self, draft: Draft) -> None:
        """Close; where the disk takes nothing, nothing has to be taken back either."""
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.keep, draft),
            self.dropped.emit,
            lambda _: self.dropped.emit(draft),
        )
        self._close()
        self.changed.emit()

    def flush(self) -> None:
        """Before the program ends: store the open draft without a word."""
        if self._form is not None and self._form.is_open():
            self._autosave.stop()
            draft, drawn = self._form.current(), self._form.drawn()
            self._tasks.run(Lane.DISK, partial(self._keeping.keep_text, self._album, draft, drawn))

    # -- answers

    def _open(self, draft: Draft, shots: Sequence[Screenshot] = ()) -> Album:
        self._draft_id = draft.id
        self._begun = self._told = None
        self._is_storing = self._has_more = False
        self.form.tell_kept(is_kept=True)
        self._album = self._reception.album(draft, shots)
        self._pictures.begin(self._album)
        self._rescue.begin(self._album)
        self._preview.begin(self._album)
        return self._album

    def _resume_with(self, draft: Draft, loaded: tuple[dict[str, bytes], Problem | None]) -> None:
        from dzwonek.capture.raster import decoded

        contents, lost = loaded
        images = {picture_id: decoded(content) for picture_id, content in contents.items()}
        taken_up = replace(draft, stage=Stage.OPEN, is_flagged=False, remind_at=None)
        self._open(taken_up)
        centre(self.form)
        self.form.resume(taken_up, images)
        if lost is not None:
            self.form.refuse_picture(lost)
        if is_fresh_follow_up(draft):
            self._begun = self.form.current()
        self._asking.fill_in(taken_up)
        self._save()  # that it is open

    def _is_open(self, draft_id: str) -> bool:
        return self._draft_id == draft_id and self.form.is_open()

    def _show_notes(self, draft_id: str, notes: tuple[PictureNote, ...]) -> None:
        if self._is_open(draft_id):
            self.form.tell_pictures(notes)
        self.changed.emit()

    def _on_edited(self) -> None:
        if not self._autosave.isActive():
            self._autosave.start()

    def _save(self) -> None:
        if not self.form.is_open():
            return
        if self._is_storing:  # a slow disk is given no heap of stale drafts
            self._has_more = True
            return
        self._is_storing, self._has_more = True, False
        draft = self.form.current()
        self._tasks.run(
            Lane.DISK,
            partial(self._keeping.keep, self._album, draft, self.form.drawn()),
            partial(self._on_saved, draft.id),
            partial(self._on_not_saved, draft.id),
        )

    def _on_saved(self, draft_id: str, _: Draft) -> None:
        if self._is_open(draft_id):
            self._told = None
            self.form.tell_kept(is_kept=True)
            self._save_more()

    def _on_not_saved(self, draft_id: str, problem: Problem) -> None:
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

    def _close(self) -> None:
        self._draft_id = ""
        self._rescue.end()
        self._preview.end()
        self.form.finish()
        self._pictures.end()
        self._album = None
        self.closed.emit()

    def _on_flag_kept(self, draft: Draft) -> None:
        self.flagged.emit(draft)
        self.changed.emit()
