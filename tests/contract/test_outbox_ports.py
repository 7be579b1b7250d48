"""What Outbox, DraftBox and Memory promise, for the sealed stores and for the fakes alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.identity import Agent, Identity, IdentitySource, Remembered
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.ports import DraftBox, Memory, Outbox
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.remembered import SealedMemory
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.boxes import MemoryDrafts, MemoryOutbox, PlainMemory
from tests.fakes.clock import START, FakeClock
from tests.fakes.reports import NAME, PNG, SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "state", MemorySecretBox(), FakeClock())


@pytest.fixture(params=["sealed", "fake"])
def outbox(request: pytest.FixtureRequest, tmp_path: Path, keys: KeyRing) -> Iterator[Outbox]:
    if request.param == "fake":
        yield MemoryOutbox()
        return
    sealed = SealedOutbox(tmp_path / "data", keys, FakeClock())
    sealed.recover()
    yield sealed
    sealed.close()


@pytest.fixture(params=["sealed", "fake"])
def drafts(request: pytest.FixtureRequest, tmp_path: Path, keys: KeyRing) -> DraftBox:
    if request.param == "fake":
        return MemoryDrafts()
    return SealedDrafts(tmp_path / "drafts", keys)


@pytest.fixture(params=["sealed", "fake"])
def memory(request: pytest.FixtureRequest, tmp_path: Path, keys: KeyRing) -> Memory:
    return PlainMemory() if request.param == "fake" else SealedMemory(tmp_path / "names", keys)


def draft(minutes: int = 0) -> Draft:
    created = START + timedelta(minutes=minutes)
    return Draft(id=new_id(created), created_at=created, occurred_at=created)


def picture(content: bytes = PNG) -> Picture:
    return Picture(PictureNote("p1", "DP-1", 1, 1, "image/png", START), content)


def test_a_submitted_report_waits_with_its_words(outbox: Outbox) -> None:
    message = envelope()

    entry = outbox.submit(message, SUMMARY, START)

    assert entry == outbox.entry(message.report_id)
    assert outbox.entries() == (entry,)
    assert (entry.state, entry.summary, entry.created_at) == (State.QUEUED, SUMMARY, START)
    assert entry.short_code.startswith("DZW-")
    assert outbox.message(entry.id) == message.content
    assert outbox.tally().waiting == 1


def test_a_retried_report_still_waits(outbox: Outbox) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id

    assert outbox.retry(report_id).state is State.QUEUED


def test_heads_and_some_say_what_the_whole_list_says(outbox: Outbox) -> None:
    entries = [outbox.submit(envelope(number), SUMMARY, START) for number in range(3)]

    heads = outbox.heads()

    assert [head.id for head in heads] == [entry.id for entry in reversed(entries)]
    assert {head.state for head in heads} == {State.QUEUED}
    some = outbox.some([entries[0].id, entries[2].id, new_id(START)])
    assert {entry.id: entry for entry in some} == {
        entry.id: entry for entry in (entries[0], entries[2])
    }


def test_a_head_tells_that_its_report_changed(outbox: Outbox) -> None:
    first, second = (outbox.submit(envelope(number), SUMMARY, START).id for number in range(2))
    before = {head.id: head for head in outbox.heads()}

    outbox.retry(first)

    after = {head.id: head for head in outbox.heads()}
    assert after[first].revision > before[first].revision
    assert after[second] == before[second]


def test_reports_of_a_thread_are_found_by_its_first_message(outbox: Outbox) -> None:
    first = outbox.submit(envelope(0), SUMMARY, START)
    second = outbox.submit(replace(envelope(1), root=first.message_id), SUMMARY, START)
    outbox.submit(envelope(2), SUMMARY, START)

    assert first.root_message_id == second.root_message_id == first.message_id
    assert {entry.id for entry in outbox.thread(first.message_id)} == {first.id, second.id}


def test_what_the_operator_knows_to_have_arrived_is_delivered_by_her_word(outbox: Outbox) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id

    noted = outbox.confirm(report_id, "12345")

    assert (noted.state, noted.ticket, noted.is_by_hand) == (State.DELIVERED, "12345", True)
    assert noted.summary == replace(SUMMARY, ticket="12345")
    assert noted == outbox.entry(report_id)
    assert outbox.tally().waiting == 0
    assert outbox.confirm(report_id, "").ticket == ""


def test_a_discarded_report_is_unknown(outbox: Outbox) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id

    outbox.discard(report_id)

    assert outbox.entries() == ()
    assert outbox.tally().waiting == 0
    for call in (outbox.entry, outbox.message, outbox.retry, outbox.confirm, outbox.discard):
        with pytest.raises(ProblemError) as caught:
            call(report_id)
        assert caught.value.problem.code is Code.REPORT_UNKNOWN


def test_a_saved_draft_is_listed_as_it_was_saved_last(drafts: DraftBox) -> None:
    first, second = draft(1), draft(2)
    drafts.save(first)
    drafts.save(second)
    drafts.save(replace(first, description="opis"))

    assert drafts.drafts() == (second, replace(first, description="opis"))


def test_a_picture_is_the_one_that_was_put_last_until_it_is_dropped(drafts: DraftBox) -> None:
    one = draft()
    drafts.save(one)
    drafts.put_picture(one.id, picture())
    drafts.put_picture(one.id, picture(b"covered"))
    assert drafts.picture(one.id, "p1") == b"covered"

    drafts.drop_picture(one.id, "p1")
    with pytest.raises(ProblemError) as caught:
        drafts.picture(one.id, "p1")
    assert caught.value.problem.code is Code.PICTURE_UNREADABLE


def test_a_discarded_draft_takes_its_pictures_along(drafts: DraftBox) -> None:
    one = draft()
    drafts.save(one)
    drafts.put_picture(one.id, picture())

    drafts.discard(one.id)
    drafts.discard(one.id)

    assert drafts.drafts() == ()
    with pytest.raises(ProblemError):
        drafts.picture(one.id, "p1")


def test_what_is_remembered_comes_back(memory: Memory) -> None:
    identity = Identity(Agent(NAME), IdentitySource.DAKTELA, START, "Europe/Warsaw")
    assert memory.load() == Remembered()

    memory.save(Remembered(identity, (NAME,)))

    assert memory.load() == Remembered(identity, (NAME,))


def test_a_report_may_take_the_place_of_one_that_waits_but_of_no_delivered_one(
    outbox: Outbox,
) -> None:
    first = outbox.submit(envelope(0), SUMMARY, START)

    second = outbox.supersede(first.id, envelope(1), SUMMARY, START)

    assert outbox.entries() == (second,)
    assert second.state is State.QUEUED
    outbox.confirm(second.id)
    with pytest.raises(ProblemError) as caught:
        outbox.supersede(second.id, envelope(2), SUMMARY, START)
    assert caught.value.problem.code is Code.REPORT_BUSY
    assert [entry.id for entry in outbox.entries()] == [second.id]
