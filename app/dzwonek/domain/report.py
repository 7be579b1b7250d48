"""The report itself: what the support page asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dzwonek.domain.activity import Activity
from dzwonek.domain.doubt import DoubtedClock
from dzwonek.domain.draft_life import Stage
from dzwonek.domain.identity import NOBODY, Agent
from dzwonek.domain.ids import short_code
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.matter import Inquiry
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.problem import Problem
from dzwonek.domain.thread import Thread


@dataclass(frozen=True, slots=True)
class Draft:
    """A report being written: everything the operator can still change.

    `occurred_at` and `created_at` are UTC. Numbers stand as typed. `reporter` is the agent at
    the desk; `others` are the named colleagues when `scope` is OTHERS. A letter about another
    matter than a problem has an `inquiry`, and neither kind nor pictures. `when_typed` is
    what somebody typed as the time and nobody understands; `occurred_at` is then not what is meant.
    """

    id: str
    created_at: datetime
    occurred_at: datetime
    host: str = ""
    kind: Kind | None = None
    customer: str = ""
    ours: str = ""
    reporter: Agent = NOBODY
    scope: Scope = Scope.ME
    others: tuple[str, ...] = ()
    description: str = ""
    occurrence: Occurrence | None = None
    activity: Activity | None = None
    pictures: tuple[PictureNote, ...] = ()
    picture_problem: Problem | None = None
    is_flagged: bool = False
    is_test: bool = False
    updated_at: datetime | None = None
    follows: Thread | None = None
    stage: Stage = Stage.ASIDE
    remind_at: datetime | None = None  # UTC; once it was called to mind, or taken up, there is none
    inquiry: Inquiry | None = None
    when_typed: str = ""

    @property
    def short_code(self) -> str:
        """Give the code that people read out, `DZW-` and six characters."""
        return short_code(self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """List the agents concerned; empty for a whole team."""
        if self.scope is Scope.TEAM:
            return ()
        if self.scope is Scope.OTHERS:
            return self.others
        return (self.reporter.name,)


@dataclass(frozen=True, slots=True)
class Report:
    """A checked draft at the moment (UTC) of *Wyślij*, as the computer's clock showed it."""

    draft: Draft
    submitted_at: datetime
    zone: str = "Europe/Warsaw"  # IANA name of the zone the operator's clock shows
    doubted_clock: DoubtedClock | None = None
