"""The other end of the courier's line: a mail server that answers as a test tells it to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.domain.ports import Journal, NotConnectedError
from dzwonek.domain.problem import ProblemError

DELIVERED = Outcome(Verdict.DELIVERED, "250")
TRY_LATER = Outcome(Verdict.TRANSIENT, "451")
UNREACHABLE = Outcome(Verdict.TRANSIENT, "refused", is_channel_wide=True)
CUT_OFF = Outcome(Verdict.UNCERTAIN, "lost", is_channel_wide=True)
PHASES = (Phase.MAIL, Phase.RCPT, Phase.DATA_OPEN, Phase.DOT_SENT)


@dataclass
class Post:
    """What the server does and what it saw; without orders it takes every message.

    `answers` are used up one a message; `refusal` is what a connection meets while it is set
    (an Outcome of the server, or the ProblemError of missing settings); `on_phase` is called
    before a phase is journalled.
    """

    answers: deque[Outcome | Exception] = field(default_factory=deque)
    refusal: Outcome | ProblemError | None = None
    on_phase: Callable[[Phase], None] | None = None
    messages: list[Envelope] = field(default_factory=list)
    attempts: list[str] = field(default_factory=list)
    connections: int = 0
    closed: int = 0
    cancelled: int = 0
    closing_error: Exception | None = None

    def channel(self, name: str) -> FakeChannel:
        """Give the channel of that name."""
        if isinstance(self.refusal, ProblemError):
            raise self.refusal
        return FakeChannel(name, self)


class FakeChannel:
    """Implements Channel."""

    def __init__(self, name: str, post: Post) -> None:
        self._name = name
        self._post = post

    @property
    def name(self) -> str:
        return self._name

    def connect(self) -> FakeSession:
        self._post.connections += 1
        if isinstance(self._post.refusal, Outcome):
            raise NotConnectedError(self._post.refusal)
        return FakeSession(self._post)

    def cancel(self) -> None:
        self._post.cancelled += 1


class FakeSession:
    """Implements MailSession; a message is the server's own once the dot was sent."""

    def __init__(self, post: Post) -> None:
        self._post = post

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        self._post.attempts.append(envelope.report_id)
        for phase in PHASES:
            if self._post.on_phase is not None:
                self._post.on_phase(phase)
            journal(phase)
        answer = self._post.answers.popleft() if self._post.answers else DELIVERED
        if isinstance(answer, Exception):
            raise answer
        if answer.verdict in (Verdict.DELIVERED, Verdict.UNCERTAIN):
            self._post.messages.append(envelope)
        return answer

    def close(self) -> None:
        self._post.closed += 1
        if self._post.closing_error is not None:
            raise self._post.closing_error
