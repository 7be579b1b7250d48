"""The form's pictures in memory: pixels as captured, the covers over them, and their notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dzwonek.capture.raster import covered

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from dzwonek.domain.picture import PictureNote, Rect, Screenshot


@dataclass(slots=True, eq=False)
class Slot:
    """One picture of the form.

    `image` is as captured (or as stored, when a draft is continued) and None when it could not
    be read; `shot` keeps the memory alive that `image` only points into. Never stored. `number`
    names the screen among several; 0 says that there is only one.
    """

    note: PictureNote
    image: QImage | None
    shot: Screenshot | None = None
    covers: tuple[Rect, ...] = ()
    number: int = 0

    def seen(self) -> QImage | None:
        """Give the picture as it will leave: with its covers, solid."""
        if self.image is None or not self.covers:
            return self.image
        return covered(self.image, self.covers)

    def cover(self, rects: tuple[Rect, ...]) -> None:
        """Lay these covers over the picture, instead of the earlier ones; it can be undone."""
        self.covers = rects
        self.note = replace(self.note, is_covered=bool(rects))

    def burn(self, rects: tuple[Rect, ...]) -> None:
        """Cover these places for good: the pixels below are forgotten here too."""
        if self.image is not None:
            self.image, self.shot = covered(self.image, rects), None
        self.note = replace(self.note, is_covered=True)
