"""After new settings: what waits under an old sender or recipient is addressed anew (I4)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.delivery import Entry, Envelope
    from dzwonek.domain.ports import Outbox
    from dzwonek.reporting.submit import Address

UNSENT = frozenset({State.HELD, State.QUEUED, State.RETRY_WAIT})

log = logging.getLogger("dzwonek.reporting")


def readdress_waiting(outbox: Outbox, address: Callable[[bool], Address]) -> int:
    """Give the reports that wait the sender and recipients of today; says how many changed.

    `address` is asked with whether a report is a test. A report that an attempt may have brought
    through stays as it is, and so does one that cannot be opened now.
    """
    changed = 0
    waiting = [head.id for head in outbox.heads() if head.state in UNSENT]
    for entry in outbox.some(waiting):
        if entry.state in UNSENT and entry.summary is not None:
            changed += _readdressed(outbox, entry, address(entry.summary.is_test))
    return changed


def _readdressed(outbox: Outbox, entry: Entry, wanted: Address) -> bool:
    from dzwonek.delivery.readdress import readdressed

    try:
        envelope = outbox.envelope(entry.id)
        if _is_right(envelope, wanted):
            return False
        outbox.replace(readdressed(envelope, wanted.sender, wanted.recipients))
    except ProblemError as error:
        log.info("report %s keeps its addresses: %s", entry.id, error.problem.code)
        return False
    return True


def _is_right(envelope: Envelope, wanted: Address) -> bool:
    return envelope.sender == wanted.sender and envelope.recipients == wanted.recipients
