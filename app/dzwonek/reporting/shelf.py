"""What a person asks of the reports in *Moje zgłoszenia*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import ProblemError
from dzwonek.domain.ticket import ticket_number
from dzwonek.domain.wishes import has_content
from dzwonek.reporting.follow_up import follow_up, thread_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dzwonek.domain.delivery import Entry, Head
    from dzwonek.domain.identity import Agent
    from dzwonek.domain.ports import Clock, DraftBox, Outbox
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.letter import Letters


class Stores(Protocol):
    """What the list works on."""

    @property
    def clock(self) -> Clock: ...  # noqa: D102
    @property
    def drafts(self) -> DraftBox: ...  # noqa: D102
    @property
    def outbox(self) -> Outbox: ...  # noqa: D102
    @property
    def letters(self) -> Letters: ...  # noqa: D102
    @property
    def host(self) -> str: ...  # noqa: D102

    def nudge(self) -> None:
        """Tell the courier that something new waits."""
        ...


@dataclass(frozen=True, slots=True)
class Resent:
    """A report that was written anew; `is_replaced` says that the old one waits no longer."""

    entry: Entry
    is_replaced: bool


class Shelf:
    """Serves the list of reports. Every call may block and may raise ProblemError (DISK_…)."""

    def __init__(self, stores: Stores, agent: Callable[[], Agent]) -> None:
        """Take `agent`, who says who sits at the desk now."""
        self._stores = stores
        self._agent = agent

    def heads(self) -> tuple[Head, ...]:
        """List the reports, newest first, without their words."""
        return self._stores.outbox.heads()

    def some(self, report_ids: Sequence[str]) -> tuple[Entry, ...]:
        """Give those of these reports that are there, in no order; some hundreds at most."""
        return self._stores.outbox.some(report_ids)

    def follow_up(self, report_id: str) -> Draft:
        """Store the draft of a report that it happened again, and give it.

        Works as well where the earlier content is gone; then only the thread goes on.
        """
        stores = self._stores
        entry = stores.outbox.entry(report_id)
        thread = thread_of(entry, self._thread(entry), stores.drafts.drafts())
        now = stores.clock.now()
        draft = follow_up(entry, thread, self._earlier(entry), self._agent(), stores.host, now)
        draft = replace(draft, updated_at=now)
        stores.drafts.save(draft)
        return draft

    def resend(self, report_id: str) -> Resent:
        """Send a report again as a new one; the old one, if it still waits, is given up for it.

        Raises ProblemError: REPORT_FOREIGN, REPORT_BUSY, … and then nothing was stored.
        """
        from dzwonek.reporting.resend import written_anew
        from dzwonek.reporting.submit import summary_of

        stores = self._stores
        entry = stores.outbox.entry(report_id)
        envelope = stores.outbox.envelope(report_id)
        thread = thread_of(entry, (), (), is_resent=True)
        matter = entry.summary.matter if entry.summary is not None else ""
        draft, letter = written_anew(envelope, thread, stores.letters, stores.clock.now(), matter)
        told = letter, summary_of(draft), draft.created_at
        is_replaced = entry.state is not State.DELIVERED
        outbox = stores.outbox
        made = outbox.supersede(report_id, *told) if is_replaced else outbox.submit(*told)
        stores.nudge()
        return Resent(made, is_replaced)

    def confirm(self, report_id: str, typed: str = "") -> Entry:
        """Note that a report arrived, and support's number of it, as typed.

        Raises ProblemError: TICKET_INVALID, TICKET_OWN_CODE, REPORT_BUSY, QUEUE_KEY_UNREACHABLE, …
        """
        return self._stores.outbox.confirm(report_id, ticket_number(typed))

    def _thread(self, entry: Entry) -> tuple[Entry, ...]:
        return self._stores.outbox.thread(entry.root_message_id or entry.message_id)

    def _earlier(self, entry: Entry) -> Draft | None:
        """Read what was written, if it can be read."""
        from dzwonek.reporting.reread import reread

        if not has_content(entry):
            return None
        try:
            return reread(self._stores.outbox.envelope(entry.id)).draft
        except ProblemError:
            return None
