"""A test report to oneself: the whole way, marked TEST, without pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.problem import Code, trouble
from dzwonek.domain.report import Draft

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.config.settings import AgentSettings

DESCRIPTION = "To jest zgłoszenie próbne. Nie trzeba na nie odpowiadać."


def trial_draft(agent: AgentSettings, host: str, now: datetime) -> Draft:
    """Make the draft; raises ProblemError (MAIL_ADDRESS_INVALID) without an own address."""
    if "@" not in agent.email:
        raise trouble(Code.MAIL_ADDRESS_INVALID, address=agent.email)
    return Draft(
        id=new_id(now),
        created_at=now,
        occurred_at=now,
        host=host or "–",
        kind=Kind.OTHER,
        reporter=Agent(agent.name or agent.email, agent.login, agent.email),
        description=DESCRIPTION,
        occurrence=Occurrence.FIRST,
        is_test=True,
    )
