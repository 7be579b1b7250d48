"""A report store in memory under the program's own ledger, for fleets too large for files.

Rows, leases, revisions and circuits behave as in the index; nothing is sealed and nothing synced.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from dzwonek.domain.delivery import Envelope, Phase, State, Tally
from dzwonek.domain.ids import short_code
from dzwonek.domain.ports import Clock
from dzwonek.outbox.circuit import Circuit
from dzwonek.outbox.contents import Contents, Stored
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.ledger import Ledger
from dzwonek.outbox.owner import Owner
from dzwonek.outbox.register import ACTIVE, LEASABLE, LeaseLostError, Register
from dzwonek.outbox.rows import (
    Row,
    Scalar,
    circuit_columns,
    circuit_from,
    columns_of,
    row_from,
)
from dzwonek.outbox.seal import Header, SealedFile
from dzwonek.outbox.spool import Spool
from dzwonek.outbox.store import SealedOutbox

WRAP = b"wrap"
HEADER = Header(schema=1, id="", key="", wrap=WRAP, meta={}, parts=())
STORED = Stored(SealedFile(HEADER, b"", b"", {}), b"")


class ThinRegister(Register):
    """The index's rows in a dict, changed by the same columns."""

    def __init__(self) -> None:
        self._kept: dict[str, Row] = {}
        self._circuits: dict[str, Circuit] = {}

    def insert(self, row: Row) -> bool:
        self._kept[row.id] = row_from(columns_of(row))  # to the millisecond, as in the index
        return True

    def row(self, report_id: str) -> Row | None:
        return self._kept.get(report_id)

    def rows(self) -> tuple[Row, ...]:
        return tuple(self._kept.values())

    def active(self) -> tuple[Row, ...]:
        found = (row for row in self._kept.values() if row.state in ACTIVE)
        return tuple(sorted(found, key=lambda row: (row.due is not None, row.due, row.id)))

    def lease(self, row: Row, owner: str, until: datetime, now: datetime) -> Row | None:
        known = self._kept[row.id]
        is_free = known.revision == row.revision and not known.lease_owner
        if not is_free or known.state not in LEASABLE:
            return None
        leased = replace(
            known,
            state=State.SENDING,
            hold="",
            phase=Phase.NONE,
            is_urgent=False,
            lease_owner=owner,
            lease_until=until,
            attempts=known.attempts + 1,
            changed_at=now,
            revision=known.revision + 1,
        )
        self._kept[row.id] = leased
        return leased

    def write_phase(self, report_id: str, owner: str, phase: Phase, until: datetime) -> None:
        known = self._kept[report_id]
        if known.state is not State.SENDING or known.lease_owner != owner:
            raise LeaseLostError(report_id)
        revision = known.revision + 1
        self._kept[report_id] = replace(known, phase=phase, lease_until=until, revision=revision)

    def settle(self, report_id: str, owner: str, columns: Mapping[str, Scalar]) -> Row:
        known = self._kept[report_id]
        if known.state is not State.SENDING or known.lease_owner != owner:
            raise LeaseLostError(report_id)
        return self._put(known, {**columns, "lease_owner": None, "lease_until": None})

    def change(self, row: Row, columns: Mapping[str, Scalar]) -> Row | None:
        known = self._kept[row.id]
        return self._put(known, columns) if known.revision == row.revision else None

    def change_rows(
        self, channel: str, state: State, hold: str, columns: Mapping[str, Scalar]
    ) -> tuple[Row, ...]:
        wanted = (channel, state, hold)
        found = [r for r in self._kept.values() if (r.channel, r.state, r.hold) == wanted]
        return tuple(self._put(row, columns) for row in found)

    def calm(self, channel: str) -> None:
        for row in tuple(self._kept.values()):
            if row.is_urgent and row.channel == channel:
                self._put(row, {"urgent": 0})

    def circuits(self) -> dict[str, Circuit]:
        return dict(self._circuits)

    def put_circuit(self, circuit: Circuit) -> None:
        self._circuits[circuit.channel] = circuit_from(circuit_columns(circuit))

    def tidy(self) -> None:
        """Do nothing: there is no log."""

    def close(self) -> None:
        """Do nothing: there is no file."""

    def _put(self, row: Row, columns: Mapping[str, Scalar]) -> Row:
        values = {**columns_of(row), **columns, "revision": row.revision + 1}
        changed = row_from(values)
        self._kept[row.id] = changed
        return changed


class ThinSpool(Spool):
    """Knows only which reports are marked as sent."""

    def __init__(self) -> None:
        self._sent: set[str] = set()

    def is_sent(self, report_id: str) -> bool:
        return report_id in self._sent

    def mark_sent(self, report_id: str) -> None:
        self._sent.add(report_id)


class ThinContents(Contents):
    """Keeps envelopes unsealed."""

    def __init__(self) -> None:
        self.envelopes: dict[str, Envelope] = {}

    def opened(self, report_id: str) -> tuple[Envelope, Stored]:
        return self.envelopes[report_id], STORED


class NothingToShred:
    """Purges nothing."""

    def purge(self) -> timedelta | None:
        return None


class ThinOutbox(SealedOutbox):
    """As much of the outbox as rounds and courier ask for."""

    def __init__(self, keys: KeyRing, clock: Clock, owner: Owner) -> None:
        self.keys = keys
        self.clock = clock
        self.owner = owner
        self.spool = ThinSpool()
        self.index = ThinRegister()
        self.contents = self._thin = ThinContents()
        self.ledger = Ledger(self.index, self.spool, clock, owner, self.notify)
        self.shredder = NothingToShred()  # type: ignore[assignment]  # all that rounds ask of it
        self.exchanging = threading.RLock()
        self._listeners = ()

    def take(self, envelope: Envelope) -> None:
        """Have a report, queued."""
        now = self.now()
        self._thin.envelopes[envelope.report_id] = envelope
        self.index.insert(
            Row(
                id=envelope.report_id,
                short_code=short_code(envelope.report_id),
                message_id=envelope.message_id,
                date=envelope.date,
                state=State.QUEUED,
                channel=envelope.channel,
                created=now,
                changed_at=now.wall,
                due=now.wall,
                size=len(envelope.content),
                wrap=WRAP,
            )
        )

    def tally(self) -> Tally:
        return Tally(waiting=len(self.index.active()))

    def close(self) -> None:
        """Do nothing: there is no file."""
