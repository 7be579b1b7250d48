"""What is done with the form's pictures: shown, looked at, worked on, added, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.capture.raster import image_of
from dzwonek.domain.picture import Origin
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.begin import note_of
from dzwonek.reporting.pictures import MOST_PICTURES
from dzwonek.ui.form.said import one_line
from dzwonek.ui.form.slots import Slot, number_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage

    from dzwonek.domain.picture import PictureNote, Retouch, Screenshot
    from dzwonek.ui.covering import CoverEditor
    from dzwonek.ui.form.pictures import PictureShelf

JPEG = "image/jpeg"


class PictureDesk(QObject):
    """Holds the pictures of the open draft, in memory alone."""

    retouch_wanted = Signal(str, object)  # picture id, Retouch
    drawn = Signal()  # in an editor that is still open, or everything there was let go
    removed = Signal(str)
    added = Signal(object, object)  # tuple[PictureNote, ...], tuple[Screenshot, ...]

    def __init__(
        self,
        shelf: PictureShelf,
        words: Callable[[Problem], tuple[str, str]],
        *,
        can_uncover: bool,
    ) -> None:
        super().__init__(shelf)
        self._shelf, self._words, self._can_uncover = shelf, words, can_uncover
        self._slots: list[Slot] = []
        self._reason = ""
        self._editor: CoverEditor | None = None
        self._edited: Slot | None = None
        self.is_rough = False
        shelf.open_wanted.connect(self._open)
        shelf.removed.connect(self._remove)

    def show_slots(self, slots: Sequence[Slot], reason: str) -> None:
        """Show these pictures quickly; `reason` says why one or all are missing."""
        self._slots, self._reason = list(slots), reason
        number_all(self._slots, is_one_of_several=len(self._slots) > 1 or bool(reason))
        self._shelf.complain("")
        self._show()

    def slots(self) -> tuple[Slot, ...]:
        """Give the pictures with all that is done to them, for other parts to go on with."""
        return tuple(self._slots)

    def show_again(self, slots: Sequence[Slot]) -> None:
        """Go on with pictures that other parts showed, under the numbers they have."""
        self._slots = list(slots)
        self._show()

    def forget(self) -> None:
        """Let all pictures go."""
        self.show_slots((), "")

    def notes(self) -> tuple[PictureNote, ...]:
        """Give the notes of the pictures that are left."""
        return tuple(slot.note for slot in self._slots)

    def image_of(self, picture_id: str) -> QImage | None:
        """Give a picture's pixels, without what can still be undone."""
        return next((slot.image for slot in self._slots if slot.note.id == picture_id), None)

    def drawn_on(self) -> dict[str, Retouch]:
        """Give what is to be done to each picture as captured, in an open editor too."""
        if not self._can_uncover:
            return {}
        wanted = {slot.note.id: slot.retouch for slot in self._slots}
        if self._editor is not None and self._edited in self._slots:
            wanted[self._edited.note.id] = self._editor.retouch()
        return wanted

    def tell_stored(self, notes: Sequence[PictureNote]) -> None:
        """Take in the notes of the pictures as stored, and say which ones were made smaller."""
        stored = {note.id: note for note in notes}
        for slot in self._slots:
            note = stored.get(slot.note.id, slot.note)
            slot.note = replace(note, is_covered=slot.note.is_covered)
        self._shelf.tell_smaller([slot for slot in self._slots if slot.note.media_type == JPEG])

    def refine_soon(self) -> None:
        """After a painting: make quick thumbnails smooth, once the window has had its turn."""
        if self.is_rough:
            self.is_rough = False
            QTimer.singleShot(0, self._shelf.refine)

    # -- adding

    def has_room(self) -> bool:
        """Say whether one more picture may be added; if not, tell it."""
        is_full = len(self._slots) >= MOST_PICTURES
        if is_full:
            self.refuse(Problem(Code.PICTURES_TOO_MANY, {"limit": MOST_PICTURES}))
        return not is_full

    def add(self, shots: Sequence[Screenshot], origin: Origin) -> None:
        """Take pictures in behind the others, as many as there is room for."""
        taken = tuple(shots)[: MOST_PICTURES - len(self._slots)]
        self._shelf.complain("")
        for shot in taken:
            note = note_of(shot, origin)
            slot = Slot(note, image_of(shot), shot, is_later=True)
            slot.number = self._next_number()
            self._slots.append(slot)
        self._show()
        self._shelf.tell_added(len(taken))
        if taken:
            self.added.emit(tuple(slot.note for slot in self._slots[-len(taken) :]), taken)
        if len(taken) < len(shots):
            self.has_room()

    def pick_region(self, shots: Sequence[Screenshot]) -> None:
        """Let a piece of one of these screens be chosen and take it in."""
        from dzwonek.ui.region import RegionPicker

        RegionPicker.ask(self._shelf.window(), shots, lambda shot: self.add((shot,), Origin.REGION))

    def refuse(self, problem: Problem) -> None:
        """Say why a picture was not added, unless that stands there already."""
        told = " ".join(part for part in self._words(problem) if part)
        if problem.code is Code.CAPTURE_SWITCHED_OFF:
            self.tell_capture(problem)
            told = told if told != self._reason else ""
        self._shelf.complain(one_line(told))

    def tell_capture(self, problem: Problem | None) -> None:
        """Take in why the screen was not captured: what is switched off is not offered again."""
        is_off = problem is not None and problem.code is Code.CAPTURE_SWITCHED_OFF
        self._shelf.adding.offer_capture(is_allowed=not is_off)

    def _next_number(self) -> int:
        """Name the new one after all that were here; a single one gets its number now."""
        for slot in self._slots:
            slot.number = slot.number or 1
        return max((slot.number for slot in self._slots), default=0) + 1

    # -- showing, working, removing

    def _show(self) -> None:
        without = "" if self._slots else self.tr("Zgłoszenie pójdzie bez zrzutów ekranu.")
        self._shelf.show_slots(self._slots, self._reason or without)
        self._shelf.tell_smaller([slot for slot in self._slots if slot.note.media_type == JPEG])
        self.is_rough = bool(self._slots)
        self._shelf.window().update()  # whose painting makes them smooth

    def _open(self, slot: Slot) -> None:
        from dzwonek.ui.covering import CoverEditor

        if slot.image is None:
            return
        self._edited = slot
        self._editor = CoverEditor.ask(
            self._shelf.window(),
            slot.image,
            self.tr("Zakryj dane klienta"),
            lambda retouch: self._work(slot, retouch),
            slot.retouch,
        )
        self._editor.drawn.connect(self.drawn)
        self._editor.finished.connect(self._on_edited)

    def _on_edited(self) -> None:
        self._editor = self._edited = None
        self.drawn.emit()

    def _work(self, slot: Slot, retouch: Retouch) -> None:
        if slot not in self._slots or (not retouch and not self._can_uncover):
            return
        if self._can_uncover:
            slot.work(retouch)
        else:
            slot.burn(retouch)
        self._show()
        self.retouch_wanted.emit(slot.note.id, retouch)

    def _remove(self, slot: Slot) -> None:
        self._slots.remove(slot)
        self._shelf.complain("")
        self._show()
        if self._slots:
            self._shelf.focus_in()
        self.removed.emit(slot.note.id)
