"""What the list holds of each draft and report before anything of it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.search import Sought, sought
from dzwonek.ui.report_lines import Group, group_of

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Head
    from dzwonek.domain.report import Draft

SETTLED = frozenset({State.DELIVERED, State.TOMBSTONE, State.EXPIRED})
GONE = SETTLED - {State.DELIVERED}


@dataclass(frozen=True, slots=True)
class Item:
    """One draft or report, and what of it can be searched; its words are made when it is seen."""

    id: str
    at: datetime
    group: Group
    sought: Sought
    draft: Draft | None = None
    entry: Entry | None = None
    revision: int = -1

    def is_still(self, head: Head) -> bool:
        """Say whether nothing of it can have changed since it was read.

        What waits does change without its row: with its channel, or when its key is back.
        """
        entry = self.entry
        if entry is None or head.revision != self.revision or head.state not in SETTLED:
            return False
        return entry.summary is not None or head.state in GONE


def draft_item(draft: Draft) -> Item:
    """Take a draft in."""
    names = (draft.reporter.name, *draft.others)
    activity = draft.activity
    numbers = [draft.customer, draft.ours]
    numbers += [activity.customer, activity.ours] if activity is not None else []
    about = draft.inquiry.name if draft.inquiry is not None else ""
    return Item(
        id=draft.id,
        at=draft.created_at,
        group=Group.DRAFTS,
        sought=sought((draft.description, *names, draft.short_code, about), numbers),
        draft=draft,
    )


def entry_item(entry: Entry, revision: int = -1) -> Item:
    """Take a report in, as its row stood at `revision`."""
    words: tuple[str, ...] = (entry.short_code,)
    numbers: tuple[str, ...] = ()
    if entry.summary is not None:
        known = entry.summary
        words = (known.words, *known.names, entry.short_code, known.ticket, known.matter)
        numbers = (known.customer, known.ours)
    return Item(
        id=entry.id,
        at=entry.created_at,
        group=group_of(entry.state),
        sought=sought(words, numbers),
        entry=entry,
        revision=revision,
    )
