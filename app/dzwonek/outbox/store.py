"""The outbox itself: what the rest of the program may ask of submitted reports."""

from __future__ import annotations

import logging
import threading
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import TROUBLED, WAITING, Entry, Envelope, Phase, State, Summary, Tally
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.outbox import owner as owners
from dzwonek.outbox.circuit import Circuit
from dzwonek.outbox.contents import Contents, content_columns, row_of
from dzwonek.outbox.disk import Ballast
from dzwonek.outbox.entries import entry_of
from dzwonek.outbox.index import IndexFile
from dzwonek.outbox.ledger import Ledger
from dzwonek.outbox.pace import Moment, to_number
from dzwonek.outbox.recovery import Recovery, recover
from dzwonek.outbox.register import Register
from dzwonek.outbox.rows import HOLD_CHANNEL, HOLD_KEY, Row, Scalar
from dzwonek.outbox.shredder import KEEP_DELIVERED, Shredder
from dzwonek.outbox.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta
    from pathlib import Path

    from dzwonek.domain.ports import Clock
    from dzwonek.outbox.keys import KeyRing

    Listener = Callable[[Entry], None]

INDEX_NAME = "index.db"
HIDDEN = frozenset({State.TOMBSTONE, State.EXPIRED})

_log = logging.getLogger(__name__)


def no_drafts() -> int:
    """Count no drafts, where none are kept."""
    return 0


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
        count_drafts: Callable[[], int] = no_drafts,
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
        self.shredder = Shredder(self.index, self.spool, clock, self.notify, keep_delivered)
        self._count_drafts = count_drafts
        self._listeners: tuple[Listener, ...] = ()
        self._submitting = threading.Lock()

    def now(self) -> Moment:
        """Look at the clocks."""
        return Moment.of(self.clock, self.owner.boot)

    def recover(self) -> Recovery:
        """Put right what a crash left, once at start; raises ProblemError (STORE_NEWER, DISK_…)."""
        return recover(self)

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
                entry = self._entry(row, self.index.circuits().get(row.channel))
                for listener in self._listeners:
                    listener(entry)
        except Exception as error:  # noqa: BLE001  (the change is committed, nothing may undo it)
            _log.error("listener failed id=%s error=%s", report_id, type(error).__name__)

    def submit(self, envelope: Envelope, summary: Summary, created_at: datetime) -> Entry:
        """Seal, index and commit; on return the report survives a power cut (I1).

        The same report again is the same entry; another content under a known id is REPORT_BUSY.
        """
        report_id = _checked(envelope.report_id)
        with self._submitting:
            known = self.index.row(report_id)
            if known is not None and self._is_phantom(known):
                self.index.forget(report_id)
                known = None
            if known is None and self.spool.has(report_id):
                known = self._adopted(report_id)
            if known is not None:
                return self._entry_again(known, envelope)
            row = self._stored(envelope, summary, created_at)
        _log.info("report saved id=%s size=%d", report_id, row.size)
        self.notify(report_id)
        return self.entry(report_id)

    def entries(self) -> tuple[Entry, ...]:
        """List everything, newest first, but what the operator destroyed."""
        circuits = self.index.circuits()
        return tuple(
            self._entry(row, circuits.get(row.channel)) for row in self.index.rows() if _shows(row)
        )

    def entry(self, report_id: str) -> Entry:
        """Give one report; raises ProblemError (REPORT_UNKNOWN)."""
        row = self._row(report_id)
        return self._entry(row, self.index.circuits().get(row.channel))

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
        now = self.clock.now()
        columns: dict[str, Scalar] = {"due_wall": to_number(now), "urgent": 1}
        self.keys.ask_again()
        if row.state is State.QUARANTINED:
            columns |= self._rescued(row)
        elif row.state in TROUBLED:
            columns |= {"state": State.QUEUED.value, "hold": "", "problem": None}
        if self.index.change(row, {**columns, "changed_wall": to_number(now)}) is None:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        self.notify(report_id)
        return self.entry(report_id)

    def replace(self, envelope: Envelope) -> Entry:
        """Put a changed message in a report's place while nobody can have received it (I4).

        Raises ProblemError: REPORT_BUSY when it is being sent or an attempt may have got through,
        QUEUE_KEY_UNREACHABLE when its words cannot be read; then it stays as it was.
        """
        row = self._row(envelope.report_id)
        is_untouched = row.uncertain_count == 0 and row.phase is not Phase.DOT_SENT
        if row.state not in {State.HELD, State.QUEUED, State.RETRY_WAIT} or not is_untouched:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        summary = self.contents.summary(row)
        if summary is None:
            raise trouble(Code.QUEUE_KEY_UNREACHABLE, id=row.id)
        stored = self.contents.rewrite(envelope, summary, row.created.wall)
        now = self.now()
        columns = content_columns(row_of(stored, now, now.wall))
        if self.index.change(row, {**columns, "changed_wall": to_number(now.wall)}) is None:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        self.notify(row.id)
        return self.entry(row.id)

    def discard(self, report_id: str) -> None:
        """Destroy a report that is not being sent; raises ProblemError (REPORT_BUSY)."""
        row = self._row(report_id)
        if row.state is State.SENDING:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        if row.state is not State.TOMBSTONE:
            self.shredder.shred(row, "discarded")
            self.index.tidy()

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
            self.ledger.release_rows(name, HOLD_CHANNEL)
            self.ledger.release_rows(name, HOLD_KEY)

    def close(self) -> None:
        """Close the index."""
        self.index.close()

    def _stored(self, envelope: Envelope, summary: Summary, created_at: datetime) -> Row:
        """Write file, then row; when either fails, neither is kept."""
        now = self.now()
        try:
            row = row_of(self.contents.store(envelope, summary, created_at), now, now.wall)
            is_new = self.index.insert(row)
        except ProblemError as error:
            self._drop(envelope.report_id)
            _log.info("report not saved code=%s", error.problem.code.value)
            raise
        # another process may have found the file before its row was there; it is saved then
        there = row if is_new else self._row(row.id)
        if there.sha256 != row.sha256:
            raise trouble(Code.REPORT_BUSY, id=row.id)
        return row

    def _adopted(self, report_id: str) -> Row:
        """Give its row to a file that a submit cut short left behind."""
        stored = self.contents.stored(report_id)
        if stored is None:
            raise trouble(Code.REPORT_BUSY, id=report_id)
        now = self.now()
        self.index.insert(row_of(stored, now, now.wall))
        return self._row(report_id)

    def _drop(self, report_id: str) -> None:
        with suppress(ProblemError):
            self.spool.shred(report_id)
        with suppress(ProblemError):
            self.index.forget(report_id)

    def _is_phantom(self, row: Row) -> bool:
        """Say whether a row stems from a submit that failed half-way and was never sent."""
        is_unsent = row.state in {State.QUEUED, State.QUARANTINED} and row.attempts == 0
        return is_unsent and not self.spool.has(row.id)

    def _entry_again(self, known: Row, envelope: Envelope) -> Entry:
        if known.state in HIDDEN or self.contents.envelope(known.id) != envelope:
            raise trouble(Code.REPORT_BUSY, id=known.id)
        return self.entry(known.id)

    def _rescued(self, row: Row) -> dict[str, Scalar]:
        """Check that a quarantined report can be opened, and give the columns it then has."""
        self.contents.envelope(row.id)
        stored = self.contents.stored(row.id)
        if stored is None:
            raise trouble(Code.SEALED_FILE_DAMAGED, reason="missing")
        now = self.now()
        fresh = content_columns(row_of(stored, now, now.wall))
        return {"state": State.QUEUED.value, "hold": "", "problem": None, **fresh}

    def _row(self, report_id: str) -> Row:
        row = self.index.row(report_id)
        if row is None or not _shows(row):
            raise trouble(Code.REPORT_UNKNOWN, id=report_id)
        return row

    def _entry(self, row: Row, circuit: Circuit | None) -> Entry:
        return entry_of(row, self.contents.summary(row), circuit)


def _shows(row: Row) -> bool:
    return row.state is not State.TOMBSTONE or row.ended_as == "delivered"


def _checked(report_id: str) -> str:
    """Let only a UUID become a file's name; raises ValueError."""
    if str(uuid.UUID(report_id)) != report_id:
        raise ValueError("a report id is a UUID in lower case")
    return report_id
