"""A busy program for power cuts: submits, sends, destroys and drafts until its disk is gone.

`python -m tests.faults.power_program HOME MAILBOX SEED DAY [unsynced]` writes one line for each
thing that is done for good. The mail server is a file on another file system, which outlives the
cut. `unsynced` is the broken program that the harness has to catch: its files are never synced.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import Envelope
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.one_report import FilePost
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

PICTURE = "one"


def fingerprint(content: bytes) -> str:
    """Give the SHA-256 of a message."""
    return hashlib.sha256(content).hexdigest()


class PrintedPost(FilePost):
    """A mail server that is a file: one line, id and fingerprint, for each message it took."""

    def copies(self) -> Counter[str]:
        """Count the copies of each message, as `id fingerprint`."""
        return Counter(self.path.read_text().splitlines() if self.path.exists() else ())

    def take(self, message: Envelope) -> None:
        """Keep a message for good: from here on the server has it."""
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_SYNC", 0)
        descriptor = os.open(self.path, flags, 0o600)
        os.write(descriptor, f"{message.report_id} {fingerprint(message.content)}\n".encode())
        os.close(descriptor)


def say(*words: object) -> None:
    """Acknowledge something; the pipe outlives the program."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def opened(home: Path, clock: FakeClock) -> tuple[SealedOutbox, SealedDrafts]:
    """Open what is stored under `home`, its key in a file."""
    keys = KeyRing(home / "state", MemorySecretBox(Problem(Code.KEYRING_MISSING)), clock)
    return SealedOutbox(home / "data", keys, clock), SealedDrafts(home / "data" / "drafts", keys)


@dataclass
class Operator:
    """Does one thing after the other, and says when it is done."""

    desk: Desk
    drafts: SealedDrafts
    random: Random
    numbers: int = 0
    draft: Draft | None = None
    pictures: dict[str, int] = field(default_factory=dict)

    def go_on(self) -> None:
        """Do one thing."""
        self.numbers += 1
        things = (self.submit, self.submit, self.submit, self.send, self.destroy, self.write)
        self.random.choice((*things, self.cover))()

    def submit(self) -> str:
        message = envelope(self.numbers, self.random.randrange(20_000, 60_000))
        self.desk.outbox.submit(message, SUMMARY, self.desk.clock.now())
        say("SAVED", message.report_id, fingerprint(message.content))
        return message.report_id

    def send(self) -> None:
        self.desk.run(timedelta(seconds=self.random.randrange(1, 6)))

    def destroy(self) -> None:
        report_id = self.submit()
        say("DESTROYING", report_id)
        self.desk.outbox.discard(report_id)
        say("DESTROYED", report_id)

    def write(self) -> None:
        if self.draft is not None and self.random.random() < 0.2:
            say("DROPPING", self.draft.id)
            self.drafts.discard(self.draft.id)
            say("DROPPED", self.draft.id)
            self.draft = None
            return
        if self.draft is None:
            now = self.desk.clock.now()
            self.draft = Draft(new_id(now), now, now, description="0")
        version = int(self.draft.description) + 1
        self.draft = replace(self.draft, description=str(version))
        self.drafts.save(self.draft)
        say("DRAFT", self.draft.id, version)

    def cover(self) -> None:
        if self.draft is None:
            return
        version = self.pictures.get(self.draft.id, 0) + 1
        self.pictures[self.draft.id] = version
        note = PictureNote(PICTURE, "DP-1", 1920, 1080, "image/png", START)
        self.drafts.put_picture(self.draft.id, Picture(note, b"%d " % version * 9000))
        say("PICTURE", self.draft.id, version)


def main(home: Path, mailbox: Path, seed: int, day: int, is_synced: bool) -> None:
    """Work until the disk refuses or somebody ends it."""
    clock = FakeClock(START + timedelta(days=day))
    outbox, drafts = opened(home, clock)
    outbox.recover()
    outbox.keys.current()
    drafts.drafts()
    if not is_synced:
        os.fsync = lambda descriptor: None  # type: ignore[assignment]  # the fault itself
    operator = Operator(Desk(outbox, PrintedPost(mailbox), clock), drafts, Random(seed))
    say("READY")
    while True:
        operator.go_on()


if __name__ == "__main__":
    try:
        main(
            Path(sys.argv[1]),
            Path(sys.argv[2]),
            int(sys.argv[3]),
            int(sys.argv[4]),
            len(sys.argv) < 6,
        )
    except (OSError, ProblemError):  # the disk is gone
        os._exit(3)
