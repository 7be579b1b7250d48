"""What a draft still lacks before it can be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.kinds import Scope
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.matter import lacks_of_inquiry

if TYPE_CHECKING:
    from dzwonek.domain.report import Draft

MAX_DESCRIPTION = 20_000  # characters; far above any sentence, far below a mail server's limits
MAX_FIELD = 300


def problems_of(draft: Draft) -> tuple[Problem, ...]:
    """List what is missing or too long, in the order of the form."""
    inquiry = draft.inquiry
    found = lacks_of_inquiry(draft) if inquiry else [Problem(code) for code in _missing(draft)]
    if draft.when_typed:
        found.append(Problem(Code.TIME_UNCLEAR))
    if len(draft.description) > MAX_DESCRIPTION:
        found.append(_too_long("description", MAX_DESCRIPTION))
    fields = {
        "customer": draft.customer,
        "ours": draft.ours,
        "agent": draft.reporter.name,
        "host": draft.host,
        "names": max(draft.others, key=len, default=""),
        "email": draft.reporter.email if inquiry else "",
        "quantity": inquiry.quantity if inquiry else "",
    }
    found += [_too_long(name, MAX_FIELD) for name, text in fields.items() if len(text) > MAX_FIELD]
    return tuple(found)


def _missing(draft: Draft) -> list[Code]:
    lacks = {
        Code.SYSTEM_MISSING: not draft.host.strip(),
        Code.AGENT_MISSING: not draft.reporter.name.strip(),
        Code.KIND_MISSING: draft.kind is None,
        Code.NAMES_MISSING: draft.scope is Scope.OTHERS and not any(map(str.strip, draft.others)),
        Code.DESCRIPTION_MISSING: not draft.description.strip(),
        Code.OCCURRENCE_MISSING: draft.occurrence is None,
    }
    return [code for code, is_lacking in lacks.items() if is_lacking]


def _too_long(field: str, limit: int) -> Problem:
    return Problem(Code.TEXT_TOO_LONG, {"field": field, "limit": limit})
