"""Rows of the index as frozen values, and the way to and from SQL's own types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from dzwonek.domain.delivery import Phase, State
from dzwonek.domain.problem import Code, Problem
from dzwonek.outbox.circuit import Circuit, Gate
from dzwonek.outbox.pace import MILLISECOND, Floor, Moment, from_number, to_number
from dzwonek.outbox.seal import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping

Scalar = str | int | bytes | None

LONGEST_FLOOR = timedelta(days=1)  # no answer asks for more; what names more was damaged
HOLD_CHANNEL = "channel"
HOLD_KEY = "key"
HOLD_MESSAGE = ""  # held for itself: a recipient was refused, the channel goes on


@dataclass(frozen=True, slots=True)
class Row:
    """One report in the index; `wrap` and `summary` are None once its content is shredded."""

    id: str
    short_code: str
    message_id: str
    date: datetime
    state: State
    channel: str
    created: Moment
    changed_at: datetime
    hold: str = ""
    attempts: int = 0
    uncertain_count: int = 0
    due: datetime | None = None
    is_urgent: bool = False  # a person asked for it: no back-off, floors only
    floor: Floor = Floor()  # noqa: RUF009  (frozen, so it may be shared)
    lease_owner: str = ""
    lease_until: datetime | None = None
    phase: Phase = Phase.NONE
    last_code: str = ""
    last_text: str = ""
    problem: Problem | None = None
    delivered_at: datetime | None = None
    size: int = 0
    sha256: bytes = b""
    schema: int = SCHEMA
    key_id: str = ""
    wrap: bytes | None = None
    summary: bytes | None = None
    ended_as: str = ""
    revision: int = 0
    taken: tuple[int, ...] = ()  # places in the envelope's recipients who have it already
    shrunk: int = 0
    told: Moment | None = None  # when the operator was told that it is going to expire
    root_message_id: str = ""  # the first one; a changed message has another (I4)


def row_from(values: Mapping[str, Scalar]) -> Row:
    """Read a row; raises ValueError, KeyError or TypeError when it makes no sense."""
    return Row(
        id=_text(values["id"]),
        short_code=_text(values["short_code"]),
        message_id=_text(values["message_id"]),
        date=datetime.fromisoformat(_text(values["date_hdr"])),
        state=State(_text(values["state"])),
        hold=_text(values["hold"]),
        channel=_text(values["channel"]),
        attempts=_number(values["attempts"]),
        uncertain_count=_number(values["uncertain_count"]),
        due=_time(values["due_wall"]),
        is_urgent=bool(values["urgent"]),
        floor=_floor(values),
        lease_owner=_text(values["lease_owner"] or ""),
        lease_until=_time(values["lease_until"]),
        phase=Phase(_text(values["phase"])),
        last_code=_text(values["last_code"]),
        last_text=_text(values["last_text_redacted"]),
        problem=_problem(values["problem"]),
        created=Moment(
            from_number(_number(values["created_wall"])),
            _number(values["created_mono"]) * MILLISECOND,
            _text(values["boot_id"]),
        ),
        changed_at=from_number(_number(values["changed_wall"])),
        delivered_at=_time(values["delivered_wall"]),
        size=_number(values["size"]),
        sha256=_bytes(values["sha256"]) or b"",
        schema=_number(values["schema"]),
        key_id=_text(values["key_id"]),
        wrap=_bytes(values["wrap"]),
        summary=_bytes(values["summary"]),
        ended_as=_text(values["ended_as"]),
        revision=_number(values["revision"]),
        taken=_places(values["taken"]),
        shrunk=_number(values["shrunk"]),
        told=_moment(values, "told"),
        root_message_id=_text(values["root_message_id"]),
    )


def columns_of(row: Row) -> dict[str, Scalar]:
    """Write a row's columns."""
    return {
        "id": row.id,
        "short_code": row.short_code,
        "message_id": row.message_id,
        "date_hdr": row.date.isoformat(),
        "state": row.state.value,
        "hold": row.hold,
        "channel": row.channel,
        "attempts": row.attempts,
        "uncertain_count": row.uncertain_count,
        "due_wall": time_column(row.due),
        "urgent": int(row.is_urgent),
        **floor_columns(row.floor),
        "lease_owner": row.lease_owner or None,
        "lease_until": time_column(row.lease_until),
        "phase": row.phase.value,
        "last_code": row.last_code,
        "last_text_redacted": row.last_text,
        "problem": problem_column(row.problem),
        "created_wall": to_number(row.created.wall),
        "created_mono": row.created.mono // MILLISECOND,
        "boot_id": row.created.boot,
        "changed_wall": to_number(row.changed_at),
        "delivered_wall": time_column(row.delivered_at),
        "size": row.size,
        "sha256": row.sha256,
        "schema": row.schema,
        "key_id": row.key_id,
        "wrap": row.wrap,
        "summary": row.summary,
        "ended_as": row.ended_as,
        "revision": row.revision,
        "taken": taken_column(row.taken),
        "shrunk": row.shrunk,
        **told_columns(row.told),
        "root_message_id": row.root_message_id,
    }


def content_columns(row: Row) -> dict[str, Scalar]:
    """Give the columns that say what a report's file holds."""
    return {
        "message_id": row.message_id,
        "date_hdr": row.date.isoformat(),
        "channel": row.channel,
        "size": row.size,
        "sha256": row.sha256,
        "key_id": row.key_id,
        "wrap": row.wrap,
        "summary": row.summary,
    }


def renewed_columns(row: Row) -> dict[str, Scalar]:
    """Give the columns of a file that was written anew: also who has it, and how small it is."""
    return content_columns(row) | {"taken": taken_column(row.taken), "shrunk": row.shrunk}


def circuit_from(values: Mapping[str, Scalar]) -> Circuit:
    """Read a channel's row; raises as `row_from`."""
    return Circuit(
        channel=_text(values["name"]),
        gate=Gate(_text(values["gate"])),
        failures=_number(values["failures"]),
        due=_time(values["due_wall"]),
        floor=_floor(values),
        code=_text(values["last_code"]),
        text=_text(values["last_text_redacted"]),
        problem=_problem(values["problem"]),
    )


def circuit_columns(circuit: Circuit) -> dict[str, Scalar]:
    """Write a channel's columns."""
    return {
        "name": circuit.channel,
        "gate": circuit.gate.value,
        "failures": circuit.failures,
        "due_wall": time_column(circuit.due),
        **floor_columns(circuit.floor),
        "last_code": circuit.code,
        "last_text_redacted": circuit.text,
        "problem": problem_column(circuit.problem),
    }


def floor_columns(floor: Floor) -> dict[str, Scalar]:
    """Write a floor: its length and the moment it counts from."""
    length = floor.length // MILLISECOND
    return {"floor_ms": length, **_moment_columns("tried", floor.since)}


def told_columns(told: Moment | None) -> dict[str, Scalar]:
    """Write when the operator was told; None = not yet."""
    return _moment_columns("told", told)


def taken_column(taken: tuple[int, ...]) -> str:
    """Write the places of those who have the message already."""
    return msgspec.json.encode(taken).decode() if taken else ""


def time_column(moment: datetime | None) -> int | None:
    """Write a time that may be missing."""
    return None if moment is None else to_number(moment)


def problem_column(problem: Problem | None) -> str | None:
    """Write a problem: its code and plain values."""
    if problem is None:
        return None
    return msgspec.json.encode([problem.code.value, dict(problem.values)]).decode()


def _problem(value: Scalar) -> Problem | None:
    if value is None:
        return None
    try:
        code, values = msgspec.json.decode(_text(value), type=tuple[str, dict[str, str | int]])
        return Problem(Code(code), values)
    except (ValueError, msgspec.MsgspecError):  # a later program's code
        return None


def _floor(values: Mapping[str, Scalar]) -> Floor:
    length = _number(values["floor_ms"]) * MILLISECOND
    return Floor(min(length, LONGEST_FLOOR), _moment(values, "tried"))


def _moment(values: Mapping[str, Scalar], name: str) -> Moment | None:
    wall, mono = values[f"{name}_wall"], values[f"{name}_mono"]
    if wall is None or mono is None:
        return None
    boot = _text(values[f"{name}_boot"])
    return Moment(from_number(_number(wall)), _number(mono) * MILLISECOND, boot)


def _moment_columns(name: str, moment: Moment | None) -> dict[str, Scalar]:
    return {
        f"{name}_wall": None if moment is None else to_number(moment.wall),
        f"{name}_mono": None if moment is None else moment.mono // MILLISECOND,
        f"{name}_boot": "" if moment is None else moment.boot,
    }


def _places(value: Scalar) -> tuple[int, ...]:
    text = _text(value)
    if not text:
        return ()
    try:
        return msgspec.json.decode(text, type=tuple[int, ...])
    except msgspec.MsgspecError as error:
        raise ValueError("taken") from error


def _time(value: Scalar) -> datetime | None:
    return None if value is None else from_number(_number(value))


def _text(value: Scalar) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def _number(value: Scalar) -> int:
    if not isinstance(value, int):
        raise TypeError(type(value).__name__)
    return value


def _bytes(value: Scalar) -> bytes | None:
    if value is not None and not isinstance(value, bytes):
        raise TypeError(type(value).__name__)
    return value
