"""What one report was typed with, the next one has already."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dzwonek.domain.identity import NOBODY, Agent, Identity, IdentitySource, Remembered
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.picture import Capture
from dzwonek.domain.report import Draft
from dzwonek.reporting.begin import known_identity
from dzwonek.reporting.reception import Reception
from tests.fakes.parts import MemoryParts

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
ANNA = Agent("Anna Przykładowa", login="anna")
TOLD = Identity(ANNA, IdentitySource.DAKTELA, NOW)


@pytest.fixture
def parts() -> MemoryParts:
    made = MemoryParts()
    made.host, made.configured_agent = "", NOBODY
    return made


def typed(reception: Reception, **changes: object) -> Draft:
    """Give a whole report as it was typed."""
    fields: dict[str, object] = {
        "host": "twojanazwa.daktela.com",
        "kind": Kind.CALL_IN,
        "reporter": Agent("Jan Wzorcowy"),
        "description": "Cisza.",
        "occurrence": Occurrence.FIRST,
    }
    return replace(reception.begin(Capture(NOW)), **(fields | changes))  # type: ignore[arg-type]  # a test's own short hand


def test_a_typed_address_and_name_stand_in_the_next_report(parts: MemoryParts) -> None:
    reception = Reception(parts)
    reception.submit(typed(reception))
    following = Reception(parts)
    following.recall()
    draft = following.begin(Capture(NOW))
    assert (draft.host, draft.reporter) == ("twojanazwa.daktela.com", Agent("Jan Wzorcowy"))
    assert following.known().source is IdentitySource.TYPED


def test_a_configured_address_holds_before_a_remembered_one(parts: MemoryParts) -> None:
    reception = Reception(parts)
    reception.submit(typed(reception, host="dawny.daktela.com"))
    parts.host = "twojanazwa.daktela.com"
    assert reception.begin(Capture(NOW)).host == "twojanazwa.daktela.com"
    reception.submit(typed(reception))
    assert parts.memory.remembered.host == ""


def test_named_colleagues_are_offered_again_and_can_be_forgotten(parts: MemoryParts) -> None:
    reception = Reception(parts)
    about = typed(reception, scope=Scope.OTHERS, others=("Ewa Zmyślona", "Anna Przykładowa"))
    reception.submit(about)
    assert reception.colleagues == ("Ewa Zmyślona", "Anna Przykładowa")
    reception.forget_name("Ewa Zmyślona")
    assert parts.memory.remembered.colleagues == ("Anna Przykładowa",)


def test_names_of_a_report_about_oneself_are_not_kept(parts: MemoryParts) -> None:
    reception = Reception(parts)
    reception.submit(typed(reception, scope=Scope.ME, others=("Ewa Zmyślona",)))
    assert reception.colleagues == ()


def test_nothing_is_remembered_of_a_test_report(parts: MemoryParts) -> None:
    reception = Reception(parts)
    reception.submit(typed(reception, is_test=True))
    assert parts.memory.remembered == Remembered()


def test_a_name_typed_after_daktelas_answer_holds_before_it() -> None:
    remembered = Remembered(TOLD, (ANNA.name,)).with_name("Jan Wzorcowy")
    assert known_identity(remembered, NOBODY, NOW).agent == Agent("Jan Wzorcowy")
    again = remembered.with_name(ANNA.name)
    assert known_identity(again, NOBODY, NOW).agent == ANNA
    assert known_identity(again, NOBODY, NOW).source is IdentitySource.REMEMBERED


def test_a_configured_name_holds_before_one_that_was_typed() -> None:
    remembered = Remembered(names=("Jan Wzorcowy",))
    known = known_identity(remembered, Agent("Tobiasz Świeczka"), NOW)
    assert (known.agent.name, known.source) == ("Tobiasz Świeczka", IdentitySource.SETTINGS)


def test_an_answer_before_the_file_was_read_takes_nothing_from_it(parts: MemoryParts) -> None:
    parts.memory.remembered = Remembered(colleagues=("Ewa Zmyślona",))
    reception = Reception(parts)
    reception.meet(TOLD)
    assert parts.memory.remembered.colleagues == ("Ewa Zmyślona",)
    assert parts.memory.remembered.identity == TOLD
    assert reception.recall() == parts.memory.remembered
