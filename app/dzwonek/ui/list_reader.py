"""Reads drafts and reports for the list, page by page, and of what it knows only what changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dzwonek.domain.turns import let_others
from dzwonek.ui.report_items import Item, draft_item, entry_item
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dzwonek.domain.delivery import Head
    from dzwonek.domain.problem import Problem
    from dzwonek.reporting.reception import Reception

PAGE = 200  # reports; other work of the disk lane comes between two pages


@dataclass(frozen=True, slots=True)
class Glance:
    """What one look found: the drafts, what is known of the reports by now, and what is not yet."""

    drafts: list[Item]
    known: dict[str, Item]
    missing: tuple[Head, ...]


class ListReader(QObject):
    """Emits everything at each look, then what is still missing, in pages."""

    found = Signal(object)  # list[Item]: everything known by now
    more = Signal(object)  # list[Item]: what was missing
    failed = Signal(object)  # Problem

    def __init__(self, reception: Reception, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._known: dict[str, Item] = {}
        self._drafts: list[Item] = []
        self._turn = 0  # what an earlier look still brings is of no use
        self._is_reading = False
        self._is_asked_again = False

    def read(self) -> None:
        """Look at everything; a look that is under way is followed by another one."""
        if self._is_reading:
            self._is_asked_again = True
            return
        self._is_reading = True
        self._turn += 1
        self._tasks.run(
            Lane.DISK,
            partial(self._glance, self._known),
            partial(self._on_glance, self._turn),
            partial(self._on_failure, self._turn),
        )

    def forget(self) -> None:
        """Keep nothing: nobody looks at the list any more."""
        self._turn += 1
        self._known, self._drafts = {}, []
        self._is_reading = self._is_asked_again = False

    def _glance(self, known: Mapping[str, Item]) -> Glance:
        """Look at the heads, and read the newest page of what changed; on the disk lane.

        With thousands of reports, to put together what is known takes as long as to draw it.
        """
        drafts = self._reception.drafts()
        heads = self._reception.shelf.heads()
        changed = [each for each in heads if not _is_still(known.get(each.id), each)]
        page, missing = changed[:PAGE], tuple(changed[PAGE:])
        both = {**known, **{item.id: item for item in self._page(page)}}
        let_others()
        still = {head.id: both[head.id] for head in heads if head.id in both}
        return Glance([draft_item(draft) for draft in drafts], still, missing)

    def _page(self, heads: Sequence[Head]) -> tuple[Item, ...]:
        revisions = {head.id: head.revision for head in heads}
        entries = self._reception.shelf.some([head.id for head in heads])
        return tuple(entry_item(entry, revisions[entry.id]) for entry in entries)

    def _on_glance(self, turn: int, glance: Glance) -> None:
        if turn != self._turn:
            return
        self._known, self._drafts = glance.known, glance.drafts
        self.found.emit([*self._drafts, *self._known.values()])
        self._go_on(turn, glance.missing)

    def _go_on(self, turn: int, missing: tuple[Head, ...]) -> None:
        """Read the next page, or look again where somebody asked for it meanwhile."""
        if missing and turn == self._turn:
            self._tasks.run(
                Lane.DISK,
                partial(self._page, missing[:PAGE]),
                partial(self._on_page, turn, missing[PAGE:]),
                partial(self._on_failure, turn),
            )
            return
        self._end(turn)

    def _on_page(self, turn: int, missing: tuple[Head, ...], items: tuple[Item, ...]) -> None:
        if turn != self._turn:
            return
        is_new = all(item.id not in self._known for item in items)
        self._known |= {item.id: item for item in items}
        if is_new:
            self.more.emit(list(items))
        else:
            self.found.emit([*self._drafts, *self._known.values()])
        self._go_on(turn, missing)

    def _on_failure(self, turn: int, problem: Problem) -> None:
        if turn == self._turn:
            self.failed.emit(problem)
            self._end(turn)

    def _end(self, turn: int) -> None:
        if turn != self._turn:
            return
        self._is_reading = False
        if self._is_asked_again:
            self._is_asked_again = False
            self.read()


def _is_still(item: Item | None, head: Head) -> bool:
    return item is not None and item.is_still(head)
