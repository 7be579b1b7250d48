"""The outbox itself: what the rest of the program may ask of submitted reports."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import TROUBLED, WAITING, Entry, Envelope, Head, State, Summary, Tally
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.domain.wishes import UNSENT
from dzwonek.outbox import owner as owners
from dzwonek.outbox.circuit import Circuit
from dzwonek.outbox.contents import Contents
from dzwonek.outbox.disk import Ballast
from dzwonek.outbox.exchange import Exchange
from dzwonek.outbox.hurry import Hurry
from dzwonek.outbox.index import IndexFile
from dzwonek.outbox.intake import Intake
from dzwonek.outbox.ledger import Ledger
from dzwonek.outbox.listing import Listing, shows
from dzwonek.outbox.pace import Moment
from dzwonek.outbox.recovery import Recovery, recover
from dzwonek.outbox.register import Register
from dzwonek.outbox.remains import SUBSTITUTE_NAME, Remains
from dzwonek.outbox.retention import KEEP_DELIVERED, KEEP_UNDELIVERED
from dzwonek.outbox.rows import HOLD_CHANNEL, HOLD_KEY, HOLD_MESSAGE, Row
from dzwonek.outbox.shredder import Shredder
from dzwonek.outbox.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime, timedelta
    from pathlib import Path

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.outbox.keys import KeyRing
    from dzwonek.outbox.shredder import Purge

    Listener = Callable[[Entry], None]

INDEX_NAME = "index.db"
HIDDEN = frozenset({State.TOMBSTONE, State.EXPIRED})

_log = logging.getLogger(__name__)


def no_drafts() -> int:
    """Count no drafts, where none are kept."""
    return 0


def no_purge() -> timedelta | None:
    """Purge no drafts, where none are kept."""
    return None


class SealedOutbox:
    """Keeps submitted reports until they are delivered (port Outbox); safe from any thread.

    `folder` is the data folder. Nothing is read or written before the first call; call
    `recover` once at start. No call belongs on the GUI thread: each may sync the disk or ask the
    keyring.
    """

    def __init__(
        self,
        folder: Path,
        keys: KeyRing,
        clock: Clock,
        keep_delivered: timedelta = KEEP_DELIVERED,
        *,
        keep_undelivered: timedelta = KEEP_UNDELIVERED,
        count_drafts: Callable[[], int] = no_drafts,
        purge_drafts: Purge = no_purge,
    ) -> None:
        self.folder = folder
        self.keys = keys
        self.clock = clock
        self.owner = owners.this_process()
        self.ballast = Ballast(folder / "ballast")
        self.spool = Spool(folder / "spool")
        self.index = Register(IndexFile(folder / INDEX_NAME, self.ballast.release))
        self.contents = Contents(self.spool, keys)
        self.ledger = Ledger(self.index, self.spool, clock, self.owner, self.notify)
        self.remains = Remains(folder)
        self.shredder = Shredder(
            self.index, self.spool, self.remains, self.now, self.notify, purge_drafts
        )
        self.keep_for(keep_delivered, keep_undelivered)
        self._problems: tuple[Problem, ...] = ()
        self._true_index: IndexFile | None = None
        self._count_drafts = count_drafts
        self._listeners: tuple[Listener, ...] = ()
        self._intake = Intake(self.index, self.spool, self.contents, self.now)
        self._listing = Listing(self.index, self.contents, self.shredder.expires_at)
        self._hurry = Hurry(self.index, self.contents, keys, self.now)
        self._exchange = Exchange(self.index, self.spool, self.contents, self.now)
        # held while a report's file is exchanged, or opened to be sent
        self.exchanging = threading.RLock()

    def now(self) -> Moment:
        """Look at the clocks."""
        return self.ledger.now()

    def recover(self) -> Recovery:
        """Put right what a crash left, once at start; raises ProblemError (STORE_NEWER, DISK_…)."""
        recovery = recover(self)
        self._problems = recovery.problems
        return recovery

    @property
    def problems(self) -> tuple[Problem, ...]:
        """List what a person should know of the last start: STORE_REBUILT, STORE_NEWER."""
        return self._problems

    @property
    def is_stand_in(self) -> bool:
        """Say whether a later program's index is left alone and a substitute is used."""
        return self._true_index is not None

    def stand_in(self) -> bool:
        """Work on a substitute beside a later program's index, which is left as it is.

        Only who has the data folder alone may do so, and keeps it until `close`; False else.
        """
        if self._true_index is None:
            true_index = self.index.file
            true_index.close()
            if not true_index.occupancy.seize():
                return False
            path = self.folder / SUBSTITUTE_NAME
            self.index.file = IndexFile(path, self.ballast.release, true_index.occupancy)
            self._true_index = true_index
            self.shredder.is_resting = True
        return True

    def keep_for(self, delivered: timedelta, undelivered: timedelta) -> None:
        """Keep contents this long from now on; what was not sent three days longer than told."""
        self.shredder.keep_delivered_for(delivered)
        self.shredder.keep_undelivered_for(undelivered)

    def expiring(self) -> tuple[Entry, ...]:
        """List the unsent reports of whose end the operator is to be told now (three days)."""
        return tuple(self._listing.entry(row, None) for row in self.shredder.expiring())

    def told(self, report_ids: Iterable[str]) -> None:
        """Commit that the operator was told of these now; before that nothing unsent expires."""
        self.shredder.told(report_ids)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with a report's entry after each committed change, from any thread.

        Gives the function that ends this.
        """
        self._listeners += (listener,)

        def leave() -> None:
            self._listeners = tuple(other for other in self._listeners if other != listener)

        return leave

    def notify(self, report_id: str) -> None:
        """Tell the listeners what became of a report; their faults are logged, never raised."""
        if not self._listeners:
            return
        try:
            row = self.index.row(report_id)
            if row is not None:
                entry = self._listing.entry(row, self.index.circuits().get(row.channel))
                for listener in self._listeners:
                    listener(entry)
        except Exception as error:  # noqa: BLE001  (the change is committed, nothing may undo it)
            _log.error("listener failed id=%s error=%s", report_id, type(error).__name__)

    def submit(self, envelope: Envelope, summary: Summary, created_at: datetime) -> Entry:
        """Seal, index and commit; on return the report survives a power cut (I1).

        The same report again is the same entry; another content under a known id is REPORT_BUSY.
        """
        if self._intake.take(envelope, summary, created_at):
            self.notify(envelope.report_id)
        return self.entry(envelope.report_id)

    def supersede(
        self, report_id: str, envelope: Envelope, summary: Summary, created_at: datetime
    ) -> Entry:
        """Store a new report and destroy the one that waits, by one commit: both, or neither.

        Raises ProblemError: REPORT_BUSY when the old one is being sent or was delivered just now,
        STORE_NEWER as `discard` does, DISK_….
        """
        row = self._row(report_id)
        if self.is_stand_in:
            raise trouble(Code.STORE_NEWER, version=0)
        if row.state not in UNSENT:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        self._intake.take_over(
            envelope,
            summary,
            created_at,
            lambda heir: self.shredder.shred(row, "discarded", heir=heir),
        )
        self.shredder.tidy()
        self.notify(envelope.report_id)
        return self.entry(envelope.report_id)

    def entries(self) -> tuple[Entry, ...]:
        """List everything, newest first, but what the operator destroyed.

        Of those whose content is gone, the last thousand.
        """
        return self._listing.entries()

    def heads(self) -> tuple[Head, ...]:
        """List the same, without opening anything."""
        return self._listing.heads()

    def some(self, report_ids: Sequence[str]) -> tuple[Entry, ...]:
        """Give the reports of these ids that are still there, in no order; some hundreds at most.

        Other threads get their turn every few of them.
        """
        return self._listing.some(report_ids)

    def thread(self, root: str) -> tuple[Entry, ...]:
        """Give the reports whose thread begins with this Message-ID."""
        return self._listing.thread(root)

    def entry(self, report_id: str) -> Entry:
        """Give one report; raises ProblemError (REPORT_UNKNOWN)."""
        row = self._row(report_id)
        return self._listing.entry(row, self.index.circuits().get(row.channel))

    def message(self, report_id: str) -> bytes:
        """Give the whole message, unsealed and checked; raises ProblemError."""
        return self.envelope(report_id).content

    def envelope(self, report_id: str) -> Envelope:
        """Give the frozen message with its addresses, unsealed and checked (I9)."""
        if self._row(report_id).state in HIDDEN:
            raise trouble(Code.REPORT_UNKNOWN, id=report_id)
        return self.contents.envelope(report_id)

    def retry(self, report_id: str) -> Entry:
        """Make a report due now; floors and leases still hold. Raises ProblemError.

        A held, rejected or quarantined report is queued again, the last only if it can be
        opened; a delivered one stays as it is.
        """
        row = self._row(report_id)
        if row.state is State.SENDING:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        if row.state is State.DELIVERED or row.state in HIDDEN:
            return self.entry(report_id)
        self._hurry.make_due(row)
        return self._changed(report_id)

    def replace(self, envelope: Envelope) -> Entry:
        """Put a changed message in a report's place while nobody can have received it (I4).

        Where some recipients have it already, only those left are exchanged: the bytes stay, and
        nobody gets a second copy. Raises ProblemError: REPORT_BUSY when it is being sent or an
        attempt may have got through, QUEUE_KEY_UNREACHABLE when its words cannot be read; then it
        stays as it was.
        """
        with self.exchanging:
            self._exchange.replace(self._row(envelope.report_id), envelope)
        return self._changed(envelope.report_id)

    def confirm(self, report_id: str, ticket: str = "") -> Entry:
        """Note what the operator knows: that a report arrived, and support's number of it.

        An empty `ticket` takes the number back. What was not delivered yet is so from now on, by
        the operator's word, and is never sent again. Raises ProblemError: REPORT_BUSY,
        REPORT_UNKNOWN, QUEUE_KEY_UNREACHABLE, DISK_….
        """
        with self.exchanging:
            try:
                self._exchange.confirm(self._row(report_id), ticket)
            except ProblemError:
                self.notify(report_id)  # it may have become delivered before that
                raise
        return self._changed(report_id)

    def discard(self, report_id: str) -> None:
        """Destroy a report that is not being sent.

        Raises ProblemError: REPORT_BUSY, or STORE_NEWER while a later program's index stands by,
        which would miss the file.
        """
        row = self._row(report_id)
        if self.is_stand_in:
            raise trouble(Code.STORE_NEWER, version=0)
        if row.state is State.SENDING:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        if row.state is not State.TOMBSTONE:
            self.shredder.shred(row, "discarded")
            self.shredder.tidy()

    def tally(self) -> Tally:
        """Count what waits and what is in trouble."""
        counts, oldest = self.index.counts()
        return Tally(
            waiting=sum(counts.get(state, 0) for state in WAITING),
            troubled=sum(counts.get(state, 0) for state in TROUBLED),
            drafts=self._count_drafts(),
            oldest_waiting=oldest,
        )

    def circuits(self) -> tuple[Circuit, ...]:
        """List what is known of the channels, for `doctor`."""
        return tuple(self.index.circuits().values())

    def channel_changed(self, channel: str = "") -> None:
        """Forget why a channel was held or slowed down: its settings or its secret are new.

        Without a name it is every channel.
        """
        self.keys.ask_again()
        known = {row.channel for row in self.index.active()} | set(self.index.circuits())
        for name in known & {channel} if channel else known:
            self.index.put_circuit(Circuit(name))
            for hold in (HOLD_CHANNEL, HOLD_KEY, HOLD_MESSAGE):
                self.ledger.holds.release_rows(name, hold)

    def close(self) -> None:
        """Close the index."""
        self.index.close()
        if self._true_index is not None:
            self._true_index.occupancy.let_go()
            self.index.file, self._true_index = self._true_index, None
            self.shredder.is_resting = False

    def _changed(self, report_id: str) -> Entry:
        self.notify(report_id)
        return self.entry(report_id)

    def _row(self, report_id: str) -> Row:
        row = self.index.row(report_id)
        if row is None or not shows(row):
            raise trouble(Code.REPORT_UNKNOWN, id=report_id)
        return row
