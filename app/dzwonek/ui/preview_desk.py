"""The preview's desk: renders the open report beside the GUI, and shows it."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal

from dzwonek.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.preview import Left, Preview
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.form.preview import PreviewWindow
    from dzwonek.ui.form.preview_parts import Small
    from dzwonek.ui.form.window import ReportForm
    from dzwonek.ui.tasks import Tasks

Seen = tuple["Preview", tuple["Small", ...]]


class _BrokenOff(Exception):  # noqa: N818  # nothing went wrong
    """The preview is not wanted any more."""


class PreviewDesk(QObject):
    """Serves the one open form; a preview of what has changed meanwhile is made anew."""

    send_wanted = Signal(object)  # Draft
    _step = Signal(int, int, int)  # which try, picture, of how many; from the disk lane

    def __init__(self, reception: Reception, tasks: Tasks, left: Left, parent: QObject) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._left = left
        self._form: ReportForm | None = None
        self._album: Album | None = None
        self._window: PreviewWindow | None = None
        self._shown: Draft | None = None  # what the window shows, or is going to
        self._try = 0
        self._stop = threading.Event()
        self._step.connect(self._on_step, Qt.ConnectionType.QueuedConnection)

    def attend(self, form: ReportForm) -> None:
        """Fulfil this form's wishes."""
        self._form = form
        form.preview_wanted.connect(self.open)
        form.edited.connect(self._look_again)

    def begin(self, album: Album) -> None:
        """Start with a fresh form."""
        self._album = album

    def end(self) -> None:
        """The form is closed, and its preview with it."""
        self._album = None
        if self._window is not None:
            self._window.reject()

    def open(self, draft: Draft) -> None:
        """Show what would go now."""
        if self._form is None or self._window is not None:
            return
        from dzwonek.ui.form.preview import PreviewWindow

        window = self._window = PreviewWindow(self._form)
        window.finished.connect(self._on_closed)
        window.send_wanted.connect(self._send)
        window.picture_wanted.connect(self._show_whole)
        window.open()
        window.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._render(draft)

    # -- inside

    def _send(self) -> None:
        if self._form is not None and self._form.is_open():
            self.send_wanted.emit(self._form.current())

    def _look_again(self) -> None:
        """What is known of the agent may come late, while the preview is open already."""
        form = self._form
        if self._window is None or form is None or not form.is_open():
            return
        draft = form.current()
        if draft != self._shown:
            self._render(draft)

    def _render(self, draft: Draft) -> None:
        if self._album is None or self._window is None:
            return
        self._stop.set()
        self._stop = threading.Event()
        self._try += 1
        self._shown = draft
        room = self._window.picture_room()
        told = partial(self._tell, self._try, self._stop)
        self._tasks.run(
            Lane.DISK,
            partial(self._made, draft, self._album, told, room),
            partial(self._on_made, self._try),
            partial(self._on_problem, self._try),
        )

    def _made(
        self, draft: Draft, album: Album, told: Callable[[int, int], None], room: QSize
    ) -> Seen | None:
        """On the disk lane: render, read back, and make small pictures of those that leave."""
        from dzwonek.capture.raster import decoded, thumbnail
        from dzwonek.ui.form.preview_parts import Small

        try:
            preview = self._reception.preview(draft, album, self._left, told)
            images = []
            for number, picture in enumerate(preview.pictures, start=1):
                told(number, len(preview.pictures))
                whole = decoded(picture.content)
                small = thumbnail(whole, room.width(), room.height())
                images.append(Small(small, whole.width(), whole.height()))
        except _BrokenOff:
            return None
        return preview, tuple(images)

    def _tell(self, which: int, stop: threading.Event, number: int, count: int) -> None:
        if stop.is_set():
            raise _BrokenOff
        self._step.emit(which, number, count)

    def _on_step(self, which: int, number: int, count: int) -> None:
        if which == self._try and self._window is not None and self._window.preview() is None:
            self._window.show_progress(number, count)

    def _on_made(self, which: int, seen: Seen | None) -> None:
        if which == self._try and self._window is not None and seen is not None:
            self._window.show_preview(*seen)

    def _on_problem(self, which: int, problem: Problem) -> None:
        if which == self._try and self._window is not None:
            self._window.show_problem(problem)

    def _show_whole(self, number: int) -> None:
        """Read the picture again from the bytes that leave, and show each of its pixels."""
        preview = self._window.preview() if self._window is not None else None
        if preview is None:
            return
        from dzwonek.capture.raster import decoded

        picture = preview.pictures[number]
        self._tasks.run(
            Lane.NET,
            partial(decoded, picture.content),
            partial(self._on_whole, picture.filename),
        )

    def _on_whole(self, name: str, image: QImage) -> None:
        if self._window is not None:
            from dzwonek.ui.form.preview_parts import FullPicture

            FullPicture(name, image, self._window).open()

    def _on_closed(self) -> None:
        self._stop.set()
        self._try += 1
        self._window = self._shown = None
