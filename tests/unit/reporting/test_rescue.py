"""A report that nothing can store: one frozen message, sent at once or written as a file."""

from __future__ import annotations

import email
import stat
import sys
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from dzwonek.capture.raster import decoded, encode
from dzwonek.domain.delivery import Outcome, Phase, Verdict
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Rect, Retouch
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.reporting.album import Album
from dzwonek.reporting.begin import note_of
from dzwonek.reporting.rescue import Rescue
from dzwonek.reporting.submit import IncompleteError
from tests.fakes.parts import FULL, MemoryParts
from tests.fakes.post import CUT_OFF, UNREACHABLE
from tests.fakes.screens import plain_shot

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
SHOTS = (plain_shot("L"), plain_shot("R", left=64))
WHOLE = Retouch((Rect(0, 0, 64, 48),))
TOO_BIG = Outcome(Verdict.REJECTED, "552", problem=Problem(Code.MAIL_TOO_BIG), limit=60_000)


class NoStores(MemoryParts):
    """Parts of which no store can be opened."""

    def __getattribute__(self, name: str) -> object:
        if name in ("drafts", "outbox", "memory", "submission") and "is_shut" in self.__dict__:
            raise ProblemError(Problem(Code.STORE_NEWER))
        return super().__getattribute__(name)

    def shut(self) -> None:
        self.is_shut = True


@pytest.fixture
def parts() -> NoStores:
    made = NoStores()
    made.shut()
    return made


@pytest.fixture
def draft() -> Draft:
    return Draft(
        id=new_id(NOW),
        created_at=NOW,
        occurred_at=NOW,
        host="twojanazwa.daktela.com",
        kind=Kind.OTHER,
        reporter=Agent("Tobiasz Świeczka"),
        description="nie słychać klienta",
        occurrence=Occurrence.FIRST,
        pictures=tuple(note_of(shot) for shot in SHOTS),
    )


@pytest.fixture
def album(parts: NoStores, draft: Draft) -> Album:
    return Album(lambda: parts.drafts, draft, SHOTS)


@pytest.fixture
def bare(draft: Draft) -> Draft:
    """Give a report without pictures."""
    return replace(draft, pictures=())


@pytest.fixture
def empty(parts: NoStores, bare: Draft) -> Album:
    return Album(lambda: parts.drafts, bare, ())


@pytest.fixture
def rescue(parts: NoStores) -> Rescue:
    return Rescue(parts)


def pictures_of(content: bytes) -> list[bytes]:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    parts = [part for part in message.iter_attachments() if part.get_content_maintype() == "image"]
    return [b64decode(part.get_payload()) for part in parts]  # type: ignore[arg-type]  # a str


def tried(rescue: Rescue, letter: object) -> Outcome:
    attempt = rescue.attempt(lambda _: None)
    outcome = attempt.send(letter)  # type: ignore[arg-type]  # the frozen message
    attempt.close()
    return outcome


def test_without_any_store_the_message_holds_the_pictures_as_captured(
    rescue: Rescue, album: Album, draft: Draft
) -> None:
    letter = rescue.letter(draft, album)
    wanted = [encode(shot, note_of(shot)).content for shot in SHOTS]
    assert pictures_of(letter.content) == wanted
    assert rescue.lost is None


def test_a_cover_that_nobody_could_store_is_burnt_into_what_leaves(
    rescue: Rescue, album: Album, draft: Draft
) -> None:
    with pytest.raises(ProblemError):
        album.retouch(draft.pictures[0].id, WHOLE)
    first, second = pictures_of(rescue.letter(draft, album).content)
    assert {decoded(first).pixel(x, y) for x in range(64) for y in range(48)} == {0xFF000000}
    assert second == encode(SHOTS[1], note_of(SHOTS[1])).content


def test_a_picture_whose_cover_cannot_be_burnt_stays_here_and_is_named(draft: Draft) -> None:
    parts = NoStores()
    Album(lambda: parts.drafts, draft, SHOTS).settle()
    resumed = Album(lambda: parts.drafts, draft, ())
    parts.drafts.broken = Problem(Code.QUEUE_KEY_UNREACHABLE)
    with pytest.raises(ProblemError):
        resumed.retouch(draft.pictures[0].id, WHOLE)
    rescue = Rescue(parts)
    assert pictures_of(rescue.letter(draft, resumed).content) == []
    assert rescue.lost == Problem(Code.QUEUE_KEY_UNREACHABLE)


def test_a_stored_picture_goes_as_it_is_stored_and_keeps_its_covers(draft: Draft) -> None:
    parts = NoStores()
    before = Album(lambda: parts.drafts, draft, SHOTS)
    before.retouch(draft.pictures[0].id, WHOLE)
    before.settle()
    resumed = Album(lambda: parts.drafts, before.noted(draft), ())
    letter = Rescue(parts).letter(before.noted(draft), resumed)
    stored = [parts.drafts.pictures[draft.id, note.id].content for note in draft.pictures]
    assert pictures_of(letter.content) == stored
    assert b'"is_covered": true' in b64decode(
        letter.content.rpartition(b"zgloszenie.json")[2]
        .partition(b"\r\n\r\n")[2]
        .partition(b"--")[0]
    )


def test_a_removed_picture_is_not_in_it(rescue: Rescue, album: Album, draft: Draft) -> None:
    with pytest.raises(ProblemError):
        album.drop(draft.pictures[0].id)
    assert len(pictures_of(rescue.letter(draft, album).content)) == 1
    assert rescue.lost is None


def test_an_incomplete_report_is_refused_with_its_gaps(
    rescue: Rescue, bare: Draft, empty: Album
) -> None:
    with pytest.raises(IncompleteError):
        rescue.letter(replace(bare, description=""), empty)


def test_a_second_press_sends_the_same_bytes(
    rescue: Rescue, album: Album, draft: Draft, parts: NoStores
) -> None:
    parts.post.answers.append(CUT_OFF)
    assert tried(rescue, rescue.letter(draft, album)).verdict is Verdict.UNCERTAIN
    assert rescue.is_doubted
    again = replace(draft, updated_at=NOW + timedelta(minutes=1))
    assert tried(rescue, rescue.letter(again, album)).verdict is Verdict.DELIVERED
    first, second = parts.post.messages
    assert first == second


def test_what_changes_after_it_may_have_arrived_goes_under_the_next_id(
    rescue: Rescue, album: Album, draft: Draft, parts: NoStores
) -> None:
    parts.post.answers.append(CUT_OFF)
    first = rescue.letter(draft, album)
    tried(rescue, first)
    other = rescue.letter(replace(draft, description="słychać trzaski"), album)
    assert other.message_id == first.message_id.replace("@", ".2@")
    third = rescue.letter(replace(draft, description="cisza"), album)
    assert third.message_id == other.message_id  # the second one never left
    assert rescue.is_doubted


def test_what_changes_before_anything_left_keeps_its_id(
    rescue: Rescue, album: Album, draft: Draft, parts: NoStores
) -> None:
    parts.post.refusal = UNREACHABLE
    first = rescue.letter(draft, album)
    assert tried(rescue, first) == UNREACHABLE
    other = rescue.letter(replace(draft, description="słychać trzaski"), album)
    assert other.message_id == first.message_id
    assert other.content != first.content
    assert not rescue.has_left
    assert not rescue.is_doubted


def test_a_cover_drawn_after_it_may_have_arrived_makes_a_new_message(
    rescue: Rescue, album: Album, draft: Draft, parts: NoStores
) -> None:
    parts.post.answers.append(CUT_OFF)
    first = rescue.letter(draft, album)
    tried(rescue, first)
    with pytest.raises(ProblemError):
        album.retouch(draft.pictures[0].id, WHOLE)
    assert rescue.letter(draft, album).message_id != first.message_id


def test_the_file_is_the_message_private_and_on_the_disk(
    rescue: Rescue, album: Album, draft: Draft, tmp_path: Path
) -> None:
    letter = rescue.letter(draft, album)
    written = rescue.write(letter, tmp_path / "zgłoszenie.eml")
    assert written.path.read_bytes() == letter.content == rescue.letter(draft, album).content
    if sys.platform != "win32":  # there the folder's rights are the file's
        assert stat.S_IMODE(written.path.stat().st_mode) == 0o600
    assert written.recipients == letter.recipients
    assert [each.name for each in tmp_path.iterdir()] == ["zgłoszenie.eml"]


def test_what_changes_after_a_file_was_written_goes_under_the_next_id(
    rescue: Rescue, bare: Draft, empty: Album, tmp_path: Path
) -> None:
    letter = rescue.letter(bare, empty)
    rescue.write(letter, tmp_path / "a.eml")
    other = rescue.letter(replace(bare, description="cisza"), empty)
    assert other.message_id != letter.message_id
    assert not rescue.is_doubted


def test_a_place_that_takes_nothing_is_named(
    rescue: Rescue, bare: Draft, empty: Album, tmp_path: Path
) -> None:
    place = tmp_path / "missing" / "a.eml"
    with pytest.raises(ProblemError) as refused:
        rescue.write(rescue.letter(bare, empty), place)
    assert refused.value.problem == Problem(Code.FILE_NOT_WRITTEN, {"path": str(place)})
    assert not rescue.has_left


def test_a_message_too_big_for_the_server_goes_with_smaller_pictures(
    rescue: Rescue, draft: Draft, parts: NoStores
) -> None:
    shot = plain_shot("L", 640, 480)
    shot = replace(shot, pixels=bytearray(bytes(range(256)) * (640 * 480 * 4 // 256)))
    one = replace(draft, pictures=(note_of(shot),))
    letter = rescue.letter(one, Album(lambda: parts.drafts, one, (shot,)))
    parts.post.answers.append(replace(TOO_BIG, limit=len(letter.content) - 1))
    assert tried(rescue, letter).verdict is Verdict.DELIVERED
    (taken,) = parts.post.messages
    assert taken.message_id == letter.message_id.replace("@", ".2@")
    assert len(taken.content) < len(letter.content)
    assert parts.post.closed == 2


def test_what_was_broken_off_before_it_began_reaches_nobody(
    rescue: Rescue, bare: Draft, empty: Album, parts: NoStores
) -> None:
    letter = rescue.letter(bare, empty)
    attempt = rescue.attempt(lambda _: None)
    attempt.cancel()
    assert attempt.send(letter).verdict is Verdict.TRANSIENT
    assert attempt.is_cancelled
    assert parts.post.connections == 0


def test_breaking_off_reaches_the_channel_that_sends(
    rescue: Rescue, bare: Draft, empty: Album, parts: NoStores
) -> None:
    attempt = rescue.attempt(lambda phase: attempt.cancel() if phase is Phase.MAIL else None)
    attempt.send(rescue.letter(bare, empty))
    assert parts.post.cancelled == 1


def test_a_fault_behind_the_final_dot_leaves_it_in_doubt(
    rescue: Rescue, bare: Draft, empty: Album, parts: NoStores
) -> None:
    parts.post.answers.append(MemoryError())
    with pytest.raises(MemoryError):
        tried(rescue, rescue.letter(bare, empty))
    assert rescue.is_doubted
    assert rescue.is_out


def test_a_definite_refusal_behind_the_final_dot_is_no_doubt(
    rescue: Rescue, bare: Draft, empty: Album, parts: NoStores
) -> None:
    parts.post.answers.append(Outcome(Verdict.REJECTED, "554"))
    outcome = tried(rescue, rescue.letter(bare, empty))
    assert outcome.verdict is Verdict.REJECTED
    assert not rescue.is_doubted


def test_a_delivery_tells_its_time_and_what_is_missing(
    rescue: Rescue, bare: Draft, empty: Album, parts: NoStores
) -> None:
    rescue.letter(bare, empty)
    rescue.lost = FULL
    sent = rescue.sent(bare, Outcome(Verdict.DELIVERED, "250"))
    assert sent.report_id == bare.id
    assert sent.shortcomings == (FULL,)
