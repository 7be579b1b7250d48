"""What may be done with a report in the list: pure decisions from where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.delivery import TROUBLED, WAITING, Phase, State

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Entry

GONE = frozenset({State.TOMBSTONE, State.EXPIRED})
UNSENT = (WAITING | TROUBLED) - {State.SENDING}


def has_content(entry: Entry) -> bool:
    """Say whether the message itself is still kept."""
    return entry.state not in GONE


def can_retry(entry: Entry) -> bool:
    """Say whether a person may have the same message sent now."""
    return entry.state in UNSENT


def can_resend(entry: Entry) -> bool:
    """Say whether it may be sent again as a new report (invariant I4).

    Only what may have arrived already, or was refused as it is: everything else simply waits. Of
    one that some recipients have, those who are left get the same message.
    """
    if entry.taken or not has_content(entry) or entry.state is State.QUARANTINED:
        return False
    if entry.state in (State.DELIVERED, State.REJECTED):
        return not _is_test(entry)
    was_given = entry.uncertain_count > 0 or entry.phase is Phase.DOT_SENT
    return was_given and entry.state in UNSENT and not _is_test(entry)


def can_follow_up(entry: Entry) -> bool:
    """Say whether a report that it happened again can join this one's thread.

    Its content need not be there any more; its Message-ID is.
    """
    never_left = entry.state in (State.QUARANTINED, State.EXPIRED)
    is_other = entry.summary is not None and bool(entry.summary.matter)
    return bool(entry.message_id) and not (never_left or is_other or _is_test(entry))


def can_confirm(entry: Entry) -> bool:
    """Say whether support's number can be noted, or that it arrived by another way.

    Both stand among the sealed words, so these have to be readable.
    """
    if entry.summary is None or entry.state is State.QUARANTINED or _is_test(entry):
        return False
    return entry.state is State.DELIVERED or entry.state in UNSENT


def _is_test(entry: Entry) -> bool:
    return entry.summary is not None and entry.summary.is_test
