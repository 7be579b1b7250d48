"""A small program for fault tests: submits one report and, if told so, sends it.

`python -m tests.fakes.one_report HOME [send] [network]` prints SAVED when the submit has returned.
The mail server is the file `mailbox` in HOME: one line for each message that it took. With
`network` the index believes that it lies on a network drive.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path
from random import Random
from unittest import mock

from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Outcome
from dzwonek.domain.ports import Journal
from dzwonek.domain.problem import Code, Problem
from dzwonek.outbox import index
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.drive import Drive
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START
from tests.fakes.post import FakeChannel, FakeSession, Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

NETWORK_DRIVE = Drive("nfs4", is_network=True)


class FilePost(Post):
    """A mail server that is a file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def channel(self, name: str) -> FakeChannel:
        """Give the channel to the file."""
        return FileChannel(name, self)

    def received(self) -> list[str]:
        """List the ids of the messages that were taken, in order."""
        return self.path.read_text().split() if self.path.exists() else []

    def take(self, message: Envelope) -> None:
        """Keep a message for good: from here on the server has it."""
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(descriptor, f"{message.report_id}\n".encode())
        os.close(descriptor)


class FileChannel(FakeChannel):
    """Connects to a `FilePost`."""

    def __init__(self, name: str, post: FilePost) -> None:
        super().__init__(name, post)
        self._file_post = post

    def connect(self) -> FakeSession:
        return FileSession(self._file_post)


class FileSession(FakeSession):
    """Speaks to a `FilePost`."""

    def __init__(self, post: FilePost) -> None:
        super().__init__(post)
        self._file_post = post

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        outcome = super().send(envelope, journal)
        self._file_post.take(envelope)
        return outcome


def opened(home: Path) -> SealedOutbox:
    """Open the outbox under `home`, its key in a file."""
    clock = SystemClock()
    box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    return SealedOutbox(home / "data", KeyRing(home / "state", box, clock), clock)


def main(home: Path, is_sending: bool) -> None:
    """Submit, say so, and send."""
    outbox = opened(home)
    outbox.recover()
    outbox.submit(envelope(), SUMMARY, START)
    os.write(1, b"SAVED\n")
    if is_sending:
        post = FilePost(home / "mailbox")
        Courier(outbox, post.channel, SystemClock(), Random(1)).drain(timedelta(seconds=1))
    outbox.close()


if __name__ == "__main__":
    if "network" in sys.argv[2:]:
        mock.patch.object(index, "drive_of", return_value=NETWORK_DRIVE).start()
    main(Path(sys.argv[1]), "send" in sys.argv[2:])
