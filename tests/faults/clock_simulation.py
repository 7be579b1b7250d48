"""One courier on a computer whose clocks misbehave, watched by a time that the program never sees.

True time is the simulation's own. The program sees a wall clock that jumps, and a monotonic one
that begins anew with each start of the system and, on some platforms, stands still in sleep.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from unittest.mock import patch

from dzwonek.domain.delivery import Envelope, Outcome, Phase, State, Verdict
from dzwonek.domain.ports import Journal, NotConnectedError
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.retry import AFTER_UNCERTAIN, HELD_PROBE, RetryPlan
from dzwonek.outbox import owner as owners
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.line import Line
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START
from tests.fakes.post import PHASES
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

ZERO = timedelta(0)
CAP = RetryPlan().cap
LONGEST = CAP * 2.5
TROUBLE = timedelta(hours=24)
AFTERWARDS = timedelta(hours=8)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
JUMPS = (HOUR, HOUR, 2 * HOUR, DAY, 30 * DAY, YEAR, 10 * YEAR)  # an hour twice: summer time
MOST_AT_ONCE = 60
ROUNDING = timedelta(milliseconds=5)
YEARS = (datetime(1990, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC))

LATER = Outcome(Verdict.TRANSIENT, "451")
LOST = Outcome(Verdict.UNCERTAIN, "lost", floor=AFTER_UNCERTAIN, is_channel_wide=True)
AWAY = Outcome(Verdict.TRANSIENT, "refused", is_channel_wide=True)
LOGIN = Outcome(
    Verdict.HELD, "535 5.7.8", problem=Problem(Code.MAIL_LOGIN_REFUSED), is_channel_wide=True
)
TAKEN = Outcome(Verdict.DELIVERED, "250")
FLOORS = tuple(timedelta(seconds=seconds) for seconds in (60, 300, 3600))


class KilledError(BaseException):
    """The process ends here, whatever it was doing."""


class Machine:
    """The computer's clocks (implements Clock), and the true and the waking time beside them."""

    def __init__(self) -> None:
        self.true = ZERO
        self.awake = ZERO
        self.boot = "boot 0"
        self.starts = 0
        self.jumps_forward = 0
        self._offset = ZERO
        self._mono = HOUR

    def now(self) -> datetime:
        return START + self.true + self._offset

    def monotonic(self) -> timedelta:
        return self._mono

    def run(self, length: timedelta) -> None:
        """Let time pass while the program runs."""
        self.true += length
        self.awake += length
        self._mono += length

    def sleep(self, length: timedelta, *, is_counted: bool) -> None:
        """Suspend; on some platforms the monotonic clock counts that."""
        self.true += length
        self._mono += length if is_counted else ZERO

    def jump(self, length: timedelta) -> None:
        """Set the wall clock, within years that a computer shows."""
        if YEARS[0] < self.now() + length < YEARS[1]:
            self._offset += length
            self.jumps_forward += length > ZERO

    def reboot(self, length: timedelta, uptime: timedelta) -> None:
        """Start the system anew."""
        self.true += length
        self.starts += 1
        self.boot = f"boot {self.starts}"
        self._mono = uptime


@dataclass(slots=True)
class Wait:
    """Since when a report waits, by true and by waking time.

    Nobody may try it before its `floor` in true time. `lawful` is the part of its wait that a floor
    explains: the program may count it in waking time, and anew after a start of the system.
    """

    true: timedelta
    awake: timedelta
    floor: timedelta
    lawful: timedelta
    starts: int
    jumps_forward: int


@dataclass(slots=True)
class Watch:
    """What went wrong, and how near it came."""

    longest: timedelta = ZERO
    too_long: int = 0
    too_close: int = 0
    unknowable: int = 0
    lost: int = 0
    tries: int = 0
    looks: int = 0
    hot: int = 0

    def add(self, other: Watch) -> None:
        """Sum up."""
        self.longest = max(self.longest, other.longest)
        for each in dataclasses.fields(self)[1:]:
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def is_clean(self) -> bool:
        """Say whether the bar is met."""
        return not (self.too_long or self.too_close or self.lost or self.hot)


@dataclass
class Server:
    """Answers at random until the trouble is over, and writes down when it was tried."""

    machine: Machine
    random: Random
    watch: Watch
    waits: dict[str, Wait] = field(default_factory=dict)
    received: set[str] = field(default_factory=set)
    is_sound: bool = False
    is_held: bool = False
    name: str = "mail"

    def connect(self) -> Session:
        """Take a connection, or fail all who wait for one."""
        draw = 1.0 if self.is_sound else self.random.random()
        if draw < 0.25:
            refusal = LOGIN if draw < 0.03 else AWAY
            # an unreachable server does not clear a refused login
            self.is_held = self.is_held or refusal is LOGIN
            for report_id in tuple(self.waits):
                self._mark(report_id, HELD_PROBE if self.is_held else ZERO, is_try=False)
            raise NotConnectedError(refusal)
        self.is_held = False
        return Session(self)

    def cancel(self) -> None:
        """Break nothing off."""

    def submitted(self, report_id: str) -> None:
        """Begin to watch a report."""
        machine = self.machine
        self.waits[report_id] = Wait(
            machine.true, machine.awake, ZERO, ZERO, machine.starts, machine.jumps_forward
        )

    def answer(self, report_id: str) -> Outcome:
        """Judge the time of a try, and answer it."""
        outcome = self._drawn()
        self.watch.tries += 1
        if outcome.verdict in (Verdict.DELIVERED, Verdict.UNCERTAIN):
            self.received.add(report_id)
        self._mark(report_id, outcome.floor, is_try=True)
        if outcome.verdict is Verdict.DELIVERED:
            del self.waits[report_id]
        elif outcome.is_channel_wide:
            for other in set(self.waits) - {report_id}:
                self._mark(other, outcome.floor, is_try=False)
        return outcome

    def killed(self, report_id: str) -> None:
        """Judge a try in which the program is killed behind the dot: it counts as in doubt."""
        self._mark(report_id, ZERO, is_try=True)
        self.received.add(report_id)

    def overdue(self) -> None:
        """Judge what still waits at the end."""
        for report_id in tuple(self.waits):
            self._mark(report_id, ZERO, is_try=False)

    def _drawn(self) -> Outcome:
        draw = 1.0 if self.is_sound else self.random.random()
        if draw < 0.35:
            return LATER
        if draw < 0.55:
            return dataclasses.replace(LATER, floor=self.random.choice(FLOORS))
        return LOST if draw < 0.65 else TAKEN

    def _mark(self, report_id: str, floor: timedelta, *, is_try: bool) -> None:
        wait, machine = self.waits[report_id], self.machine
        if is_try and machine.true - wait.true < wait.floor - ROUNDING:
            # nothing that the program can see tells these two cases apart
            is_blind = machine.starts > wait.starts and machine.jumps_forward > wait.jumps_forward
            self.watch.unknowable += is_blind
            self.watch.too_close += not is_blind
        begun_anew = 1 + machine.starts - wait.starts
        passed, lawful = machine.awake - wait.awake, wait.lawful * begun_anew
        waited = passed - lawful
        self.watch.longest = max(self.watch.longest, waited)
        self.watch.too_long += waited > LONGEST
        rest, explained = floor, floor
        if not is_try:
            rest = max(floor, wait.floor - (machine.true - wait.true))
            explained = max(floor, lawful - passed)
        self.waits[report_id] = Wait(
            machine.true, machine.awake, rest, explained, machine.starts, machine.jumps_forward
        )


@dataclass
class Session:
    """One connection."""

    server: Server

    def send(self, message: Envelope, journal: Journal) -> Outcome:
        """Take one message's phases, and perhaps the program's life."""
        for phase in PHASES:
            journal(phase)
            is_sound = self.server.is_sound
            if phase is Phase.DOT_SENT and not is_sound and self.server.random.random() < 0.03:
                self.server.killed(message.report_id)
                raise KilledError
        return self.server.answer(message.report_id)

    def close(self) -> None:
        """End it."""


class Life:
    """A day of a computer, drawn from a seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._random = Random(seed)
        self._machine = Machine()
        self._is_counted = self._random.random() < 0.5
        self.watch = Watch()
        self._server = Server(self._machine, self._random, self.watch)
        self._box = MemorySecretBox()
        (folder / "data").mkdir(parents=True)
        (folder / "data" / "ballast").touch()  # four megabytes a seed would measure the disk
        self._begin()

    def run(self) -> Watch:
        """Live it, and say how it was."""
        for moment, event in self._events():
            self._until(moment)
            event()
        self._until(TROUBLE)
        self._server.is_sound = True
        self._until(self._machine.true + AFTERWARDS)
        self._server.overdue()
        states = {row.id: row.state for row in self._outbox.index.rows()}
        waiting = sum(state not in (State.DELIVERED, State.TOMBSTONE) for state in states.values())
        self.watch.lost += waiting + len(set(states) - self._server.received)
        self._outbox.close()
        return self.watch

    def _events(self) -> list[tuple[timedelta, Callable[[], None]]]:
        draw = self._random
        planned: list[tuple[int, Callable[[], None]]] = [
            (draw.randint(2, 4), self._submit),
            (draw.randint(3, 12), self._jump),
            (draw.randint(0, 3), self._suspend),
            (draw.randint(0, 3), self._restart),
        ]
        events = [
            (TROUBLE * draw.random(), event) for number, event in planned for _ in range(number)
        ]
        return sorted(events, key=lambda event: event[0])

    def _until(self, end: timedelta) -> None:
        """Let the courier's thread look and wait as it does, by the monotonic clock."""
        while True:
            try:
                wait = self._look()
            except KilledError:
                self._restart()
                continue
            left = end - self._machine.true
            if wait is None or wait >= left:
                self._machine.run(max(left, ZERO))
                return
            self._machine.run(wait)

    def _look(self) -> timedelta | None:
        for _ in range(MOST_AT_ONCE):
            self.watch.looks += 1
            wait = self._rounds.look()
            if wait is None or wait > ZERO:
                return wait
        self.watch.hot += 1
        return CAP

    def _submit(self) -> None:
        message = envelope(len(self._server.waits) + len(self._server.received))
        self._server.submitted(message.report_id)
        self._outbox.submit(message, SUMMARY, self._machine.now())

    def _jump(self) -> None:
        length = self._random.choice(JUMPS)
        if self._random.random() < 0.3:
            length *= self._random.random()
        self._machine.jump(length * self._random.choice((-1, 1)))

    def _suspend(self) -> None:
        length = timedelta(seconds=self._random.expovariate(1 / 3600))
        self._machine.sleep(length, is_counted=self._is_counted)
        if self._random.random() < 0.3:
            self._jump()
        self._courier.spread()

    def _restart(self) -> None:
        self._outbox.close()
        if self._random.random() < 0.5:
            off = timedelta(seconds=self._random.expovariate(1 / 3600))
            self._machine.reboot(off, timedelta(seconds=self._random.uniform(10, 120)))
            if self._random.random() < 0.5:
                self._jump()
        self._begin()
        self._outbox.recover()
        self._courier.spread()

    def _begin(self) -> None:
        machine = self._machine
        real = owners.this_process()
        life = dataclasses.replace(real, boot=machine.boot, life=self._random.randbytes(4).hex())
        keys = KeyRing(self._folder / "state", self._box, machine)
        with patch.object(owners, "this_process", return_value=life):
            self._outbox = SealedOutbox(self._folder / "data", keys, machine)
        line = Line(lambda _: self._server, machine)
        self._rounds = Rounds(self._outbox, line, self._random, RetryPlan())
        self._courier = Courier(self._outbox, lambda _: self._server, machine, self._random)
