"""The covers over one picture while they are being drawn: pure state, in the picture's pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dzwonek.domain.picture import Rect

SMALLEST = 4  # pixels; less is a slip of the hand


@dataclass(frozen=True, slots=True)
class Board:
    """Covers, the cross-hair, the corner where a cover was begun, and the one that is selected.

    Every change gives a new board; `past` holds the covers before each change, newest last.
    """

    width: int
    height: int
    covers: tuple[Rect, ...] = ()
    cross: tuple[int, int] = (0, 0)
    begun: tuple[int, int] | None = None
    selected: int | None = None
    past: tuple[tuple[Rect, ...], ...] = ()

    # -- drawing

    def at(self, x: int, y: int) -> Board:
        """Put the cross-hair somewhere, at most to the picture's edges."""
        return replace(self, cross=(min(max(x, 0), self.width), min(max(y, 0), self.height)))

    def begin(self) -> Board:
        """Begin a cover at the cross-hair."""
        return replace(self, begun=self.cross, selected=None)

    def growing(self) -> Rect | None:
        """Give the cover that is being drawn, from its first corner to the cross-hair."""
        if self.begun is None:
            return None
        (x, y), (left, top) = self.cross, self.begun
        return Rect(min(x, left), min(y, top), abs(x - left), abs(y - top))

    def end(self) -> Board:
        """Keep the cover that is being drawn, unless it is a slip."""
        rect = self.growing()
        if rect is None or rect.width < SMALLEST or rect.height < SMALLEST:
            return self.give_up()
        return replace(self._changed((*self.covers, rect)), begun=None, selected=None)

    def give_up(self) -> Board:
        """Draw no cover after all."""
        return replace(self, begun=None)

    # -- covers that stand

    def select(self, index: int | None) -> Board:
        """Select a cover, or none."""
        return replace(self, selected=index, begun=None)

    def next_cover(self, step: int) -> Board | None:
        """Select the next cover (`step` 1) or the one before (-1); None past the last one."""
        if not self.covers:
            return None
        ahead = 0 if step > 0 else len(self.covers) - 1
        index = ahead if self.selected is None else self.selected + step
        return self.select(index) if 0 <= index < len(self.covers) else None

    def cover_at(self, x: int, y: int) -> int | None:
        """Find the topmost cover over a pixel."""
        for index in range(len(self.covers) - 1, -1, -1):
            rect = self.covers[index]
            is_in_width = rect.left <= x < rect.left + rect.width
            if is_in_width and rect.top <= y < rect.top + rect.height:
                return index
        return None

    def move(self, dx: int, dy: int, *, is_new_step: bool = True) -> Board:
        """Move the selected cover within the picture; `is_new_step` makes it undoable alone."""
        if self.selected is None:
            return self
        rect = self.covers[self.selected]
        left = min(max(rect.left + dx, 0), self.width - rect.width)
        top = min(max(rect.top + dy, 0), self.height - rect.height)
        moved = replace(rect, left=left, top=top)
        covers = (*self.covers[: self.selected], moved, *self.covers[self.selected + 1 :])
        return self._changed(covers) if is_new_step else replace(self, covers=covers)

    def remove(self) -> Board:
        """Take the selected cover away, or the newest one."""
        if not self.covers:
            return self
        index = len(self.covers) - 1 if self.selected is None else self.selected
        covers = (*self.covers[:index], *self.covers[index + 1 :])
        return replace(self._changed(covers), selected=None)

    def undo(self) -> Board:
        """Go one change back."""
        if self.begun is not None:
            return self.give_up()
        if not self.past:
            return self
        return replace(self, covers=self.past[-1], past=self.past[:-1], selected=None)

    def _changed(self, covers: tuple[Rect, ...]) -> Board:
        return replace(self, covers=covers, past=(*self.past, self.covers))
