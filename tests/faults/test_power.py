"""Power cuts on real file systems: what was called saved is there, whole, and goes out once.

The cut is the file system's own shutdown, which drops all that was not synced; as much as a power
cut does, but for torn blocks (see `test_crash_images.py`). Needs root for the mounts.
"""

from __future__ import annotations

import logging
import os
import select
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.problem import ProblemError
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.faults.conftest import Extent, Figures
from tests.faults.power_disk import PowerDisk
from tests.faults.power_program import PICTURE, PrintedPost, opened

ROOT = Path(__file__).parents[2]
CUTS_A_HOME = 8
DAYS_BETWEEN = 2  # what was delivered is purged after seven
MOST_LINES = 30  # acknowledgements until the cut, and then some moments more
MOMENT = 0.03  # seconds
PIECE = 65536

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made of mounts")


@dataclass
class Told:
    """What a home's programs acknowledged until their power was cut.

    What is said while the file system goes down proves nothing: a sync that was under way then may
    return as if it had worked (`jbd2_complete_transaction` finds the dropped transaction gone).
    With a real power cut nobody hears it.
    """

    saved: dict[str, str] = field(default_factory=dict)
    destroying: set[str] = field(default_factory=set)
    destroyed: set[str] = field(default_factory=set)
    drafts: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, int] = field(default_factory=dict)
    dropping: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    late: dict[str, int] = field(default_factory=dict)  # the last version begun, of texts, pictures

    def hear_late(self, lines: list[str]) -> None:
        """Take down what was begun while the disk went: it may have happened or not."""
        for line in lines:
            match line.split():
                case ["DRAFT" | "PICTURE" as what, draft_id, version]:
                    self.late[what + draft_id] = int(version)
                case ["DESTROYING", report_id]:
                    self.destroying.add(report_id)
                case ["DROPPING", draft_id]:
                    self.dropping.add(draft_id)

    def hear(self, lines: list[str]) -> None:
        """Take down what one program said."""
        for line in lines:
            match line.split():
                case ["SAVED", report_id, print_]:
                    self.saved[report_id] = print_
                case ["DRAFT", draft_id, version]:
                    self.drafts[draft_id] = int(version)
                case ["PICTURE", draft_id, version]:
                    self.pictures[draft_id] = int(version)
                case [word, name]:
                    {
                        "DESTROYING": self.destroying,
                        "DESTROYED": self.destroyed,
                        "DROPPING": self.dropping,
                        "DROPPED": self.dropped,
                    }[word].add(name)


class Cuts:
    """Runs the program, cuts its power at a random moment, and looks at what is left."""

    def __init__(self, disk: PowerDisk, folder: Path, seed: int, *words: str) -> None:
        self._disk = disk
        self._folder = folder
        self._random = Random(seed)
        self._words = words
        self._told = Told()
        self._home = disk.place
        self._post = PrintedPost(folder)
        self.done = 0
        self.acknowledged = 0
        self.doubled: Counter[str] = Counter()
        self.faults: list[str] = []

    def cut(self) -> None:
        """Do one cut and add what is wrong after it to `faults`."""
        if self.done % CUTS_A_HOME == 0:
            self._told = Told()
            self._home = self._disk.place / f"home{self.done}"
            self._post = PrintedPost(self._folder / f"mailbox{self.done}")
        day = DAYS_BETWEEN * (self.done % CUTS_A_HOME)
        lines, late = self._run(self._random.randrange(10**6), day)
        self._told.hear(lines)
        self._told.hear_late(late)
        self.acknowledged += sum(line.startswith("SAVED") for line in lines)
        self._disk.unmount()
        self._disk.mount()
        clock = FakeClock(START + timedelta(days=day, hours=12))
        outbox, drafts = opened(self._home, clock)
        try:
            self._found(outbox, drafts, clock)
        except ProblemError as error:
            self._complain(f"does not start: {error.problem}")
        finally:
            outbox.close()
        self.done += 1

    def _run(self, seed: int, day: int) -> tuple[list[str], list[str]]:
        """Give what the program said before the cut began, and what only afterwards."""
        words = (str(self._home), str(self._post.path), str(seed), str(day), *self._words)
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.power_program", *words],
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        assert program.stdout is not None
        pipe, heard = program.stdout.fileno(), b""
        lines = 1 + self._random.randint(1, MOST_LINES)  # READY first
        try:
            while heard.count(b"\n") < lines:
                piece = os.read(pipe, PIECE)
                assert piece, "the program ended by itself"
                heard += piece
            threading.Event().wait(self._random.random() * MOMENT)
            while select.select([pipe], [], [], 0)[0]:
                heard += os.read(pipe, PIECE)
            self._disk.cut()
        finally:
            program.kill()
            rest, _ = program.communicate()
        before, _, begun = heard.rpartition(b"\n")
        return before.decode().splitlines()[1:], (begun + rest).decode().splitlines()

    def _found(self, outbox: SealedOutbox, drafts: SealedDrafts, clock: FakeClock) -> None:
        recovery = outbox.recover()
        if recovery.is_rebuilt or recovery.quarantined:
            self._complain(f"corrupt: {recovery}")
        Desk(outbox, self._post, clock).run(timedelta(hours=2))
        copies = self._sent()
        entries = {entry.id: entry for entry in outbox.entries()}
        for report_id in self._told.saved.keys() - self._told.destroying:
            if report_id not in entries or not copies[report_id]:
                self._complain(f"lost: {report_id}")
        for report_id in self._told.destroyed & (entries.keys() | copies.keys()):
            self._complain(f"destroyed and back: {report_id}")
        for entry in entries.values():
            self._found_entry(entry, copies[entry.id] - 1)
            if entry.state is State.DELIVERED:
                outbox.message(entry.id)
        self._found_drafts(drafts)

    def _sent(self) -> Counter[str]:
        """Count the copies of each report at the mail server, and compare their bytes."""
        copies: Counter[str] = Counter()
        for line, number in self._post.copies().items():
            report_id, print_ = line.split()
            copies[report_id] += number
            if self._told.saved.get(report_id, print_) != print_:
                self._complain(f"sent with other bytes: {report_id}")
        return copies

    def _found_entry(self, entry: Entry, spare: int) -> None:
        if entry.state not in {State.DELIVERED, State.TOMBSTONE}:
            self._complain(f"not sent: {entry.state} {entry.id}")
        if spare > entry.uncertain_count:
            self._complain(f"doubled without a reason: {entry.id}")
        self.doubled[entry.id] = max(0, spare)

    def _found_drafts(self, drafts: SealedDrafts) -> None:
        found = {draft.id: int(draft.description) for draft in drafts.drafts()}
        if drafts.unreadable:
            self._complain(f"unreadable drafts: {drafts.unreadable}")
        for draft_id, version in self._told.drafts.items():
            if draft_id not in self._told.dropping:
                self._is_this_or_next(found.get(draft_id, -1), version, "DRAFT", draft_id)
        for draft_id in self._told.dropped & found.keys():
            self._complain(f"dropped and back: {draft_id}")
        for draft_id, version in self._told.pictures.items():
            if draft_id in found and draft_id not in self._told.dropping:
                number = int(drafts.picture(draft_id, PICTURE).split()[0])
                self._is_this_or_next(number, version, "PICTURE", draft_id)
        for draft_id in found:  # so that each cut writes drafts of its own
            drafts.discard(draft_id)
            self._told.dropped.add(draft_id)
            self._told.dropping.add(draft_id)

    def _is_this_or_next(self, found: int, version: int, what: str, draft_id: str) -> None:
        begun = max(version, self._told.late.get(what + draft_id, 0)) + 1
        if not version <= found <= begun:
            self._complain(f"{what} {draft_id}: {found}, not {version} to {begun}")

    def _complain(self, text: str) -> None:
        self.faults.append(f"cut {self.done}: {text}")


@pytest.fixture(params=["ext4", "xfs"])
def disk(
    request: pytest.FixtureRequest, tmp_path: Path, component: Callable[[str, str], str]
) -> Iterator[PowerDisk]:
    """Give a mounted disk whose power can be cut."""
    made = PowerDisk(tmp_path, request.param, component)
    try:
        made.mount()
        yield made
    finally:
        made.remove()


@pytest.mark.timeout(600)
def test_a_power_cut_loses_nothing_acknowledged_and_spoils_nothing(
    disk: PowerDisk,
    tmp_path: Path,
    extent: Extent,
    figures: Figures,
    request: pytest.FixtureRequest,
) -> None:
    seed, began = 20261122, time.monotonic()
    cuts = Cuts(disk, tmp_path, seed)
    for _ in range(extent.of(5, 100)):
        cuts.cut()
    figures.add(
        "power",
        f"{request.node.callspec.id}: {cuts.done} cuts, {cuts.acknowledged} reports acknowledged,"
        f" {len(cuts.faults)} faults, {cuts.doubled.total()} copies too many (of uncertain tries),"
        f" {time.monotonic() - began:.0f} s",
    )
    assert not cuts.faults, f"seed {seed}: {cuts.faults}"
    assert cuts.acknowledged > cuts.done


@pytest.mark.timeout(600)
def test_the_harness_catches_a_program_that_does_not_sync_its_files(
    disk: PowerDisk,
    tmp_path: Path,
    extent: Extent,
    figures: Figures,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logging.getLogger("dzwonek.outbox"), "propagate", False)
    cuts = Cuts(disk, tmp_path, 20261122, "unsynced")
    caught = 0
    for _ in range(extent.of(2, 12)):
        before = len(cuts.faults)
        cuts.cut()
        caught += len(cuts.faults) > before
    figures.add(
        "power", f"control {request.node.callspec.id}: caught in {caught} of {cuts.done} cuts"
    )
    assert caught
