"""An outbox on a real disk, with a clock, a keyring and a mail server in the test's hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from dzwonek.domain.delivery import Entry
from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.line import Line
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def box() -> MemorySecretBox:
    return MemorySecretBox()


@pytest.fixture
def keys(tmp_path: Path, box: MemorySecretBox, clock: FakeClock) -> KeyRing:
    return KeyRing(tmp_path / "state", box, clock)


@pytest.fixture
def reopen(tmp_path: Path, box: MemorySecretBox, clock: FakeClock) -> Iterator[Callable[[], SealedOutbox]]:
    """Open the outbox on the same folders as a newly started program would."""
    opened: list[SealedOutbox] = []

    def reopened() -> SealedOutbox:
        outbox = SealedOutbox(tmp_path / "data", KeyRing(tmp_path / "state", box, clock), clock)
        opened.append(outbox)
        return outbox

    yield reopened
    for outbox in opened:
        outbox.close()


@pytest.fixture
def outbox(reopen: Callable[[], SealedOutbox]) -> SealedOutbox:
    outbox = reopen()
    outbox.recover()
    return outbox


@pytest.fixture
def post() -> Post:
    return Post()


class Desk:
    """Drives the courier's rounds by hand: no thread, no waiting, time passes when told to."""

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


@pytest.fixture
def desk(outbox: SealedOutbox, post: Post, clock: FakeClock) -> Desk:
    return Desk(outbox, post, clock)
