"""Plays one case of the matrix through the real courier, and finds what is wrong with the end.

First the server misbehaves, then it comes to its senses: by then the report has to be delivered,
and it may lie there more than once only where an answer had got lost.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from dzwonek.delivery.deadlines import Deadlines
from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Entry, Envelope, Outcome, State, Verdict
from dzwonek.domain.ports import Channel, Journal, MailSession, NotConnectedError
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.line import Line
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox
from tests.faults.smtp_matrix import CASES, Case
from tests.servers.certificates import Authority, self_signed_server
from tests.servers.scripted_smtp import Script, ScriptedServer

DEADLINE = timedelta(seconds=1.5)  # of each phase, in the place of 15 s to 10 minutes
MARGIN = timedelta(seconds=2)  # beyond its deadline, by when an attempt has to be over
BIG = 6_000_000  # more than both ends of a connection put by
DEADLINES = Deadlines(
    connect=DEADLINE,
    command=DEADLINE,
    body_least=DEADLINE,
    body_rate=BIG,
    answer=DEADLINE,
    farewell=DEADLINE,
)
USER, PASSWORD = "operator@firma.example", "zażółć-123"
SECOND = "drugi@pomoc.example"
PATIENCE = timedelta(hours=7)  # longer than any wait for the second try
LOOKS = 12
UNSAFE = (Code.MAIL_CERTIFICATE, Code.MAIL_TLS_FAILED, Code.MAIL_STARTTLS_MISSING)
STATES = {
    Verdict.DELIVERED: State.DELIVERED,
    Verdict.TRANSIENT: State.RETRY_WAIT,
    Verdict.UNCERTAIN: State.UNCERTAIN,
    Verdict.HELD: State.HELD,
    Verdict.REJECTED: State.REJECTED,
}


class Trust:
    """The certificates of all cases, made once: keys are slow to make."""

    def __init__(self) -> None:
        self._authority = Authority()
        self.client = self._authority.client
        self._good = self._authority.server("localhost")
        self._wrong = self._authority.server("inny.example")
        self._expired = self._authority.server("localhost", expired=True)
        self._own = self_signed_server("localhost")

    def dressed(self, script: Script, security: str) -> tuple[Script, str]:
        """Give the script its certificate, and the name of the client's setting."""
        made = {
            "starttls": (replace(script, starttls=self._good), "starttls"),
            "stripped": (script, "starttls"),
            "tls": (replace(script, implicit=self._good), "tls"),
            "self-signed": (replace(script, starttls=self._own), "starttls"),
            "wrong host": (replace(script, implicit=self._wrong), "tls"),
            "expired": (replace(script, starttls=self._expired), "starttls"),
            "unknown": (script, "tls"),
        }
        return made.get(security, (script, "none"))


class Recording:
    """A channel that notes how each attempt ended."""

    name = "mail"

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self.outcomes: list[Outcome] = []
        self.lasted = timedelta(0)  # from connecting to the goodbye, the outbox's own work left out

    def connect(self) -> MailSession:
        with self.timed():
            try:
                session = self._channel.connect()
            except NotConnectedError as error:
                self.outcomes.append(error.outcome)
                raise
        return RecordingSession(session, self)

    @contextlib.contextmanager
    def timed(self) -> Iterator[None]:
        """Add to the time that the attempt took."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.lasted += timedelta(seconds=time.monotonic() - begun)

    def cancel(self) -> None:
        self._channel.cancel()


class RecordingSession:
    """Its sessions."""

    def __init__(self, session: MailSession, channel: Recording) -> None:
        self._session = session
        self._recording = channel

    def send(self, message: Envelope, journal: Journal) -> Outcome:
        with self._recording.timed():
            outcome = self._session.send(message, journal)
        self._recording.outcomes.append(outcome)
        return outcome

    def close(self) -> None:
        with self._recording.timed():
            self._session.close()


@dataclass
class Played:
    """What came of a case: how the first attempt ended and lasted, and every breach found."""

    outcome: Outcome | None = None
    entry: Entry | None = None
    lasted: timedelta = timedelta(0)
    copies: int = 0
    breaches: list[str] = field(default_factory=list)

    def may_be_the_computers(self, case: Case) -> bool:
        """Say whether a computer too busy for the deadlines explains every breach."""
        is_slow = self.outcome is not None and self.outcome.code == "timeout" != case.code
        return all(
            each.startswith("late") or (is_slow and each.startswith(("class", "state", "phase")))
            for each in self.breaches
        )


@dataclass
class PlayedRow:
    """What came of a report that met several faults in a row."""

    doubts: int = 0
    copies: int = 0
    breaches: list[str] = field(default_factory=list)


MakeChannel = Callable[[SmtpServer, Trust], Channel]


def ours(server: SmtpServer, trust: Trust) -> Channel:
    """Make the product's own channel, with short deadlines."""
    return SmtpChannel(server, lambda: PASSWORD, trust.client, SystemClock(), DEADLINES)


@contextlib.contextmanager
def courier(
    channel: Channel, clock: FakeClock, seed: int = 1
) -> Iterator[tuple[SealedOutbox, Rounds]]:
    """Give a real outbox and the rounds of its courier; in memory, for no power cut is played."""
    memory = Path("/dev/shm")
    home = Path(tempfile.mkdtemp(prefix="dz-smtp-", dir=memory if memory.is_dir() else None))
    box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    outbox = SealedOutbox(home / "data", KeyRing(home / "state", box, clock), clock)
    try:
        outbox.recover()
        line = Line(lambda _: channel, clock)
        yield outbox, Rounds(outbox, line, Random(seed), RetryPlan())
        line.hang_up()
    finally:
        outbox.close()
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def address(case: Case, server: ScriptedServer) -> Iterator[tuple[str, int]]:
    """Say where the server is to be found, or where it is not."""
    if case.security == "unknown":
        yield "poczta.example", 465
        return
    if case.security not in ("closed", "full"):
        yield "localhost", server.port
        return
    with contextlib.ExitStack() as stack:
        mute = stack.enter_context(socket.socket())
        mute.bind(("127.0.0.1", 0))
        place = mute.getsockname()
        if case.security == "full":
            mute.listen(0)
            for _ in range(3):
                guest = stack.enter_context(socket.socket())
                guest.setblocking(False)
                guest.connect_ex(place)
        yield "127.0.0.1", place[1]


class Moving:
    """A channel whose server can be moved to another address."""

    name = "mail"

    def __init__(self, channel: Channel) -> None:
        self.channel = channel

    def connect(self) -> MailSession:
        return self.channel.connect()

    def cancel(self) -> None:
        self.channel.cancel()


def message_of(case: Case) -> Envelope:
    """Make the report."""
    message = envelope(padding=BIG if case.is_big else 0)
    content = message.content
    recipients = (*message.recipients, SECOND)[: case.recipients]
    return replace(message, content=content, recipients=recipients)


def played_fairly(case: Case, trust: Trust) -> Played:
    """Play a case; when only time was short, play it again, twice at most."""
    played = play(case, trust)
    for _ in range(2):
        if not played.breaches or not played.may_be_the_computers(case):
            break
        played = play(case, trust)
    return played


def play(case: Case, trust: Trust, make: MakeChannel = ours, always: bool = False) -> Played:
    """Play the case, then let the server behave; give what was found.

    `always` keeps the first act's channel for the second: a control is no better then.
    """
    played = Played()
    script, security = trust.dressed(
        replace(case.script, steps=case.steps, features=case.features), case.security
    )
    clock = FakeClock()
    with ScriptedServer(script) as server, address(case, server) as (host, port):
        place = SmtpServer(host, port, security, USER, "dzwonek@firma.example")  # type: ignore[arg-type]  # a str
        recording = Recording(make(place, trust))
        moving = Moving(recording)
        with courier(moving, clock) as (outbox, rounds):
            message = message_of(case)
            report = outbox.submit(message, SUMMARY, clock.now()).id
            _first_act(case, played, rounds, outbox, report, recording, server)
            server.script = Script()
            good = SmtpServer("localhost", server.port, "none", USER, "dzwonek@firma.example")
            moving.channel = make(good, trust) if always else ours(good, trust)
            _second_act(case, played, rounds, outbox, report, clock)
            _count(case, played, outbox.entry(report), server, message)
    return played


def _first_act(
    case: Case,
    played: Played,
    rounds: Rounds,
    outbox: SealedOutbox,
    report: str,
    recording: Recording,
    server: ScriptedServer,
) -> None:
    """Let the courier try once, and end the connection."""
    rounds.look()
    rounds.look()  # says QUIT, for nothing else waits
    played.lasted = recording.lasted
    played.entry = entry = outbox.entry(report)
    played.outcome = outcome = recording.outcomes[0]
    if played.lasted > case.phases * DEADLINE + MARGIN:
        played.breaches.append(f"late: {played.lasted}")
    if entry.state is State.DELIVERED and not server.taken:
        played.breaches.append("false delivered")
    is_known = entry.state in (State.DELIVERED, State.UNCERTAIN) or entry.taken
    if server.taken and not is_known:
        played.breaches.append(f"taken, and yet {entry.state}")
    played.breaches += _differences(case, outcome, entry, server)


def _differences(
    case: Case, outcome: Outcome, entry: Entry, server: ScriptedServer
) -> Iterator[str]:
    """Compare with what the contract says of this case."""
    told = outcome.problem.code if outcome.problem else None
    found = (outcome.verdict, outcome.code if case.code else "", outcome.is_channel_wide)
    wanted = (case.verdict, case.code, case.is_wide)
    if found != wanted or told is not case.problem:
        yield f"class: {(*found, told)} and not {(*wanted, case.problem)}"
    if entry.state is not (case.state or STATES[case.verdict]):
        yield f"state: {entry.state}"
    if entry.phase is not case.last:
        yield f"phase: {entry.phase}"
    if outcome.floor < timedelta(seconds=case.floor):
        yield f"floor: {outcome.floor}"
    if case.problem in UNSAFE and any("AUTH" in said or "MAIL" in said for said in server.commands):
        yield "spoke to a server it must not trust"


def _second_act(
    case: Case,
    played: Played,
    rounds: Rounds,
    outbox: SealedOutbox,
    report: str,
    clock: FakeClock,
) -> None:
    """Let time pass and people mend what only they can, until the report is delivered."""
    for _ in range(LOOKS):
        state = outbox.entry(report).state
        if state is State.DELIVERED:
            return
        if state is State.HELD:
            outbox.channel_changed("mail")
        if state is State.REJECTED:
            outbox.retry(report)
        clock.advance(PATIENCE)
        rounds.look()
    played.breaches.append(f"never delivered: {outbox.entry(report).state}")


def _count(
    case: Case, played: Played, entry: Entry, server: ScriptedServer, message: Envelope
) -> None:
    """Count the copies at the other side (I11), and compare their bytes (I4)."""
    played.copies = len(server.taken)
    if played.copies > case.copies + entry.uncertain_count:
        played.breaches.append(f"duplicate: {played.copies} copies, {entry.uncertain_count} doubts")
    if entry.state is State.DELIVERED and not played.copies:
        played.breaches.append("lost")
    sent = message.content + (b"" if message.content.endswith(b"\r\n") else b"\r\n")
    if any(copy != sent for copy in server.taken):
        played.breaches.append("other bytes")


def play_row(seed: int, trust: Trust) -> PlayedRow:
    """Let one report meet one to six faults in a row, drawn by the seed, and then no more."""
    random = Random(seed)
    fit = [case for case in CASES if case.security == "none" and case.recipients == 1]
    cases = random.choices([case for case in fit if not case.is_big], k=random.randint(1, 6))
    row, clock = PlayedRow(), FakeClock()
    with ScriptedServer() as server:
        place = SmtpServer("localhost", server.port, "none", USER, "dzwonek@firma.example")
        with courier(ours(place, trust), clock, seed) as (outbox, rounds):
            report = outbox.submit(message_of(cases[0]), SUMMARY, clock.now()).id
            for case in cases:
                server.times.clear()
                server.script = replace(case.script, steps=case.steps, features=case.features)
                _one_try(rounds, outbox, report, clock)
                taken, entry = len(server.taken), outbox.entry(report)
                if taken > (entry.state is State.DELIVERED) + entry.uncertain_count:
                    row.breaches.append(f"{case.name}: taken {taken}, {entry.state}")
            server.script = Script()
            for _ in range(LOOKS):
                _one_try(rounds, outbox, report, clock)
            entry = outbox.entry(report)
            if entry.state is not State.DELIVERED or not server.taken:
                row.breaches.append(f"{[case.name for case in cases]}: {entry.state}")
            row.doubts, row.copies = entry.uncertain_count, len(server.taken)
            if len(set(server.taken)) != 1:
                row.breaches.append("other bytes")
    return row


def _one_try(rounds: Rounds, outbox: SealedOutbox, report: str, clock: FakeClock) -> None:
    """Mend what people have to mend, let time pass, and look until nothing more is due."""
    state = outbox.entry(report).state
    if state is State.DELIVERED:
        return
    if state is State.HELD:
        outbox.channel_changed("mail")
    if state is State.REJECTED:
        outbox.retry(report)
    clock.advance(PATIENCE)
    rounds.look()
    rounds.look()
