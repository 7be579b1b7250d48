"""A fleet of couriers on one simulated clock, and the one server that all of them send to.

Every client is the program's own outbox and rounds; the clock, the server and the network's return
are the simulation's. Nothing waits: the clock jumps from one event to the next.
"""

from __future__ import annotations

import heapq
import math
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import Envelope, Outcome, State, Verdict
from dzwonek.domain.ports import Journal, NotConnectedError
from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.line import Line
from dzwonek.outbox.owner import Owner, this_process
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.post import DELIVERED, PHASES
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox
from tests.faults.fleet_store import ThinOutbox

OUTAGE = timedelta(hours=2)
REPORTS = 2.07  # per client, in the two hours
REFUSAL_COST = 0.05  # of a message
GIVEN_UP = timedelta(days=3)  # what is not drained by then is stranded
SHARED_MEMORY = Path("/dev/shm")
ENOUGH = 2 * 1024**3

UNREACHABLE = Outcome(Verdict.TRANSIENT, "refused", is_channel_wide=True)
OVERLOADED = Outcome(Verdict.TRANSIENT, "421 4.3.2", is_channel_wide=True)
BUSY = Outcome(Verdict.TRANSIENT, "451")


class Server:
    """Takes `capacity` messages a second; what comes beyond costs a little and is refused."""

    def __init__(self, clock: FakeClock, capacity: float, seed: int) -> None:
        self._clock = clock
        self._capacity = capacity
        self._random = Random(seed)
        self._begin = clock.monotonic()
        self._spent: Counter[int] = Counter()
        self._costs: dict[int, float] = {}
        self.down: Outcome | None = UNREACHABLE
        self.tries_in_outage = 0
        self.refused = 0
        self.delivered: dict[str, list[timedelta]] = {}

    @property
    def name(self) -> str:
        return "mail"

    @property
    def arrivals(self) -> Counter[int]:
        """Give the tries of each second since the server is back."""
        return self._spent

    def connect(self) -> Session:
        """Take a connection, unless the server is away or over its capacity."""
        if self.down is UNREACHABLE:
            self.tries_in_outage += 1
            raise NotConnectedError(UNREACHABLE)
        if self.down is None and self._is_full() and self._random.random() < 0.5:
            self._spend(REFUSAL_COST)
            self.refused += 1
            raise NotConnectedError(OVERLOADED)
        return Session(self)

    def cancel(self) -> None:
        """Break nothing off: nothing lasts here."""

    def take(self, message: Envelope) -> Outcome:
        """Take a message, or refuse it for now."""
        if self.down is not None:
            self.tries_in_outage += 1
            return self.down
        if self._is_full():
            self._spend(REFUSAL_COST)
            self.refused += 1
            return BUSY
        self._spend(1.0)
        self.delivered.setdefault(message.report_id, []).append(self._clock.monotonic())
        return DELIVERED

    def _second(self) -> int:
        return int((self._clock.monotonic() - self._begin).total_seconds())

    def _is_full(self) -> bool:
        return self._costs.get(self._second(), 0.0) + 1.0 > self._capacity

    def _spend(self, cost: float) -> None:
        self._spent[self._second()] += 1
        self._costs[self._second()] = self._costs.get(self._second(), 0.0) + cost


class Session:
    """One connection to the server."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def send(self, message: Envelope, journal: Journal) -> Outcome:
        """Send one message, each phase committed as in earnest."""
        for phase in PHASES:
            journal(phase)
        return self._server.take(message)

    def close(self) -> None:
        """End the connection."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What happens to a fleet; `is_real` gives each client sealed files and an index of its own.

    `courier` and `plan` may be broken variants; `is_restarting` starts half of the clients anew in
    the middle of the outage; `down` is what the server says meanwhile.
    """

    clients: int
    seed: int
    is_real: bool
    courier: type[Courier] = Courier
    plan: RetryPlan = field(default_factory=RetryPlan)
    is_restarting: bool = False
    down: Outcome = UNREACHABLE
    capacity_share: int = 200  # clients for each message a second

    @property
    def capacity(self) -> float:
        """Give the server's messages a second."""
        return self.clients / self.capacity_share


@dataclass(frozen=True, slots=True)
class Drain:
    """How the fleet's reports left after the outage; times in seconds after its end."""

    reports: int
    capacity: float
    peak: int
    p95: float
    last: float
    tries: float
    refused: float
    stranded: int
    doubles: int
    breakers: Counter[str]

    @property
    def peak_of_capacity(self) -> float:
        """Give the worst second as a multiple of the server's capacity."""
        return self.peak / self.capacity

    @property
    def bound(self) -> timedelta:
        """Give the time by which 95 of 100 reports have to be through."""
        ideal = self.reports / self.capacity
        return timedelta(seconds=max(1.1 * RetryPlan().cap.total_seconds(), 1.5 * ideal))

    def __str__(self) -> str:
        return (
            f"{self.reports} reports, peak {self.peak_of_capacity:.1f} x C, p95 {self.p95:.0f} s"
            f" (at most {self.bound.total_seconds():.0f}), all {self.last:.0f} s,"
            f" {self.tries:.1f} tries a client in the outage,"
            f" {self.refused:.0%} refused, {self.stranded} stranded"
        )


class Client:
    """One computer: its outbox, its courier without a thread, and when it looks next."""

    def __init__(
        self, folder: Path, keys: KeyRing, clock: FakeClock, server: Server, owner: Owner
    ) -> None:
        self._folder = folder
        self._keys = keys
        self._clock = clock
        self._server = server
        self._owner = owner
        self.next_look = 0

    def open(self, scenario: Scenario, random: Random) -> None:
        """Start the program for the first time."""
        if scenario.is_real:
            self.outbox = SealedOutbox(self._folder, self._keys, self._clock)
        else:
            self.outbox = ThinOutbox(self._keys, self._clock, self._owner)
        self._begin(scenario, random)

    def restart(self, scenario: Scenario, random: Random) -> None:
        """End the program and start it again."""
        if scenario.is_real:
            self.outbox.close()
            self.outbox = SealedOutbox(self._folder, self._keys, self._clock)
        self._begin(scenario, random)
        self.courier.spread()

    def submit(self, number: int) -> None:
        """Report something."""
        if isinstance(self.outbox, ThinOutbox):
            self.outbox.take(envelope(number))
        else:
            self.outbox.submit(envelope(number), SUMMARY, START)

    def states(self) -> Counter[State]:
        """Count the reports of each state."""
        return Counter(row.state for row in self.outbox.index.rows())

    def _begin(self, scenario: Scenario, random: Random) -> None:
        line = Line(lambda _: self._server, self._clock)
        self.rounds = Rounds(self.outbox, line, random, scenario.plan)
        self.courier = scenario.courier(
            self.outbox, lambda _: self._server, self._clock, random, scenario.plan
        )

    def look(self) -> timedelta | None:
        """Do all that can be done now; give the wait until the next look."""
        while True:
            wait = self.rounds.look()
            if wait is None or wait > timedelta(0):
                return wait


class Fleet:
    """All clients, and the events in their order."""

    def __init__(self, folder: Path, scenario: Scenario) -> None:
        self._scenario = scenario
        self._random = Random(scenario.seed)
        self._clock = FakeClock()
        self._server = Server(self._clock, scenario.capacity, scenario.seed + 1)
        self._server.down = scenario.down
        self._begin = self._clock.monotonic()
        self._events: list[tuple[timedelta, int, Client, str]] = []
        self._turns = count()
        self._reports = 0
        keys = KeyRing(folder / "state", MemorySecretBox(), self._clock)
        owner = this_process()
        self._clients = [
            Client(folder / str(number), keys, self._clock, self._server, owner)
            for number in range(scenario.clients)
        ]
        for number, client in enumerate(self._clients):
            client.open(scenario, Random(f"{scenario.seed}/{number}"))

    def run(self) -> Drain:
        """Let the outage pass, give the network back to all at once, and let the fleet drain."""
        self._plan_outage()
        self._until(OUTAGE)
        breakers = Counter(
            circuit.gate.value for client in self._clients for circuit in client.outbox.circuits()
        )
        self._server.down = None
        for client in self._clients:
            client.courier.spread()
            self._look(client)
        self._until(OUTAGE + GIVEN_UP)
        return self._drain(breakers)

    def close(self) -> None:
        """Close every outbox."""
        for client in self._clients:
            client.outbox.close()

    def _plan_outage(self) -> None:
        for client in self._clients:
            for _ in range(_poisson(self._random, REPORTS)):
                self._add(OUTAGE * self._random.random(), client, "submit")
            if self._scenario.is_restarting and self._random.random() < 0.5:
                self._add(OUTAGE * self._random.uniform(0.3, 0.9), client, "restart")

    def _until(self, end: timedelta) -> None:
        while self._events and self._events[0][0] <= end:
            moment, turn, client, what = heapq.heappop(self._events)
            if what == "look" and client.next_look != turn:
                continue
            self._clock.advance(self._begin + moment - self._clock.monotonic())
            if what == "submit":
                self._reports += 1
                client.submit(self._reports)
            elif what == "restart":
                client.restart(self._scenario, self._random)
            self._look(client)
        self._clock.advance(max(self._begin + end - self._clock.monotonic(), timedelta(0)))

    def _look(self, client: Client) -> None:
        wait = client.look()
        client.next_look = -1
        if wait is not None and client.outbox.tally().waiting:
            now = self._clock.monotonic() - self._begin
            client.next_look = self._add(now + wait, client, "look")

    def _add(self, moment: timedelta, client: Client, what: str) -> int:
        turn = next(self._turns)
        heapq.heappush(self._events, (moment, turn, client, what))
        return turn

    def _drain(self, breakers: Counter[str]) -> Drain:
        end = self._begin + OUTAGE
        delivered = self._server.delivered
        times = sorted((moments[0] - end).total_seconds() for moments in delivered.values())
        states = sum((client.states() for client in self._clients), Counter[State]())
        arrivals = sum(self._server.arrivals.values())
        return Drain(
            reports=self._reports,
            capacity=self._scenario.capacity,
            peak=max(self._server.arrivals.values(), default=0),
            p95=times[math.ceil(0.95 * self._reports) - 1] if times else math.inf,
            last=times[-1] if times else math.inf,
            tries=self._server.tries_in_outage / self._scenario.clients,
            refused=self._server.refused / max(arrivals, 1),
            stranded=self._reports - states[State.DELIVERED],
            doubles=sum(len(moments) - 1 for moments in delivered.values()),
            breakers=breakers,
        )


@contextmanager
def fast_folder(ordinary: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one, since no power is cut here."""
    if not SHARED_MEMORY.is_dir() or shutil.disk_usage(SHARED_MEMORY).free < ENOUGH:
        yield ordinary
        return
    with tempfile.TemporaryDirectory(prefix="dzwonek-", dir=SHARED_MEMORY) as folder:
        yield Path(folder)


def drained(ordinary: Path, scenario: Scenario) -> Drain:
    """Run a scenario to its end."""
    with fast_folder(ordinary) as folder:
        fleet = Fleet(folder, scenario)
        try:
            return fleet.run()
        finally:
            fleet.close()


def _poisson(random: Random, mean: float) -> int:
    """Draw a number of events (Knuth's method)."""
    limit, product, number = math.exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        number += 1
    return number


__all__ = ["BUSY", "UNREACHABLE", "Drain", "Scenario", "drained", "fast_folder"]
