"""The desk: a press becomes an open form, and a form becomes a report that waits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dzwonek.domain.draft_life import Stage, is_blank, is_fresh_follow_up
from dzwonek.ui.adding_desk import AddingDesk
from dzwonek.ui.album_desk import AlbumDesk
from dzwonek.ui.asking_desk import AskingDesk
from dzwonek.ui.place import centre
from dzwonek.ui.preview_desk import PreviewDesk
from dzwonek.ui.tasks import Lane, Tasks
from dzwonek.ui.writing_desk import WritingDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dzwonek.domain.picture import PictureNote, Retouch, Screenshot
    from dzwonek.domain.ports import ScreenSource
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.form.window import ReportForm


class Desk(WritingDesk):
    """Owns the one open form and everything that happens between a press and a sealed report."""

    dropped = Signal(object)  # Draft: closed with nothing in it, not destroyed yet
    flagged = Signal(object)  # Draft: marked, to be described later
    flag_failed = Signal(object)  # Problem: the mark could not be stored
    closed = Signal()  # the form is gone and its pictures with it

    def __init__(
        self,
        reception: Reception,
        tasks: Tasks,
        screens: Callable[[], ScreenSource],
        form: Callable[[], ReportForm],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(reception, tasks, parent)
        self._screens = screens
        self._make_form = form
        self._form: ReportForm | None = None
        self._begun: Draft | None = None  # a fresh draft as it was before anybody touched it
        self._adding = AddingDesk(reception, tasks, screens, self)
        self._asking = AskingDesk(reception, tasks, self)
        self._pictures = AlbumDesk(tasks, self)
        self._pictures.edited.connect(self._on_edited)
        self._pictures.refused.connect(self._on_refused)
        self._pictures.not_kept.connect(self._on_not_kept)
        self._preview = PreviewDesk(reception, tasks, self._rescue.letter_if_left, self)
        self._preview.send_wanted.connect(self.send)

    @property
    def form(self) -> ReportForm:
        """Give the one form, built at its first use and kept."""
        if self._form is None:
            self._form = self._make_form()
            self._attend(self._form)
            self._adding.attend(self._form)
            self._asking.attend(self._form)
            self._pictures.attend(self._form)
            self._form.painted.connect(self._tasks.go_on)
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
        self._begun = None
        album = self._album = self._reception.album(draft, shots)
        self._begin(draft, album)
        self._pictures.begin(album)
        self._preview.begin(album)
        return album

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

    def _show_notes(self, draft_id: str, notes: tuple[PictureNote, ...]) -> None:
        if self._is_open(draft_id):
            self.form.tell_pictures(notes)
        self.changed.emit()

    def _storing(self) -> Callable[[], Draft]:
        return partial(self._keeping.keep, self._album, self.form.current(), self.form.drawn())

    def _close(self) -> None:
        self._preview.end()
        super()._close()
        self._pictures.end()
        self.closed.emit()

    def _on_flag_kept(self, draft: Draft) -> None:
        self.flagged.emit(draft)
        self.changed.emit()
