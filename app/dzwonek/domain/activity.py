"""A recent call, e-mail or chat of the agent, as Daktela tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from dzwonek.domain.kinds import Kind


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing the agent did: enough to recognise it and to fill a report from it."""

    kind: Kind
    occurred_at: datetime
    customer: str = ""  # phone number, mail address or name of the other side
    ours: str = ""  # our own number, for calls
    title: str = ""
    queue: str = ""
    call_id: str = ""
    duration: timedelta | None = None
    is_answered: bool | None = None
    ended_by: str = ""  # caller | agent | transfer | system | …, as Daktela says it
