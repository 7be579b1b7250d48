"""What follows when something is changed in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dzwonek.domain.outage import is_outage
from dzwonek.ui.form.prompts import says_outage

if TYPE_CHECKING:
    from dzwonek.domain.picture import Retouch
    from dzwonek.ui.form.corrections import Corrections
    from dzwonek.ui.form.room import FormRoom
    from dzwonek.ui.form.window import ReportForm


class Edits(QObject):
    """Tells that the report was edited, takes back what is corrected, and weighs what is written.

    While it `is_paused` the form itself changes its fields, which is no edit.
    """

    def __init__(self, form: ReportForm, corrections: Corrections, room: FormRoom) -> None:
        super().__init__(form)
        self._form, self._corrections, self._room = form, corrections, room
        self._colleagues: tuple[str, ...] = ()
        self.is_paused = False
        body, pictures = form.body, form.pictures
        form.person.changed.connect(self._on_person)
        body.edited.connect(self._tell)
        body.description.textChanged.connect(self.weigh)
        body.fold_changed.connect(self._on_folding)
        body.summary.field_wanted.connect(self._bring)
        pictures.retouch_wanted.connect(self._on_retouch)
        pictures.drawn.connect(self._tell)
        pictures.added.connect(self._on_added)
        pictures.removed.connect(self._on_removed)

    def tell_colleagues(self, names: tuple[str, ...]) -> None:
        """Take in the colleagues that this computer remembers."""
        self._colleagues = names
        self.tell_names()

    def tell_names(self) -> None:
        """Offer the one who reports among the colleagues, too: the report may be about both."""
        own = self._form.person.agent().name.strip()
        self._form.body.concern.tell_names(own, self._colleagues)

    def weigh(self) -> None:
        """Ask to ring at once where the description says that nobody can call."""
        form = self._form
        if form.is_open():
            text = form.body.description.toPlainText()
            is_urgent = says_outage(text) or is_outage(text)  # in any language, or typed
            form.strip.show_urgent(is_urgent=is_urgent, code=form.short_code())

    def _tell(self) -> None:
        if not self.is_paused:
            self._corrections.look_again(self._form.current)
            self._form.edited.emit()

    def _on_person(self) -> None:
        self.tell_names()
        self._tell()

    def _on_folding(self) -> None:
        if not self._form.body.is_folded:
            self._room.grow()

    def _bring(self) -> None:
        self._room.bring(QApplication.focusWidget())

    def _on_retouch(self, picture_id: str, retouch: Retouch) -> None:
        self._form.retouch_wanted.emit(picture_id, retouch)
        self._tell()

    def _on_added(self, notes: object, shots: object) -> None:
        self._form.pictures_added.emit(notes, shots)
        self._tell()

    def _on_removed(self, picture_id: str) -> None:
        self._form.picture_removed.emit(picture_id)
        self._tell()
