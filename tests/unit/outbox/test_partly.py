"""A report that some recipients took and others were refused: nobody gets it twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from dzwonek.domain.delivery import Envelope, Outcome, State, Verdict
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.retry import HELD_PROBE
from dzwonek.outbox.register import LeaseLostError
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import CUT_OFF, DELIVERED, Post
from tests.fakes.reports import SUMMARY, envelope

A, B, C = "a@pomoc.example", "b@pomoc.example", "c@pomoc.example"
REFUSED = Problem(Code.MAIL_RECIPIENT_REFUSED, {"address": B})
PARTLY = replace(DELIVERED, refused=(B,), problem=REFUSED)
NOBODY = Outcome(Verdict.HELD, "550 5.1.1", problem=REFUSED)


def submit(desk: Desk, *recipients: str, number: int = 0) -> Envelope:
    message = replace(envelope(number), recipients=recipients or (A, B, C))
    desk.outbox.submit(message, SUMMARY, desk.clock.now())
    return message


def received(post: Post) -> list[tuple[str, ...]]:
    return [message.recipients for message in post.messages]


def test_a_refused_recipient_is_held_while_the_others_have_it(desk: Desk) -> None:
    desk.post.answers.append(PARTLY)
    message = submit(desk)

    desk.look()

    entry = desk.entry(message.report_id)
    assert (entry.state, entry.taken, entry.problem) == (State.HELD, 2, REFUSED)
    assert entry.delivered_at is None
    assert not desk.outbox.spool.is_sent(message.report_id)


def test_the_probe_sends_the_same_bytes_to_those_left_alone(desk: Desk) -> None:
    desk.post.answers.append(PARTLY)
    message = submit(desk)
    desk.run(HELD_PROBE - timedelta(seconds=1))
    assert len(desk.post.messages) == 1

    desk.run(timedelta(minutes=1))

    assert received(desk.post) == [(A, B, C), (B,)]
    assert {each.content for each in desk.post.messages} == {message.content}
    entry = desk.entry(message.report_id)
    assert (entry.state, entry.taken, entry.problem) == (State.DELIVERED, 2, None)


def test_asking_for_it_sends_at_once_to_those_left(desk: Desk) -> None:
    desk.post.answers.append(PARTLY)
    message = submit(desk)
    desk.run(timedelta(minutes=1))

    desk.outbox.retry(message.report_id)
    desk.look()

    assert received(desk.post) == [(A, B, C), (B,)]


def test_other_reports_of_the_channel_keep_going(desk: Desk) -> None:
    desk.post.answers.extend([PARTLY, NOBODY])
    first, second, third = (submit(desk, number=number) for number in range(3))

    desk.run(timedelta(minutes=1))

    assert desk.entry(first.report_id).state is State.HELD
    assert desk.entry(second.report_id).state is State.HELD
    assert desk.entry(second.report_id).attempts == 0
    assert desk.entry(third.report_id).state is State.DELIVERED


def test_a_recipient_asked_to_come_again_is_tried_like_any_other(desk: Desk) -> None:
    later = replace(PARTLY, problem=Problem(Code.MAIL_TRY_LATER), floor=timedelta(seconds=300))
    desk.post.answers.append(later)
    message = submit(desk)
    desk.look()
    assert desk.entry(message.report_id).state is State.RETRY_WAIT

    desk.run(timedelta(seconds=299))
    assert len(desk.post.messages) == 1
    desk.run(timedelta(seconds=900))

    assert received(desk.post) == [(A, B, C), (B,)]
    assert desk.entry(message.report_id).state is State.DELIVERED


def test_one_recipient_after_the_other(desk: Desk) -> None:
    desk.post.answers.extend(
        [replace(PARTLY, refused=(B, C)), replace(PARTLY, refused=(B,)), NOBODY, DELIVERED]
    )
    message = submit(desk)

    desk.run(timedelta(hours=3))

    assert received(desk.post) == [(A, B, C), (B, C), (B,)]
    assert desk.entry(message.report_id).state is State.DELIVERED


def test_a_doubt_about_the_rest_concerns_the_rest_alone(desk: Desk) -> None:
    desk.post.answers.extend([PARTLY, CUT_OFF])
    message = submit(desk)

    desk.run(timedelta(hours=2))

    assert received(desk.post) == [(A, B, C), (B,), (B,)]
    assert desk.entry(message.report_id).uncertain_count == 1


def test_a_restart_forgets_nobody_who_has_it(
    desk: Desk, reopen: Callable[[], SealedOutbox], clock: FakeClock
) -> None:
    desk.post.answers.append(PARTLY)
    submit(desk)
    desk.look()

    later = reopen()
    later.recover()
    Desk(later, desk.post, clock).run(timedelta(hours=1))

    assert received(desk.post) == [(A, B, C), (B,)]


def test_what_cannot_be_written_down_is_kept_until_it_can(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.post.answers.append(PARTLY)
    message = submit(desk)
    whole = desk.outbox.index.file.insist

    def full(statement: str, values: tuple[object, ...] = ()) -> object:
        if "held" in values:
            raise ProblemError(Problem(Code.DISK_FULL))
        return whole(statement, values)  # type: ignore[arg-type]  # passed on as it came

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.index.file, "insist", full)
        for _ in range(5):
            with pytest.raises(ProblemError):
                desk.look()
    desk.run(timedelta(hours=1))

    assert received(desk.post) == [(A, B, C), (B,)]
    assert desk.entry(message.report_id).state is State.DELIVERED


def test_a_lost_lease_marks_no_half_delivered_file_as_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    expected_warnings.append("lease lost")
    desk.post.answers.append(PARTLY)
    message = submit(desk)

    def lost(*_: object) -> None:
        raise LeaseLostError

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.index, "settle", lost)
        desk.look()

    assert not desk.outbox.spool.is_sent(message.report_id)


def test_new_recipients_get_the_same_bytes_and_who_has_it_no_second_copy(desk: Desk) -> None:
    desk.post.answers.append(PARTLY)
    message = submit(desk, A, B)
    desk.look()

    other = replace(
        message, recipients=(C, A), content=b"another text", message_id="<another@x.example>"
    )
    entry = desk.outbox.replace(other)
    assert (entry.taken, entry.message_id) == (1, message.message_id)
    desk.outbox.channel_changed("mail")
    desk.run(timedelta(minutes=1))

    assert received(desk.post) == [(A, B), (C,)]
    assert {each.content for each in desk.post.messages} == {message.content}
    assert desk.entry(message.report_id).state is State.DELIVERED


def test_when_nobody_is_left_it_is_delivered_without_a_try(desk: Desk) -> None:
    desk.post.answers.append(PARTLY)
    message = submit(desk, A, B)
    desk.look()

    desk.outbox.replace(replace(message, recipients=(A,)))
    desk.outbox.channel_changed("mail")
    desk.run(timedelta(minutes=1))

    assert len(desk.post.attempts) == 1
    assert desk.entry(message.report_id).state is State.DELIVERED
    assert desk.outbox.spool.is_sent(message.report_id)


@pytest.mark.parametrize("is_restarted", [True, False])
def test_a_crash_between_new_recipients_and_their_row_sends_to_the_right_ones(
    desk: Desk,
    reopen: Callable[[], SealedOutbox],
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    is_restarted: bool,
) -> None:
    desk.post.answers.append(PARTLY)
    message = submit(desk, A, B)
    desk.look()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.index, "change", crash)
        with pytest.raises(KeyboardInterrupt):
            desk.outbox.replace(replace(message, recipients=(C, A)))
    later = desk
    if is_restarted:
        outbox = reopen()
        outbox.recover()
        assert outbox.entry(message.report_id).taken == 1
        later = Desk(outbox, desk.post, clock)
    later.run(timedelta(hours=1))

    assert received(desk.post) == [(A, B), (C,)]


def test_the_refusals_own_code_is_kept_and_logged(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "dzwonek.outbox")
    desk.post.answers.append(replace(PARTLY, refused_code="550 5.1.1", refused_text="Unknown user"))
    message = submit(desk)
    desk.look()

    entry = desk.entry(message.report_id)
    assert (entry.last_code, entry.last_text) == ("550 5.1.1", "Unknown user")
    assert f"id={message.report_id} verdict=partly code=550 5.1.1" in caplog.text


def test_an_odd_answer_about_one_recipient_is_asked_again_like_any_other(desk: Desk) -> None:
    desk.post.answers.append(replace(PARTLY, problem=Problem(Code.MAIL_GARBLED)))
    message = submit(desk)
    desk.look()

    assert desk.entry(message.report_id).state is State.RETRY_WAIT
