"""How long each wait may last at most, by the clock that never jumps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.outbox.pace import ZERO

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.outbox.pace import Moment

JUMP = timedelta(seconds=1)  # less is a clock being put right gently


class Patience:
    """Notices a wall clock that was set back while something waits, and moves its due time along.

    Without it each such jump, however small, would lengthen the wait.
    """

    def __init__(self) -> None:
        self._ends: dict[str, tuple[datetime, timedelta]] = {}

    def lawful(self, name: str, due: datetime, now: Moment) -> datetime:
        """Give `due`, or the earlier time that it has become since this wait was first seen."""
        known = self._ends.get(name)
        if known is None or known[0] != due:
            known = (due, now.mono + max(due - now.wall, ZERO))
        lawful = now.wall + max(known[1] - now.mono, ZERO)
        if due - lawful <= JUMP:
            lawful = due
        self._ends[name] = (lawful, known[1])
        return lawful

    def forget_others(self, names: set[str]) -> None:
        """Keep only what is still waited for."""
        self._ends = {name: end for name, end in self._ends.items() if name in names}
