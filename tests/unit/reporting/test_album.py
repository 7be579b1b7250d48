"""The pictures of one draft: what the form shows covered is what is stored and sent."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dzwonek.capture.raster import decoded
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import UNTOUCHED, Origin, Rect, Retouch
from dzwonek.domain.problem import ProblemError
from dzwonek.domain.report import Draft
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.reporting.album import Album
from dzwonek.reporting.begin import note_of
from tests.fakes.boxes import MemoryDrafts
from tests.fakes.clock import FakeClock
from tests.fakes.parts import FULL
from tests.fakes.screens import plain_shot
from tests.fakes.secret_box import MemorySecretBox

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
HEAD = 200  # bytes: of a sealed file, with its own key wrapped in them
SHOTS = (plain_shot("L"), plain_shot("R", left=64))
WHOLE = Retouch((Rect(0, 0, 64, 48),))


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
        album.retouch(draft.pictures[0].id, WHOLE)
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
        album.retouch(draft.pictures[1].id, WHOLE)
    box.broken = None
    album.settle()
    assert not is_black(box, draft, 0)
    assert is_black(box, draft, 1)


def test_a_cover_taken_back_shows_the_picture_as_captured(box: MemoryDrafts, draft: Draft) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    before = box.pictures[draft.id, draft.pictures[0].id].content
    album.retouch(draft.pictures[0].id, WHOLE)
    assert is_black(box, draft, 0)
    album.retouch(draft.pictures[0].id, UNTOUCHED)
    assert box.pictures[draft.id, draft.pictures[0].id].content == before
    assert not album.notes[0].is_covered


def test_what_is_drawn_is_burnt_in_when_the_album_settles_and_not_once_more_afterwards(
    box: MemoryDrafts, draft: Draft
) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    first, second = (note.id for note in draft.pictures)
    untouched = box.pictures[draft.id, second]
    album.want({first: WHOLE, second: UNTOUCHED, "gone": WHOLE})
    album.settle()
    burnt = box.pictures[draft.id, first]
    assert is_black(box, draft, 0)
    album.retouch(first, WHOLE)
    assert box.pictures[draft.id, first] is burnt
    assert box.pictures[draft.id, second] is untouched
    album.want({first: UNTOUCHED})
    album.settle()
    assert not is_black(box, draft, 0)


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
        album.retouch(draft.pictures[0].id, WHOLE)
    album.settle()


def test_an_added_picture_is_stored_behind_the_others(box: MemoryDrafts, draft: Draft) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    more = plain_shot("", colour=(1, 2, 3))
    album.add(note_of(more, Origin.FILE), more)
    assert [note.origin for note in album.notes] == [Origin.SCREEN, Origin.SCREEN, Origin.FILE]
    assert len(box.pictures) == 3


def test_an_added_picture_that_found_no_room_is_stored_later(
    box: MemoryDrafts, draft: Draft
) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    more = plain_shot("")
    note = note_of(more, Origin.FILE)
    box.broken = FULL
    with pytest.raises(ProblemError):
        album.add(note, more)
    box.broken = None
    album.settle()
    assert (draft.id, note.id) in box.pictures


def test_a_crop_destroys_what_is_outside_and_can_be_taken_back_while_the_form_is_open(
    box: MemoryDrafts, draft: Draft
) -> None:
    album = Album(lambda: box, draft, SHOTS)
    album.settle()
    key = draft.id, draft.pictures[0].id
    before = box.pictures[key]
    album.retouch(key[1], Retouch(crop=Rect(10, 10, 20, 12)))
    image = decoded(box.pictures[key].content)
    assert (image.width(), image.height()) == (20, 12)
    assert (album.notes[0].width, album.notes[0].height) == (20, 12)
    assert not album.notes[0].is_covered
    album.retouch(key[1], UNTOUCHED)
    assert box.pictures[key] == before


def test_a_draft_that_is_taken_up_again_stays_covered_whatever_is_done_to_it(
    box: MemoryDrafts, draft: Draft
) -> None:
    first = Album(lambda: box, draft, SHOTS)
    first.retouch(draft.pictures[0].id, WHOLE)
    album = Album(lambda: box, first.noted(draft), ())
    album.retouch(draft.pictures[0].id, Retouch(frames=(Rect(5, 5, 20, 20),)))
    album.retouch(draft.pictures[0].id, UNTOUCHED)
    assert album.notes[0].is_covered
    assert is_black(box, draft, 0)


@pytest.mark.parametrize("retouch", [WHOLE, Retouch(crop=Rect(0, 0, 20, 20))])
def test_a_retouch_gets_a_fresh_key_and_the_old_file_is_gone(
    tmp_path: Path, draft: Draft, retouch: Retouch
) -> None:
    drafts = SealedDrafts(tmp_path / "drafts", KeyRing(tmp_path, MemorySecretBox(), FakeClock()))
    album = Album(lambda: drafts, draft, SHOTS[:1])
    album.settle()
    (file,) = (tmp_path / "drafts" / draft.id).glob("picture-*")
    kept = tmp_path / "another name of the old file"
    kept.hardlink_to(file)
    old = kept.read_bytes()
    album.retouch(draft.pictures[0].id, retouch)
    assert len(list((tmp_path / "drafts" / draft.id).iterdir())) == 1
    assert old[:HEAD] != file.read_bytes()[:HEAD]
    assert kept.read_bytes() != old  # overwritten before its name went
