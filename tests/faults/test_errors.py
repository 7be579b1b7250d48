"""Disks that refuse: an error at each durable call of what the program does, and a full disk."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import Envelope, State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.full_disk import fill, filler_of
from tests.fakes.post import PHASES, Post
from tests.fakes.secret_box import MemorySecretBox
from tests.faults.conftest import Extent, Figures
from tests.faults.errors_home import is_written
from tests.faults.errors_life import OPERATIONS, Variant, reckless
from tests.faults.errors_points import RETRIES, Fault, Sufferings, suffered
from tests.faults.power_disk import PowerDisk

SEED = 20261122
SOON = timedelta(seconds=60)
BEFORE, TAKEN = "before the first", "message taken"  # beside the phases: when a disk fills up

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="made of strace, mounts and POSIX calls"
)


@pytest.mark.timeout(600)
def test_an_error_at_any_durable_call_makes_no_false_saved_no_blind_send_and_no_second_copy(
    component: Callable[[str, str], str], tmp_path: Path, extent: Extent, figures: Figures
) -> None:
    began = time.monotonic()
    sufferings = Sufferings(component("strace", "strace"), tmp_path)
    made = suffered(sufferings, extent.of(24, 100_000), SEED, OPERATIONS)
    lasting = sum(fault.more == "+" for fault in made.made)
    figures.add(
        "errors",
        f"{len(made.made)} of {made.possible} faults ({lasting} of them lasting, {RETRIES} retries"
        f" each), {len(made.found)} wrong, {time.monotonic() - began:.0f} s",
    )
    assert not made.found, f"seed {SEED}: " + "\n".join(made.found)


def is_lasting_in_the_index(fault: Fault) -> bool:
    """Say whether no state can be written from an early call on."""
    return fault.more == "+" and fault.at.target == "index.db-wal" and fault.at.number <= 6


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("variant", "operation", "sign"),
    [
        ("hasty", "submit", "called saved"),
        ("reckless", "send", "although `sending`"),
    ],
)
def test_the_harness_catches(
    component: Callable[[str, str], str],
    tmp_path: Path,
    extent: Extent,
    figures: Figures,
    variant: Variant,
    operation: str,
    sign: str,
) -> None:
    sufferings = Sufferings(component("strace", "strace"), tmp_path, variant)
    made = suffered(sufferings, extent.of(6, 60), SEED, [operation], is_lasting_in_the_index)
    caught = [text for text in made.found if sign in text]
    figures.add("errors", f"control {variant}: {len(caught)} of {len(made.made)} faults caught")
    assert caught, made.found


@pytest.fixture
def small_disk(tmp_path: Path, component: Callable[[str, str], str]) -> Iterator[Path]:
    """Give a mounted ext4 of 64 MB."""
    disk = PowerDisk(tmp_path, "ext4", component)
    try:
        disk.mount()
        yield disk.place
    finally:
        disk.remove()


class FullDisk:
    """A program on a small disk that fills up, at once or while a message is being sent."""

    def __init__(self, disk: Path, is_reckless: bool = False) -> None:
        self.clock = FakeClock()
        self.disk = disk
        box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
        keys = KeyRing(disk / "state", box, self.clock)
        self.outbox = SealedOutbox(disk / "data", keys, self.clock)
        self.outbox.recover()
        if is_reckless:
            self.outbox.ledger = reckless(self.outbox)
        self.post = WatchingPost(self.outbox)
        self.desk = Desk(self.outbox, self.post, self.clock)
        self.codes: set[Code | None] = set()

    def fill(self) -> None:
        """Take all that is free, and what the program keeps in reserve for itself."""
        fill(self.disk)
        self.outbox.ballast.release()
        fill(self.disk)

    def retry(self, number: int) -> None:
        """Submit a report, let the courier look, and take again what came free."""
        with self._noted():
            self.desk.submit(100 + number, padding=100_000)
            self.codes.add(None)
        with self._noted():
            self.desk.look()
        self.clock.advance(timedelta(seconds=2))
        self.fill()

    def free(self) -> None:
        """Give the space back."""
        filler_of(self.disk).unlink()

    @contextmanager
    def _noted(self) -> Iterator[None]:
        try:
            yield
        except ProblemError as error:
            self.codes.add(error.problem.code)

    def faults(self) -> list[str]:
        """Let a minute pass and list what must not be then."""
        self.desk.run(SOON)
        states = Counter(entry.state for entry in self.outbox.entries())
        sent = Counter(message.report_id for message in self.post.messages)
        found = [f"{copies} copies" for copies in sent.values() if copies > 1]
        if set(states) != {State.DELIVERED}:
            found.append(f"after a minute: {dict(states)}")
        if self.post.unwritten:
            found.append(f"{self.post.unwritten} sent although `sending` was not written")
        if self.codes - {None, Code.DISK_FULL}:
            found.append(f"{self.codes}")
        self.outbox.close()
        return found


class WatchingPost(Post):
    """A mail server that counts what it is sent without the index knowing of it."""

    def __init__(self, outbox: SealedOutbox) -> None:
        super().__init__(messages=Taken(outbox, self))
        self.unwritten = 0
        self.on_taken: Callable[[], None] = lambda: None


class Taken(list[Envelope]):
    """The messages a server took; each is looked up in the index as it comes."""

    def __init__(self, outbox: SealedOutbox, post: WatchingPost) -> None:
        super().__init__()
        self._outbox = outbox
        self._post = post

    def append(self, message: Envelope) -> None:
        self._post.unwritten += not is_written(self._outbox, message.report_id)
        super().append(message)
        self._post.on_taken()


@pytest.mark.parametrize("moment", [BEFORE, *PHASES, TAKEN])
def test_a_full_disk_of_64_mb_saves_nothing_falsely_sends_nothing_blindly_and_nothing_twice(
    small_disk: Path, figures: Figures, moment: str
) -> None:
    full = FullDisk(small_disk)
    for number in range(3):
        full.desk.submit(number)
    if moment == BEFORE:
        full.fill()
    full.post.on_phase = lambda reached: full.fill() if reached == moment else None
    full.post.on_taken = full.fill if moment == TAKEN else lambda: None
    for number in range(RETRIES):
        full.retry(number)
    full.post.on_phase, full.post.on_taken = None, lambda: None
    kept = len(full.outbox.entries())
    full.free()
    faults = full.faults()
    figures.add(
        "errors",
        f"full disk of 64 MB, from {moment} on: {RETRIES} retries, {kept} reports,"
        f" {len(faults)} wrong",
    )
    assert not faults


def test_the_harness_catches_a_sender_on_a_full_disk_that_does_not_wait_for_its_states(
    small_disk: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("lease lost")
    full = FullDisk(small_disk, is_reckless=True)
    full.desk.submit()
    full.fill()
    for number in range(3):
        full.retry(number)
    full.free()

    assert any("although `sending`" in fault for fault in full.faults())
