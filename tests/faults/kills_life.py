"""Lives of the program in the kill tests: the real outbox, courier and SMTP, and broken variants.

`one` submits one report, says SAVED and sends it. `load` submits and sends as long as it lives.
"""

from __future__ import annotations

import os
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Literal

from dzwonek.config.tls import tls_context
from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Outcome, Verdict
from dzwonek.domain.ids import new_id
from dzwonek.domain.ports import Channel, Clock, Journal, MailSession
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.rows import Row
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.reports import SUMMARY
from tests.fakes.secret_box import MemorySecretBox
from tests.faults.kills_letter import DATE, letter
from tests.faults.kills_nursery import wait_for_the_word
from tests.servers.postfix_config import PASSWORD, SENDER, USER

WEEK = timedelta(days=7)
KEPT = timedelta(hours=1)  # of the quick clock: kills fall into shredding, too
BATCH = 5

Variant = Literal["", "mark first", "after quit", "batch"]


@dataclass(frozen=True, slots=True)
class Way:
    """The way to the mail server: its TLS port and its authority's certificate."""

    port: int
    authority: str

    def channel(self, trust: ssl.SSLContext | None = None) -> SmtpChannel:
        """Give the channel as the program builds it, or with a context that is there already."""
        server = SmtpServer("127.0.0.1", self.port, "tls", USER, SENDER)
        return SmtpChannel(
            server, lambda: PASSWORD, lambda: trust or tls_context(self.authority), SystemClock()
        )


class QuickClock:
    """A clock that runs `factor` times as fast as the system's, the same in all processes."""

    def __init__(self, factor: int, began: datetime) -> None:
        self._factor = factor
        self._began = began
        self._clock = SystemClock()

    def now(self) -> datetime:
        return self._began + (self._clock.now() - self._began) * self._factor

    def monotonic(self) -> timedelta:
        return self._clock.monotonic() * self._factor


class QuickCourier(Courier):
    """The courier, whose waits end as its clock tells."""

    factor = 1

    def _pause(self, wait: timedelta | None) -> None:
        super()._pause(wait if wait is None else wait / self.factor)


def opened(home: Path, clock: Clock, kept: timedelta = WEEK) -> SealedOutbox:
    """Open the outbox under `home`, its key in a file; what is delivered is `kept` so long."""
    box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    return SealedOutbox(home / "data", KeyRing(home / "state", box, clock), clock, kept)


def one(home: str, report_id: str, port: str, authority: str, variant: Variant = "") -> None:
    """Submit one report, say so, and send it."""
    clock = SystemClock()
    outbox = opened(Path(home), clock)
    outbox.recover()
    message = letter(report_id)
    way = Way(int(port), authority)
    wait_for_the_word()
    outbox.submit(message, SUMMARY, DATE)
    os.write(1, b"SAVED\n")
    courier = Courier(outbox, channel_of(variant, outbox, way), clock, Random(1))
    courier.drain(timedelta(seconds=1))
    outbox.close()


def load(
    home: str, port: str, authority: str, factor: str, began: str, pace: str, variant: Variant
) -> None:
    """Submit and send without end, saying the id of each report that is saved.

    There are `pace` seconds between two submits.
    """
    clock = QuickClock(int(factor), datetime.fromisoformat(began))
    way = Way(int(port), authority)
    wait_for_the_word()
    outbox = opened(Path(home), clock, KEPT)
    outbox.recover()
    if variant == "batch":
        threading.Thread(target=Batches(outbox, way.channel()).run, daemon=True).start()
    else:
        courier = QuickCourier(outbox, channel_of(variant, outbox, way), clock, Random())
        courier.factor = int(factor)
        courier.start()
    pause = threading.Event()
    while not pause.wait(float(pace)):
        report_id = new_id(SystemClock().now())
        outbox.submit(letter(report_id), SUMMARY, clock.now())
        os.write(1, f"{report_id}\n".encode())


def channel_of(variant: Variant, outbox: SealedOutbox, way: Way) -> Callable[[str], Channel]:
    """Give the way to the channel, as it is or broken."""
    if variant == "":
        return lambda _: way.channel()
    return lambda _: BrokenChannel(way.channel(), variant, outbox)


class BrokenChannel:
    """Implements Channel, with a session that writes `delivered` at the wrong moment."""

    def __init__(self, channel: Channel, variant: Variant, outbox: SealedOutbox) -> None:
        self._channel = channel
        self._variant = variant
        self._outbox = outbox

    @property
    def name(self) -> str:
        return self._channel.name

    def connect(self) -> MailSession:
        session = self._channel.connect()
        if self._variant == "mark first":
            return MarkingFirst(session, self._outbox)
        return QuittingFirst(session)

    def cancel(self) -> None:
        self._channel.cancel()


class MarkingFirst:
    """Marks a report as delivered and then, a moment later, sends it."""

    moment = 0.25  # seconds

    def __init__(self, session: MailSession, outbox: SealedOutbox) -> None:
        self._session = session
        self._outbox = outbox

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        row = self._outbox.index.row(envelope.report_id)
        assert row is not None
        outcome = Outcome(Verdict.DELIVERED, "250")
        self._outbox.ledger.settle(row, outcome, RetryPlan(), Random())
        threading.Event().wait(self.moment)
        return self._session.send(envelope, lambda _: None)

    def close(self) -> None:
        self._session.close()


class QuittingFirst:
    """Ends the connection before anybody writes down that the message was taken."""

    def __init__(self, session: MailSession) -> None:
        self._session = session

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        outcome = self._session.send(envelope, journal)
        self._session.close()
        return outcome

    def close(self) -> None:
        self._session.close()


class Batches:
    """A naive courier: sends a handful over one connection and writes down all of it at its end."""

    def __init__(self, outbox: SealedOutbox, channel: Channel) -> None:
        self._outbox = outbox
        self._channel = channel
        self._pause = threading.Event()

    def run(self) -> None:
        """Send without end."""
        ledger = self._outbox.ledger
        while not self._pause.wait(0.01):
            ledger.free_leases()
            rows = [row for row in self._outbox.index.active() if self._is_due(row)]
            leased = [row for each in rows[:BATCH] if (row := ledger.lease(each)) is not None]
            session = self._channel.connect()
            ended = []
            for row in leased:
                envelope = self._outbox.contents.envelope(row.id)
                ended.append((row, session.send(envelope, ledger.journal(row))))
            session.close()
            for row, outcome in ended:
                ledger.settle(row, outcome, RetryPlan(), Random())

    def _is_due(self, row: Row) -> bool:
        return row.due is None or row.due <= self._outbox.now().wall
