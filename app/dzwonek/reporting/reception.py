"""The front office: every use case that a window or a command asks for, in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from dzwonek.domain.draft_life import Stage
from dzwonek.domain.kinds import Scope
from dzwonek.domain.phone import load_numbering_plans
from dzwonek.reporting.album import Album
from dzwonek.reporting.begin import known_identity, new_draft
from dzwonek.reporting.matter import new_inquiry
from dzwonek.reporting.pictures import seal_shots, shot_of_file
from dzwonek.reporting.recollection import Recollection
from dzwonek.reporting.rescue import Rescue
from dzwonek.reporting.shelf import Shelf
from dzwonek.reporting.submit import Submission, drop_submitted
from dzwonek.reporting.unfinished import Unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from dzwonek.domain.activity import Activity
    from dzwonek.domain.delivery import Entry, Envelope, Expiring, Tally
    from dzwonek.domain.identity import Agent, Identity, Remembered
    from dzwonek.domain.picture import Capture, PictureNote, Screenshot
    from dzwonek.domain.ports import (
        AgentDesk,
        Channel,
        Clock,
        DraftBox,
        Handed,
        MailProgram,
        Memory,
        Outbox,
    )
    from dzwonek.domain.profile import Matter
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.letter import Letters
    from dzwonek.reporting.phone_mail import PhoneMail
    from dzwonek.reporting.preview import Left, Preview


@dataclass(frozen=True, slots=True)
class Endings:
    """What is going to be destroyed unless somebody takes it up."""

    reports: tuple[Entry, ...] = ()
    drafts: tuple[Expiring, ...] = ()

    @property
    def first(self) -> datetime | None:
        """Give the earliest end, UTC; None when nothing ends."""
        ends = [draft.expires_at for draft in self.drafts]
        ends += [entry.expires_at for entry in self.reports if entry.expires_at is not None]
        return min(ends, default=None)


class Parts(Protocol):
    """What the use cases are made of; each part is built when it is first asked for.

    Building the stores may raise ProblemError (DISK_…, STORE_NEWER).
    """

    @property
    def clock(self) -> Clock: ...  # noqa: D102
    @property
    def drafts(self) -> DraftBox: ...  # noqa: D102
    @property
    def outbox(self) -> Outbox: ...  # noqa: D102
    @property
    def memory(self) -> Memory: ...  # noqa: D102
    @property
    def submission(self) -> Submission: ...  # noqa: D102
    @property
    def letters(self) -> Letters: ...  # noqa: D102
    @property
    def host(self) -> str: ...  # noqa: D102
    @property
    def configured_agent(self) -> Agent: ...  # noqa: D102

    def agent_desk(self) -> AgentDesk:
        """Give Daktela as now configured; raises ProblemError (DAKTELA_…)."""
        ...

    def channel(self, name: str) -> Channel:
        """Give a way out as now configured; raises ProblemError (MAIL_NOT_CONFIGURED, …)."""
        ...

    @property
    def mail_program(self) -> MailProgram: ...  # noqa: D102

    def smaller(self, envelope: Envelope, limit: int) -> Envelope | None:
        """Give a message with smaller pictures, or None; raises ProblemError."""
        ...

    def nudge(self) -> None:
        """Tell the courier that something new waits."""
        ...


class Reception:
    """Serves the operator: begins, keeps, fills and submits reports.

    `begin` and `known` are quick and for the GUI thread; all else may block.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._recollection = Recollection(lambda: parts.memory)

    # -- who is at the desk

    def recall(self) -> Remembered:
        """Read what this computer remembers, once after the start."""
        return self._recollection.read()

    @property
    def has_recalled(self) -> bool:
        """Say whether that has been read."""
        return self._recollection.is_read

    @property
    def names(self) -> tuple[str, ...]:
        """Give the last five names on this computer, newest first."""
        return self._recollection.known.names

    @property
    def colleagues(self) -> tuple[str, ...]:
        """Give the last colleagues that a report of this computer was about, newest first."""
        return self._recollection.known.colleagues

    def known(self) -> Identity:
        """Say who sits here without asking anybody."""
        return known_identity(
            self._recollection.known, self._parts.configured_agent, self._parts.clock.now()
        )

    def ask_identity(self) -> Identity:
        """Ask Daktela who is logged in and remember the answer; raises ProblemError."""
        identity = self._parts.agent_desk().who_am_i()
        self.meet(identity)
        return identity

    def meet(self, identity: Identity) -> None:
        """Remember who Daktela says is logged in; raises ProblemError."""
        self._recollection.change(
            lambda known: replace(known, identity=identity).with_name(identity.agent.name)
        )

    def ask_recent(self, agent: Agent) -> tuple[Activity, ...]:
        """Ask Daktela for the agent's newest activities; raises ProblemError.

        What their numbers need to be shown is loaded here, off the window's thread.
        """
        found = self._parts.agent_desk().recent(agent)
        load_numbering_plans()
        return found

    def choose_name(self, name: str) -> None:
        """Remember a name that was typed or chosen at this computer."""
        self._recollection.change(lambda known: known.with_name(name))

    def forget_name(self, name: str) -> None:
        """Forget a name on this computer, as one who reports and as a colleague."""
        self._recollection.change(lambda known: known.without(name))

    def _remember_those_of(self, draft: Draft) -> None:
        """Remember what a report was typed with, so that the next one has it already."""
        others = draft.others if draft.scope is Scope.OTHERS else ()
        host = "" if self._parts.host else draft.host
        self._recollection.change(
            lambda known: replace(
                known.with_name(draft.reporter.name).with_colleagues(others), host=host
            )
        )

    # -- drafts

    def begin(self, capture: Capture, *, is_flagged: bool = False) -> Draft:
        """Make a draft for the moment of a capture; nothing is stored yet."""
        reporter = self.known().agent
        host = self._parts.host or self._recollection.known.host
        return new_draft(capture, reporter, host, is_flagged=is_flagged)

    def inquire(self, matter: Matter) -> Draft:
        """Begin a letter about another matter than a problem; nothing is stored yet."""
        parts = self._parts
        host = parts.host or self._recollection.known.host
        reporter, configured = self.known().agent, parts.configured_agent
        return new_inquiry(matter, reporter, configured, host, parts.clock.now())

    def keep(self, draft: Draft) -> Draft:
        """Store a draft as it is now; raises ProblemError."""
        stamped = replace(draft, updated_at=self._parts.clock.now())
        self._parts.drafts.save(stamped)
        return stamped

    def keep_pictures(self, draft: Draft, shots: Sequence[Screenshot]) -> tuple[PictureNote, ...]:
        """Encode and store a fresh draft's pictures; raises ProblemError."""
        return seal_shots(self._parts.drafts, draft.id, shots, draft.pictures)

    def moment(self) -> datetime:
        """Give the time as the program's clock shows it, UTC."""
        return self._parts.clock.now()

    def picture_of_file(self, path: Path) -> Screenshot:
        """Read a picture that the operator chose; raises ProblemError (ATTACHMENT_…, PICTURE_…)."""
        return shot_of_file(path, self.moment())

    def foreign_picture(self, content: bytes) -> Screenshot:
        """Read a picture from another program's bytes; raises ProblemError (PICTURE_…)."""
        from dzwonek.capture.pieces import shot_from

        return shot_from(content, "", self.moment())

    def album(self, draft: Draft, shots: Sequence[Screenshot] = ()) -> Album:
        """Open the pictures of a draft: fresh ones with their shots, else those that are stored."""
        return Album(lambda: self._parts.drafts, draft, shots)

    def picture(self, draft_id: str, picture_id: str) -> bytes:
        """Give a stored picture's encoded bytes; raises ProblemError."""
        return self._parts.drafts.picture(draft_id, picture_id)

    def drafts(self) -> tuple[Draft, ...]:
        """List the stored drafts that are to be kept, newest first; raises ProblemError."""
        stored = self._parts.drafts.drafts()
        return tuple(draft for draft in stored if draft.stage is not Stage.DROPPED)

    @property
    def unfinished(self) -> Unfinished:
        """Give what is done with drafts that nobody is writing now."""
        return Unfinished(lambda: self._parts.drafts)

    def discard_draft(self, draft_id: str) -> None:
        """Destroy a draft with its pictures; raises ProblemError."""
        self._parts.drafts.discard(draft_id)

    # -- reports

    def rescue(self) -> Rescue:
        """Open the ways out of a report that nothing here can store; no store is touched."""
        return Rescue(self._parts)

    def preview(
        self, draft: Draft, album: Album, left: Left, told: Callable[[int, int], None]
    ) -> Preview:
        """Show what would go if a draft were sent now, as `previewed` does; raises ProblemError."""
        from dzwonek.reporting.preview import previewed

        return previewed(draft, album, self._parts.letters, left, told)

    def submit(self, draft: Draft, letter: Envelope | None = None) -> Entry:
        """Seal a report for sending; raises IncompleteError or ProblemError.

        A `letter` of it that may have left already is sealed as it is. The draft still stands;
        what is shown as saved need not wait until it is destroyed by `forget`.
        """
        entry = self._parts.submission.seal(draft, letter=letter)
        if not draft.is_test:
            self._remember_those_of(draft)
        self._parts.nudge()
        return entry

    def forget(self, draft_id: str) -> None:
        """Destroy the draft of a report that was submitted."""
        self._parts.submission.forget(draft_id)

    def entries(self) -> tuple[Entry, ...]:
        """List the reports, newest first; raises ProblemError."""
        return self._parts.outbox.entries()

    @property
    def shelf(self) -> Shelf:
        """Give what is done with the reports in the list."""
        return Shelf(self._parts, lambda: self.known().agent)

    def retry(self, report_id: str) -> Entry:
        """Make one report due now and wake the courier; raises ProblemError."""
        entry = self._parts.outbox.retry(report_id)
        self._parts.nudge()
        return entry

    def discard(self, report_id: str) -> None:
        """Destroy a report; raises ProblemError (REPORT_BUSY, REPORT_UNKNOWN)."""
        self._parts.outbox.discard(report_id)

    def message(self, report_id: str) -> bytes:
        """Give a report as the `.eml` that goes out; raises ProblemError."""
        return self._parts.outbox.message(report_id)

    def export(self, report_id: str, path: Path) -> None:
        """Write a report's `.eml`, private and durable; raises ProblemError (FILE_NOT_WRITTEN)."""
        from dzwonek.reporting.eml import write_eml

        write_eml(path, self._parts.outbox.message(report_id))

    def hand_over(self, report_id: str) -> tuple[Handed, tuple[str, ...]]:
        """Have a report opened in the mail program, and say to whom it should go from there.

        Its state here stays what it is.

        Raises ProblemError (MAIL_PROGRAM_…, REPORT_UNKNOWN, …).
        """
        from dzwonek.reporting.unsent import unsent

        envelope = self._parts.outbox.envelope(report_id)
        return self._parts.mail_program.hand_over(unsent(envelope)), envelope.recipients

    def phone_mail(self, report_id: str) -> PhoneMail:
        """Write a report as an address for a phone's mail program; its state stays what it is.

        Raises ProblemError (REPORT_UNKNOWN, …).
        """
        from dzwonek.reporting.phone_mail import phone_mail

        return phone_mail(self._parts.outbox.envelope(report_id), self._parts.letters.words)

    def leave_mail_program(self) -> None:
        """Wait for the mail program no longer; from any thread."""
        self._parts.mail_program.leave()

    def text_of(self, report_id: str) -> str:
        """Give a report's words alone, as they stand in its message; raises ProblemError."""
        from dzwonek.delivery.reading import plain_text

        return plain_text(self._parts.outbox.message(report_id))

    def tally(self) -> Tally:
        """Count what waits, what is in trouble and what is half written; raises ProblemError."""
        return replace(self._parts.outbox.tally(), drafts=len(self.drafts()))

    def endings(self) -> Endings:
        """List what is going to be destroyed within three days, and was not told of yet."""
        return Endings(self._parts.outbox.expiring(), self._parts.drafts.expiring())

    def told(self, endings: Endings) -> None:
        """Commit that the operator has been told of these; raises ProblemError."""
        self._parts.outbox.told(entry.id for entry in endings.reports)
        self._parts.drafts.told(draft.id for draft in endings.drafts)

    def tidy(self) -> None:
        """After a start: drop drafts that a crash left beside their reports."""
        drop_submitted(self._parts.drafts, self._parts.outbox)
