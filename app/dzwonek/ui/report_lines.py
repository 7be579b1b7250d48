"""The lines of *Moje zgłoszenia*: drafts and reports, put into words and sorted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from dzwonek.domain.delivery import TROUBLED, WAITING, Entry, State
from dzwonek.ui.form import said
from dzwonek.ui.states import StateWords, Tone, moment_words, state_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dzwonek.domain.report import Draft

translate = QCoreApplication.translate
WORDS = 90  # characters of a draft's description
FIRST_WORDS = 42  # characters in a question about one line
LINE = Qt.ItemDataRole.UserRole


class Group(StrEnum):
    """The choices above the list."""

    ALL = "all"
    DRAFTS = "drafts"
    WAITING = "waiting"
    TROUBLE = "trouble"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Line:
    """One draft or report, ready to be shown; `draft` is None for a report."""

    id: str
    code: str
    at: datetime
    when: str
    words: str
    state: StateWords
    group: Group
    draft: Draft | None = None
    can_retry: bool = False
    has_content: bool = False


class ReportLines(QAbstractListModel):
    """Holds the lines that the chosen group shows, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Line, ...] = ()
        self._shown: tuple[Line, ...] = ()
        self._group = Group.ALL

    def put(self, lines: Iterable[Line]) -> None:
        """Replace all lines."""
        self._all = tuple(sorted(lines, key=lambda line: line.at, reverse=True))
        self.choose(self._group)

    def choose(self, group: Group) -> None:
        """Show one group."""
        self.beginResetModel()
        self._group = group
        self._shown = tuple(line for line in self._all if group is Group.ALL or line.group is group)
        self.endResetModel()

    def count(self, group: Group) -> int:
        """Count the lines of a group."""
        return sum(group is Group.ALL or line.group is group for line in self._all)

    def row_of(self, line_id: str) -> int:
        """Find a shown line by its report's id; -1 when it is not shown."""
        return next((row for row, line in enumerate(self._shown) if line.id == line_id), -1)

    def line(self, row: int) -> Line | None:
        """Give a shown line."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count what is shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a line, or the text that a screen reader says."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (line.code, line.when, line.words, line.state.title, line.state.detail)
            return ", ".join(part for part in parts if part)
        return None


def draft_line(draft: Draft, now: datetime, zone: tzinfo) -> Line:
    """Put a draft into words."""
    words = " ".join(draft.description.split())[:WORDS]
    title = (
        translate("ReportLines", "Oznaczone, czeka na opis")
        if draft.is_flagged
        else translate("ReportLines", "Szkic")
    )
    detail = translate("ReportLines", "Nikt go jeszcze nie dostał. Dokończ i wyślij.")
    return Line(
        id=draft.id,
        code=draft.short_code,
        at=draft.created_at,
        when=moment_words(draft.created_at, now, zone),
        words=words or _undescribed(draft, now, zone),
        state=StateWords(title, detail, Tone.CALM),
        group=Group.DRAFTS,
        draft=draft,
    )


def first_words(text: str) -> str:
    """Shorten a text to its first words, with a sign that more follows."""
    if len(text) <= FIRST_WORDS:
        return text
    kept = text[: FIRST_WORDS + 1].rpartition(" ")[0] or text[:FIRST_WORDS]
    return f"{kept}…"


def entry_line(entry: Entry, now: datetime, zone: tzinfo) -> Line:
    """Put a report into words."""
    summary = entry.summary
    return Line(
        id=entry.id,
        code=entry.short_code,
        at=entry.created_at,
        when=moment_words(entry.created_at, now, zone),
        words=summary.words if summary else translate("ReportLines", "(treść teraz nieczytelna)"),
        state=state_words(entry, now, zone),
        group=_group(entry.state),
        can_retry=entry.state in WAITING | TROUBLED and entry.state is not State.SENDING,
        has_content=entry.state not in {State.TOMBSTONE, State.EXPIRED},
    )


def _undescribed(draft: Draft, now: datetime, zone: tzinfo) -> str:
    """Tell a draft without a description by what else is known of it."""
    told = translate("ReportLines", "(bez opisu)")
    activity = draft.activity
    kind = draft.kind or (activity.kind if activity else None)
    customer = draft.customer or (activity.customer if activity else "")
    known = [said.kind(kind) if kind else "", said.one_line(said.number(customer))]
    if not any(known):
        return told
    at = activity.occurred_at if activity else draft.occurred_at
    parts = ", ".join(part for part in (*known, moment_words(at, now, zone)) if part)
    return f"{told} {parts}"


def _group(state: State) -> Group:
    if state in WAITING:
        return Group.WAITING
    if state in (State.DELIVERED, State.TOMBSTONE):
        return Group.DELIVERED
    return Group.TROUBLE
