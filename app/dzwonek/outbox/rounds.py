"""One look into the outbox: choose, lease, open, connect, send, write down. No thread, no wait."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Outcome, State, Verdict
from dzwonek.domain.ports import NotConnectedError
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import recipients
from dzwonek.outbox.circuit import Gate
from dzwonek.outbox.pace import ZERO
from dzwonek.outbox.patience import Patience
from dzwonek.outbox.register import LeaseLostError
from dzwonek.outbox.resizing import Resizing, nothing_smaller
from dzwonek.outbox.schedule import SPACING, Step, corrections, next_step

if TYPE_CHECKING:
    from random import Random

    from dzwonek.domain.delivery import Envelope
    from dzwonek.domain.retry import RetryPlan
    from dzwonek.outbox.circuit import Circuit
    from dzwonek.outbox.line import Line
    from dzwonek.outbox.pace import Moment
    from dzwonek.outbox.resizing import Smaller
    from dzwonek.outbox.rows import Row
    from dzwonek.outbox.store import SealedOutbox

QUIET = timedelta(minutes=1)  # long enough to tidy up in
DISK = frozenset({Code.DISK_FULL, Code.DISK_READ_ONLY, Code.DISK_FAILED})

_log = logging.getLogger(__name__)


class Rounds:
    """The courier's work, step by step; a simulation drives it by `look` and a clock alone."""

    def __init__(
        self,
        outbox: SealedOutbox,
        line: Line,
        random: Random,
        plan: RetryPlan,
        smaller: Smaller = nothing_smaller,
    ) -> None:
        self._outbox = outbox
        self._ledger = outbox.ledger
        self._line = line
        self._random = random
        self._plan = plan
        self._resizing = Resizing(outbox, smaller)
        self._patience = Patience()
        self._hurried: set[str] = set()
        self._is_tidy = False

    def look(self, only: str = "") -> timedelta | None:
        """Do at most one attempt; give the wait until the next look, None when nothing waits.

        `only` this report, if one is named. Raises ProblemError (DISK_…) when a state could not
        be written; then nothing was sent, or the outcome is kept for the next look.
        """
        self._ledger.pay_debts(self._plan, self._random)
        step = self._step(only)
        if step.row is not None:
            self._is_tidy = False
            self._hurried.discard(step.row.id)
            self._attempt(step.row)
            return ZERO
        if step.wait is None or step.wait > SPACING:
            self._line.hang_up()
        return self._quiet(step.wait)

    def hasten(self, only: str = "") -> None:
        """Let every report (or one) skip its back-off once; floors and leases hold."""
        self._outbox.keys.ask_again()
        for row in self._outbox.index.active():
            if row.state is not State.SENDING and only in ("", row.id):
                self._hurried.add(row.id)

    def is_watching(self) -> bool:
        """Say whether another process is sending a report just now."""
        return any(row.state is State.SENDING for row in self._outbox.index.active())

    def _step(self, only: str) -> Step:
        index, now = self._outbox.index, self._outbox.now()
        circuits = {name: self._lawful(known, now) for name, known in index.circuits().items()}
        rows = index.active()
        changes = corrections(rows, now, self._plan, self._random, self._patience)
        for change in changes:
            self._ledger.postpone(change.row, change.due, change.floor)
        self._patience.forget_others({row.id for row in rows} | set(circuits))
        if changes or any(circuit.gate is Gate.HELD for circuit in circuits.values()):
            rows = index.active()
        wanted = tuple(row for row in rows if only in ("", row.id))
        return next_step(wanted, circuits, now, urgent=self._hurried, rest=self._line.distance())

    def _lawful(self, known: Circuit, now: Moment) -> Circuit:
        """Give a channel's circuit with a due time that no clock has spoilt, committed (I8)."""
        circuit = known.lawful(now, self._plan, self._random)
        if circuit.due is not None:
            due = self._patience.lawful(circuit.channel, circuit.due, now)
            circuit = replace(circuit, due=due)
        if circuit != known:
            self._outbox.index.put_circuit(circuit)
        if circuit.gate is Gate.HELD:
            self._ledger.holds.hold_rows(circuit)
        return circuit

    def _quiet(self, wait: timedelta | None) -> timedelta | None:
        """Shred what is over and empty the log; the wait then covers the next purge, too."""
        until_purge = self._outbox.shredder.purge()
        if not self._is_tidy and (wait is None or wait > QUIET):
            self._outbox.index.tidy()
            self._is_tidy = True
        return min((each for each in (wait, until_purge) if each is not None), default=None)

    def _attempt(self, waiting: Row) -> None:
        row = waiting
        try:
            with self._outbox.exchanging:
                leased = self._ledger.lease(waiting)
                if leased is None:
                    return
                row = leased
                opened = self._opened(row)
            if opened is not None:
                row, envelope = opened
                self._try(row, envelope)
        except LeaseLostError:
            self._give_up_line()
            _log.error("lease lost id=%s", row.id)
        except ProblemError as error:
            self._give_up_line()
            if error.problem.code in DISK:
                raise
            self._broke_off(row, error)
        except Exception as error:  # noqa: BLE001  (a fault of ours must not lose the report)
            self._give_up_line()
            self._broke_off(row, error)

    def _opened(self, row: Row) -> tuple[Row, Envelope] | None:
        """Open a leased report for those who have not got it; None when it ended without a try.

        The file's name knows of a delivery that the index may have lost, and the file of a change.
        """
        if self._outbox.spool.is_sent(row.id):
            self._ledger.believe_delivered(row)
            return None
        try:
            envelope, stored = self._outbox.contents.opened(row.id)
        except ProblemError as error:
            self._ledger.withhold(row, error.problem, self._plan, self._random)
            return None
        if stored.sealed.header.wrap != row.wrap:
            row = self._ledger.agree(row, stored)
        if not recipients.left(envelope.recipients, row.taken):
            self._ledger.believe_delivered(row)
            self._outbox.spool.mark_sent(row.id)
            return None
        return row, envelope

    def _try(self, row: Row, envelope: Envelope) -> None:
        outcome = self._outcome(row, envelope)
        if outcome is None:
            return
        if self._line.is_cut and outcome.verdict is Verdict.TRANSIENT:
            # the program is ending: no fault of the server's, and no reason to wait long
            self._ledger.put_back(row, outcome.code, self._plan, self._random)
            return
        if outcome.verdict is Verdict.DELIVERED:
            taken = recipients.after_delivery(envelope.recipients, row.taken, outcome.refused)
            row = replace(row, taken=taken)
        try:
            smaller = self._resizing.resized(row, envelope, outcome)
        except ProblemError as error:  # it is too big for them and the disk is too full for us
            outcome = replace(outcome, verdict=Verdict.TRANSIENT, problem=error.problem)
            smaller = None
        if smaller is not None:
            self._ledger.renew(row, smaller, outcome)
            return
        self._ledger.settle(row, outcome, self._plan, self._random)
        if outcome.is_channel_wide or outcome.verdict is Verdict.UNCERTAIN:
            self._give_up_line()

    def _outcome(self, row: Row, envelope: Envelope) -> Outcome | None:
        """Connect and send; None when nobody was asked because something has to be set up."""
        try:
            self._line.connect(row.channel)
        except NotConnectedError as error:
            return replace(error.outcome, is_channel_wide=True)
        except ProblemError as error:
            outcome = Outcome(Verdict.HELD, error.problem.code.value, problem=error.problem)
            self._ledger.hold_for_setup(row, outcome)
            self._give_up_line()
            return None
        left = recipients.left(envelope.recipients, row.taken)
        rest = envelope if left == envelope.recipients else replace(envelope, recipients=left)
        return self._line.send(rest, self._ledger.journal(row))

    def _broke_off(self, row: Row, error: Exception) -> None:
        _log.error("attempt broke off id=%s error=%s", row.id, type(error).__name__)
        self._ledger.put_back(row, "broke_off", self._plan, self._random)

    def _give_up_line(self) -> None:
        """Close the connection, and let those who were in a hurry wait like the others."""
        self._line.hang_up()
        self._hurried.clear()
