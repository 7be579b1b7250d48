"""The ways out of a report that nothing here can store: sent at once, or written as a file."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.domain.ports import NotConnectedError
from dzwonek.domain.problem import Code
from dzwonek.reporting.check import problems_of
from dzwonek.reporting.letter import Address, Letters
from dzwonek.reporting.submit import IncompleteError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dzwonek.domain.ports import Channel, Clock, Handed, MailProgram, MailSession
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.phone_mail import PhoneMail

MOST_STEPS = 6  # of making the pictures smaller; each one costs the server a question
CANCELLED = "cancelled"


class Ways(Protocol):
    """What the ways out need; none of it is a store."""

    @property
    def letters(self) -> Letters: ...  # noqa: D102
    @property
    def clock(self) -> Clock: ...  # noqa: D102

    @property
    def mail_program(self) -> MailProgram: ...  # noqa: D102

    def channel(self, name: str) -> Channel:
        """Give a way out as now configured; raises ProblemError (MAIL_NOT_CONFIGURED, …)."""
        ...

    def smaller(self, envelope: Envelope, limit: int) -> Envelope | None:
        """Give a message with smaller pictures, or None; raises ProblemError."""
        ...


class By(StrEnum):
    """Whose word it is that a report has gone."""

    SERVER = "server"  # the mail server took it
    PROGRAM = "program"  # the operator says that the mail program sent it
    PHONE = "phone"  # the operator says that the phone sent it


@dataclass(frozen=True, slots=True)
class Sent:
    """A report that has gone at `at` (UTC), by whose word it may be; nothing of it is stored here.

    `shortcomings` name what did not go as the form showed it: a picture left out, a recipient
    refused.
    """

    report_id: str
    short_code: str
    at: datetime
    shortcomings: tuple[Problem, ...] = ()
    by: By = By.SERVER


@dataclass(frozen=True, slots=True)
class Written:
    """A file that holds the message; it is not sent by that."""

    path: Path
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """What a letter was written of; while it stays the same, so does the letter."""

    draft: Draft
    pictures: tuple[bytes, ...]  # SHA-256 of each
    address: Address


class Rescue:
    """Holds the one frozen message of an open form, in memory alone.

    Its methods are never called at once; each may block. Only `Attempt.cancel` is for any thread.
    """

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._source: _Source | None = None
        self._letter: Envelope | None = None
        self.lost: Problem | None = None  # why a picture is not in the letter
        self._left: Envelope | None = None  # the last one that may be on a server, or in a file
        self.is_doubted = False  # a server may have taken a copy without saying so

    def letter(self, draft: Draft, album: Album) -> Envelope:
        """Freeze what the form shows; the same bytes as before while nothing in it has changed.

        What changes after a copy may have left goes under a new Message-ID (I4). For the lane of
        the album. Raises IncompleteError, ProblemError (MAIL_ADDRESS_INVALID, PROFILE_UNKNOWN).
        """
        problems = problems_of(draft)
        if problems:
            raise IncompleteError(problems)
        whole, contents = album.leaving(draft)
        source = self._source_of(whole, contents)
        if self._letter is None or source != self._source:
            self._letter = self._ways.letters.render(whole, contents, after=self._left)
            self._source = source
        lost = whole.picture_problem
        self.lost = lost if lost != draft.picture_problem else None
        return self._letter

    def attempt(self, told: Callable[[Phase], object]) -> Attempt:
        """Begin one try, which can be broken off from now on; `told` hears each phase."""
        return Attempt(self, self._ways, told)

    def write(self, letter: Envelope, path: Path) -> Written:
        """Write the letter as a private file that survives a power cut.

        Raises ProblemError (FILE_NOT_WRITTEN).
        """
        from dzwonek.reporting.eml import write_eml

        write_eml(path, letter.content)
        self.left(letter)
        return Written(path, letter.recipients)

    def hand_over(self, letter: Envelope) -> Handed:
        """Have the letter opened in the mail program; whether it is sent there nobody tells us.

        Raises ProblemError (MAIL_PROGRAM_…).
        """
        from dzwonek.reporting.unsent import unsent

        handed = self._ways.mail_program.hand_over(unsent(letter))
        self.left(letter)
        self.is_doubted = True
        return handed

    @property
    def is_out(self) -> bool:
        """Say whether a copy of the letter may be on a server, or in a file."""
        ours, left = self._letter, self._left
        return ours is not None and left is not None and ours.message_id == left.message_id

    def sent(self, draft: Draft, outcome: Outcome) -> Sent:
        """Note a delivery, at its time."""
        shortcomings = tuple(each for each in (self.lost, outcome.problem) if each is not None)
        return Sent(draft.id, draft.short_code, self._ways.clock.now(), shortcomings)

    def by_phone(self, letter: Envelope) -> PhoneMail:
        """Write the letter's words as an address for a phone's mail program; nothing leaves."""
        from dzwonek.reporting.phone_mail import phone_mail

        return phone_mail(letter, self._ways.letters.words)

    def told_sent(self, draft: Draft, by: By) -> Sent:
        """Take the operator's word that another program sent it; quick, for any thread."""
        return Sent(draft.id, draft.short_code, self._ways.clock.now(), by=by)

    @property
    def has_left(self) -> bool:
        """Say whether any copy may have left, of this letter or of an earlier one."""
        return self._left is not None

    def left(self, letter: Envelope) -> None:
        """Note that a copy may be out there from now on."""
        self._left = letter

    def made_smaller(self, letter: Envelope, limit: int) -> Envelope | None:
        """Exchange the letter for one that a server may take; None when there is no smaller one."""
        smaller = self._ways.smaller(letter, limit)
        if smaller is not None:
            self._letter = smaller
        return smaller

    def _source_of(self, draft: Draft, contents: tuple[bytes, ...]) -> _Source:
        from hashlib import sha256  # brings all of libcrypto along

        digests = tuple(sha256(content).digest() for content in contents)
        address = self._ways.letters.address(draft)
        if self.is_out and self._source is not None:
            address = self._source.address  # what may have left is not readdressed
        return _Source(replace(draft, updated_at=None), digests, address)


class Attempt:
    """One try to hand the letter over now."""

    def __init__(self, rescue: Rescue, ways: Ways, told: Callable[[Phase], object]) -> None:
        self._rescue = rescue
        self._ways = ways
        self._told = told
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._channel: Channel | None = None
        self._session: MailSession | None = None

    @property
    def is_cancelled(self) -> bool:
        """Say whether somebody broke it off."""
        return self._is_cancelled

    def cancel(self) -> None:
        """Break it off, from any thread; a server that has all of it may take it nevertheless."""
        with self._lock:
            self._is_cancelled = True
            channel = self._channel
        if channel is not None:
            channel.cancel()

    def send(self, letter: Envelope) -> Outcome:
        """Connect and send, at most a few times smaller if it is too big; then call `close`.

        Raises ProblemError when something has to be set up first.
        """
        outcome = self._sent(letter)
        for _ in range(MOST_STEPS):
            if not _is_too_big(outcome):
                break
            smaller = self._rescue.made_smaller(letter, outcome.limit)
            if smaller is None:
                break
            self.close()
            letter = smaller
            outcome = self._sent(letter)
        return outcome

    def close(self) -> None:
        """End the connection; nothing that goes wrong here changes what was answered (I3)."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _sent(self, letter: Envelope) -> Outcome:
        channel = self._ways.channel(letter.channel)
        with self._lock:
            self._channel = channel
            if self._is_cancelled:
                return Outcome(Verdict.TRANSIENT, CANCELLED)
        try:
            self._session = channel.connect()
        except NotConnectedError as error:
            return error.outcome
        was_doubted = self._rescue.is_doubted
        outcome = self._session.send(letter, partial(self._note, letter))
        if outcome.verdict is not Verdict.UNCERTAIN:
            self._rescue.is_doubted = was_doubted
        return outcome

    def _note(self, letter: Envelope, phase: Phase) -> None:
        if phase is Phase.DOT_SENT:
            self._rescue.left(letter)
            self._rescue.is_doubted = True  # until the answer
        self._told(phase)


def _is_too_big(outcome: Outcome) -> bool:
    problem = outcome.problem
    is_size = problem is not None and problem.code is Code.MAIL_TOO_BIG
    return is_size and outcome.verdict is Verdict.REJECTED
