"""Which report goes next, and how long nothing has to be done: a pure decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.domain.retry import HELD_PROBE, START_SPREAD
from dzwonek.outbox.circuit import Circuit, Gate
from dzwonek.outbox.pace import ZERO, Floor, Moment, lawful_due, wait_for
from dzwonek.outbox.rows import HOLD_CHANNEL, Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime
    from random import Random

    from dzwonek.domain.retry import RetryPlan
    from dzwonek.outbox.patience import Patience

SPACING = timedelta(seconds=2)  # Exchange Online takes 30 messages a minute
PER_CONNECTION = 5
OVERDUE = timedelta(minutes=1)  # between looks at a lease that a living process does not give back


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now: try `row`, or wait (None = nothing waits at all)."""

    row: Row | None = None
    wait: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A row whose times a clock jump spoilt, with lawful ones."""

    row: Row
    due: datetime
    floor: Floor


def corrections(
    rows: Iterable[Row], now: Moment, plan: RetryPlan, random: Random, patience: Patience
) -> tuple[Correction, ...]:
    """List the rows whose times a clock jump spoilt (I8)."""
    found = []
    for row in rows:
        if row.due is None or row.state is State.SENDING:
            continue
        due, floor = row.due, row.floor.lawful(now)
        if not is_held_with_channel(row):
            longest = HELD_PROBE if row.state is State.HELD else row.floor.length
            due = patience.lawful(row.id, lawful_due(row.due, longest, now, plan, random), now)
        if (due, floor) != (row.due, row.floor):
            found.append(Correction(row, due, floor))
    return tuple(found)


def next_step(
    rows: Iterable[Row],
    circuits: Mapping[str, Circuit],
    now: Moment,
    *,
    urgent: Collection[str] = (),
    rest: timedelta = ZERO,
) -> Step:
    """Choose the next report.

    Reports that are `urgent`, by their row or here, go before their due time and past a breaker,
    but never below a floor; `rest` is what is left of the distance to the last message.
    """
    waits: list[timedelta] = []
    ready: list[tuple[int, int, Row]] = []
    for place, row in enumerate(rows):
        circuit = circuits.get(row.channel, Circuit(row.channel))
        is_urgent = row.is_urgent or row.id in urgent
        waits.append(max(_wait(row, circuit, now, is_urgent=is_urgent), rest))
        if waits[-1] <= ZERO:
            ready.append((*_rank(row, circuit, place, is_urgent=is_urgent), row))
    if ready:
        return Step(min(ready, key=lambda entry: entry[:2])[2], ZERO)
    return Step(None, min(waits, default=None))


def _wait(row: Row, circuit: Circuit, now: Moment, *, is_urgent: bool) -> timedelta:
    if row.state is State.SENDING:  # another process has it; look again when its lease ends
        return max((row.lease_until or now.wall) - now.wall, OVERDUE)
    floors = max(row.floor.remaining(now), circuit.floor.remaining(now))
    if is_urgent:
        return floors
    if circuit.gate is Gate.HELD:
        own = row.floor.remaining(now)  # any report of a held channel may be the probe
    else:
        own = wait_for(row.due, row.floor, now)
    return max(own, circuit.wait(now))


def _rank(row: Row, circuit: Circuit, place: int, *, is_urgent: bool) -> tuple[int, int]:
    """Order: what a person is looking at, then by due time; a probe is the smallest report."""
    if is_urgent:
        return (0, place)
    if circuit.gate is Gate.CLOSED:
        return (1, place)
    return (2, row.size)


def is_same_burst(first: Moment, now: Moment) -> bool:
    """Say whether an event still belongs to the five minutes after the `first` one.

    By both clocks: a monotonic one may stand still while the computer sleeps.
    """
    passed = (now.wall - first.wall, now.mono - first.mono)
    return all(ZERO <= each < START_SPREAD for each in passed)


def is_overdue(row: Row, circuit: Circuit | None, now: Moment) -> bool:
    """Say whether a report would go at once, without a person having asked for it."""
    if row.state is State.SENDING or row.is_urgent or row.due is None:
        return False
    if is_held_with_channel(row):
        return False  # its channel's probe decides
    waits_for_channel = circuit is not None and circuit.wait(now) > ZERO
    return row.due <= now.wall and not waits_for_channel


def is_overdue_probe(circuit: Circuit, now: Moment) -> bool:
    """Say whether a shut channel would be probed at once."""
    return circuit.gate is not Gate.CLOSED and circuit.wait(now) <= ZERO


def is_held_with_channel(row: Row) -> bool:
    """Say whether a row is held because its channel is, so that only the channel's time counts."""
    return row.state is State.HELD and row.hold == HOLD_CHANNEL
