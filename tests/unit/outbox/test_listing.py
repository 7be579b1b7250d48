"""The list: heads at once, words page by page, threads, and what the operator knows of a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from dzwonek.domain.delivery import BY_HAND, State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox


def submitted(outbox: SealedOutbox, number: int = 0, root: str = "") -> str:
    return outbox.submit(replace(envelope(number), root=root), SUMMARY, START).id


def delivered(outbox: SealedOutbox, desk: Desk, number: int = 0) -> str:
    report_id = submitted(outbox, number)
    desk.look()
    assert outbox.entry(report_id).state is State.DELIVERED
    return report_id


def test_heads_name_what_the_list_shows_in_its_order(outbox: SealedOutbox) -> None:
    ids = [submitted(outbox, number) for number in range(4)]
    outbox.discard(ids[2])

    heads = outbox.heads()

    assert [head.id for head in heads] == [entry.id for entry in outbox.entries()]
    assert [head.id for head in heads] == [ids[3], ids[1], ids[0]]
    assert {head.state for head in heads} == {State.QUEUED}


def test_a_change_shows_in_the_head_alone_of_the_report_that_changed(outbox: SealedOutbox) -> None:
    first, second = submitted(outbox, 0), submitted(outbox, 1)
    before = {head.id: head for head in outbox.heads()}
    outbox.retry(first)
    after = {head.id: head for head in outbox.heads()}
    assert after[first] != before[first]
    assert after[second] == before[second]


def test_some_are_what_the_whole_list_says_of_them(outbox: SealedOutbox) -> None:
    ids = [submitted(outbox, number) for number in range(5)]
    known = {entry.id: entry for entry in outbox.entries()}
    some = outbox.some([ids[0], ids[3], "018f0000-0000-7000-8000-000000000000"])
    assert {entry.id for entry in some} == {ids[0], ids[3]}
    assert all(entry == known[entry.id] for entry in some)
    assert outbox.some(()) == ()


def test_a_thread_holds_its_reports_also_after_their_content_is_gone(
    outbox: SealedOutbox, desk: Desk, clock: FakeClock
) -> None:
    first = delivered(outbox, desk)
    root = outbox.entry(first).message_id
    second = submitted(outbox, 1, root)
    submitted(outbox, 2)
    clock.advance(timedelta(days=8))
    outbox.shredder.purge()

    assert outbox.entry(first).state is State.TOMBSTONE
    assert outbox.entry(first).root_message_id == root
    assert [entry.id for entry in outbox.thread(root)] == [first, second]

    outbox.discard(second)  # nobody ever had it
    assert [entry.id for entry in outbox.thread(root)] == [first]


def test_what_was_delivered_counts_in_its_thread_though_it_is_gone_from_the_list(
    outbox: SealedOutbox, desk: Desk
) -> None:
    first = delivered(outbox, desk)
    root = outbox.entry(first).message_id
    outbox.discard(first)
    assert outbox.entries() == ()
    assert [entry.id for entry in outbox.thread(root)] == [first]


def test_the_thread_stands_in_the_sealed_file_too(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    report_id = submitted(outbox, 1, "<root@firma.example>")
    outbox.close()
    for path in outbox.folder.glob("index.db*"):
        path.unlink()
    later = reopen()
    later.recover()
    assert later.entry(report_id).root_message_id == "<root@firma.example>"
    assert later.envelope(report_id).root == "<root@firma.example>"


def test_supports_number_is_kept_through_a_start_and_a_lost_index(
    outbox: SealedOutbox, desk: Desk, reopen: Callable[[], SealedOutbox]
) -> None:
    report_id = delivered(outbox, desk)
    message = outbox.message(report_id)

    assert outbox.confirm(report_id, "12345").ticket == "12345"
    assert outbox.message(report_id) == message
    assert outbox.spool.is_sent(report_id)
    assert list((outbox.folder / "spool").iterdir()) == [
        outbox.folder / "spool" / f"{report_id}.sent.dzw"
    ]

    outbox.close()
    for path in outbox.folder.glob("index.db*"):
        path.unlink()
    later = reopen()
    later.recover()
    entry = later.entry(report_id)
    assert (entry.state, entry.ticket) == (State.DELIVERED, "12345")
    assert later.confirm(report_id, "").ticket == ""


def test_the_number_lies_nowhere_in_plain_text(outbox: SealedOutbox, desk: Desk) -> None:
    report_id = delivered(outbox, desk)
    outbox.confirm(report_id, "TT-987654321")
    outbox.index.tidy()
    files = [path for path in outbox.folder.rglob("*") if path.is_file()]
    assert files
    assert all(b"987654321" not in path.read_bytes() for path in files)


def test_what_arrived_by_another_way_is_never_sent_again(
    outbox: SealedOutbox, desk: Desk, post: Post, reopen: Callable[[], SealedOutbox]
) -> None:
    report_id = submitted(outbox)

    entry = outbox.confirm(report_id, "")

    assert (entry.state, entry.last_code, entry.due_at) == (State.DELIVERED, BY_HAND, None)
    assert entry.is_by_hand
    assert entry.delivered_at is not None
    assert outbox.spool.is_sent(report_id)
    desk.look()
    assert post.messages == []
    outbox.close()
    later = reopen()
    later.recover()
    assert later.entry(report_id).state is State.DELIVERED


@pytest.mark.parametrize("ticket", ["", "12345"])
def test_by_whose_word_a_report_arrived_outlives_the_index(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], ticket: str
) -> None:
    report_id = submitted(outbox)
    outbox.confirm(report_id)
    outbox.confirm(report_id, ticket)
    outbox.close()
    for path in outbox.folder.glob("index.db*"):
        path.unlink()

    later = reopen()
    later.recover()

    entry = later.entry(report_id)
    assert (entry.state, entry.last_code) == (State.DELIVERED, BY_HAND)
    assert entry.ticket == ticket


def test_an_index_that_knows_nothing_of_it_takes_the_word_from_the_file(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    report_id, other_id = submitted(outbox), submitted(outbox, 1)
    outbox.confirm(report_id)
    outbox.spool.mark_sent(other_id)
    row = outbox.index.row(report_id)
    assert row is not None
    outbox.index.change(row, {"state": State.QUEUED.value, "last_code": "451", "due_wall": 0})
    outbox.close()

    later = reopen()
    later.recover()

    assert later.entry(report_id).is_by_hand
    assert later.entry(other_id).state is State.DELIVERED
    assert not later.entry(other_id).is_by_hand


def test_where_the_file_cannot_be_written_the_word_is_noted_all_the_same(
    outbox: SealedOutbox, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    expected_warnings.append("not in the file yet id=")
    report_id = submitted(outbox)

    def full(*_: object) -> None:
        raise ProblemError(Problem(Code.DISK_FULL))

    monkeypatch.setattr(outbox.spool, "rewrite", full)
    assert outbox.confirm(report_id).is_by_hand


def test_a_delivered_report_is_not_taken_for_one_by_hand(outbox: SealedOutbox, desk: Desk) -> None:
    report_id = delivered(outbox, desk)
    assert not outbox.confirm(report_id, "1").is_by_hand


def test_a_report_that_is_being_sent_cannot_be_confirmed(outbox: SealedOutbox) -> None:
    report_id = submitted(outbox)
    row = outbox.index.row(report_id)
    assert row is not None
    assert outbox.ledger.lease(row) is not None
    with pytest.raises(ProblemError) as caught:
        outbox.confirm(report_id, "1")
    assert caught.value.problem.code is Code.REPORT_BUSY
    assert outbox.entry(report_id).state is State.SENDING


def test_without_its_key_no_number_is_noted_and_nothing_changes(
    outbox: SealedOutbox, box: MemorySecretBox, reopen: Callable[[], SealedOutbox]
) -> None:
    report_id = submitted(outbox)
    outbox.close()
    box.problem = Problem(Code.KEYRING_LOCKED)
    later = reopen()
    later.recover()
    with pytest.raises(ProblemError) as caught:
        later.confirm(report_id, "1")
    assert caught.value.problem.code is Code.QUEUE_KEY_UNREACHABLE
    assert later.entry(report_id).state is State.QUEUED


def test_a_tombstone_takes_no_number(outbox: SealedOutbox, desk: Desk, clock: FakeClock) -> None:
    report_id = delivered(outbox, desk)
    clock.advance(timedelta(days=8))
    outbox.shredder.purge()
    with pytest.raises(ProblemError) as caught:
        outbox.confirm(report_id, "1")
    assert caught.value.problem.code is Code.REPORT_UNKNOWN


def resent(outbox: SealedOutbox, report_id: str) -> str:
    return outbox.supersede(report_id, envelope(9), SUMMARY, START).id


def test_a_report_in_anothers_place_is_the_only_one_that_is_sent(
    outbox: SealedOutbox, desk: Desk, post: Post, reopen: Callable[[], SealedOutbox]
) -> None:
    old = submitted(outbox)

    new = resent(outbox, old)

    assert [head.id for head in outbox.heads()] == [new]
    assert outbox.spool.listing() == {new: False}
    outbox.close()
    later = reopen()
    later.recover()
    assert [head.id for head in later.heads()] == [new]
    desk.look()
    assert len(post.messages) == 1


def test_nothing_takes_the_place_of_a_report_that_is_being_sent_or_was_delivered(
    outbox: SealedOutbox, desk: Desk
) -> None:
    there = delivered(outbox, desk)
    sending = submitted(outbox, 1)
    row = outbox.index.row(sending)
    assert row is not None
    assert outbox.ledger.lease(row) is not None
    for report_id in (there, sending):
        with pytest.raises(ProblemError) as caught:
            resent(outbox, report_id)
        assert caught.value.problem.code is Code.REPORT_BUSY
    assert {head.id for head in outbox.heads()} == {there, sending}
    assert set(outbox.spool.listing()) == {there, sending}


def test_a_report_that_is_taken_up_while_it_is_replaced_stays_alone(
    outbox: SealedOutbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = submitted(outbox)
    content = outbox.message(report_id)
    store = outbox.contents.store

    def stored_late(*values: object) -> object:
        row = outbox.index.row(report_id)
        assert row is not None
        assert outbox.ledger.lease(row) is not None
        return store(*values)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(outbox.contents, "store", stored_late)
    with pytest.raises(ProblemError) as caught:
        resent(outbox, report_id)

    assert caught.value.problem.code is Code.REPORT_BUSY
    assert [head.id for head in outbox.heads()] == [report_id]
    assert outbox.spool.listing() == {report_id: False}
    assert outbox.message(report_id) == content


def test_a_row_comes_in_anothers_place_only_if_that_one_did_not_change(
    outbox: SealedOutbox,
) -> None:
    stale = outbox.index.row(submitted(outbox))
    assert stale is not None
    outbox.retry(stale.id)
    heir = replace(stale, id=envelope(9).report_id)

    assert outbox.index.supersede(stale, {"ended_as": "discarded"}, heir) is None
    assert outbox.index.row(heir.id) is None
    fresh = outbox.index.row(stale.id)
    assert fresh is not None
    assert outbox.index.supersede(fresh, {"ended_as": "discarded"}, heir) is not None
    assert outbox.index.row(heir.id) is not None
