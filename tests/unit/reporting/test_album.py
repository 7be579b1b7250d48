"""The pictures of one draft: what the form shows covered is what is stored and sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dzwonek.capture.raster import decoded
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Rect
from dzwonek.domain.problem import ProblemError
from dzwonek.domain.report import Draft
from dzwonek.reporting.album import Album
from dzwonek.reporting.begin import note_of
from tests.fakes.boxes import MemoryDrafts
from tests.fakes.parts import FULL
from tests.fakes.screens import plain_shot

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
SHOTS = (plain_shot("L"), plain_shot("R", left=64))
WHOLE = (Rect(0, 0, 64, 48),)


@pytest.fixture
def box() -> MemoryDrafts:
    return MemoryDrafts()


@pytest.fixture
def draft() -> Draft:
    return Draft(new_id(NOW), NOW, NOW, pictures=tuple(note_of(shot) for shot in SHOTS))


def is_black(box: MemoryDrafts, draft: Draft, number: int) -> bool:
    image = decoded(box.pictures[draft.id, draft.pictures[number].id].content)
    return image.pixelColor(5, 5).lightness() == 0


def test_all_shots_are_stored_with_their_notes(box: MemoryDrafts, draft: Draft) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    assert len(box.pictures) == 2
    assert album.noted(draft).pictures == album.notes


def test_a_cover_that_could_not_be_burnt_is_never_passed_over(
    box: MemoryDrafts, draft: Draft
) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    box.broken = FULL
    with pytest.raises(ProblemError):
        album.cover(draft.pictures[0].id, WHOLE)
    with pytest.raises(ProblemError):
        album.settle()
    box.broken = None
    album.settle()
    assert is_black(box, draft, 0)
    assert album.notes[0].is_covered


def test_a_picture_that_found_no_room_is_stored_later_with_its_cover(
    box: MemoryDrafts, draft: Draft
) -> None:
    album = Album(lambda: box, draft, SHOTS)
    box.broken = FULL
    with pytest.raises(ProblemError):
        album.settle()
    with pytest.raises(ProblemError):
        album.cover(draft.pictures[1].id, WHOLE)
    box.broken = None
    album.settle()
    assert not is_black(box, draft, 0)
    assert is_black(box, draft, 1)


def test_a_cover_taken_back_shows_the_picture_as_captured(box: MemoryDrafts, draft: Draft) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    before = box.pictures[draft.id, draft.pictures[0].id].content
    album.cover(draft.pictures[0].id, WHOLE)
    assert is_black(box, draft, 0)
    album.cover(draft.pictures[0].id, ())
    assert box.pictures[draft.id, draft.pictures[0].id].content == before
    assert not album.notes[0].is_covered


def test_a_dropped_picture_is_in_no_note(box: MemoryDrafts, draft: Draft) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    album.drop(draft.pictures[0].id)
    assert [note.monitor for note in album.noted(draft).pictures] == ["R"]
    assert len(box.pictures) == 1


def test_a_lost_picture_of_a_stored_draft_holds_nothing_up(box: MemoryDrafts, draft: Draft) -> None:
    album = Album(lambda: box, draft, ())
    album.settle()
    with pytest.raises(ProblemError):
        album.cover(draft.pictures[0].id, WHOLE)
    album.settle()
