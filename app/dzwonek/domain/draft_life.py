"""What becomes of a half-written report between the first key and *Wyślij*."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from dzwonek.domain.picture import Retouch
    from dzwonek.domain.report import Draft

REMIND_AFTER = timedelta(minutes=15)  # longer than nearly any call
GRACE = timedelta(seconds=30)  # as long as a hand needs to take an empty draft back


class Stage(StrEnum):
    """Where a draft is."""

    OPEN = "open"  # in the form; found so at a start, it was there when the program ended
    ASIDE = "aside"  # waits in the list
    DROPPED = "dropped"  # closed with nothing in it: destroyed soon, unless it is taken back


def is_blank(
    draft: Draft, begun: Draft, drawn: Mapping[str, Retouch], *, is_named: bool = False
) -> bool:
    """Say whether nobody wrote, chose, drew, added or removed anything since it was `begun`.

    Who sits here is filled in by the program unless it `is_named` by a hand, and what was stored
    of the pictures changes their notes. `drawn` is what was done to each picture, by its id.
    """
    filled_in = replace(
        draft,
        reporter=begun.reporter,
        description=draft.description.strip(),
        pictures=begun.pictures,
        updated_at=begun.updated_at,
    )
    before = replace(begun, description=begun.description.strip())
    pictures = [note.id for note in draft.pictures]
    is_same = pictures == [note.id for note in begun.pictures]
    return not is_named and filled_in == before and is_same and not any(drawn.values())


def is_fresh_follow_up(draft: Draft) -> bool:
    """Say whether nothing was stored of a follow-up but what its beginning took over."""
    is_follow_up = draft.follows is not None and not draft.follows.is_resent
    return is_follow_up and draft.updated_at == draft.created_at


def reminder_wait(remind_at: datetime, now: datetime) -> timedelta:
    """Give the wait until a marked moment is to be called to mind, never longer than from afresh.

    A clock that was set back would make it wait for years.
    """
    return min(max(remind_at - now, timedelta(0)), REMIND_AFTER)
