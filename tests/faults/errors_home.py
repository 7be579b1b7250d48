"""The home of a life whose disk fails: real stores, and a mail server that no fault touches."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from dzwonek.config.profile import load_profile
from dzwonek.domain.delivery import Envelope, Phase, State
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.ports import Clock, DraftBox, Outbox
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from dzwonek.reporting.letter import Address, Letters
from dzwonek.reporting.submit import Submission
from tests.fakes.boxes import MemoryDrafts, MemoryOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.one_report import FilePost
from tests.fakes.secret_box import MemorySecretBox

WEEK = timedelta(days=7)
CUSTOMER = "730770660"
SENDER = "dzwonek@firma.example"
SUPPORT = "wsparcie@pomoc.example"
UNWRITTEN = "UNWRITTEN"


def say(*words: object) -> None:
    """Tell the test one line, whatever the disk does."""
    if sys.platform == "win32":
        raise NotImplementedError
    os.writev(1, [f"{' '.join(map(str, words))}\n".encode()])


@dataclass
class Home:
    """The stores of one home, opened as the program does, under a clock in the test's hand."""

    folder: Path
    clock: FakeClock

    def __post_init__(self) -> None:
        box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
        keys = KeyRing(self.folder / "state", box, self.clock)
        self.outbox = SealedOutbox(self.folder / "data", keys, self.clock, WEEK)
        self.drafts = SealedDrafts(self.folder / "data" / "drafts", keys, self.clock)
        self.outbox.recover()
        keys.current()

        self.post = WatchfulPost(self.folder / "mailbox", self.outbox)

    def desk(self) -> Desk:
        """Give a courier's rounds before the mail server."""
        return Desk(self.outbox, self.post, self.clock)

    def submission(self) -> Submission:
        """Give the use case behind *Wyślij*."""
        return submission(self.drafts, self.outbox, self.clock)


def is_written(outbox: SealedOutbox, report_id: str) -> bool:
    """Say whether the index knows that this report's last byte is about to be sent."""
    row = outbox.index.row(report_id)
    return row is not None and row.state is State.SENDING and row.phase is Phase.DOT_SENT


class WatchfulPost(FilePost):
    """A mail server that is a file, and says so when it is sent what the index does not know of."""

    def __init__(self, path: Path, outbox: SealedOutbox) -> None:
        super().__init__(path)
        self._outbox = outbox
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def take(self, message: Envelope) -> None:
        """Keep a message for good, without a call that a fault of these tests touches."""
        if sys.platform == "win32":
            raise NotImplementedError
        if not is_written(self._outbox, message.report_id):
            say(UNWRITTEN, message.report_id)
        os.writev(self._file, [f"{message.report_id}\n".encode()])


def submission(drafts: DraftBox, outbox: Outbox, clock: Clock) -> Submission:
    """Give the use case behind *Wyślij* with these stores."""
    profile, address = load_profile("daktela-pl"), Address(SENDER, (SUPPORT,))
    letters = Letters(profile, lambda _: address, clock, "dzwonek 0", profile.zone)
    return Submission(drafts, outbox, letters)


def rehearse(clock: FakeClock) -> None:
    """Submit something into memory, so that a trace of the true submit holds no imports."""
    submission(MemoryDrafts(), MemoryOutbox(), clock).submit(replace(draft(clock), pictures=()))


def draft(clock: FakeClock) -> Draft:
    """Make a draft with one picture."""
    note = PictureNote("pic-1", "HDMI-1", 64, 64, "image/png", clock.now())
    return Draft(
        id=new_id(clock.now()),
        created_at=clock.now(),
        occurred_at=clock.now(),
        host="twojanazwa.daktela.com",
        kind=Kind.CALL_IN,
        customer=CUSTOMER,
        ours="223784756",
        reporter=Agent("Tobiasz Świeczka"),
        description="0",
        occurrence=Occurrence.FIRST,
        pictures=(note,),
    )
