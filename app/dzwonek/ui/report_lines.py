"""The lines of *Moje zgłoszenia*: a draft or a report, put into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import WAITING, Entry, State
from dzwonek.domain.wishes import has_content
from dzwonek.ui.form import said
from dzwonek.ui.states import StateWords, Tone, moment_words, state_words

if TYPE_CHECKING:
    from dzwonek.domain.report import Draft

translate = QCoreApplication.translate
WORDS = 90  # characters of a draft's description
FIRST_WORDS = 42  # characters in a question about one line


class Group(StrEnum):
    """The choices above the list."""

    ALL = "all"
    DRAFTS = "drafts"
    WAITING = "waiting"
    TROUBLE = "trouble"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Line:
    """One draft or report, ready to be shown: of `draft` and `entry` there is one."""

    id: str
    code: str
    at: datetime
    when: str
    words: str
    state: StateWords
    group: Group
    draft: Draft | None = None
    entry: Entry | None = None

    @property
    def reference(self) -> str:
        """Name it as one reads it out to support: the code, and their number where it is known."""
        ticket = self.entry.ticket if self.entry is not None else ""
        if not ticket:
            return self.code
        return translate("ReportLines", "{code}, numer {ticket}").format(
            code=self.code, ticket=ticket
        )


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
        words=_about(
            draft.inquiry.name if draft.inquiry else "", words or _undescribed(draft, now, zone)
        ),
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
        words=_about(summary.matter, summary.words) if summary else _unreadable(entry),
        state=state_words(entry, now, zone),
        group=group_of(entry.state),
        entry=entry,
    )


def _unreadable(entry: Entry) -> str:
    """Say why there are no words: destroyed for good, or sealed with a key that is away."""
    if not has_content(entry):
        return translate("ReportLines", "(treść usunięto)")
    return translate("ReportLines", "(treść teraz nieczytelna)")


def _about(matter: str, words: str) -> str:
    """Put before the words what a letter is about that is not about a problem."""
    return f"{matter}: {words}" if matter else words


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


def group_of(state: State) -> Group:
    """Say under which choice above the list a report stands."""
    if state in WAITING:
        return Group.WAITING
    if state in (State.DELIVERED, State.TOMBSTONE):
        return Group.DELIVERED
    return Group.TROUBLE
