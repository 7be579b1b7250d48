"""Waits for the events of a source as the event loop would: by its descriptor, with a deadline."""

from __future__ import annotations

import select
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.events import Event
    from dzwonek.domain.ports import EventSource


def listen(source: EventSource, count: int = 1, seconds: float = 5.0) -> list[Event]:
    """Give the events that came until `count` were there or the time was over."""
    events: list[Event] = list(source.pump())
    ends_at = time.monotonic() + seconds
    while len(events) < count:
        left = ends_at - time.monotonic()
        if not is_readable(source, left):
            break
        events.extend(source.pump())
    return events


def is_readable(source: EventSource, seconds: float = 0.0) -> bool:
    """Say whether the descriptor says, within the time, that there is something to pump."""
    return bool(select.select([source.fileno()], [], [], max(seconds, 0.0))[0])
