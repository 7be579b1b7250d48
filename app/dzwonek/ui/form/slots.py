"""The form's pictures in memory: pixels as captured, what is done to them, and their notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dzwonek.capture.pieces import retouched, without_traces
from dzwonek.domain.picture import UNTOUCHED, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from dzwonek.domain.picture import PictureNote, Retouch, Screenshot


@dataclass(slots=True, eq=False)
class Slot:
    """One picture of the form.

    `image` is as captured (or as stored, when a draft is continued) and None when it could not
    be read; `shot` keeps the memory alive that `image` only points into. Never stored. `number`
    names the picture among several; 0 says that there is only one. `is_later` says that it shows
    a whole screen of which an earlier picture has the name.
    """

    note: PictureNote
    image: QImage | None
    shot: Screenshot | None = None
    retouch: Retouch = UNTOUCHED
    number: int = 0
    is_later: bool = False
    first: PictureNote = field(init=False)  # as it came here

    def __post_init__(self) -> None:
        self.first = self.note

    def seen(self) -> QImage | None:
        """Give the picture as it will leave: covers solid, nothing outside the crop."""
        if self.image is None or not self.retouch:
            return self.image
        return retouched(self.image, self._burnt(self.retouch))

    def work(self, retouch: Retouch) -> None:
        """Do this to the picture, instead of what was done before; it can be undone."""
        self.retouch = retouch
        is_covered = self.first.is_covered or bool(retouch.covers)
        self.note = replace(self.note, is_covered=is_covered)

    def burn(self, retouch: Retouch) -> None:
        """Do this to the picture for good: the pixels below are forgotten here too."""
        if self.image is not None:
            self.image, self.shot = retouched(self.image, self._burnt(retouch)), None
        is_covered = self.first.is_covered or bool(retouch.covers)
        self.note = self.first = replace(self.note, is_covered=is_covered)

    def _burnt(self, retouch: Retouch) -> Retouch:
        """Show what is burnt in, which may hide a little more than what was drawn."""
        return without_traces(retouch, self.first, is_decoded=self.shot is None)


def number_all(slots: Sequence[Slot], *, is_one_of_several: bool) -> None:
    """Give all pictures of a draft their numbers: a screen its own, the others those behind them.

    So a screen is called as in the stamp below its picture, whatever was removed since.
    """
    screens: set[int] = set()
    for slot in slots:
        if slot.note.origin is Origin.SCREEN:
            slot.is_later = slot.note.screen in screens
            screens |= {slot.note.screen} - {0}
    last = max(screens, default=0)
    for slot in slots:
        if slot.note.origin is Origin.SCREEN and slot.note.screen and not slot.is_later:
            slot.number = slot.note.screen
        elif is_one_of_several:
            last = slot.number = last + 1
        else:
            slot.number = 0
