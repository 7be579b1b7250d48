"""The circuit breaker of one channel: faults of the connection count here, not at the reports.

Pure decisions; the index keeps the result, so that a restart changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Verdict
from dzwonek.domain.retry import HELD_PROBE
from dzwonek.outbox.pace import Floor, Moment, lawful_due, wait_for

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from dzwonek.domain.delivery import Outcome
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.retry import RetryPlan

OPENS_AFTER = 5  # consecutive faults of the connection


class Gate(StrEnum):
    """How much a channel lets through."""

    CLOSED = "closed"  # everything, one after the other
    OPEN = "open"  # one probe, the smallest report, when it is due
    HELD = "held"  # the same, and somebody has to act: login, certificate, configuration


@dataclass(frozen=True, slots=True)
class Circuit:
    """What is known of one channel; `due` is the earliest next connection."""

    channel: str
    gate: Gate = Gate.CLOSED
    failures: int = 0
    due: datetime | None = None
    floor: Floor = Floor()  # noqa: RUF009  (frozen, so it may be shared)
    code: str = ""
    text: str = ""
    problem: Problem | None = None

    def lawful(self, now: Moment, plan: RetryPlan, random: Random) -> Circuit:
        """Give this circuit with times that no clock jump has spoilt (invariant I8)."""
        floor = self.floor.lawful(now)
        if self.due is None:
            return replace(self, floor=floor)
        longest = max(self.floor.length, HELD_PROBE if self.gate is Gate.HELD else plan.cap)
        return replace(self, floor=floor, due=lawful_due(self.due, longest, now, plan, random))

    def wait(self, now: Moment) -> timedelta:
        """Give the wait before the next connection."""
        return wait_for(self.due, self.floor, now)

    def after_fault(
        self, outcome: Outcome, now: Moment, plan: RetryPlan, random: Random
    ) -> Circuit:
        """Count a fault of the connection; the fifth in a row opens the circuit.

        The probes of an open one lie a third of the cap apart at least. A held channel stays
        held: an unreachable server says nothing about the login. One that took a whole message up
        does, even if its answer was lost.
        """
        if self.gate is Gate.HELD and outcome.verdict is not Verdict.UNCERTAIN:
            wait = max(HELD_PROBE, outcome.floor)
            return replace(self, due=now.wall + wait, floor=Floor(wait, now))
        failures = self.failures + 1
        gate = Gate.OPEN if failures >= OPENS_AFTER else Gate.CLOSED
        if gate is Gate.OPEN:
            wait = plan.probe(outcome.floor, random)
        else:
            wait = plan.wait(failures, outcome.floor, random)
        return replace(
            self._after(outcome, now, outcome.floor),
            gate=gate,
            failures=failures,
            due=now.wall + wait,
        )

    def after_refusal(self, outcome: Outcome, now: Moment, floor: timedelta) -> Circuit:
        """Hold the channel: no report is tried until the probe, whose floor is `floor`."""
        wait = max(HELD_PROBE, floor)
        return replace(self._after(outcome, now, floor), gate=Gate.HELD, due=now.wall + wait)

    def after_answer(self) -> Circuit:
        """Close the circuit: the other side took a message up, whatever it said to it."""
        return Circuit(self.channel)

    def _after(self, outcome: Outcome, now: Moment, floor: timedelta) -> Circuit:
        return replace(
            self,
            floor=Floor(floor, now),
            code=outcome.code,
            text=outcome.text,
            problem=outcome.problem,
        )
