"""The courier's work driven by hand: no thread, no waiting; time passes when it is told to."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from dzwonek.domain.delivery import Entry
from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.line import Line
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope


class Desk:
    """An outbox, the rounds of a courier, a mail server and a clock."""

    def __init__(self, outbox: SealedOutbox, post: Post, clock: FakeClock, seed: int = 7) -> None:
        self.outbox = outbox
        self.post = post
        self.clock = clock
        self.line = Line(post.channel, clock)
        self.rounds = Rounds(outbox, self.line, Random(seed), RetryPlan())
        self.waits: list[timedelta] = []

    def submit(self, number: int = 0, padding: int = 0) -> str:
        """Submit a report and give its id."""
        message = envelope(number, padding)
        return self.outbox.submit(message, SUMMARY, self.clock.now()).id

    def look(self) -> timedelta | None:
        return self.rounds.look()

    def run(self, length: timedelta) -> None:
        """Let the courier work for a while of the clock's time."""
        end = self.clock.monotonic() + length
        while True:
            wait = self.rounds.look()
            if wait is None or self.clock.monotonic() + wait > end:
                break
            self.waits.append(wait)
            self.clock.advance(wait)
        self.clock.advance(end - self.clock.monotonic())

    def entry(self, report_id: str) -> Entry:
        return self.outbox.entry(report_id)
