"""The courier: takes waiting reports out, one at a time, and writes down what became of each.

One plain thread that sleeps until the next report is due and not a moment less; without waiting
reports it does not wake at all.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.problem import ProblemError
from dzwonek.domain.retry import START_SPREAD, RetryPlan
from dzwonek.outbox.line import Line
from dzwonek.outbox.pace import ZERO
from dzwonek.outbox.resizing import nothing_smaller
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.schedule import is_overdue, is_overdue_probe, is_same_burst

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from dzwonek.domain.delivery import Entry, Tally
    from dzwonek.domain.ports import Channel, Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.outbox.pace import Moment
    from dzwonek.outbox.resizing import Smaller
    from dzwonek.outbox.store import SealedOutbox

PAUSE = timedelta(seconds=30)  # nothing leaves while its states cannot be written
WATCH = timedelta(seconds=1)  # while another process sends what `drain` would have sent

_log = logging.getLogger(__name__)


class Courier:
    """Sends what waits in the outbox.

    `channel_of` gives the channel of a name as it is now configured; its ProblemError means that
    somebody has to set something up; `smaller` makes smaller what a server finds too big. A
    courier that is not started sends by `drain`.
    """

    def __init__(
        self,
        outbox: SealedOutbox,
        channel_of: Callable[[str], Channel],
        clock: Clock,
        random: Random,
        plan: RetryPlan | None = None,
        smaller: Smaller = nothing_smaller,
    ) -> None:
        self._outbox = outbox
        self._clock = clock
        self._random = random
        self._line = Line(channel_of, clock)
        self._rounds = Rounds(outbox, self._line, random, plan or RetryPlan(), smaller)
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_stopping = False
        self._is_nudged = False
        self._problem: Problem | None = None
        self._leave: Callable[[], None] | None = None
        self._burst: Moment | None = None

    @property
    def problem(self) -> Problem | None:
        """Say why nothing is sent at all: the disk takes no states."""
        return self._problem

    def start(self) -> None:
        """Start the thread; what waited before goes out within five minutes (herd rule)."""
        self.spread()
        self._leave = self._outbox.listen(self._heard)
        self._thread = threading.Thread(target=self._run, name="dzwonek-courier", daemon=True)
        self._thread.start()

    def stop(self, bound: timedelta) -> bool:
        """Break off what is under way and end the thread; say whether it ended within `bound`."""
        with self._condition:
            self._is_stopping = True
            self._condition.notify_all()
        self._line.cut()
        if self._leave is not None:
            self._leave()
        if self._thread is None:
            return True
        self._thread.join(bound.total_seconds())
        return not self._thread.is_alive()

    def nudge(self) -> None:
        """Look into the outbox now; a report that is not due stays where it is."""
        with self._condition:
            self._is_nudged = True
            self._condition.notify_all()

    def send_now(self, report_id: str) -> Entry:
        """Let this one report go at once, if no floor forbids it; raises ProblemError."""
        entry = self._outbox.retry(report_id)
        self.nudge()
        return entry

    def channel_changed(self, channel: str = "") -> None:
        """Let what was held go again: settings or secrets are new, of one channel or of all."""
        self._outbox.channel_changed(channel)
        self.nudge()

    def spread(self) -> None:
        """Put off what is overdue to a moment of its own within five minutes (herd rule).

        For what happens to many computers at once: a start, the network's return, a resume. What
        has a time of its own ahead keeps it; further events of the same five minutes change
        nothing, so that no report waits longer because they come in bursts.
        """
        now = self._outbox.now()
        if self._burst is not None and is_same_burst(self._burst, now):
            return
        self._burst = now
        circuits = self._outbox.index.circuits()
        for circuit in circuits.values():
            if is_overdue_probe(circuit, now):
                due = now.wall + START_SPREAD * self._random.random()
                self._outbox.index.put_circuit(replace(circuit, due=due))
        for row in self._outbox.index.active():
            if is_overdue(row, circuits.get(row.channel), now):
                due = now.wall + START_SPREAD * self._random.random()
                self._outbox.ledger.postpone(row, due)
        self.nudge()

    def drain(self, timeout: timedelta, only: str = "") -> Tally:
        """Send what waits (or `only` this report) in the caller's thread; back-off is ignored.

        Floors, leases and the distance between messages hold. Returns when nothing more can go
        within `timeout`. Not for a courier that was started.
        """
        end = self._clock.monotonic() + timeout
        self._rounds.hasten(only)
        try:
            while not self._is_stopping:
                wait = self._look(only)
                left = end - self._clock.monotonic()
                if wait is None or left <= ZERO:
                    break
                if wait > left:
                    if not self._rounds.is_watching():
                        break
                    wait = min(left, WATCH)
                self._pause(wait)
        finally:
            self._line.hang_up()
        return self._outbox.tally()

    def _run(self) -> None:
        while not self._is_stopping:
            self._pause(self._look())
        self._line.hang_up()

    def _pause(self, wait: timedelta | None) -> None:
        with self._condition:
            if not (self._is_stopping or self._is_nudged):
                self._condition.wait(None if wait is None else wait.total_seconds())
            self._is_nudged = False

    def _heard(self, _: Entry) -> None:
        if threading.current_thread() is not self._thread:
            self.nudge()

    def _look(self, only: str = "") -> timedelta | None:
        """Look, and live on whatever happens; while the disk refuses, pause."""
        try:
            wait = self._rounds.look(only)
        except ProblemError as error:
            if self._problem is None:
                _log.error("courier paused code=%s", error.problem.code.value)
            self._problem = error.problem
        except Exception as error:  # noqa: BLE001  (the thread must live; ids and codes only)
            _log.error("courier stumbled error=%s", type(error).__name__)
        else:
            if self._problem is not None:
                self._problem = None
                self._outbox.ballast.lay()
            return wait
        self._line.hang_up()
        return PAUSE
