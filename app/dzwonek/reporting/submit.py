"""*Wyślij*: one draft becomes one frozen message in the outbox, exactly once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Entry, Envelope, Summary
from dzwonek.domain.problem import ProblemError
from dzwonek.domain.report import Draft, Report
from dzwonek.reporting.check import problems_of
from dzwonek.reporting.record import FILE_NAME, record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from dzwonek.delivery.mime import Attachment, OutgoingMail
    from dzwonek.domain.doubt import DoubtedClock
    from dzwonek.domain.picture import PictureNote
    from dzwonek.domain.ports import Clock, DraftBox, Outbox
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.profile import ContactProfile

SUMMARY_LENGTH = 80
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Address:
    """From whom, to whom and by which channel a report goes.

    `reply_to` is the configured address of the agent named `owner`; without a name it is the
    address of whoever sits at this desk.
    """

    sender: str
    recipients: tuple[str, ...]
    reply_to: str = ""
    owner: str = ""
    channel: str = "mail"


class IncompleteError(Exception):
    """The draft cannot be sent yet; `problems` say what it lacks, in the form's order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class ExtraFile:
    """A file that goes along with a report from the command line."""

    name: str
    media_type: str
    content: bytes


def no_doubt(_: datetime) -> None:
    """Believe the clock, where nobody checks it."""


class Submission:
    """Turns drafts into reports that wait in the outbox."""

    def __init__(
        self,
        drafts: DraftBox,
        outbox: Outbox,
        profile: ContactProfile,
        address: Callable[[bool], Address],
        clock: Clock,
        program: str,
        zone: str,
        doubt: Callable[[datetime], DoubtedClock | None] = no_doubt,
    ) -> None:
        """Take `doubt`, which says what is wrong with a time that the clock has just shown."""
        self._drafts = drafts
        self._outbox = outbox
        self._profile = profile
        self._address = address
        self._clock = clock
        self._program = program
        self._zone = zone
        self._doubt = doubt

    def submit(self, draft: Draft, extras: Sequence[ExtraFile] = ()) -> Entry:
        """Do what `seal` does, and destroy the draft."""
        entry = self.seal(draft, extras)
        self.forget(draft.id)
        return entry

    def seal(self, draft: Draft, extras: Sequence[ExtraFile] = ()) -> Entry:
        """Render, seal and index a draft; on return it survives a power cut, and the draft stands.

        Raises IncompleteError, or ProblemError when nothing could be kept. Takes time: never on
        the GUI thread.
        """
        problems = problems_of(draft)
        if problems:
            raise IncompleteError(problems)
        whole, contents = self._with_pictures(draft)
        now = self._clock.now()
        report = Report(whole, now, self._zone, self._doubt(now))
        envelope = self._rendered(report, contents, extras)
        return self._outbox.submit(envelope, summary_of(whole), draft.created_at)

    def _with_pictures(self, draft: Draft) -> tuple[Draft, tuple[bytes, ...]]:
        """Read the sealed pictures; a lost one is left out and named, it never blocks a report."""
        notes, contents, lost = [], [], draft.picture_problem
        for note in draft.pictures:
            try:
                contents.append(self._drafts.picture(draft.id, note.id))
            except ProblemError as error:
                lost = error.problem
            else:
                notes.append(note)
        return replace(draft, pictures=tuple(notes), picture_problem=lost), tuple(contents)

    def forget(self, draft_id: str) -> None:
        """Destroy a draft that is sealed as a report, pictures and keys.

        Should that fail, the next start drops what the outbox already holds.
        """
        import logging

        try:
            self._drafts.discard(draft_id)
        except ProblemError as error:
            logging.getLogger("dzwonek.reporting").info(
                "draft %s outlives its report: %s", draft_id, error.problem.code
            )

    def _rendered(
        self, report: Report, contents: tuple[bytes, ...], extras: Sequence[ExtraFile]
    ) -> Envelope:
        from dzwonek.delivery.mime import render

        address = self._address(report.draft.is_test)
        mail = self._mail(report, address, self._attachments(report, contents, extras))
        return Envelope(
            report_id=report.draft.id,
            message_id=mail.message_id,
            date=mail.date,
            sender=address.sender,
            recipients=address.recipients,
            content=render(mail),
            channel=address.channel,
        )

    def _mail(
        self, report: Report, address: Address, attachments: tuple[Attachment, ...]
    ) -> OutgoingMail:
        from dzwonek.delivery.mime import OutgoingMail, new_message_id
        from dzwonek.domain.report_text import report_text, subject

        draft = report.draft
        return OutgoingMail(
            message_id=new_message_id(draft.id, address.sender),
            date=_sent_at(report).replace(microsecond=0),
            sender=address.sender,
            sender_name=f"{draft.reporter.name} (Dzwonek)",
            recipients=address.recipients,
            reply_to=_reply_to(draft, address),
            subject=subject(report, self._profile.words),
            text=report_text(report, self._profile),
            report_id=draft.id,
            attachments=attachments,
            is_test=draft.is_test,
            language=self._profile.language,
        )

    def _attachments(
        self, report: Report, contents: tuple[bytes, ...], extras: Sequence[ExtraFile]
    ) -> tuple[Attachment, ...]:
        from dzwonek.delivery.mime import Attachment

        draft = report.draft
        names = tuple(
            picture_name(draft, number, note) for number, note in enumerate(draft.pictures, 1)
        )
        pictures = [
            Attachment(name, note.media_type, content)
            for name, note, content in zip(names, draft.pictures, contents, strict=True)
        ]
        others = [Attachment(extra.name, extra.media_type, extra.content) for extra in extras]
        machine = record(report, names, self._program)
        return (*pictures, *others, Attachment(FILE_NAME, "application/json", machine))


def _sent_at(report: Report) -> datetime:
    """Give the time for the header Date: what the clock showed, or what is nearer to the truth."""
    clock = report.doubted_clock
    return clock.assumed if clock else report.submitted_at


def _reply_to(draft: Draft, address: Address) -> tuple[str, str] | None:
    """Find the reporter's own address: an answer must not reach a colleague under her name."""
    reporter = draft.reporter
    is_owner = reporter.name.casefold() == address.owner.casefold()
    if address.reply_to and is_owner:
        return address.reply_to, reporter.name
    if reporter.email:
        return reporter.email, reporter.name
    if address.reply_to and not address.owner:
        return address.reply_to, reporter.name
    return None


def picture_name(draft: Draft, number: int, note: PictureNote) -> str:
    """Name a picture's attachment in ASCII, such as `zrzut-DZW-7F3K2A-1.png`."""
    return f"zrzut-{draft.short_code}-{number}.{EXTENSIONS.get(note.media_type, 'bin')}"


def summary_of(draft: Draft) -> Summary:
    """Cut out the few words by which a list shows the report."""
    words = " ".join(draft.description.split())[:SUMMARY_LENGTH]
    return Summary(
        words=words,
        kind=draft.kind,
        customer=draft.customer,
        ours=draft.ours,
        names=draft.names,
        pictures=len(draft.pictures),
        is_test=draft.is_test,
    )


def drop_submitted(drafts: DraftBox, outbox: Outbox) -> None:
    """After a crash between sealing and dropping the draft: drop drafts that became reports."""
    reports = {entry.id for entry in outbox.entries()}
    for draft in drafts.drafts():
        if draft.id in reports:
            drafts.discard(draft.id)
