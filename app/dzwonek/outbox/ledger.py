"""What the courier writes down: leases, phases, and how each attempt ended."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Outcome, Phase, State, Verdict
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.retry import AFTER_UNCERTAIN, HELD_PROBE, RetryPlan
from dzwonek.outbox.circuit import Circuit, Gate
from dzwonek.outbox.contents import Stored, row_of
from dzwonek.outbox.endings import (
    answer_of,
    columns_after,
    floor_of_hold,
    is_delivered,
    is_lost,
    uncertain,
)
from dzwonek.outbox.holds import Holds
from dzwonek.outbox.owner import LEASE, Owner
from dzwonek.outbox.pace import ZERO, Floor, Moment, to_number
from dzwonek.outbox.register import LeaseLostError, Register
from dzwonek.outbox.rows import (
    HOLD_CHANNEL,
    HOLD_KEY,
    Row,
    Scalar,
    floor_columns,
    problem_column,
    renewed_columns,
    time_column,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from dzwonek.domain.ports import Clock, Journal
    from dzwonek.outbox.spool import Spool

_log = logging.getLogger(__name__)


class Ledger:
    """The courier's side of the outbox. Calls raise ProblemError (DISK_…)."""

    def __init__(
        self,
        index: Register,
        spool: Spool,
        clock: Clock,
        owner: Owner,
        changed: Callable[[str], None],
    ) -> None:
        self._index = index
        self._spool = spool
        self._clock = clock
        self._owner = owner
        self._changed = changed
        self.holds = Holds(index, clock, changed)
        self._unrecorded: dict[str, tuple[Row, Outcome]] = {}

    def now(self) -> Moment:
        """Look at the clocks."""
        return Moment.of(self._clock, self._owner.boot or self._owner.life)

    def lease(self, row: Row) -> Row | None:
        """Take a report for sending; None when another process was faster."""
        wall = self._clock.now()
        leased = self._index.lease(row, str(self._owner), wall + LEASE, wall)
        if leased is not None:
            self._changed(row.id)
        return leased

    def journal(self, row: Row) -> Journal:
        """Give the function that commits each phase of this report's attempt (I2)."""

        def write(phase: Phase) -> None:
            until = self._clock.now() + LEASE
            self._index.write_phase(row.id, str(self._owner), phase, until)

        return write

    def settle(self, row: Row, outcome: Outcome, plan: RetryPlan, random: Random) -> None:
        """Commit how an attempt ended; `delivered` first of all (I3).

        Who has the report after it stands in `row.taken`. If even that cannot be written, the
        file's name keeps a delivery, the outcome is kept in memory for `pay_debts`, and the error
        flies on.
        """
        try:
            self._record(row, outcome, plan, random)
        except ProblemError:
            self._unrecorded[row.id] = (row, outcome)
            if is_delivered(outcome):
                with suppress(ProblemError):
                    self._spool.mark_sent(row.id)
            raise
        except LeaseLostError:
            _log.error("lease lost id=%s verdict=%s", row.id, outcome.verdict.value)
            if is_delivered(outcome):
                self._spool.mark_sent(row.id)
                self._free_unless_sending(row.id)

    def hold_for_setup(self, row: Row, outcome: Outcome) -> None:
        """Hold the channel for its settings: no server was asked, so asking again costs nothing."""
        self._hold(row, outcome, ZERO)

    def withhold(self, row: Row, problem: Problem, plan: RetryPlan, random: Random) -> None:
        """Put back a leased report that cannot be opened: damaged, its key out of reach, disk."""
        now = self.now()
        columns: dict[str, Scalar] = {
            "problem": problem_column(problem),
            "last_code": problem.code.value,
            "attempts": row.attempts - 1,
            "changed_wall": to_number(now.wall),
        }
        if is_lost(problem):
            columns |= {"state": State.QUARANTINED.value, "due_wall": None}
        elif problem.code in {Code.QUEUE_KEY_UNREACHABLE, Code.STORE_NEWER}:
            due = now.wall + HELD_PROBE
            columns |= {"state": State.HELD.value, "hold": HOLD_KEY, "due_wall": to_number(due)}
        else:
            due = now.wall + plan.wait(row.attempts, ZERO, random)
            columns |= {"state": State.RETRY_WAIT.value, "due_wall": to_number(due)}
        self._index.settle(row.id, str(self._owner), columns)
        _log.info("report not opened id=%s code=%s", row.id, problem.code.value)
        self._changed(row.id)

    def believe_delivered(self, row: Row) -> None:
        """Settle a leased report that everybody has already: nothing was sent."""
        now = self.now()
        outcome = Outcome(Verdict.DELIVERED, row.last_code, row.last_text)
        columns: dict[str, Scalar] = {
            "state": State.DELIVERED.value,
            "attempts": row.attempts - 1,
            "delivered_wall": to_number(now.wall),
            "due_wall": None,
        }
        self._end(row, outcome, columns, now)

    def put_back(self, row: Row, code: str, plan: RetryPlan, random: Random) -> None:
        """Return a report after a fault of our own; after the final dot it is `uncertain`."""
        current = self._index.row(row.id) or row
        was_sent = current.phase is Phase.DOT_SENT
        outcome = Outcome(Verdict.UNCERTAIN if was_sent else Verdict.TRANSIENT, code)
        now = self.now()
        columns = columns_after(row, outcome, Circuit(row.channel), now, plan, random)
        self._end(row, outcome, columns, now)

    def agree(self, row: Row, stored: Stored) -> Row:
        """Let a row say what its file holds, after a crash between the two; gives the new row.

        Raises DamagedError, and LeaseLostError when the row changed meanwhile.
        """
        now = self.now()
        fresh = self._index.change(row, renewed_columns(row_of(stored, now, now.wall)))
        if fresh is None:
            raise LeaseLostError(row.id)
        _log.info("row brought in line with its file id=%s", row.id)
        self._changed(row.id)
        return fresh

    def renew(self, row: Row, stored: Stored, outcome: Outcome) -> None:
        """Queue a leased report whose content was made smaller because of `outcome`."""
        now = self.now()
        columns: dict[str, Scalar] = {
            **renewed_columns(row_of(stored, now, now.wall)),
            "state": State.QUEUED.value,
            "phase": Phase.NONE.value,
            "due_wall": to_number(now.wall),
            "problem": None,
            **floor_columns(Floor()),
        }
        self._end(row, outcome, columns, now)
        self._answered(row.channel)

    def pay_debts(self, plan: RetryPlan, random: Random) -> None:
        """Write down what a failing disk refused, and free the leases of the dead (I6)."""
        for report_id, (row, outcome) in tuple(self._unrecorded.items()):
            with suppress(LeaseLostError):
                self._record(row, outcome, plan, random)
            del self._unrecorded[report_id]
        self.free_leases()

    def free_leases(self) -> int:
        """Free the leases that no living process holds, and strays of our own; count them."""
        wall, me = self._clock.now(), str(self._owner)
        freed = 0
        for row in self._index.active():
            if row.state is not State.SENDING or row.id in self._unrecorded:
                continue
            until = row.lease_until or wall
            if row.lease_owner == me or self._owner.has_lost(row.lease_owner, until, wall):
                freed += self._free(row)
        return freed

    def postpone(self, row: Row, due: datetime, floor: Floor | None = None) -> None:
        """Give a waiting report other times; nothing when it changed meanwhile."""
        columns: dict[str, Scalar] = {"due_wall": to_number(due)}
        if floor is not None:
            columns |= floor_columns(floor)
        if self._index.change(row, columns) is not None:
            self._changed(row.id)

    def _record(self, row: Row, outcome: Outcome, plan: RetryPlan, random: Random) -> None:
        if outcome.verdict is Verdict.HELD and outcome.is_channel_wide:
            self._hold(row, outcome, floor_of_hold(outcome))
            return
        now = self.now()
        circuit = self._index.circuits().get(row.channel, Circuit(row.channel))
        after = circuit.after_answer()
        if outcome.is_channel_wide and outcome.verdict is not Verdict.DELIVERED:
            after = circuit.after_fault(outcome, now, plan, random)
        self._end(row, outcome, columns_after(row, outcome, after, now, plan, random), now)
        self._turn(circuit, after)
        if is_delivered(outcome):
            self._spool.mark_sent(row.id)

    def _answered(self, channel: str) -> None:
        """Note that the other side took a message up."""
        circuit = self._index.circuits().get(channel, Circuit(channel))
        self._turn(circuit, circuit.after_answer())

    def _turn(self, circuit: Circuit, after: Circuit) -> None:
        """Commit what a channel's circuit has become, with what that means for its reports."""
        if after != circuit:
            self._index.put_circuit(after)
        if after.failures > circuit.failures:
            self._index.calm(circuit.channel)
        if circuit.gate is Gate.HELD and after.gate is not Gate.HELD:
            self.holds.release_rows(circuit.channel, HOLD_CHANNEL)

    def _hold(self, row: Row, outcome: Outcome, floor: timedelta) -> None:
        now = self.now()
        circuit = self._index.circuits().get(row.channel, Circuit(row.channel))
        after = circuit.after_refusal(outcome, now, floor)
        columns: dict[str, Scalar] = {
            "state": State.HELD.value,
            "hold": HOLD_CHANNEL,
            "attempts": row.attempts - 1,
            "due_wall": time_column(after.due),
        }
        self._index.put_circuit(after)
        self._end(row, outcome, columns, now)
        self._index.calm(row.channel)
        self.holds.hold_rows(after)

    def _end(self, row: Row, outcome: Outcome, columns: dict[str, Scalar], now: Moment) -> None:
        word, code, text = answer_of(outcome)
        always: dict[str, Scalar] = {
            "last_code": code,
            "last_text_redacted": text,
            "problem": problem_column(outcome.problem),
            "changed_wall": to_number(now.wall),
        }
        self._index.settle(row.id, str(self._owner), {**always, **columns})
        _log.info("attempt ended id=%s verdict=%s code=%s", row.id, word, code)
        self._changed(row.id)

    def _free(self, row: Row) -> bool:
        """Take a report out of `sending` that nobody is sending any more."""
        now = self.now()
        columns: dict[str, Scalar] = {
            "lease_owner": None,
            "lease_until": None,
            "changed_wall": to_number(now.wall),
            "due_wall": to_number(now.wall),
            "state": State.QUEUED.value,
        }
        if self._spool.is_sent(row.id):
            columns |= {"state": State.DELIVERED.value, "delivered_wall": to_number(now.wall)}
        elif row.phase is Phase.DOT_SENT:
            columns |= uncertain(row, Outcome(Verdict.UNCERTAIN, ""), now, AFTER_UNCERTAIN)
        if self._index.change(row, columns) is None:
            return False
        _log.info("lease freed id=%s phase=%s", row.id, row.phase.value)
        self._changed(row.id)
        return True

    def _free_unless_sending(self, report_id: str) -> None:
        row = self._index.row(report_id)
        if row is not None and row.state in {State.QUEUED, State.RETRY_WAIT, State.UNCERTAIN}:
            self._free(row)
