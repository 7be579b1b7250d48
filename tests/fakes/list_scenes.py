"""What the tests and the gallery of *Moje zgłoszenia* show: a draft, and a report in each state."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from dzwonek.domain.delivery import BY_HAND, Entry, State, Summary
from dzwonek.domain.ids import short_code
from dzwonek.domain.kinds import Kind
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft

NOW = datetime(2020, 2, 27, 14, 55, 12, tzinfo=UTC)  # 15:55:12 in Warsaw
ZONE = ZoneInfo("Europe/Warsaw")
WORDS = "Połączenie zostało rozłączone w trakcie rozmowy z Klientem."
HOSTILE = '<img src="file:///etc/passwd"><b>x</b>&amp;'


def fixed_id(at: datetime, *what: object) -> str:
    """Make an id of that moment (RFC 9562 §5.7) that is the same in each run and each picture."""
    chance = int.from_bytes(sha256(repr((at, what)).encode()).digest()[:8], "big") & ((1 << 62) - 1)
    return str(uuid.UUID(int=int(at.timestamp() * 1000) << 80 | 0x7 << 76 | 0b10 << 62 | chance))


def draft(minutes_ago: int = 1, **changes: object) -> Draft:
    """Make a draft of a few minutes ago."""
    at = NOW - timedelta(minutes=minutes_ago)
    fields: dict[str, object] = {
        "id": fixed_id(at, *sorted(changes.items())),
        "created_at": at,
        "occurred_at": at,
        "description": WORDS,
        "kind": Kind.CALL_IN,
    }
    return Draft(**(fields | changes))  # type: ignore[arg-type]  # a test's own short hand


def entry(state: State = State.QUEUED, minutes_ago: int = 5, **changes: object) -> Entry:
    """Make a report of a few minutes ago."""
    at = NOW - timedelta(minutes=minutes_ago)
    report_id = fixed_id(at, state, *sorted(changes.items()))
    fields: dict[str, object] = {
        "id": report_id,
        "short_code": short_code(report_id),
        "message_id": f"<{report_id}@firma.example>",
        "state": state,
        "channel": "mail",
        "created_at": at,
        "summary": Summary(words=WORDS, kind=Kind.CALL_IN),
    }
    return Entry(**(fields | changes))  # type: ignore[arg-type]  # a test's own short hand


def everything() -> tuple[tuple[Draft, ...], tuple[Entry, ...]]:
    """Give drafts, and a report in each state that people see."""
    soon = NOW + timedelta(minutes=6)
    drafts = (
        draft(1, description="Klient nie słyszy mnie, ja słyszę klienta"),
        draft(3, description="", is_flagged=True),
    )
    unreachable = Problem(Code.MAIL_UNREACHABLE, {"host": "smtp.firma.example"})
    summary = Summary(words=WORDS, kind=Kind.CALL_IN)
    entries = (
        entry(State.QUEUED, 4, due_at=NOW),
        entry(State.SENDING, 6),
        entry(State.RETRY_WAIT, 9, due_at=soon, problem=unreachable),
        entry(State.UNCERTAIN, 14, due_at=soon),
        entry(State.RETRY_WAIT, 30 * 60, due_at=soon, problem=unreachable),
        entry(State.RETRY_WAIT, 80 * 60, due_at=soon, problem=unreachable),
        entry(State.HELD, 20, problem=Problem(Code.MAIL_LOGIN_REFUSED), due_at=soon),
        entry(State.REJECTED, 30, problem=Problem(Code.MAIL_TOO_BIG)),
        entry(State.QUARANTINED, 40, problem=Problem(Code.SEALED_FILE_DAMAGED), summary=None),
        entry(State.DELIVERED, 50, delivered_at=NOW - timedelta(minutes=49)),
        entry(
            State.DELIVERED,
            70,
            delivered_at=NOW - timedelta(minutes=69),
            summary=replace(summary, times=3, ticket="104512"),
        ),
        entry(State.DELIVERED, 90, delivered_at=NOW - timedelta(minutes=40), last_code=BY_HAND),
        entry(State.EXPIRED, 2900, changed_at=NOW - timedelta(minutes=10), summary=None),
        entry(
            State.TOMBSTONE,
            8 * 24 * 60,
            delivered_at=NOW - timedelta(days=8),
            changed_at=NOW - timedelta(days=1),
            summary=None,
        ),
    )
    return drafts, entries
