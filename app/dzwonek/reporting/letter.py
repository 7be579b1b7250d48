"""The letter that a report becomes: words, pictures and record, rendered once without any store."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Envelope
from dzwonek.domain.report import Draft, Report
from dzwonek.reporting.matter import is_address, subject_and_text
from dzwonek.reporting.record import FILE_NAME, record
from dzwonek.reporting.stamping import quietly, stamped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from dzwonek.delivery.mime import Attachment, OutgoingMail
    from dzwonek.domain.doubt import DoubtedClock
    from dzwonek.domain.picture import PictureNote
    from dzwonek.domain.ports import Clock, Stamp
    from dzwonek.domain.profile import ContactProfile, ReportWords

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg"}

_log = logging.getLogger(__name__)


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


@dataclass(frozen=True, slots=True)
class ExtraFile:
    """A file that goes along with a report from the command line."""

    name: str
    media_type: str
    content: bytes


def no_doubt(_: datetime) -> None:
    """Believe the clock, where nobody checks it."""


class Letters:
    """Writes reports as frozen messages; nothing is stored and nothing is read."""

    def __init__(
        self,
        profile: ContactProfile,
        address: Callable[[bool], Address],
        clock: Clock,
        program: str,
        zone: str,
        doubt: Callable[[datetime], DoubtedClock | None] = no_doubt,
        stamp: Stamp | None = None,
    ) -> None:
        """Take `doubt`, which says what is wrong with a time that the clock has just shown.

        `stamp` writes under the pictures; without one they leave as they are.
        """
        self._profile = profile
        self._address = address
        self._clock = clock
        self._program = program
        self._zone = zone
        self._doubt = doubt
        self._stamp = stamp

    @property
    def most_bytes(self) -> int:
        """Give the size of message that every mail server takes."""
        return self._profile.max_message_bytes

    @property
    def words(self) -> ReportWords:
        """Give the words that reports are written in."""
        return self._profile.words

    def address(self, draft: Draft) -> Address:
        """Say from whom and to whom a draft would go now."""
        return self._address(draft.is_test)

    def render(
        self,
        draft: Draft,
        contents: Sequence[bytes],
        extras: Sequence[ExtraFile] = (),
        after: Envelope | None = None,
        told: Callable[[int, int], None] = quietly,
        *,
        is_stamped: bool = False,
    ) -> Envelope:
        """Freeze a complete draft; `contents` are the bytes of its pictures, in their order.

        With `is_stamped` they have the lines under them already.

        `after` is an earlier letter of the same report that may have left: the new one gets the
        next Message-ID (I4). `told` hears how far it is, as in `stamped`. Raises ProblemError
        (MAIL_ADDRESS_INVALID). Takes time: never on the GUI thread.
        """
        from dzwonek.delivery.mime import render

        now = self._clock.now()
        report = Report(draft, now, self._zone, self._doubt(now))
        if self._stamp is not None and not is_stamped:
            draft, contents = stamped(report, contents, self._stamp, self._profile, told)
            report = replace(report, draft=draft)
        address = self.address(draft)
        files = self._attachments(report, contents, extras)
        mail = self._mail(report, address, files, after)
        return Envelope(
            report_id=draft.id,
            message_id=mail.message_id,
            date=mail.date,
            sender=address.sender,
            recipients=address.recipients,
            content=render(mail),
            channel=address.channel,
            root=_root(draft),
        )

    def _mail(
        self,
        report: Report,
        address: Address,
        attachments: tuple[Attachment, ...],
        after: Envelope | None,
    ) -> OutgoingMail:
        from dzwonek.delivery.mime import OutgoingMail

        draft = report.draft
        subject, text = subject_and_text(report, self._profile)
        return OutgoingMail(
            message_id=_message_id(draft.id, address.sender, after),
            date=_sent_at(report).replace(microsecond=0),
            sender=address.sender,
            sender_name=f"{draft.reporter.name} (Dzwonek)",
            recipients=address.recipients,
            reply_to=_reply_to(draft, address),
            subject=subject,
            text=text,
            report_id=draft.id,
            attachments=attachments,
            is_test=draft.is_test,
            language=self._profile.language,
            references=draft.follows.references if draft.follows else (),
        )

    def _attachments(
        self, report: Report, contents: Sequence[bytes], extras: Sequence[ExtraFile]
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


def _message_id(report_id: str, sender: str, after: Envelope | None) -> str:
    from dzwonek.delivery.mime import new_message_id, next_message_id

    if after is None:
        return new_message_id(report_id, sender)
    return next_message_id(after.message_id, report_id, sender)


def _root(draft: Draft) -> str:
    """Name the thread's first message; what is sent in another's place begins a thread."""
    thread = draft.follows
    return thread.root if thread is not None and not thread.is_resent else ""


def _sent_at(report: Report) -> datetime:
    """Give the time for the header Date: what the clock showed, or what is nearer to the truth."""
    clock = report.doubted_clock
    return clock.assumed if clock else report.submitted_at


def _reply_to(draft: Draft, address: Address) -> tuple[str, str] | None:
    """Find the reporter's own address: an answer must not reach a colleague under her name.

    What is no usable address is passed over: the report counts for more than the answer's way.
    """
    known = [each for each in _answered(draft, address) if each]
    usable = [each for each in known if is_address(each)]
    if len(usable) < len(known):
        _log.info("address for answers unusable, passed over id=%s", draft.id)
    return (usable[0], draft.reporter.name) if usable else None


def _answered(draft: Draft, address: Address) -> Iterator[str]:
    """Give the addresses at which the reporter herself may be answered, the best one first."""
    reporter = draft.reporter
    if draft.inquiry is not None:
        yield reporter.email  # typed for this very letter
    if reporter.name.casefold() == address.owner.casefold():
        yield address.reply_to
    yield reporter.email
    if not address.owner:
        yield address.reply_to


def picture_name(draft: Draft, number: int, note: PictureNote) -> str:
    """Name a picture's attachment in ASCII, such as `zrzut-DZW-7F3K2A-1.png`."""
    return f"zrzut-{draft.short_code}-{number}.{EXTENSIONS.get(note.media_type, 'bin')}"
