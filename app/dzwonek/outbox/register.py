"""The rows of the index in the contract's words: insert, lease, phase, settle, change."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import WAITING, Head, Phase, State
from dzwonek.outbox.index import IndexDamagedError, IndexFile
from dzwonek.outbox.pace import to_number
from dzwonek.outbox.rows import Row, Scalar, circuit_columns, circuit_from, columns_of, row_from
from dzwonek.outbox.schema import ENDED_STATES, OPEN_STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dzwonek.outbox.circuit import Circuit

# written out as in `schema.OPEN_STATES`, so that SQLite takes its index for it
OPEN = f"WHERE {OPEN_STATES}"
ENDED = f"WHERE {ENDED_STATES}"
KEPT = f"WHERE NOT ({ENDED_STATES})"
LISTED = 1000  # of what ended; nobody looks for older ones in a list
LEASABLE = (State.QUEUED, State.RETRY_WAIT, State.UNCERTAIN, State.HELD)
ACTIVE = (*LEASABLE, State.SENDING)
SPOILT = (ValueError, KeyError, TypeError, OverflowError)

_log = logging.getLogger(__name__)


class LeaseLostError(Exception):
    """The report is not ours to send any more: nothing more may be sent of it."""


class Register:
    """Rows of reports and channels. Calls raise ProblemError (DISK_…, STORE_NEWER)."""

    def __init__(self, file: IndexFile) -> None:
        self.file = file

    def open(self) -> None:
        """Open and check the index with every row that counts; raises IndexDamagedError.

        A tombstone that cannot be read only stays out of the list.
        """
        self.file.check()
        try:
            for values in self.file.read(f"SELECT * FROM report {KEPT}"):
                row_from(values)
            for values in self.file.read("SELECT * FROM channel"):
                circuit_from(values)
        except SPOILT as error:
            raise IndexDamagedError(self.file.path, type(error).__name__) from error

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        self.file.close()

    def insert(self, row: Row) -> bool:
        """Add a row and commit; False when there is one of that id already (nothing changes).

        The one write that takes no space from the ballast: it would be missing afterwards.
        """
        return bool(self.file.write(*_inserting(row)))

    def forget(self, report_id: str) -> None:
        """Remove the row of a submit that failed, or a tombstone after its year; no other (I7)."""
        self.file.insist("DELETE FROM report WHERE id = ?", (report_id,))

    def row(self, report_id: str) -> Row | None:
        """Give one row."""
        rows = self._rows("WHERE id = ?", report_id)
        return rows[0] if rows else None

    def rows(self) -> tuple[Row, ...]:
        """Give all rows, newest first (the ids sort by time)."""
        return self._rows("ORDER BY id DESC")

    def listed(self) -> tuple[Row, ...]:
        """Give the rows whose content is kept and the newest that ended, newest first.

        What the operator destroyed is not among them.
        """
        ended = f"{ENDED} AND ended_as <> 'discarded' ORDER BY changed_wall DESC LIMIT"
        rows = (*self.kept(), *self._rows(f"{ended} ?", LISTED))
        return tuple(sorted(rows, key=lambda row: row.id, reverse=True))

    def heads(self) -> tuple[Head, ...]:
        """Give the heads of the same rows, in the same order; one that is spoilt is left out."""
        columns = "SELECT id, state, revision FROM report"
        ended = f"{columns} {ENDED} AND ended_as <> 'discarded' ORDER BY changed_wall DESC LIMIT ?"
        found = [*self.file.read(f"{columns} {KEPT}"), *self.file.read(ended, (LISTED,))]
        heads = (_head(values) for values in found)
        return tuple(sorted(filter(None, heads), key=lambda head: head.id, reverse=True))

    def some(self, report_ids: Sequence[str]) -> Iterator[Row]:
        """Give the rows of these ids, in no order, one after the other."""
        query = f"SELECT * FROM report WHERE id IN ({_marks(tuple(report_ids))})"
        for values in self.file.read(query, tuple(report_ids)):
            row = _readable(values)
            if row is not None:
                yield row

    def thread(self, root: str) -> tuple[Row, ...]:
        """Give the rows of a thread, but what was destroyed before anybody had it."""
        unsent = "ended_as = 'discarded' AND delivered_wall IS NULL"
        return self._rows(f"WHERE root_message_id = ? AND NOT ({unsent}) ORDER BY id", root)

    def kept(self) -> tuple[Row, ...]:
        """Give the rows whose content is kept."""
        return self._rows(KEPT)

    def unsent(self) -> tuple[Row, ...]:
        """Give the rows that were not delivered and still could be."""
        return self._rows(OPEN)

    def ended_ids(self) -> set[str]:
        """Give the ids of those whose content is gone."""
        return {str(row["id"]) for row in self.file.read(f"SELECT id FROM report {ENDED}")}

    def active(self) -> tuple[Row, ...]:
        """Give the rows that are still to be sent, the one due first standing first."""
        return self._rows(f"{OPEN} AND state IN ({_marks(ACTIVE)}) ORDER BY due_wall, id", *ACTIVE)

    def delivered(self, most: int = -1) -> tuple[Row, ...]:
        """Give the delivered rows whose content is still kept, oldest first."""
        return self._rows("WHERE state = 'delivered' ORDER BY delivered_wall LIMIT ?", most)

    def created_before(self, moment: datetime) -> tuple[Row, ...]:
        """Give the unsent rows that were created at `moment` or before, the oldest first."""
        return self._rows(f"{OPEN} AND created_wall <= ? ORDER BY id", to_number(moment))

    def told(self) -> tuple[Row, ...]:
        """Give the unsent rows of whose end the operator was told, but for one being sent."""
        return self._rows(f"{OPEN} AND told_wall IS NOT NULL AND lease_owner IS NULL")

    def ended_before(self, moment: datetime, most: int) -> tuple[Row, ...]:
        """Give the tombstones from before `moment`, the oldest first."""
        where = f"{ENDED} AND changed_wall <= ? ORDER BY changed_wall LIMIT ?"
        return self._rows(where, to_number(moment), most)

    def counts(self) -> tuple[dict[State, int], datetime | None]:
        """Count the unsent rows of each state; tell since when the oldest waits, too.

        That is the time at which it was sent off: its draft may be days older.
        """
        counts, oldest = {}, []
        query = "SELECT state, count(*) AS number, min(date_hdr) AS oldest FROM report"
        for found in self.file.read(f"{query} {OPEN} GROUP BY state"):
            state, number = State(str(found["state"])), found["number"]
            counts[state] = number if isinstance(number, int) else 0
            if state in WAITING:
                oldest.append(datetime.fromisoformat(str(found["oldest"])))
        return counts, min(oldest, default=None)

    def lease(self, row: Row, owner: str, until: datetime, now: datetime) -> Row | None:
        """Take a report for sending, by one UPDATE (I6); None when another was faster.

        On return `sending` is committed (I2).
        """
        statement = (
            "UPDATE report SET state = 'sending', hold = '', phase = 'none', urgent = 0,"
            " lease_owner = ?, lease_until = ?, attempts = attempts + 1, changed_wall = ?,"
            " revision = revision + 1"
            f" WHERE id = ? AND revision = ? AND state IN ({_marks(LEASABLE)})"
            " AND lease_owner IS NULL RETURNING *"
        )
        values = (owner, to_number(until), to_number(now), row.id, row.revision, *LEASABLE)
        return _first(self._write(statement, values))

    def write_phase(self, report_id: str, owner: str, phase: Phase, until: datetime) -> None:
        """Commit how far an attempt got, and lengthen the lease; raises LeaseLostError."""
        statement = (
            "UPDATE report SET phase = ?, lease_until = ?, revision = revision + 1"
            " WHERE id = ? AND state = 'sending' AND lease_owner = ? RETURNING *"
        )
        if not self._write(statement, (phase.value, to_number(until), report_id, owner)):
            raise LeaseLostError(report_id)

    def settle(self, report_id: str, owner: str, columns: Mapping[str, Scalar]) -> Row:
        """Commit how an attempt ended and give the lease back; raises LeaseLostError."""
        row = _first(
            self._change(
                {**columns, "lease_owner": None, "lease_until": None},
                "id = ? AND state = 'sending' AND lease_owner = ?",
                (report_id, owner),
            )
        )
        if row is None:
            raise LeaseLostError(report_id)
        return row

    def change(self, row: Row, columns: Mapping[str, Scalar]) -> Row | None:
        """Change a row that has not changed since it was read; None when it has."""
        return _first(self._change(columns, "id = ? AND revision = ?", (row.id, row.revision)))

    def supersede(self, row: Row, columns: Mapping[str, Scalar], other: Row) -> Row | None:
        """Do as `change` and add the row `other`, by one commit; None when neither was done."""
        where = "id = ? AND revision = ?"
        return _first(self._change(columns, where, (row.id, row.revision), _inserting(other)))

    def change_rows(
        self, channel: str, state: State, hold: str, columns: Mapping[str, Scalar]
    ) -> tuple[Row, ...]:
        """Change all of a channel's rows of one state and hold."""
        where = "channel = ? AND state = ? AND hold = ?"
        return self._change(columns, where, (channel, state.value, hold))

    def calm(self, channel: str) -> None:
        """Take the hurry from a channel's reports: their way out is shut for the moment."""
        self._change({"urgent": 0}, "channel = ? AND urgent = 1", (channel,))

    def circuits(self) -> dict[str, Circuit]:
        """Give what is known of each channel; a spoilt row knows nothing."""
        found = {}
        for values in self.file.read("SELECT * FROM channel"):
            with suppress(*SPOILT):
                circuit = circuit_from(values)
                found[circuit.channel] = circuit
        return found

    def put_circuit(self, circuit: Circuit) -> None:
        """Commit what is known of a channel."""
        columns = circuit_columns(circuit)
        names = ", ".join(columns)
        statement = f"INSERT OR REPLACE INTO channel ({names}) VALUES ({_marks(columns)})"
        self.file.insist(statement, tuple(columns.values()))

    def tidy(self) -> None:
        """Leave no shredded row in the log.

        The small write afterwards starts the new log, so that the next submit need not pay for
        that sync.
        """
        self.file.tidy()
        self.file.insist("INSERT OR REPLACE INTO meta VALUES ('tidied', 1)")

    def _rows(self, clause: str, *values: Scalar) -> tuple[Row, ...]:
        found = self.file.read(f"SELECT * FROM report {clause}", values)
        return tuple(row for each in found if (row := _readable(each)))

    def _change(
        self,
        columns: Mapping[str, Scalar],
        where: str,
        values: tuple[Scalar, ...],
        *more: tuple[str, tuple[Scalar, ...]],
    ) -> tuple[Row, ...]:
        assignments = ", ".join(f"{name} = ?" for name in columns)
        statement = (
            f"UPDATE report SET {assignments}, revision = revision + 1 WHERE {where} RETURNING *"
        )
        return self._write(statement, (*columns.values(), *values), *more)

    def _write(
        self, statement: str, values: tuple[Scalar, ...], *more: tuple[str, tuple[Scalar, ...]]
    ) -> tuple[Row, ...]:
        found = self.file.insist(statement, values, *more)
        return tuple(row for each in found if (row := _readable(each)))


def _inserting(row: Row) -> tuple[str, tuple[Scalar, ...]]:
    """Give the statement that adds a row where there is none of its id, and its values."""
    columns = columns_of(row)
    statement = (
        f"INSERT OR IGNORE INTO report ({', '.join(columns)})"
        f" VALUES ({_marks(columns)}) RETURNING id"
    )
    return statement, tuple(columns.values())


def _readable(values: Mapping[str, Scalar]) -> Row | None:
    """Read a row; one spoilt row must not stop the others, and the next start mends it."""
    try:
        return row_from(values)
    except SPOILT as error:
        _log.error("row unreadable id=%s error=%s", values.get("id"), type(error).__name__)
        return None


def _head(values: Mapping[str, Scalar]) -> Head | None:
    revision = values["revision"]
    try:
        state = State(str(values["state"]))
    except ValueError:
        return None
    return Head(str(values["id"]), state, revision) if isinstance(revision, int) else None


def _first(rows: tuple[Row, ...]) -> Row | None:
    return rows[0] if rows else None


def _marks(values: Mapping[str, Scalar] | tuple[object, ...]) -> str:
    return ", ".join("?" * len(values))
