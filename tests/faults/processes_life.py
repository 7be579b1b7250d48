"""Lives of the program that share one store: each submits its part and sends whatever waits.

The mail server is a file: `begin ID PID` stands in it before a process says a word of a message
to the server, `end ID PID` after the server took it. `racing` has a lease that is no lease.
"""

from __future__ import annotations

import os
import sys
import threading
from datetime import datetime
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.domain.ports import Journal
from dzwonek.outbox.pace import to_number
from dzwonek.outbox.register import Register
from dzwonek.outbox.rows import Row, Scalar
from tests.fakes.reports import SUMMARY, envelope
from tests.faults.kills_life import QuickClock, QuickCourier, opened
from tests.faults.kills_nursery import wait_for_the_word

PHASES = (Phase.CONNECTED, Phase.MAIL, Phase.RCPT, Phase.DATA_OPEN, Phase.DOT_SENT)
PACE = 0.15  # seconds between two submits
TAKING = 0.02  # seconds that the server needs to take a message


class Record:
    """The mail server as a file that all processes add lines to."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, word: str, report_id: str) -> None:
        """Add a line; other processes' lines stay whole."""
        line = f"{word} {report_id} {os.getpid()}\n".encode()
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(descriptor, line)
        os.close(descriptor)


class RecordChannel:
    """Implements Channel and its session on a `Record`."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._pause = threading.Event()

    @property
    def name(self) -> str:
        return "mail"

    def connect(self) -> RecordChannel:
        return self

    def cancel(self) -> None:
        self._pause.set()

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        for phase in PHASES:
            journal(phase)
            if phase is Phase.MAIL:
                self._record.note("begin", envelope.report_id)
        self._pause.wait(TAKING)
        self._record.note("end", envelope.report_id)
        return Outcome(Verdict.DELIVERED, "250")

    def close(self) -> None:
        """Nothing has to be closed."""


class RacingRegister(Register):
    """Takes a lease by writing what was chosen a moment ago, and trusts in having it."""

    moment = 0.005  # seconds

    def lease(self, row: Row, owner: str, until: datetime, now: datetime) -> Row | None:
        threading.Event().wait(self.moment)
        columns: dict[str, Scalar] = {
            "state": "sending",
            "lease_owner": owner,
            "lease_until": to_number(until),
        }
        found = self._change(columns, "id = ?", (row.id,))
        return found[0] if found else None

    def write_phase(self, report_id: str, owner: str, phase: Phase, until: datetime) -> None:
        self._change({"phase": phase.value}, "id = ?", (report_id,))


def share(
    home: str, number: str, part: str, said: str, record: str, factor: str, began: str, lease: str
) -> None:
    """Submit what is left of this process's part, and send what waits until it is killed.

    Processes 0 and 1 are one session of the user, 2 and 3 the other. `said` is the file of the
    standard output, where each saved report's id stands; `lease` may be "racing".
    """
    if sys.platform == "win32":
        raise NotImplementedError
    os.setsid()
    os.environ["XDG_SESSION_ID"] = str(int(number) // 2)
    clock = QuickClock(int(factor), datetime.fromisoformat(began))
    wait_for_the_word()
    outbox = opened(Path(home), clock)
    if lease == "racing":
        outbox.index.__class__ = RacingRegister  # the ledger has it already
    outbox.recover()
    channel = RecordChannel(Record(Path(record)))
    courier = QuickCourier(outbox, lambda _: channel, clock, Random())
    courier.factor = int(factor)
    courier.start()
    left = int(part) - Path(said).read_text().count("\n")
    pace = threading.Event()
    for _ in range(left):
        message = envelope(int(number))
        outbox.submit(message, SUMMARY, clock.now())
        os.write(1, f"{message.report_id}\n".encode())
        pace.wait(PACE)
    pace.wait()
