"""Time, from one place, so that tests can own it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Give the wall time in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> timedelta:
        """Give the time since some fixed moment; it never jumps."""
        return timedelta(seconds=time.monotonic())
