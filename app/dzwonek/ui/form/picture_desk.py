"""What is done with the form's pictures: shown, looked at, covered, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.ui.form.slots import Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from dzwonek.domain.picture import PictureNote, Rect
    from dzwonek.ui.form.pictures import PictureShelf


class PictureDesk(QObject):
    """Holds the pictures of the open draft, in memory alone."""

    cover_wanted = Signal(str, object)  # picture id, tuple[Rect, ...]
    removed = Signal(str)

    def __init__(self, shelf: PictureShelf, *, can_uncover: bool) -> None:
        super().__init__(shelf)
        self._shelf, self._can_uncover = shelf, can_uncover
        self._slots: list[Slot] = []
        self._reason = ""
        self.is_rough = False
        shelf.open_wanted.connect(self._open)
        shelf.removed.connect(self._remove)

    def show_slots(self, slots: Sequence[Slot], reason: str) -> None:
        """Show these pictures quickly; `reason` says why one or all are missing."""
        self._slots, self._reason = list(slots), reason
        is_one_of_several = len(self._slots) > 1 or bool(reason)
        for number, slot in enumerate(self._slots, 1):
            slot.number = number if is_one_of_several else 0
        self._show()

    def forget(self) -> None:
        """Let all pictures go."""
        self.show_slots((), "")

    def notes(self) -> tuple[PictureNote, ...]:
        """Give the notes of the pictures that are left."""
        return tuple(slot.note for slot in self._slots)

    def image_of(self, picture_id: str) -> QImage | None:
        """Give a picture's pixels, without the covers that can still be undone."""
        return next((slot.image for slot in self._slots if slot.note.id == picture_id), None)

    def tell_stored(self, notes: Sequence[PictureNote]) -> None:
        """Take in the notes of the pictures as stored."""
        stored = {note.id: note for note in notes}
        for slot in self._slots:
            note = stored.get(slot.note.id, slot.note)
            slot.note = replace(note, is_covered=note.is_covered or slot.note.is_covered)

    def refine_soon(self) -> None:
        """After a painting: make quick thumbnails smooth, once the window has had its turn."""
        if self.is_rough:
            self.is_rough = False
            QTimer.singleShot(0, self._shelf.refine)

    def _show(self) -> None:
        without = "" if self._slots else self.tr("Zgłoszenie pójdzie bez zrzutów ekranu.")
        self._shelf.show_slots(self._slots, self._reason or without)
        self.is_rough = bool(self._slots)
        self._shelf.window().update()  # whose painting makes them smooth

    def _open(self, slot: Slot) -> None:
        from dzwonek.ui.covering import CoverEditor

        if slot.image is not None:
            CoverEditor.ask(
                self._shelf.window(),
                slot.image,
                self.tr("Zakryj dane klienta"),
                lambda rects: self._cover(slot, rects),
                slot.covers,
            )

    def _cover(self, slot: Slot, rects: tuple[Rect, ...]) -> None:
        if slot not in self._slots or (not rects and not self._can_uncover):
            return
        if self._can_uncover:
            slot.cover(rects)
        else:
            slot.burn(rects)
        self._show()
        self.cover_wanted.emit(slot.note.id, rects)

    def _remove(self, slot: Slot) -> None:
        self._slots.remove(slot)
        self._show()
        if self._slots:
            self._shelf.focus_in()
        self.removed.emit(slot.note.id)
