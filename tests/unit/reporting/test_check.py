"""What a draft still lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.problem import Code
from dzwonek.domain.report import Draft
from dzwonek.reporting.check import MAX_DESCRIPTION, problems_of

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
WHOLE = Draft(
    id=new_id(NOW),
    created_at=NOW,
    occurred_at=NOW,
    host="twojanazwa.daktela.com",
    kind=Kind.CALL_IN,
    reporter=Agent("Tobiasz Świeczka"),
    description="połączenie zostało rozłączone",
    occurrence=Occurrence.FIRST,
)


def codes(draft: Draft) -> list[Code]:
    return [problem.code for problem in problems_of(draft)]


def test_a_whole_draft_lacks_nothing() -> None:
    assert codes(WHOLE) == []


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (replace(WHOLE, host=" "), Code.SYSTEM_MISSING),
        (replace(WHOLE, reporter=Agent("  ")), Code.AGENT_MISSING),
        (replace(WHOLE, kind=None), Code.KIND_MISSING),
        (replace(WHOLE, scope=Scope.OTHERS, others=(" ",)), Code.NAMES_MISSING),
        (replace(WHOLE, description=" \n "), Code.DESCRIPTION_MISSING),
        (replace(WHOLE, occurrence=None), Code.OCCURRENCE_MISSING),
        (replace(WHOLE, description="a" * (MAX_DESCRIPTION + 1)), Code.TEXT_TOO_LONG),
        (replace(WHOLE, customer="1" * 301), Code.TEXT_TOO_LONG),
    ],
)
def test_each_gap_is_named_alone(draft: Draft, code: Code) -> None:
    assert codes(draft) == [code]


def test_numbers_are_never_demanded() -> None:
    assert codes(replace(WHOLE, customer="", ours="")) == []


def test_problems_stand_in_the_order_of_the_form() -> None:
    empty = Draft(id=WHOLE.id, created_at=NOW, occurred_at=NOW)
    assert codes(empty) == [
        Code.SYSTEM_MISSING,
        Code.AGENT_MISSING,
        Code.KIND_MISSING,
        Code.DESCRIPTION_MISSING,
        Code.OCCURRENCE_MISSING,
    ]


def test_a_typed_time_that_gives_no_moment_keeps_the_report_here() -> None:
    draft = replace(WHOLE, when_typed="przed obiadem")
    assert [problem.code for problem in problems_of(draft)] == [Code.TIME_UNCLEAR]
