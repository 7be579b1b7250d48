"""The marks over one picture while they are being drawn: pure state, in the picture's pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dzwonek.domain.picture import Rect, Retouch

SMALLEST = 4  # pixels; less is a slip of the hand
SMALLEST_CROP = 16  # pixels; less shows nothing to anybody


class Tool(StrEnum):
    """What is drawn: a solid cover, a frame that only draws attention, or what is to be left."""

    COVER = "cover"
    FRAME = "frame"
    CROP = "crop"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was drawn, and where."""

    tool: Tool
    place: Rect


Marks = tuple[Mark, ...]


def marks_of(retouch: Retouch) -> Marks:
    """Take apart what is done to a picture."""
    covers = [Mark(Tool.COVER, rect) for rect in retouch.covers]
    frames = [Mark(Tool.FRAME, rect) for rect in retouch.frames]
    crop = [] if retouch.crop is None else [Mark(Tool.CROP, retouch.crop)]
    return (*covers, *frames, *crop)


@dataclass(frozen=True, slots=True)
class Board:
    """Marks, the cross-hair, the corner where a mark was begun, and the one that is selected.

    Every change gives a new board; `past` holds the marks before each change, newest last. There
    is one crop at most.
    """

    width: int
    height: int
    marks: Marks = ()
    tool: Tool = Tool.COVER
    cross: tuple[int, int] = (0, 0)
    begun: tuple[int, int] | None = None
    selected: int | None = None
    past: tuple[Marks, ...] = ()

    def retouch(self) -> Retouch:
        """Give all marks as what is done to the picture."""
        return Retouch(self.places(Tool.COVER), self.places(Tool.FRAME), self.crop())

    def places(self, tool: Tool) -> tuple[Rect, ...]:
        """List where one kind of mark stands, in the order of drawing."""
        return tuple(mark.place for mark in self.marks if mark.tool is tool)

    def crop(self) -> Rect | None:
        """Give the place that is to be left, or None."""
        return next(iter(self.places(Tool.CROP)), None)

    @property
    def chosen(self) -> Mark | None:
        """Give the selected mark, or None."""
        return None if self.selected is None else self.marks[self.selected]

    # -- drawing

    def take_up(self, tool: Tool) -> Board:
        """Draw with another tool from now on."""
        return replace(self, tool=tool, begun=None, selected=None)

    def at(self, x: int, y: int) -> Board:
        """Put the cross-hair somewhere, at most to the picture's edges."""
        return replace(self, cross=(min(max(x, 0), self.width), min(max(y, 0), self.height)))

    def begin(self) -> Board:
        """Begin a mark at the cross-hair."""
        return replace(self, begun=self.cross, selected=None)

    def growing(self) -> Rect | None:
        """Give the place that is being drawn, from its first corner to the cross-hair."""
        if self.begun is None:
            return None
        (x, y), (left, top) = self.cross, self.begun
        return Rect(min(x, left), min(y, top), abs(x - left), abs(y - top))

    def end(self) -> Board:
        """Keep what is being drawn, unless it is a slip; a new crop stands for the old one."""
        rect = self.growing()
        least = SMALLEST_CROP if self.tool is Tool.CROP else SMALLEST
        if rect is None or rect.width < least or rect.height < least:
            return self.give_up()
        others = self.marks
        if self.tool is Tool.CROP:
            others = tuple(mark for mark in others if mark.tool is not Tool.CROP)
        marks = (*others, Mark(self.tool, rect))
        return replace(self._changed(marks), begun=None, selected=None)

    def give_up(self) -> Board:
        """Draw nothing after all."""
        return replace(self, begun=None)

    # -- marks that stand

    def select(self, index: int | None) -> Board:
        """Select a mark, or none."""
        return replace(self, selected=index, begun=None)

    def next_mark(self, step: int) -> Board | None:
        """Select the next mark (`step` 1) or the one before (-1); None past the last one."""
        if not self.marks:
            return None
        ahead = 0 if step > 0 else len(self.marks) - 1
        index = ahead if self.selected is None else self.selected + step
        return self.select(index) if 0 <= index < len(self.marks) else None

    def mark_at(self, x: int, y: int, reach: int) -> int | None:
        """Find the topmost mark of the tool in use at a pixel.

        A cover is held anywhere; a frame and a crop by their edges, `reach` pixels to each side,
        because one draws inside them.
        """
        for index in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[index]
            if mark.tool is not self.tool or not _is_in(mark.place, x, y, reach):
                continue
            if mark.tool is Tool.COVER:
                if _is_in(mark.place, x, y, 0):
                    return index
            elif not _is_in(mark.place, x, y, -reach):
                return index
        return None

    def move(self, dx: int, dy: int, *, is_new_step: bool = True) -> Board:
        """Move the selected mark within the picture; `is_new_step` makes it undoable alone."""
        if self.selected is None:
            return self
        mark = self.marks[self.selected]
        rect = mark.place
        left = min(max(rect.left + dx, 0), self.width - rect.width)
        top = min(max(rect.top + dy, 0), self.height - rect.height)
        moved = replace(mark, place=replace(rect, left=left, top=top))
        marks = (*self.marks[: self.selected], moved, *self.marks[self.selected + 1 :])
        return self._changed(marks) if is_new_step else replace(self, marks=marks)

    def remove(self) -> Board:
        """Take the selected mark away, or the newest one."""
        if not self.marks:
            return self
        index = len(self.marks) - 1 if self.selected is None else self.selected
        marks = (*self.marks[:index], *self.marks[index + 1 :])
        return replace(self._changed(marks), selected=None)

    def undo(self) -> Board:
        """Go one change back."""
        if self.begun is not None:
            return self.give_up()
        if not self.past:
            return self
        return replace(self, marks=self.past[-1], past=self.past[:-1], selected=None)

    def _changed(self, marks: Marks) -> Board:
        return replace(self, marks=marks, past=(*self.past, self.marks))


def _is_in(rect: Rect, x: int, y: int, reach: int) -> bool:
    is_in_width = rect.left - reach <= x < rect.left + rect.width + reach
    return is_in_width and rect.top - reach <= y < rect.top + rect.height + reach
