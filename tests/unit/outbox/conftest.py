"""An outbox on a real disk, with a clock, a keyring and a mail server in the test's hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
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
def reopen(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> Iterator[Callable[[], SealedOutbox]]:
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


@pytest.fixture
def desk(outbox: SealedOutbox, post: Post, clock: FakeClock) -> Desk:
    return Desk(outbox, post, clock)
