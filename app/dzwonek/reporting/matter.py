"""Letters about other matters than a problem: begun, checked and worded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.draft_life import Stage
from dzwonek.domain.ids import new_id
from dzwonek.domain.matter import Inquiry
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.domain.identity import Agent
    from dzwonek.domain.profile import ContactProfile, Matter
    from dzwonek.domain.report import Report


def new_inquiry(
    matter: Matter, reporter: Agent, configured: Agent, host: str, now: datetime
) -> Draft:
    """Begin a letter at `now`; an address that is known for whoever sits here stands in it."""
    if not reporter.email and configured.name in ("", reporter.name):
        reporter = replace(reporter, email=configured.email)
    return Draft(
        id=new_id(now),
        created_at=now,
        occurred_at=now,
        host=host,
        reporter=reporter,
        stage=Stage.OPEN,
        inquiry=Inquiry(matter.id, matter.short),
    )


def lacks_of_inquiry(draft: Draft) -> list[Problem]:
    """List what is missing or wrong in such a letter, in the order of its form."""
    email = draft.reporter.email.strip()
    lacks = {
        Code.INQUIRY_TEXT_MISSING: not draft.description.strip(),
        Code.SYSTEM_MISSING: not draft.host.strip(),
        Code.AGENT_MISSING: not draft.reporter.name.strip(),
        Code.EMAIL_MISSING: not email,
    }
    found = [Problem(code) for code, is_lacking in lacks.items() if is_lacking]
    if email and not is_address(email):
        found.append(Problem(Code.EMAIL_INVALID, {"address": email}))
    return found


def subject_and_text(report: Report, profile: ContactProfile) -> tuple[str, str]:
    """Word a letter: a problem's as the support page asks, another matter's in its own way."""
    inquiry = report.draft.inquiry
    if inquiry is None:
        from dzwonek.domain.report_text import report_text, subject

        return subject(report, profile.words), report_text(report, profile)
    from dzwonek.domain.matter_text import inquiry_subject, inquiry_text

    return inquiry_subject(report, inquiry, profile), inquiry_text(report, inquiry, profile)


def is_address(text: str) -> bool:
    """Judge as the mail does that will name it: what passes here is not refused there."""
    from dzwonek.delivery.cleaning import ascii_address

    try:
        return bool(ascii_address(text, "reply_to"))
    except ProblemError:
        return False
