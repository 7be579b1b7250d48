"""What can become of a report on its way, in the words of the queue's contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from dzwonek.domain.kinds import Kind
from dzwonek.domain.problem import Problem


class State(StrEnum):
    """Where a report stands; `docs/reliability.md` draws the arrows."""

    QUEUED = "queued"
    SENDING = "sending"
    RETRY_WAIT = "retry_wait"
    UNCERTAIN = "uncertain"
    DELIVERED = "delivered"
    HELD = "held"
    REJECTED = "rejected"
    QUARANTINED = "quarantined"
    EXPIRED = "expired"
    TOMBSTONE = "tombstone"


LATE_AFTER = timedelta(hours=24)
OVERDUE_AFTER = timedelta(hours=72)
BY_HAND = "by_hand"  # in the place of a server's answer: the operator says that it arrived
WAITING = frozenset({State.QUEUED, State.SENDING, State.RETRY_WAIT, State.UNCERTAIN})
TROUBLED = frozenset({State.HELD, State.REJECTED, State.QUARANTINED})


class Phase(StrEnum):
    """How far one attempt got, written down before each step that matters."""

    NONE = "none"
    CONNECTED = "connected"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA_OPEN = "data_open"
    DOT_SENT = "dot_sent"


class Verdict(StrEnum):
    """The class of one attempt's end."""

    DELIVERED = "delivered"
    TRANSIENT = "transient"
    UNCERTAIN = "uncertain"
    HELD = "held"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one attempt ended.

    `code` is a reply code ("250", "535 5.7.8") or a short word ("refused", "timeout", "dns");
    `text` is the server's own text with addresses, tokens and long digits taken out;
    `floor` is the shortest wait before the next attempt; `is_channel_wide` says that the fault
    is the connection's and not the message's (invariant I10); `refused` names recipients that
    the server refused while it took others, and `refused_code` and `refused_text` are its answer to
    one of them; `limit` is the most bytes that it takes of a message, where it said so.
    """

    verdict: Verdict
    code: str
    text: str = ""
    problem: Problem | None = None
    floor: timedelta = timedelta(0)
    is_channel_wide: bool = False
    refused: tuple[str, ...] = ()
    limit: int = 0
    refused_code: str = ""
    refused_text: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The few words by which a report is recognised in a list; sealed at rest."""

    words: str = ""  # first 80 characters of the description
    kind: Kind | None = None
    customer: str = ""
    ours: str = ""
    names: tuple[str, ...] = ()
    pictures: int = 0
    is_test: bool = False
    times: int = 1  # how often it has happened by now
    ticket: str = ""  # support's own number, as the operator read it in the answer
    matter: str = ""  # short name of what it is about, unless it is a problem


@dataclass(frozen=True, slots=True)
class Envelope:
    """A rendered message, frozen: the same bytes at every attempt (invariant I4).

    `root` is the Message-ID of the first message of its thread, which the content names already;
    empty where it is the first itself.
    """

    report_id: str
    message_id: str
    date: datetime
    sender: str
    recipients: tuple[str, ...]
    content: bytes  # whole RFC 5322 message, CRLF line ends
    channel: str = "mail"
    root: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the outbox as people see it. Times are UTC.

    `summary` is None when its key is out of reach; `due_at` is the next attempt, if one is
    planned; `last_text` is already redacted; `submitted_at` is when it was called saved;
    `expires_at` is when the content is destroyed unless something happens before; `shrunk` counts
    how often its pictures were made smaller for the server; `taken` counts the recipients who have
    it while another one was refused; `root_message_id` is that of the first message of its thread.
    """

    id: str
    short_code: str
    message_id: str
    state: State
    channel: str
    created_at: datetime
    attempts: int = 0
    due_at: datetime | None = None
    changed_at: datetime | None = None
    delivered_at: datetime | None = None
    phase: Phase = Phase.NONE
    last_code: str = ""
    last_text: str = ""
    problem: Problem | None = None
    uncertain_count: int = 0
    size: int = 0
    summary: Summary | None = None
    submitted_at: datetime | None = None
    expires_at: datetime | None = None
    shrunk: int = 0
    taken: int = 0
    root_message_id: str = ""

    @property
    def ticket(self) -> str:
        """Give support's number of it; empty when it is not known."""
        return self.summary.ticket if self.summary is not None else ""

    @property
    def is_by_hand(self) -> bool:
        """Say whether only the operator's word tells that it arrived."""
        return self.last_code == BY_HAND


@dataclass(frozen=True, slots=True)
class Head:
    """What tells one report in a list from another, and whether it changed since; no words."""

    id: str
    state: State
    revision: int


@dataclass(frozen=True, slots=True)
class Expiring:
    """A draft that will be destroyed at `expires_at` (UTC) unless somebody takes it up."""

    id: str
    short_code: str
    expires_at: datetime


class Age(StrEnum):
    """How long a report waits: only its age, never the number of tries, asks for a person."""

    FRESH = "fresh"
    LATE = "late"
    OVERDUE = "overdue"


def age_of(since: datetime, now: datetime) -> Age:
    """Judge a waiting time; a clock set back makes nobody wait."""
    if now - since >= OVERDUE_AFTER:
        return Age.OVERDUE
    return Age.LATE if now - since >= LATE_AFTER else Age.FRESH


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports stand where; what the tray's badge says."""

    waiting: int = 0
    troubled: int = 0
    drafts: int = 0
    oldest_waiting: datetime | None = None
