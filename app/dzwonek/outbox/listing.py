"""The reports as a list shows them: heads at once, their words page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.turns import let_others
from dzwonek.outbox.entries import entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from dzwonek.domain.delivery import Head
    from dzwonek.outbox.circuit import Circuit
    from dzwonek.outbox.contents import Contents
    from dzwonek.outbox.register import Register
    from dzwonek.outbox.rows import Row

TURN = 8  # rows opened at a stretch: a millisecond


def shows(row: Row) -> bool:
    """Say whether people see a row: what the operator destroyed they do not."""
    return row.state is not State.TOMBSTONE or row.ended_as == "delivered"


class Listing:
    """Opens the sealed words of rows. Calls raise ProblemError (DISK_…).

    `expires_at` says when a row's content will be destroyed.
    """

    def __init__(
        self,
        index: Register,
        contents: Contents,
        expires_at: Callable[[Row], datetime | None],
    ) -> None:
        self._index = index
        self._contents = contents
        self._expires_at = expires_at

    def entries(self) -> tuple[Entry, ...]:
        """List everything, newest first, but what the operator destroyed.

        Of those whose content is gone, the last thousand.
        """
        return tuple(self._entries(filter(shows, self._index.listed())))

    def heads(self) -> tuple[Head, ...]:
        """List the same, without opening anything."""
        return self._index.heads()

    def some(self, report_ids: Sequence[str]) -> tuple[Entry, ...]:
        """Give the reports of these ids that are still there, in no order; some hundreds at most.

        Other threads get their turn every few of them.
        """
        return tuple(self._entries(filter(shows, self._index.some(report_ids))))

    def thread(self, root: str) -> tuple[Entry, ...]:
        """Give the reports whose thread begins with this Message-ID, also those not shown.

        What the operator destroyed before anybody had it is not among them.
        """
        return tuple(self._entries(self._index.thread(root)))

    def entry(self, row: Row, circuit: Circuit | None = None) -> Entry:
        """Give one row's entry."""
        return entry_of(row, self._contents.summary(row), circuit, self._expires_at(row))

    def _entries(self, rows: Iterable[Row]) -> Iterator[Entry]:
        circuits: Mapping[str, Circuit] = self._index.circuits()
        for number, row in enumerate(rows):
            if number % TURN == 0:
                let_others()
            yield self.entry(row, circuits.get(row.channel))
