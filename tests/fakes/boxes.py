"""Stand-ins that keep drafts, reports and names in memory, and can be told to fail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from dzwonek.domain.delivery import (
    BY_HAND,
    WAITING,
    Entry,
    Envelope,
    Expiring,
    Head,
    State,
    Summary,
    Tally,
)
from dzwonek.domain.identity import Remembered
from dzwonek.domain.ids import short_code
from dzwonek.domain.picture import Picture
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.domain.wishes import UNSENT


class MemoryDrafts:
    """A DraftBox that lives in memory; `broken` is raised by each call while it is set."""

    def __init__(self) -> None:
        self.texts: dict[str, Draft] = {}
        self.pictures: dict[tuple[str, str], Picture] = {}
        self.broken: Problem | None = None
        self.saves = 0
        self.ending: list[Expiring] = []

    def expiring(self) -> tuple[Expiring, ...]:
        return tuple(self.ending)

    def told(self, draft_ids: Iterable[str]) -> None:
        self.ending = [one for one in self.ending if one.id not in set(draft_ids)]

    def save(self, draft: Draft) -> None:
        self._check()
        self.saves += 1
        self.texts[draft.id] = draft

    def put_picture(self, draft_id: str, picture: Picture) -> None:
        self._check()
        self.pictures[draft_id, picture.note.id] = picture

    def drop_picture(self, draft_id: str, picture_id: str) -> None:
        self._check()
        self.pictures.pop((draft_id, picture_id), None)

    def picture(self, draft_id: str, picture_id: str) -> bytes:
        self._check()
        found = self.pictures.get((draft_id, picture_id))
        if found is None:
            raise ProblemError(Problem(Code.PICTURE_UNREADABLE))
        return found.content

    def drafts(self) -> tuple[Draft, ...]:
        self._check()
        return tuple(sorted(self.texts.values(), key=lambda draft: draft.created_at, reverse=True))

    def discard(self, draft_id: str) -> None:
        self._check()
        self.texts.pop(draft_id, None)
        self.pictures = {key: kept for key, kept in self.pictures.items() if key[0] != draft_id}

    def _check(self) -> None:
        if self.broken is not None:
            raise ProblemError(self.broken)


class MemoryOutbox:
    """An Outbox that lives in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, Entry] = {}
        self.envelopes: dict[str, Envelope] = {}
        self.broken: Problem | None = None
        self.ending: list[Entry] = []
        self.revisions: dict[str, int] = {}

    def expiring(self) -> tuple[Entry, ...]:
        return tuple(self.ending)

    def told(self, report_ids: Iterable[str]) -> None:
        self.ending = [one for one in self.ending if one.id not in set(report_ids)]

    def submit(self, envelope: Envelope, summary: Summary, created_at: datetime) -> Entry:
        if self.broken is not None:
            raise ProblemError(self.broken)
        entry = Entry(
            id=envelope.report_id,
            short_code=short_code(envelope.report_id),
            message_id=envelope.message_id,
            state=State.QUEUED,
            channel=envelope.channel,
            created_at=created_at,
            due_at=datetime.now(UTC),
            summary=summary,
            root_message_id=envelope.root or envelope.message_id,
        )
        self._put(entry)
        self.envelopes[entry.id] = envelope
        return entry

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self.rows.values())

    def heads(self) -> tuple[Head, ...]:
        return tuple(
            Head(entry.id, entry.state, self.revisions.get(entry.id, 0))
            for entry in sorted(self.rows.values(), key=lambda entry: entry.id, reverse=True)
        )

    def some(self, report_ids: Sequence[str]) -> tuple[Entry, ...]:
        return tuple(self.rows[each] for each in report_ids if each in self.rows)

    def thread(self, root: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.rows.values() if entry.root_message_id == root)

    def confirm(self, report_id: str, ticket: str = "") -> Entry:
        entry = self.entry(report_id)
        if entry.state is not State.DELIVERED:
            now = datetime.now(UTC)
            entry = replace(
                entry, state=State.DELIVERED, last_code=BY_HAND, delivered_at=now, due_at=None
            )
        summary = replace(entry.summary or Summary(), ticket=ticket)
        return self._put(replace(entry, summary=summary))

    def _put(self, entry: Entry) -> Entry:
        self.rows[entry.id] = entry
        self.revisions[entry.id] = self.revisions.get(entry.id, 0) + 1
        return entry

    def entry(self, report_id: str) -> Entry:
        if report_id not in self.rows:
            raise ProblemError(Problem(Code.REPORT_UNKNOWN))
        return self.rows[report_id]

    def message(self, report_id: str) -> bytes:
        self.entry(report_id)
        return self.envelopes[report_id].content

    def retry(self, report_id: str) -> Entry:
        return self._put(replace(self.entry(report_id), due_at=datetime.now(UTC)))

    def envelope(self, report_id: str) -> Envelope:
        self.entry(report_id)
        return self.envelopes[report_id]

    def replace(self, envelope: Envelope) -> Entry:
        entry = replace(self.entry(envelope.report_id), message_id=envelope.message_id)
        self.envelopes[entry.id] = envelope
        return self._put(entry)

    def supersede(
        self, report_id: str, envelope: Envelope, summary: Summary, created_at: datetime
    ) -> Entry:
        if self.entry(report_id).state not in UNSENT:
            raise ProblemError(Problem(Code.REPORT_BUSY))
        made = self.submit(envelope, summary, created_at)
        self.discard(report_id)
        return made

    def discard(self, report_id: str) -> None:
        self.entry(report_id)
        del self.rows[report_id]

    def tally(self) -> Tally:
        return Tally(waiting=sum(entry.state in WAITING for entry in self.rows.values()))


class PlainMemory:
    """A Memory that lives in memory."""

    def __init__(self, remembered: Remembered | None = None) -> None:
        self.remembered = remembered or Remembered()

    def load(self) -> Remembered:
        return self.remembered

    def save(self, remembered: Remembered) -> None:
        self.remembered = remembered
