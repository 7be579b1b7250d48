"""Fetches the pictures that the operator wants to add: from the screen, a file, the clipboard."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dzwonek.domain.picture import Origin
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.curtain import Curtain
from dzwonek.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from dzwonek.domain.picture import Screenshot
    from dzwonek.domain.ports import ScreenSource
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.form.gates import Offered
    from dzwonek.ui.form.window import ReportForm
    from dzwonek.ui.tasks import Tasks


class AddingDesk(QObject):
    """Serves one form; what cannot be had is told there, and nothing of the report is touched."""

    def __init__(
        self,
        reception: Reception,
        tasks: Tasks,
        screens: Callable[[], ScreenSource],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._screens = screens
        self._curtain = Curtain(self)
        self._form: ReportForm | None = None
        self._is_away = False

    def attend(self, form: ReportForm) -> None:
        """Fulfil this form's wishes from now on."""
        self._form = form
        form.capture_wanted.connect(self._capture)
        form.picture_offered.connect(self._fetch)

    # -- the screen

    def _capture(self, is_region: bool) -> None:
        if not self._is_away:
            self._is_away = True
            self._curtain.draw(partial(self._shoot, is_region))

    def _shoot(self, is_region: bool) -> None:
        self._is_away = False
        form = self._form
        if form is None or not form.is_open():  # it was closed meanwhile
            return
        capture = self._screens().capture()
        self._curtain.lift()
        form.come_forward()
        if capture.problem is not None:
            form.refuse_picture(capture.problem)
        if capture.shots and is_region:
            form.pick_region(capture.shots)
        elif capture.shots:
            form.add_pictures(capture.shots, Origin.SCREEN)

    # -- files and the clipboard

    def _fetch(self, offered: Offered) -> None:
        """Read and judge each beside the GUI; a drive may be slow, a picture large."""
        if not offered:
            self._refuse(Problem(Code.CLIPBOARD_WITHOUT_PICTURE))
        for path in offered.paths:
            self._run(partial(self._reception.picture_of_file, Path(path)), Origin.FILE)
        if offered.content:
            work = partial(self._reception.foreign_picture, offered.content)
            self._run(work, Origin.CLIPBOARD)
        if offered.image is not None:
            self._run(partial(self._of_image, offered.image), Origin.CLIPBOARD)

    def _of_image(self, image: QImage) -> Screenshot:
        from dzwonek.capture.pieces import shot_of

        return shot_of(image, "", self._reception.moment())

    def _run(self, work: Callable[[], Screenshot], origin: Origin) -> None:
        if self._form is not None and self._form.is_open():
            draft_id = self._form.current().id
            done = partial(self._add, draft_id, origin)
            self._tasks.run(Lane.NET, work, done, self._refuse)

    def _add(self, draft_id: str, origin: Origin, shot: Screenshot) -> None:
        form = self._form
        if form is not None and form.is_open() and form.current().id == draft_id:
            form.add_pictures((shot,), origin)

    def _refuse(self, problem: Problem) -> None:
        if self._form is not None and self._form.is_open():
            self._form.refuse_picture(problem)
