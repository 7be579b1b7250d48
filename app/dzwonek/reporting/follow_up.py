"""*Zdarzyło się ponownie*: a new report that goes on with an earlier one's thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.draft_life import Stage
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Occurrence
from dzwonek.domain.report import Draft
from dzwonek.domain.thread import Thread

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.identity import Agent


def follow_up(
    entry: Entry, thread: Thread, earlier: Draft | None, reporter: Agent, host: str, now: datetime
) -> Draft:
    """Begin a report of `now` with what stood in the `earlier` one, as far as that is still kept.

    The moment is new, and so are pictures and the call: only what was written is taken over.
    """
    fresh = Draft(
        id=new_id(now),
        created_at=now,
        occurred_at=now,
        host=host,
        reporter=reporter,
        occurrence=Occurrence.REPEATED,
        follows=thread,
    )
    if earlier is None:
        return _from_words(fresh, entry)
    written = earlier.description.rstrip()
    is_constant = earlier.occurrence is Occurrence.CONSTANT
    return replace(
        fresh,
        host=earlier.host or host,
        reporter=reporter if reporter.name else earlier.reporter,
        kind=earlier.kind,
        customer=earlier.customer,
        ours=earlier.ours,
        scope=earlier.scope,
        others=earlier.others,
        description=f"{written}\n" if written else "",  # the new sentence begins a line
        occurrence=Occurrence.CONSTANT if is_constant else Occurrence.REPEATED,
    )


def _from_words(fresh: Draft, entry: Entry) -> Draft:
    """Take the little that the list knows, where the message cannot be read."""
    known = entry.summary
    if known is None:
        return fresh
    return replace(fresh, kind=known.kind, customer=known.customer, ours=known.ours)


def thread_of(
    entry: Entry, before: Iterable[Entry], drafts: Iterable[Draft], *, is_resent: bool = False
) -> Thread:
    """Tie a new report to `entry`; `before` are the reports of its thread, `drafts` all there are.

    How often it has happened is what the newest of them says or, where nobody can read that any
    more, how many there are. Drafts of the same thread count, too: they will be sent.
    """
    root = entry.root_message_id or entry.message_id
    reports = list(before)
    half_written = [
        draft.follows.times
        for draft in drafts
        if draft.follows is not None and draft.follows.root == root and not draft.follows.is_resent
        if draft.stage is not Stage.DROPPED
    ]
    told = [report.summary.times for report in reports if report.summary is not None]
    happened = max([1, len(reports), *told, *half_written])
    own = entry.summary.times if entry.summary is not None else 1
    return Thread(
        code=entry.short_code,
        message_id=entry.message_id,
        root=root,
        times=own if is_resent else happened + 1,
        ticket=entry.ticket or next((each.ticket for each in reports if each.ticket), ""),
        is_resent=is_resent,
    )
