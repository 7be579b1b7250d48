"""Half-written reports that nobody is writing: each is told of once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from dzwonek.domain.draft_life import Stage
from dzwonek.domain.ids import new_id
from dzwonek.domain.report import Draft
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.unfinished import Unfinished
from tests.fakes.boxes import MemoryDrafts
from tests.fakes.clock import START
from tests.fakes.parts import FULL, MemoryParts


@pytest.fixture
def box() -> MemoryDrafts:
    return MemoryDrafts()


@pytest.fixture
def unfinished(box: MemoryDrafts) -> Unfinished:
    return Unfinished(lambda: box)


def stored(box: MemoryDrafts, minutes: int = 0, **changes: object) -> Draft:
    created = START + timedelta(minutes=minutes)
    draft = replace(Draft(new_id(created), created, created), **changes)  # type: ignore[arg-type]  # a test's own short hand
    box.save(draft)
    return draft


def test_what_was_open_at_the_end_is_given_at_one_start_alone(
    box: MemoryDrafts, unfinished: Unfinished
) -> None:
    draft = stored(box, stage=Stage.OPEN, description="nie słychać")
    stored(box, 1)
    (offered,) = unfinished.left_open("")
    assert (offered.id, offered.description) == (draft.id, "nie słychać")
    assert unfinished.left_open("") == ()
    assert len(box.drafts()) == 2


def test_the_draft_that_is_open_again_is_not_offered(
    box: MemoryDrafts, unfinished: Unfinished
) -> None:
    draft = stored(box, stage=Stage.OPEN)
    assert unfinished.left_open(draft.id) == ()
    assert box.texts[draft.id].stage is Stage.OPEN


def test_an_empty_draft_that_was_closed_is_destroyed_at_the_next_start(
    box: MemoryDrafts, unfinished: Unfinished
) -> None:
    stored(box, stage=Stage.DROPPED)
    assert unfinished.left_open("") == ()
    assert box.drafts() == ()


def test_where_the_disk_takes_nothing_it_is_offered_all_the_same(
    box: MemoryDrafts, unfinished: Unfinished, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = stored(box, stage=Stage.OPEN)

    def full(_: Draft) -> None:
        box.broken = FULL
        box._check()

    monkeypatch.setattr(box, "save", full)
    assert [one.id for one in unfinished.left_open("")] == [draft.id]


def test_a_marked_moment_is_called_to_mind_once(box: MemoryDrafts, unfinished: Unfinished) -> None:
    one = stored(box, remind_at=START)
    other = stored(box, 1, remind_at=START)
    stored(box, 2)
    assert {draft.id for draft in unfinished.to_remind()} == {one.id, other.id}
    assert [draft.id for draft in unfinished.remind({one.id, "gone"})] == [one.id]
    assert unfinished.remind({one.id}) == ()
    assert [draft.id for draft in unfinished.to_remind()] == [other.id]


def test_an_empty_draft_that_was_closed_stands_in_no_list_unless_it_is_taken_back() -> None:
    parts = MemoryParts()
    reception = Reception(parts)
    dropped = stored(parts.drafts, stage=Stage.DROPPED)
    assert reception.drafts() == ()
    assert reception.tally().drafts == 0
    reception.unfinished.keep(dropped)
    assert [draft.stage for draft in reception.drafts()] == [Stage.ASIDE]
