"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 2, 27, 14, 55, tzinfo=UTC)


class FakeClock:
    """Implements Clock; `advance` lets time pass, `jump` only sets the wall clock."""

    def __init__(self, now: datetime = START) -> None:
        self._now = now
        self._monotonic = timedelta(hours=1)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> timedelta:
        return self._monotonic

    def advance(self, length: timedelta) -> None:
        self._now += length
        self._monotonic += length

    def jump(self, length: timedelta) -> None:
        self._now += length
