"""How long a draft is kept: from its last saving, with a mark beside it once its end was told.

The mark `told` holds three plain values (wall time, monotonic time, start of the system) and
nothing of the draft. Neither needs the draft's key: what cannot be read has its term, too.
"""

from __future__ import annotations

import os
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from dzwonek.outbox import disk, seal
from dzwonek.outbox.owner import boot_id
from dzwonek.outbox.pace import MILLISECOND, Moment, from_number, to_number
from dzwonek.outbox.retention import Term

if TYPE_CHECKING:
    from datetime import timedelta
    from pathlib import Path

    from dzwonek.domain.ports import Clock

TOLD = "told"


class DraftTerms:
    """Tells the terms of drafts; each is named by the place of its sealed text."""

    def __init__(self, clock: Clock, keep: timedelta) -> None:
        self._clock = clock
        self._boot = boot_id() or os.urandom(8).hex()  # else what holds within this process
        self.keep = keep

    def end_to_be_told(self, path: Path) -> datetime | None:
        """Give the end of a draft of which the operator has to be told now, else None."""
        term = self._term(path)
        return term.end(self._now()) if term and term.is_to_be_told(self._now()) else None

    def left(self, path: Path) -> timedelta | None:
        """Give what is left of a draft's time, nothing when it is over; None if nobody was told."""
        if not path.with_name(TOLD).exists():
            return None
        term = self._term(path)
        return term.left(self._now()) if term else None

    def note(self, path: Path) -> None:
        """Mark durably that its end was told now; raises OSError."""
        now = self._now()
        mark = [to_number(now.wall), now.mono // MILLISECOND, now.boot]
        disk.write_durably(path.with_name(TOLD), [msgspec.json.encode(mark)])

    def _term(self, path: Path) -> Term | None:
        """Give the term; None for what is gone or was sealed by a later version."""
        try:
            with disk.reading(path) as file:
                changed = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
                is_ours = seal.is_known(file.read(seal.PREFIX_LENGTH))
        except (OSError, OverflowError, ValueError):
            return None
        if not is_ours:
            return None
        if changed > self._clock.now():  # written under a wrong clock: its id tells its beginning
            changed = from_number(uuid.UUID(path.parent.name).int >> 80)
        return Term(changed, self.keep, _told(path.with_name(TOLD)))

    def _now(self) -> Moment:
        return Moment.of(self._clock, self._boot)


def _told(path: Path) -> Moment | None:
    """Read a mark; None when there is none or it makes no sense: then it is told anew."""
    try:
        mark = disk.read_beginning(path)
        wall, mono, boot = msgspec.json.decode(mark, type=tuple[int, int, str])
        return Moment(from_number(wall), mono * MILLISECOND, boot)
    except (OSError, msgspec.MsgspecError, OverflowError, ValueError):
        return None
