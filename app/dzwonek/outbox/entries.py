"""Rows of the index as people see them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import WAITING, Entry, State, Summary
from dzwonek.outbox.circuit import Circuit, Gate

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.outbox.rows import Row


def entry_of(
    row: Row,
    summary: Summary | None,
    circuit: Circuit | None,
    expires_at: datetime | None = None,
) -> Entry:
    """Give the entry of a row; a waiting one says what its channel waits for."""
    entry = Entry(
        id=row.id,
        short_code=row.short_code,
        message_id=row.message_id,
        state=row.state,
        channel=row.channel,
        created_at=row.created.wall,
        submitted_at=row.date,
        attempts=row.attempts,
        due_at=row.due,
        changed_at=row.changed_at,
        delivered_at=row.delivered_at,
        phase=row.phase,
        last_code=row.last_code,
        last_text=row.last_text,
        problem=row.problem,
        uncertain_count=row.uncertain_count,
        size=row.size,
        summary=summary,
        expires_at=expires_at,
        shrunk=row.shrunk,
        taken=len(row.taken),
        root_message_id=row.root_message_id,
    )
    return entry if circuit is None else _with_channel(entry, circuit)


def _with_channel(entry: Entry, circuit: Circuit) -> Entry:
    is_slowed = circuit.failures > 0 or circuit.gate is not Gate.CLOSED
    if not is_slowed or entry.state not in WAITING | {State.HELD} or circuit.due is None:
        return entry
    due = max(entry.due_at or circuit.due, circuit.due)
    return replace(entry, due_at=due, problem=entry.problem or circuit.problem)
