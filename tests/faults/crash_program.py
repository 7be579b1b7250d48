"""The real outbox at work for a recording: each scenario prepares a home, then does a few things.

`python -m tests.faults.crash_program HOME SCENARIO prepare|play [VARIANT]` writes a line before and
after each thing that has to outlive a crash. The variants are broken programs that the harness has
to catch.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from dzwonek.domain.delivery import Entry, Envelope, Outcome, State
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.ports import Journal
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.outbox import disk, schema, seal
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import TRY_LATER, UNREACHABLE, FakeChannel, FakeSession, Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

SMALL_BALLAST = 64 * 1024  # the real one's size says nothing about crashes
SIZES = (300, 21_000, 47_000)
PICTURE = "one"
EARLIER = Path(__file__).parents[1] / "data" / "store-1"
STUCK = ("held_key", "rejected", "quarantined")  # these go out when somebody sees to them


def say(*words: object) -> None:
    """Tell the recording what is about to happen, or what is done."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def opened(home: Path, clock: FakeClock) -> tuple[SealedOutbox, SealedDrafts]:
    """Open what is stored under `home`, its key in a file."""
    disk.BALLAST_SIZE = SMALL_BALLAST
    keys = KeyRing(home / "state", MemorySecretBox(Problem(Code.KEYRING_MISSING)), clock)
    return SealedOutbox(home / "data", keys, clock), SealedDrafts(home / "data" / "drafts", keys)


class TellingPost(Post):
    """A mail server that tells the recording when a message is its own."""

    def channel(self, name: str) -> FakeChannel:
        """Give the channel to it."""
        return TellingChannel(name, self)


class TellingChannel(FakeChannel):
    """Connects to a `TellingPost`."""

    def connect(self) -> FakeSession:
        super().connect()
        return TellingSession(self._post)


class TellingSession(FakeSession):
    """Speaks to a `TellingPost`."""

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        before = len(self._post.messages)
        outcome = super().send(envelope, journal)
        if len(self._post.messages) > before:
            say("TAKEN", envelope.report_id)
        return outcome


@dataclass
class Play:
    """One life of the program, and what it does in each scenario."""

    home: Path
    desk: Desk
    drafts: SealedDrafts
    number: int

    @property
    def outbox(self) -> SealedOutbox:
        return self.desk.outbox

    def submit(self, size: int) -> str:
        """Submit a report of about `size` bytes."""
        self.number += 1
        message = envelope(self.number, size)
        return self.submit_this(message)

    def submit_this(self, message: Envelope) -> str:
        print_ = hashlib.sha256(message.content).hexdigest()
        say("SAVING", message.report_id, print_)
        self.outbox.submit(message, SUMMARY, self.desk.clock.now())
        say("SAVED", message.report_id, print_)
        return message.report_id

    def send(self, seconds: int = 60) -> None:
        """Let the courier work."""
        self.desk.run(timedelta(seconds=seconds))

    def readdress(self, report_id: str) -> None:
        """Put a changed message in a waiting report's place."""
        message = self.outbox.envelope(report_id)
        changed = replace(message, content=message.content + b"again")
        self.condemn(report_id, "OUTDATED")
        print_ = hashlib.sha256(changed.content).hexdigest()
        say("SAVING", report_id, print_)
        self.outbox.replace(changed)
        say("SAVED", report_id, print_)

    def condemn(self, report_id: str, word: str = "DESTROYING") -> None:
        """Tell the key that has to be nowhere once the report is destroyed."""
        row = self.outbox.index.row(report_id)
        assert row is not None
        assert row.wrap is not None
        say(word, report_id, row.wrap.hex())

    def discard(self, report_id: str) -> None:
        self.condemn(report_id)
        self.outbox.discard(report_id)
        say("DESTROYED", report_id)

    def let_time_pass(self, length: timedelta, *over: str) -> None:
        """Let the time of some reports be over while the courier works."""
        for report_id in over:
            self.condemn(report_id)
        self.desk.run(length)
        for report_id in over:
            say("DESTROYED", report_id)

    def save_draft(self, draft: Draft, version: int) -> Draft:
        draft = replace(draft, description=str(version))
        say("DRAFTING", draft.id, version)
        self.drafts.save(draft)
        say("DRAFTED", draft.id, version)
        return draft

    def put_picture(self, draft: Draft, version: int, name: str = PICTURE) -> None:
        old = self.home / "data" / "drafts" / draft.id / f"picture-{name}.dzw"
        wrap = seal.parse(old.read_bytes()).header.wrap.hex() if old.exists() else "-"
        note = PictureNote(name, "DP-1", 1920, 1080, "image/png", START)
        say("PICTURING", f"{draft.id}/{name}", version)
        self.drafts.put_picture(draft.id, Picture(note, b"%d " % version * 6000))
        say("PICTURED", f"{draft.id}/{name}", version, wrap)

    def drop(self, draft: Draft) -> None:
        folder = self.home / "data" / "drafts" / draft.id
        wraps = [seal.parse(path.read_bytes()).header.wrap.hex() for path in folder.iterdir()]
        say("DROPPING", draft.id)
        self.drafts.discard(draft.id)
        say("DROPPED", draft.id, *wraps)


def a_few(play: Play) -> None:
    """Prepare a store that was used: one delivered, one waiting, one just saved."""
    for size in SIZES[:2]:
        play.submit(size)
        play.desk.post.answers.extend([] if size == SIZES[0] else [TRY_LATER])
        play.send(1)
        play.desk.clock.advance(timedelta(seconds=2))
    play.submit(SIZES[0])


def submits(play: Play) -> None:
    for size in SIZES:
        play.submit(size)


def sends(play: Play) -> None:
    """Submit, meet a refusal, send all; put a changed message in the place of one that waits."""
    play.submit(SIZES[1])
    changed = play.submit(SIZES[2])
    play.readdress(changed)
    play.desk.post.answers.append(TRY_LATER)
    play.send(3600)


def purges(play: Play) -> None:
    """Destroy one that waits, and one that was delivered a week ago."""
    waiting = play.submit(SIZES[2])
    changed = play.submit(SIZES[1])
    play.readdress(changed)
    play.discard(changed)
    play.discard(waiting)
    play.send(3600)
    delivered = [entry.id for entry in play.outbox.entries() if entry.state is State.DELIVERED]
    play.let_time_pass(timedelta(days=8), *delivered)
    play.submit(SIZES[0])


def drafts(play: Play) -> None:
    """Write a draft, cover its picture, throw another away; the form is sent in between."""
    now = play.desk.clock.now()
    one = play.save_draft(Draft(new_id(now), now, now), 1)
    play.put_picture(one, 1)
    one = play.save_draft(one, 2)
    play.put_picture(one, 2)
    two = Draft(new_id(now + timedelta(seconds=1)), now, now)
    play.put_picture(two, 1)
    play.put_picture(two, 1, "two")
    two = play.save_draft(two, 1)
    play.drop(two)
    play.save_draft(one, 3)
    play.submit(SIZES[1])
    play.drop(one)


def expires(play: Play) -> None:
    """Let the time of what nobody can send run out, told three days before."""
    play.desk.post.refusal = UNREACHABLE
    waiting = play.submit(SIZES[1])
    play.send(5)
    play.desk.clock.advance(timedelta(days=28))
    play.outbox.shredder.told([waiting])
    play.desk.clock.advance(timedelta(days=3))
    play.let_time_pass(timedelta(seconds=30), waiting)
    play.submit(SIZES[0])


def rebuilds(play: Play) -> None:
    """Start on the damaged index, send all, and destroy one of those that stand in it."""
    play.send(3600)
    play.submit(SIZES[1])
    play.discard(play.outbox.entries()[-1].id)


def earlier_store(home: Path) -> None:
    """Prepare the store of the first version, and tell what is in it."""
    for name in ("data", "state"):
        shutil.copytree(EARLIER / name, home / name)
    expected = json.loads((EARLIER / "expected.json").read_text())
    for report_id, report in expected.items():
        if report["state"] == "tombstone":
            continue
        say("SAVED", report_id, report.get("body", "-"))
        if report["state"] == "delivered":
            say("TAKEN", report_id)
            say("DELIVERED", report_id)
        elif report["name"] in STUCK:
            say("STUCK", report_id)


def migrates(play: Play) -> None:
    """Work in the migrated store."""
    play.submit(SIZES[0])
    waiting = [entry.id for entry in play.outbox.entries() if entry.state is State.QUEUED]
    play.discard(waiting[-1])
    play.send(3600)


def spoil_index(play: Play) -> None:
    """Prepare a used store whose index is damaged."""
    a_few(play)
    play.outbox.close()
    with (play.home / "data" / "index.db").open("r+b") as file:
        file.write(bytes(100))


Act = Callable[[Play], None]
SCENARIOS: dict[str, tuple[Act | None, Act]] = {
    "start": (None, submits),
    "submit": (a_few, submits),
    "send": (a_few, sends),
    "purge": (a_few, purges),
    "drafts": (a_few, drafts),
    "expire": (a_few, expires),
    "rebuild": (spoil_index, rebuilds),
    "migrate": (None, migrates),
}


def unset(name: str) -> None:
    """Let the index be opened with one of its settings off."""
    settings = schema.settings

    def weaker(*, is_network_drive: bool = False) -> tuple[str, ...]:
        found = settings(is_network_drive=is_network_drive)
        return tuple(f"PRAGMA {name}=OFF" if name in each else each for each in found)

    schema.settings = weaker


def lossy_index() -> None:
    """Let the index never be synced."""
    unset("synchronous")


def unsynced_files() -> None:
    """Let no file of ours be synced."""
    os.fsync = lambda descriptor: None  # type: ignore[assignment]  # the fault itself


def unnamed_files() -> None:
    """Let no folder be synced: names may be lost."""
    disk.sync_folder = lambda folder: None


def traces_left() -> None:
    """Let SQLite leave what was deleted where it lies."""
    unset("secure_delete")


def whole_log() -> None:
    """Let the log keep what the index has forgotten."""
    from dzwonek.outbox.index import IndexFile

    IndexFile.tidy = lambda self: None  # type: ignore[method-assign]  # the fault itself


VARIANTS: dict[str, Callable[[], None]] = {
    "lossy_index": lossy_index,
    "unsynced_files": unsynced_files,
    "unnamed_files": unnamed_files,
    "traces_left": traces_left,
    "whole_log": whole_log,
}


def main(home: Path, scenario: str, part: str, variant: str = "") -> None:
    """Live once."""
    prepare, play = SCENARIOS[scenario]
    moment: datetime = START if part == "prepare" else START + timedelta(hours=1)
    clock = FakeClock(moment)
    if prepare is None and part == "prepare":
        if scenario == "migrate":
            earlier_store(home)
        return
    outbox, drafts = opened(home, clock)
    if variant:
        VARIANTS[variant]()

    def tell(entry: Entry) -> None:
        if entry.state is State.DELIVERED:
            say("DELIVERED", entry.id)

    outbox.listen(tell)
    outbox.recover()
    drafts.drafts()
    number = 0 if part == "prepare" else 1000
    act = prepare if part == "prepare" and prepare is not None else play
    act(Play(home, Desk(outbox, TellingPost(), clock), drafts, number))
    outbox.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
