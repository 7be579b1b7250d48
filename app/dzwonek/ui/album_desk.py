"""What becomes of the open report's pictures: each change is stored at once, behind the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dzwonek.reporting.keeping import added, retouched
from dzwonek.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.domain.picture import PictureNote, Retouch, Screenshot
    from dzwonek.reporting.album import Album
    from dzwonek.ui.form.window import ReportForm
    from dzwonek.ui.tasks import Tasks


class AlbumDesk(QObject):
    """Serves the one open form; the album itself is worked on by the disk lane alone."""

    edited = Signal()
    refused = Signal(object)  # Problem: a cover could not be burnt in
    not_kept = Signal(object)  # Problem: tried again at the next autosave

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._form: ReportForm | None = None
        self._album: Album | None = None

    def attend(self, form: ReportForm) -> None:
        """Fulfil this form's wishes."""
        self._form = form
        form.retouch_wanted.connect(self._retouch)
        form.pictures_added.connect(self._add)
        form.picture_removed.connect(self._drop)

    def begin(self, album: Album) -> None:
        """Start with the pictures of another report."""
        self._album = album

    def end(self) -> None:
        """Forget every pixel: the form is closed."""
        if self._album is not None:
            self._tasks.run(Lane.DISK, self._album.close)
            self._album = None

    def _retouch(self, picture_id: str, wanted: Retouch) -> None:
        if self._album is not None:
            work = partial(retouched, self._album, picture_id, wanted)
            self._tasks.run(Lane.DISK, work, self._on_pictures, self.refused.emit)

    def _add(self, notes: Sequence[PictureNote], shots: Sequence[Screenshot]) -> None:
        """Store more pictures; what finds no room now is tried again at each autosave."""
        if self._album is None:
            return
        for note, shot in zip(notes, shots, strict=True):
            work = partial(added, self._album, note, shot)
            self._tasks.run(Lane.DISK, work, self._on_pictures, self.not_kept.emit)
        self.edited.emit()

    def _on_pictures(self, notes: Sequence[PictureNote]) -> None:
        if self._form is not None and self._form.is_open():
            self._form.tell_pictures(tuple(notes))
            self.edited.emit()

    def _drop(self, picture_id: str) -> None:
        if self._album is not None:
            work = partial(self._album.drop, picture_id)
            self._tasks.run(Lane.DISK, work, failed=self.not_kept.emit)
        self.edited.emit()
