"""The desk of letters about other matters: a form becomes a letter that waits in the outbox."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dzwonek.domain.draft_life import Stage
from dzwonek.ui.language import spoken_now
from dzwonek.ui.place import centre
from dzwonek.ui.tasks import Lane, Tasks
from dzwonek.ui.writing_desk import WritingDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from dzwonek.domain.identity import Identity
    from dzwonek.domain.profile import ContactProfile
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.matter_form import MatterForm


class MatterDesk(WritingDesk):
    """Owns the one short form; its letters go the same sealed way as reports."""

    def __init__(
        self,
        reception: Reception,
        tasks: Tasks,
        spoken: Callable[[str], ContactProfile],
        form: Callable[[], MatterForm],
        parent: QObject | None = None,
    ) -> None:
        """Take `spoken`, which gives the profile as people read it in a language ("en")."""
        super().__init__(reception, tasks, parent)
        self._spoken = spoken
        self._make_form = form
        self._form: MatterForm | None = None
        self._language = ""  # that it was built in
        self._is_stored = False  # something of the open letter may lie on the disk

    @property
    def form(self) -> MatterForm:
        """Give the form, built at its first use and kept while the language stays."""
        if self._form is not None and not self._form.is_open() and self._language != spoken_now():
            self._form.deleteLater()
            self._form = None
        if self._form is None:
            self._language = spoken_now()
            self._form = self._make_form()
            self._attend(self._form)
        return self._form

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
        self._is_stored = is_stored
        self._begin(draft, self._reception.album(draft))
        centre(self.form)
        self.form.begin(draft)

    def _on_identity(self, draft_id: str, identity: Identity) -> None:
        if self._is_open(draft_id):
            self.form.tell_identity(identity)

    def _storing(self) -> Callable[[], Draft] | None:
        if self.form.is_blank() and not self._is_stored:
            return None
        self._is_stored = True
        return partial(self._reception.keep, self.form.current())

    def _on_stored(self, draft_id: str, draft: Draft) -> None:
        super()._on_stored(draft_id, draft)
        self.changed.emit()
