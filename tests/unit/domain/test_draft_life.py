"""What becomes of a half-written report between the first key and *Wyślij*."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.domain.activity import Activity
from dzwonek.domain.draft_life import REMIND_AFTER, Stage, is_blank, reminder_wait
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.picture import UNTOUCHED, PictureNote, Rect, Retouch
from dzwonek.domain.report import Draft
from tests.fakes.clock import START

NOTES = tuple(PictureNote(name, "DP-1", 64, 48, "image/png", START) for name in ("one", "two"))
BEGUN = Draft(new_id(START), START, START, "twojanazwa.daktela.com", pictures=NOTES)
COVER = Retouch((Rect(0, 0, 10, 10),))


def test_a_form_as_it_was_opened_is_blank() -> None:
    assert is_blank(BEGUN, BEGUN, {"one": UNTOUCHED, "two": UNTOUCHED})


def test_what_the_program_fills_in_by_itself_leaves_it_blank() -> None:
    stored = tuple(replace(note, media_type="image/jpeg") for note in NOTES)
    filled_in = replace(
        BEGUN,
        reporter=Agent("Tobiasz Świeczka", "swieczka"),
        description=" \n",
        pictures=stored,
        updated_at=START,
    )
    assert is_blank(filled_in, BEGUN, {})


@pytest.mark.parametrize(
    "touched",
    [
        replace(BEGUN, description="nie słychać"),
        replace(BEGUN, kind=Kind.CHAT),
        replace(BEGUN, occurrence=Occurrence.FIRST),
        replace(BEGUN, customer="730770660"),
        replace(BEGUN, ours="223784756"),
        replace(BEGUN, host="inna.daktela.com"),
        replace(BEGUN, when_typed="przed obiadem"),
        replace(BEGUN, scope=Scope.TEAM),
        replace(BEGUN, others=("Anna Przykład",)),
        replace(BEGUN, activity=Activity(Kind.CALL_IN, START)),
        replace(BEGUN, occurred_at=START - timedelta(minutes=1)),
        replace(BEGUN, pictures=NOTES[:1]),
        replace(BEGUN, pictures=(*NOTES, replace(NOTES[0], id="three"))),
    ],
)
def test_anything_that_a_person_did_makes_it_worth_keeping(touched: Draft) -> None:
    assert not is_blank(touched, BEGUN, {})


def test_a_name_that_a_hand_gave_makes_it_worth_keeping() -> None:
    named = replace(BEGUN, reporter=Agent("Anna Przykład"))
    assert not is_blank(named, BEGUN, {}, is_named=True)
    assert is_blank(named, BEGUN, {}, is_named=False)


def test_what_stood_there_from_the_start_is_nobodys_writing_whatever_line_it_ends_with() -> None:
    begun = replace(BEGUN, description="nie słychać\n")
    assert is_blank(replace(begun, description="nie słychać"), begun, {})


def test_a_cover_makes_it_worth_keeping() -> None:
    assert not is_blank(BEGUN, BEGUN, {"one": UNTOUCHED, "two": COVER})


def test_drafts_of_earlier_versions_are_offered_to_nobody() -> None:
    assert Draft(BEGUN.id, START, START).stage is Stage.ASIDE


@given(st.integers(-(10**7), 10**7))
def test_a_reminder_is_never_put_off_by_a_clock_that_was_set(seconds: int) -> None:
    remind_at = START + REMIND_AFTER
    wait = reminder_wait(remind_at, START + timedelta(seconds=seconds))
    assert timedelta(0) <= wait <= REMIND_AFTER
    if 0 <= seconds <= REMIND_AFTER.total_seconds():
        assert wait == REMIND_AFTER - timedelta(seconds=seconds)
