"""A report that the server finds too big goes out smaller, under the same id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from dzwonek.domain.delivery import Envelope, Outcome, State, Verdict
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.resizing import MOST
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import DELIVERED
from tests.fakes.reports import SUMMARY, envelope

TOO_BIG = Outcome(Verdict.REJECTED, "552 5.3.4", problem=Problem(Code.MAIL_TOO_BIG), limit=5000)
HOUR = timedelta(hours=1)


class Smaller:
    """Takes a thousand bytes off a message, and remembers what it was asked."""

    def __init__(self) -> None:
        self.limits: list[int] = []
        self.answer: Callable[[Envelope], Envelope | None] = self.cut

    def __call__(self, message: Envelope, limit: int) -> Envelope | None:
        self.limits.append(limit)
        return self.answer(message)

    def cut(self, message: Envelope) -> Envelope:
        name, at, host = message.message_id.partition("@")
        return replace(message, message_id=f"{name}.2{at}{host}", content=message.content[:-1000])


def with_smaller(desk: Desk) -> Smaller:
    smaller = Smaller()
    desk.rounds = Rounds(desk.outbox, desk.line, Random(7), RetryPlan(), smaller)
    return smaller


def submitted(desk: Desk) -> Envelope:
    message = envelope(padding=20_000)
    desk.outbox.submit(message, SUMMARY, desk.clock.now())
    return message


def test_a_report_too_big_goes_out_smaller_at_the_usual_distance(desk: Desk) -> None:
    smaller = with_smaller(desk)
    desk.post.answers.append(TOO_BIG)
    message = submitted(desk)

    desk.look()

    entry = desk.entry(message.report_id)
    assert (entry.state, entry.shrunk, entry.problem) == (State.QUEUED, 1, None)
    assert entry.message_id != message.message_id
    assert entry.size == len(message.content) - 1000
    assert (entry.due_at, desk.look()) == (desk.clock.now(), timedelta(seconds=2))
    desk.run(timedelta(seconds=2))
    assert desk.post.messages == [smaller.cut(message)]
    assert desk.entry(message.report_id).state is State.DELIVERED
    assert smaller.limits == [5000]


def test_the_words_of_the_list_stay(desk: Desk) -> None:
    with_smaller(desk)
    desk.post.answers.append(TOO_BIG)
    message = submitted(desk)

    desk.look()

    assert desk.entry(message.report_id).summary == SUMMARY


@pytest.mark.parametrize("wrong", ["none", "same", "other recipients", "larger", "error"])
def test_what_cannot_be_made_smaller_stays_refused_with_its_words(
    desk: Desk, wrong: str, expected_warnings: list[str]
) -> None:
    if wrong != "none":
        expected_warnings.append("not made smaller")
    smaller = with_smaller(desk)

    def answer(message: Envelope) -> Envelope | None:
        cut = smaller.cut(message)
        if wrong == "error":
            raise ZeroDivisionError
        if wrong == "none":
            return None
        return {
            "same": replace(cut, message_id=message.message_id),
            "other recipients": replace(cut, recipients=("x@y.example",)),
            "larger": replace(cut, content=message.content + b"x"),
        }[wrong]

    smaller.answer = answer
    desk.post.answers.append(TOO_BIG)
    message = submitted(desk)

    desk.run(HOUR)

    entry = desk.entry(message.report_id)
    assert (entry.state, entry.problem, entry.shrunk) == (State.REJECTED, TOO_BIG.problem, 0)
    assert desk.outbox.envelope(message.report_id) == message
    assert len(desk.post.attempts) == 1


def test_a_refusal_for_another_reason_makes_nothing_smaller(desk: Desk) -> None:
    smaller = with_smaller(desk)
    desk.post.answers.append(replace(TOO_BIG, problem=Problem(Code.MAIL_CONTENT_REFUSED)))
    message = submitted(desk)

    desk.run(HOUR)

    assert desk.entry(message.report_id).state is State.REJECTED
    assert smaller.limits == []


def test_it_is_made_smaller_six_times_at_most(desk: Desk) -> None:
    with_smaller(desk)
    desk.post.answers.extend([TOO_BIG] * 20)
    message = submitted(desk)

    desk.run(HOUR)

    entry = desk.entry(message.report_id)
    assert (entry.state, entry.shrunk) == (State.REJECTED, MOST)
    assert len(desk.post.attempts) == MOST + 1


def test_a_disk_that_takes_no_smaller_file_lets_the_report_wait(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_smaller(desk)
    desk.post.answers.extend([TOO_BIG, TOO_BIG])
    message = submitted(desk)

    def full(*_: object) -> None:
        raise ProblemError(Problem(Code.DISK_FULL))

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.spool, "rewrite", full)
        desk.look()
    entry = desk.entry(message.report_id)
    assert (entry.state, entry.problem) == (State.RETRY_WAIT, Problem(Code.DISK_FULL))
    assert desk.outbox.envelope(message.report_id) == message

    desk.run(HOUR)
    assert desk.entry(message.report_id).state is State.DELIVERED


@pytest.mark.parametrize("where", ["before the file", "before the row"])
@pytest.mark.parametrize("is_restarted", [True, False])
def test_a_crash_in_the_middle_leaves_the_old_or_the_new_one_whole(
    desk: Desk,
    reopen: Callable[[], SealedOutbox],
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    is_restarted: bool,
) -> None:
    smaller = with_smaller(desk)
    desk.post.answers.append(TOO_BIG)
    message = submitted(desk)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if where == "before the file":
            patch.setattr(desk.outbox.spool, "rewrite", crash)
        else:
            patch.setattr(desk.outbox.ledger, "renew", crash)
        with pytest.raises(KeyboardInterrupt):
            desk.look()
    later = desk
    if is_restarted:
        outbox = reopen()
        outbox.recover()
        later = Desk(outbox, desk.post, clock)
        if where == "before the row":
            entry = outbox.entry(message.report_id)
            assert (entry.shrunk, entry.size) == (1, len(message.content) - 1000)
    desk.post.answers.append(DELIVERED)
    later.run(HOUR)

    whole = message if where == "before the file" else smaller.cut(message)
    assert desk.post.messages == [whole]
    assert later.entry(message.report_id).message_id == whole.message_id


def test_an_index_made_anew_knows_how_often_it_was_made_smaller(
    desk: Desk, reopen: Callable[[], SealedOutbox]
) -> None:
    with_smaller(desk)
    desk.post.answers.append(TOO_BIG)
    message = submitted(desk)
    desk.look()
    desk.outbox.close()
    for path in desk.outbox.folder.glob("index.db*"):
        path.unlink()

    later = reopen()
    later.recover()

    assert later.entry(message.report_id).shrunk == 1
