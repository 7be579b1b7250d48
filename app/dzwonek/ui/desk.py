"""The desk: a press becomes an open form, and a form becomes a report that waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.domain.identity import Identity
from dzwonek.domain.problem import Problem, ProblemError
from dzwonek.reporting.check import problems_of
from dzwonek.ui.adding_desk import AddingDesk
from dzwonek.ui.place import centre
from dzwonek.ui.rescue import RescueDesk
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dzwonek.domain.activity import Activity
    from dzwonek.domain.delivery import Entry, Envelope
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
        self._tasks = tasks
        self._screens = screens
        self._make_form = form
        self._form: ReportForm | None = None
        self._draft_id = ""
        self._album: Album | None = None  # of the open draft; worked on by the disk lane alone
        self._told: Problem | None = None  # the last failure to keep the open draft
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE_MS)
        self._autosave.timeout.connect(self._save)
        self._adding = AddingDesk(reception, tasks, screens, self)
        self._rescue = RescueDesk(reception, tasks, self)
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
            self._form.retouch_wanted.connect(self._retouch)
            self._form.pictures_added.connect(self._add_pictures)
            self._adding.attend(self._form)
            self._form.picture_removed.connect(self._drop_picture)
            self._form.painted.connect(self._tasks.go_on)
            self._rescue.attend(self._form)
        return self._form

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
        centre(self.form)
        self.form.begin(draft, capture.shots)
        self._fill_in(draft)
        self._tasks.run(
            Lane.DISK,
            partial(self._keep_new, album, draft),
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
            partial(self._load_pictures, draft),
            partial(self._resume_with, draft),
            self.keep_failed.emit,
        )

    def flag(self) -> None:
        """Mark this moment: pictures, time and identity become a draft; nothing takes the focus."""
        capture = self._screens().capture()
        draft = self._reception.begin(capture, is_flagged=True)
        self._tasks.run(
            Lane.DISK,
            partial(self._keep_flag, self._reception.album(draft, capture.shots), draft),
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
            partial(self._submit, self._album, draft, self._rescue.letter_if_left),
            self._on_submitted,
            self._on_refused,
        )

    def put_aside(self, draft: Draft) -> None:
        """Close the form and keep the draft."""
        self._autosave.stop()
        self.form.set_sending(True)
        self._tasks.run(
            Lane.DISK, partial(self._keep, self._album, draft), self._on_kept, self._on_refused
        )

    def flush(self) -> None:
        """Before the program ends: put the open draft aside without a word."""
        if self._form is not None and self._form.is_open():
            self._autosave.stop()
            self._tasks.run(Lane.DISK, partial(self._keep_text, self._album, self._form.current()))

    # -- on the disk lane

    def _keep_new(self, album: Album, draft: Draft) -> tuple[PictureNote, ...]:
        self._reception.keep(draft)
        self._keep(album, draft)
        return album.notes

    def _keep_flag(self, album: Album, draft: Draft) -> Draft:
        self._reception.keep(draft)
        return self._keep(album, draft)

    def _keep_text(self, album: Album | None, draft: Draft) -> None:
        """Store the text first: the end may leave no time for the pictures."""
        self._reception.keep(draft)
        if album is not None:
            self._keep(album, draft)

    def _keep(self, album: Album | None, draft: Draft) -> Draft:
        """Store the text whatever becomes of the pictures; raises ProblemError."""
        if album is None:
            return self._reception.keep(draft)
        try:
            album.settle()
        finally:
            kept = self._reception.keep(album.noted(draft))
        return kept

    def _submit(
        self, album: Album | None, draft: Draft, left: Callable[[Draft], Envelope | None]
    ) -> Entry | tuple[Problem, ...]:
        """Seal the report, once every cover is burnt into its picture."""
        if problems := problems_of(draft):
            return problems
        if album is not None:
            album.settle()
            draft = album.noted(draft)
        return self._reception.submit(draft, left(draft))

    def _retouched(self, album: Album, picture_id: str, wanted: Retouch) -> tuple[PictureNote, ...]:
        album.retouch(picture_id, wanted)
        return album.notes

    def _added(self, album: Album, note: PictureNote, shot: Screenshot) -> tuple[PictureNote, ...]:
        album.add(note, shot)
        return album.notes

    def _load_pictures(self, draft: Draft) -> dict[str, bytes]:
        contents = {}
        for note in draft.pictures:
            try:
                contents[note.id] = self._reception.picture(draft.id, note.id)
            except ProblemError:
                continue  # the form shows the gap; submitting names it
        return contents

    # -- answers

    def _open(self, draft: Draft, shots: Sequence[Screenshot] = ()) -> Album:
        self._draft_id = draft.id
        self._told = None
        self.form.tell_kept(is_kept=True)
        self._album = self._reception.album(draft, shots)
        self._rescue.begin(self._album)
        return self._album

    def _resume_with(self, draft: Draft, contents: dict[str, bytes]) -> None:
        from dzwonek.capture.raster import decoded

        images = {picture_id: decoded(content) for picture_id, content in contents.items()}
        self._open(draft)
        centre(self.form)
        self.form.resume(draft, images)
        self._fill_in(draft)

    def _fill_in(self, draft: Draft) -> None:
        """Ask what Daktela knows; answers come late and only to the form they were asked for."""
        self.form.tell_names(self._reception.names)
        known = self._reception.known()
        self.form.tell_identity(known)
        self._tasks.run(
            Lane.NET,
            self._reception.ask_identity,
            partial(self._on_identity, draft.id, asks_recent=not known.agent.login),
            partial(self._on_no_identity, draft.id),
        )
        if known.agent.login:
            self._ask_recent(draft.id, known)

    def _ask_recent(self, draft_id: str, identity: Identity) -> None:
        self._tasks.run(
            Lane.NET,
            partial(self._reception.ask_recent, identity.agent),
            partial(self._on_recent, draft_id),
            partial(self._on_recent, draft_id),
        )

    def _on_recent(self, draft_id: str, answer: tuple[Activity, ...] | Problem) -> None:
        if self._is_open(draft_id):
            self.form.tell_recent(answer)

    def _on_identity(self, draft_id: str, identity: Identity, *, asks_recent: bool) -> None:
        if not self._is_open(draft_id):
            return
        self.form.tell_identity(identity)
        if asks_recent:
            self._ask_recent(draft_id, identity)

    def _on_no_identity(self, draft_id: str, problem: Problem) -> None:
        if self._is_open(draft_id):
            self.form.tell_identity(problem)
            if not self._reception.known().agent.login:
                self.form.tell_recent(problem)

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
        if self.form.is_open():
            draft = self.form.current()
            self._tasks.run(
                Lane.DISK,
                partial(self._keep, self._album, draft),
                self._on_saved,
                self._on_not_kept,
            )

    def _on_saved(self, draft: Draft) -> None:
        self._told = None
        self.form.tell_kept(is_kept=True)

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
        self.form.finish()
        if self._album is not None:
            self._tasks.run(Lane.DISK, self._album.close)
            self._album = None
        self.closed.emit()

    def _on_flag_kept(self, draft: Draft) -> None:
        self.flagged.emit(draft)
        self.changed.emit()

    def _retouch(self, picture_id: str, wanted: Retouch) -> None:
        if self._album is not None:
            work = partial(self._retouched, self._album, picture_id, wanted)
            self._tasks.run(Lane.DISK, work, self._on_pictures, self._on_refused)

    def _add_pictures(self, notes: Sequence[PictureNote], shots: Sequence[Screenshot]) -> None:
        """Store more pictures; what finds no room now is tried again at each autosave."""
        if self._album is None:
            return
        for note, shot in zip(notes, shots, strict=True):
            work = partial(self._added, self._album, note, shot)
            self._tasks.run(Lane.DISK, work, self._on_pictures, self._on_not_kept)
        self._on_edited()

    def _on_pictures(self, notes: Sequence[PictureNote]) -> None:
        if self.form.is_open():
            self.form.tell_pictures(tuple(notes))
            self._on_edited()

    def _drop_picture(self, picture_id: str) -> None:
        if self._album is not None:
            self._tasks.run(
                Lane.DISK, partial(self._album.drop, picture_id), failed=self._on_not_kept
            )
        self._on_edited()
