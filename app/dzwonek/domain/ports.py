"""The roles that adapters play; each is small, and each has a fake and a contract test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from dzwonek.domain.activity import Activity
from dzwonek.domain.delivery import Entry, Envelope, Expiring, Head, Outcome, Phase, Summary, Tally
from dzwonek.domain.events import Event, Slot
from dzwonek.domain.identity import Agent, Identity, Remembered
from dzwonek.domain.picture import Capture, Picture
from dzwonek.domain.problem import Problem
from dzwonek.domain.report import Draft


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """Give the wall time, aware, in UTC."""
        ...

    def monotonic(self) -> timedelta:
        """Give the time since some fixed moment; it never jumps."""
        ...


class ScreenSource(Protocol):
    """Takes the picture of every monitor."""

    def capture(self) -> Capture:
        """Capture at once; never raises, a failure stands in `Capture.problem`."""
        ...

    def close(self) -> None:
        """Give back what the system lent."""
        ...


class Stamp(Protocol):
    """Writes a line under pictures."""

    def under(self, picture: Picture, text: str) -> Picture:
        """Give the picture with a strip of its own pixels below it; raises ProblemError.

        Blocks: never on the GUI thread.
        """
        ...


class SecretBox(Protocol):
    """Keeps secrets in the system's keyring.

    Every call ends within the box's own deadline and raises ProblemError with KEYRING_MISSING,
    KEYRING_LOCKED, KEYRING_LATE or KEYRING_REFUSED when the keyring does not serve.
    """

    def read(self, name: str) -> str | None:
        """Give the secret, or None when there is none of that name."""
        ...

    def write(self, name: str, value: str) -> None:
        """Store the secret."""
        ...

    def forget(self, name: str) -> None:
        """Remove the secret; nothing happens when there is none."""
        ...


class AgentDesk(Protocol):
    """What Daktela can tell of the agent at the desk. Each call raises ProblemError (DAKTELA_…)."""

    def who_am_i(self) -> Identity:
        """Ask who is logged in."""
        ...

    def recent(self, agent: Agent) -> tuple[Activity, ...]:
        """List the agent's newest calls, e-mails and chats, newest first, ten at most."""
        ...


Journal = Callable[[Phase], None]


class MailSession(Protocol):
    """One open connection over which messages go."""

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        """Try to hand one message over; `journal` is told each phase before it begins.

        If `journal` raises, nothing more is sent and the error flies on. Returns at the server's
        answer: nothing of the closing of the connection has happened yet (invariant I3).
        """
        ...

    def close(self) -> None:
        """End the connection; whatever the server says to that is ignored."""
        ...


class NotConnectedError(Exception):
    """The channel could not be opened; `outcome` says why (never DELIVERED or UNCERTAIN)."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


class Channel(Protocol):
    """A way out of this computer."""

    @property
    def name(self) -> str:
        """Give the channel's name in the settings, such as "mail"."""
        ...

    def connect(self) -> MailSession:
        """Open a connection, logged in; raises NotConnectedError."""
        ...

    def cancel(self) -> None:
        """Break off what is under way, from another thread; the attempt ends at once."""
        ...


class DraftBox(Protocol):
    """Keeps half-written reports, sealed. Each call raises ProblemError (DISK_…, QUEUE_KEY_…)."""

    def save(self, draft: Draft) -> None:
        """Store the draft's text, replacing what was there."""
        ...

    def put_picture(self, draft_id: str, picture: Picture) -> None:
        """Store a picture under its id with a fresh key; the old file and key are destroyed."""
        ...

    def drop_picture(self, draft_id: str, picture_id: str) -> None:
        """Destroy a picture of a draft."""
        ...

    def picture(self, draft_id: str, picture_id: str) -> bytes:
        """Give a picture's encoded bytes."""
        ...

    def drafts(self) -> tuple[Draft, ...]:
        """List the drafts that can be read, newest first."""
        ...

    def expiring(self) -> tuple[Expiring, ...]:
        """List the drafts of whose end the operator is to be told now: due within three days."""
        ...

    def told(self, draft_ids: Iterable[str]) -> None:
        """Note that the operator was told of these; before that none is destroyed."""
        ...

    def discard(self, draft_id: str) -> None:
        """Destroy a draft with its pictures."""
        ...


class Memory(Protocol):
    """Keeps the names and the identity this computer remembers, sealed."""

    def load(self) -> Remembered:
        """Give what is remembered; nothing remembered when it cannot be read."""
        ...

    def save(self, remembered: Remembered) -> None:
        """Replace what is remembered; a failure is logged, not raised."""
        ...


class Outbox(Protocol):
    """Keeps submitted reports until they are delivered."""

    def submit(self, envelope: Envelope, summary: Summary, created_at: datetime) -> Entry:
        """Seal, index and commit; on return the report survives a power cut (invariant I1).

        Raises ProblemError (DISK_…, QUEUE_KEY_…): then nothing was kept.
        """
        ...

    def entries(self) -> tuple[Entry, ...]:
        """List everything, newest first."""
        ...

    def heads(self) -> tuple[Head, ...]:
        """List everything, newest first, without its words."""
        ...

    def some(self, report_ids: Sequence[str]) -> tuple[Entry, ...]:
        """Give those of these reports that are there, in no order; some hundreds at most."""
        ...

    def thread(self, root: str) -> tuple[Entry, ...]:
        """Give the reports whose thread begins with this Message-ID."""
        ...

    def entry(self, report_id: str) -> Entry:
        """Give one report; raises ProblemError (REPORT_UNKNOWN)."""
        ...

    def message(self, report_id: str) -> bytes:
        """Give the whole message, unsealed and checked; raises ProblemError."""
        ...

    def retry(self, report_id: str) -> Entry:
        """Make a report due now (floors and leases still hold); raises ProblemError."""
        ...

    def envelope(self, report_id: str) -> Envelope:
        """Give the frozen message with its addresses; raises ProblemError."""
        ...

    def replace(self, envelope: Envelope) -> Entry:
        """Put a changed message in a report's place while nobody can have received it (I4).

        Raises ProblemError (REPORT_BUSY, …): then it stays as it was.
        """
        ...

    def confirm(self, report_id: str, ticket: str = "") -> Entry:
        """Note the operator's word that a report arrived, and support's number of it.

        It is never sent again. Raises ProblemError (REPORT_BUSY, REPORT_UNKNOWN, …).
        """
        ...

    def supersede(
        self, report_id: str, envelope: Envelope, summary: Summary, created_at: datetime
    ) -> Entry:
        """Store a new report and destroy the one that waits: both, or neither.

        Raises ProblemError (REPORT_BUSY while the old one is being sent, DISK_…).
        """
        ...

    def discard(self, report_id: str) -> None:
        """Destroy a report that is not being sent; raises ProblemError (REPORT_BUSY)."""
        ...

    def tally(self) -> Tally:
        """Count what waits and what is in trouble."""
        ...

    def expiring(self) -> tuple[Entry, ...]:
        """List the unsent reports of whose end the operator is to be told now (three days)."""
        ...

    def told(self, report_ids: Iterable[str]) -> None:
        """Commit that the operator was told of these; before that nothing unsent expires."""
        ...


class EventSource(Protocol):
    """Something the event loop can watch: readable `fileno()` means that `pump()` has news."""

    def fileno(self) -> int:
        """Give the descriptor to watch for reading."""
        ...

    def pump(self) -> tuple[Event, ...]:
        """Read all that is there, without blocking.

        Raises ConnectionError when the other side is gone for good: stop watching then.
        """
        ...

    def close(self) -> None:
        """End the connection."""
        ...


@dataclass(frozen=True, slots=True)
class Binding:
    """What became of one hotkey's list of candidates: the key that holds, and what was refused."""

    slot: Slot
    active: str | None
    refused: tuple[Problem, ...] = ()


class Hotkeys(Protocol):
    """Global hotkeys: only our own combinations are ever seen."""

    def bind(self, slot: Slot, candidates: Sequence[str]) -> Binding:
        """Take the first candidate that is free; the rest are not taken. Never raises."""
        ...

    def binding(self, slot: Slot) -> Binding:
        """Say what holds now."""
        ...

    def release(self) -> None:
        """Give all keys back."""
        ...


@dataclass(frozen=True, slots=True)
class Notice:
    """A short message beside the work; `actions` are (id, label) pairs, "default" = the body."""

    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()
    is_trouble: bool = False
    lasts: timedelta = timedelta(seconds=8)


class Notifier(Protocol):
    """Shows notices without taking the focus."""

    def show(self, notice: Notice) -> int:
        """Show it and give its number, which `NoticeClicked` will carry; raises ProblemError."""
        ...


@dataclass(frozen=True, slots=True)
class AutostartNote:
    """What is to be told beside the switch; one that is fixed cannot be used here."""

    problem: Problem
    is_fixed: bool


class Autostart(Protocol):
    """Whether the program starts with the computer."""

    def is_on(self) -> bool:
        """Say whether it will start."""
        ...

    def note(self) -> AutostartNote | None:
        """Say who else decides, if anybody does."""
        ...

    def set_on(self, wanted: bool) -> None:
        """Switch; raises ProblemError (AUTOSTART_…)."""
        ...


@dataclass(frozen=True, slots=True)
class Unsent:
    """A report as a mail program takes it, for a person to send from there.

    `eml` is the whole message marked as not sent; the rest says the same in parts, for programs
    that take parts. `name` has letters, digits and dashes only, and is good for files.
    """

    name: str
    recipients: tuple[str, ...]
    subject: str
    text: str
    attachments: tuple[tuple[str, bytes], ...]  # file name, content
    eml: bytes


class Handed(StrEnum):
    """How a mail program was given a report; nothing is sent by that."""

    WHOLE = "whole"  # as a new message, with the pictures
    FILE = "file"  # as an .eml that it opened
    ASKED = "asked"  # as a new message that it was asked to put the .eml into; not all do
    WORDS = "words"  # as a new message without the pictures: an address can carry no more


class Links(Protocol):
    """The programs of this desktop for web pages and telephone numbers; each call may block."""

    def can_open(self, scheme: str) -> bool:
        """Say whether a program for `https`, `mailto` or `tel` is installed; never raises."""
        ...

    def open(self, address: str) -> None:
        """Open an address in its program; raises ProblemError (LINK_FAILED with `address`)."""
        ...


class MailProgram(Protocol):
    """The mail program of this desktop. It may hang or crash, and never takes us along."""

    def hand_over(self, message: Unsent) -> Handed:
        """Have the message opened, for a person to send it there; blocks, minutes perhaps.

        Raises ProblemError (MAIL_PROGRAM_MISSING, _FAILED, _CLOSED, _LATE, _LEFT).
        """
        ...

    def leave(self) -> None:
        """Wait no longer, from any thread: `hand_over` then ends with MAIL_PROGRAM_LEFT."""
        ...

    def tidy(self) -> None:
        """Remove the files of earlier times that a crash left; raises nothing."""
        ...
