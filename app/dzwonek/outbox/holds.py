"""Channels that are held, and what that means for the reports that wait for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.outbox.circuit import Circuit
from dzwonek.outbox.pace import to_number
from dzwonek.outbox.rows import HOLD_CHANNEL, Scalar, problem_column, time_column

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.ports import Clock
    from dzwonek.outbox.register import Register


class Holds:
    """Lets waiting reports say that their channel is held. Calls raise ProblemError (DISK_…)."""

    def __init__(self, index: Register, clock: Clock, changed: Callable[[str], None]) -> None:
        self._index = index
        self._clock = clock
        self._changed = changed

    def hold_rows(self, circuit: Circuit) -> None:
        """Let all waiting reports of a held channel say so."""
        columns: dict[str, Scalar] = {
            "state": State.HELD.value,
            "hold": HOLD_CHANNEL,
            "due_wall": time_column(circuit.due),
            "problem": problem_column(circuit.problem),
            "changed_wall": to_number(self._clock.now()),
        }
        for state in (State.QUEUED, State.RETRY_WAIT):
            for row in self._index.change_rows(circuit.channel, state, "", columns):
                self._changed(row.id)

    def release_rows(self, channel: str, hold: str) -> None:
        """Queue all reports of a channel that were held for this reason."""
        now = to_number(self._clock.now())
        columns: dict[str, Scalar] = {
            "state": State.QUEUED.value,
            "hold": "",
            "due_wall": now,
            "changed_wall": now,
            "problem": None,
        }
        for row in self._index.change_rows(channel, State.HELD, hold, columns):
            self._changed(row.id)
