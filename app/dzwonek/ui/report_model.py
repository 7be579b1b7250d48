"""What *Moje zgłoszenia* shows of all there is: one group, and what fits what was typed."""

from __future__ import annotations

from operator import attrgetter, eq
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel

from dzwonek.domain.search import Search
from dzwonek.ui.report_lines import Group, Line, draft_line, entry_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.search import Sought
    from dzwonek.ui.report_items import Item

LINE = Qt.ItemDataRole.UserRole
EVERYTHING = Search()
MOMENT = attrgetter("at", "id")  # as others here: ten thousand calls of Python's take too long
GROUP = attrgetter("group")
ID = attrgetter("id")
SOUGHT = attrgetter("sought")


class ReportLines(QStandardItemModel):
    """Holds what is shown, newest first; a line is put into words when it is first seen.

    Qt's own model counts the rows: laying out ten thousand of them asks for that number twenty
    thousand times, which takes a tenth of a second where Python answers.
    """

    def __init__(self, clock: Clock, zone: tzinfo) -> None:
        super().__init__(0, 1)
        self._clock, self._zone = clock, zone
        self._now = clock.now()
        self._all: list[Item] = []
        self._sought: list[Sought] = []  # of all
        self._hits: list[Item] = []  # of all, what fits the search
        self._shown: list[Item] = []  # of these, one group
        self._counts = dict.fromkeys(Group, 0)
        self._lines: dict[str, Line] = {}  # by id, as they were at `_now`
        self._group = Group.ALL
        self._search = EVERYTHING

    @property
    def search(self) -> Search:
        """Give what is looked for."""
        return self._search

    @property
    def total(self) -> int:
        """Count everything, shown or not."""
        return len(self._all)

    def put(self, items: Iterable[Item]) -> None:
        """Replace everything."""
        self._now = self._clock.now()
        self._lines = {}
        self._all = sorted(items, key=MOMENT, reverse=True)
        self._sought = list(map(SOUGHT, self._all))
        self._look_for(self._search)

    def add(self, items: Sequence[Item]) -> None:
        """Take in more, older ones as a rule: nothing that stands there moves for these."""
        more = sorted(items, key=MOMENT, reverse=True)
        if not more or (self._all and more[0].at > self._all[-1].at):
            self.put([*self._all, *more])
            return
        sought = list(map(SOUGHT, more))
        self._all += more
        self._sought += sought
        hits = self._fitting(more, sought)
        self._hits += hits
        self._count(hits)
        self._shown += self._of_group(hits)
        self.setRowCount(len(self._shown))

    def choose(self, group: Group) -> None:
        """Show one group."""
        self._group = group
        self._show(self._of_group(self._hits))

    def look_for(self, search: Search) -> None:
        """Show what fits."""
        if search != self._search:
            self._look_for(search)

    def count(self, group: Group) -> int:
        """Count what of a group fits what is looked for."""
        return len(self._hits) if group is Group.ALL else self._counts[group]

    def row_of(self, line_id: str) -> int:
        """Find a shown line by its report's id; -1 when it is not shown."""
        return next((row for row, item in enumerate(self._shown) if item.id == line_id), -1)

    def line(self, row: int) -> Line | None:
        """Give a shown line."""
        if not 0 <= row < len(self._shown):
            return None
        item = self._shown[row]
        line = self._lines.get(item.id)
        if line is None:
            line = self._lines[item.id] = self._made(item)
        return line

    def speak_anew(self) -> None:
        """Put everything into words again: the language is another one."""
        self._lines.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a line, or the text that a screen reader says."""
        if role == LINE:
            return self.line(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row())
        if line is None:
            return None
        parts = (line.code, line.when, line.words, line.state.title, line.state.detail)
        return ", ".join(part for part in parts if part)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let lines be chosen, and nothing else."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _look_for(self, search: Search) -> None:
        self._search = search
        self._hits = self._fitting(self._all, self._sought)
        self._counts = dict.fromkeys(Group, 0)
        self._count(self._hits)
        self._show(self._of_group(self._hits))

    def _show(self, items: list[Item]) -> None:
        """Show other lines; where the same stand in the same places, only their words change."""
        before = self._shown
        if len(before) == len(items) and all(map(eq, map(ID, before), map(ID, items))):
            self._shown = items
            if not self._lines:  # they are new, or it is later by now
                self.speak_anew()
            return
        self.setRowCount(0)
        self._shown = items
        self.setRowCount(len(items))

    def _fitting(self, items: list[Item], sought: list[Sought]) -> list[Item]:
        if not self._search:
            return items.copy()
        return [items[row] for row in self._search.hits(sought)]

    def _of_group(self, items: list[Item]) -> list[Item]:
        group = self._group
        return list(items) if group is Group.ALL else [i for i in items if i.group is group]

    def _count(self, items: list[Item]) -> None:
        groups = list(map(GROUP, items))
        for group in Group:
            self._counts[group] += groups.count(group)

    def _made(self, item: Item) -> Line:
        if item.draft is not None:
            return draft_line(item.draft, self._now, self._zone)
        if item.entry is None:
            raise ValueError("an item is a draft or a report")
        return entry_line(item.entry, self._now, self._zone)
