"""A person wants a report sent now: it is made due, and what shut it out is looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.delivery import TROUBLED, State
from dzwonek.domain.problem import Code, trouble
from dzwonek.outbox.contents import row_of
from dzwonek.outbox.pace import Moment, to_number
from dzwonek.outbox.rows import Row, Scalar, content_columns, renewed_columns, told_columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.outbox.contents import Contents
    from dzwonek.outbox.keys import KeyRing
    from dzwonek.outbox.register import Register


class Hurry:
    """Makes reports due. Calls raise ProblemError (DISK_…)."""

    def __init__(
        self, index: Register, contents: Contents, keys: KeyRing, now: Callable[[], Moment]
    ) -> None:
        self._index = index
        self._contents = contents
        self._keys = keys
        self._now = now

    def make_due(self, row: Row) -> None:
        """Queue a report that is neither delivered nor being sent; floors and leases still hold.

        Raises ProblemError: REPORT_BUSY when it changed just now, and what stands in the way of
        opening a quarantined one.
        """
        wall = to_number(self._now().wall)
        columns: dict[str, Scalar] = {"due_wall": wall, "urgent": 1, **told_columns(None)}
        self._keys.ask_again()
        if row.state is State.QUARANTINED:
            columns |= self._rescued(row)
        elif row.state in TROUBLED:
            columns |= {"state": State.QUEUED.value, "hold": "", "problem": None}
        if self._index.change(row, {**columns, "changed_wall": wall}) is None:
            raise trouble(Code.REPORT_BUSY, id=row.id)

    def _rescued(self, row: Row) -> dict[str, Scalar]:
        """Check that a quarantined report can be opened, and give the columns it then has."""
        self._contents.envelope(row.id)
        stored = self._contents.stored(row.id)
        if stored is None:
            raise trouble(Code.SEALED_FILE_DAMAGED, reason="missing")
        now = self._now()
        found = row_of(stored, now, now.wall)
        fresh = content_columns(found) if found.wrap == row.wrap else renewed_columns(found)
        return {"state": State.QUEUED.value, "hold": "", "problem": None, **fresh}
