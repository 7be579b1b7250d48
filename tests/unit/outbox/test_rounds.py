"""How the courier sends: leases, phases, waits, holds, breaker, and the truth written down."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from dzwonek.domain.delivery import Outcome, Phase, State, Verdict
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.retry import HELD_PROBE
from dzwonek.outbox import disk
from dzwonek.outbox.circuit import OPENS_AFTER, Gate
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import CUT_OFF, DELIVERED, TRY_LATER, UNREACHABLE, Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

CAP = timedelta(seconds=900)
HOUR = timedelta(hours=1)
LOGIN_REFUSED = Outcome(
    Verdict.HELD, "535 5.7.8", problem=Problem(Code.MAIL_LOGIN_REFUSED), is_channel_wide=True
)
TOO_BIG = Outcome(Verdict.REJECTED, "552 5.3.4", problem=Problem(Code.MAIL_TOO_BIG))


def circuit_gate(desk: Desk) -> Gate:
    return desk.outbox.index.circuits()["mail"].gate


def test_a_report_is_sent_with_the_bytes_that_were_sealed(desk: Desk) -> None:
    message = envelope()
    desk.outbox.submit(message, SUMMARY, desk.clock.now())

    desk.look()

    assert desk.post.messages == [message]
    entry = desk.entry(message.report_id)
    assert (entry.state, entry.delivered_at, entry.last_code) == (
        State.DELIVERED,
        desk.clock.now(),
        "250",
    )


def test_every_phase_is_committed_before_it_begins(
    desk: Desk, reopen: Callable[[], SealedOutbox]
) -> None:
    report_id = desk.submit()
    other = reopen()
    seen: list[tuple[Phase, State, Phase]] = []

    def look_from_outside(phase: Phase) -> None:
        entry = other.entry(report_id)
        seen.append((phase, entry.state, entry.phase))

    desk.post.on_phase = look_from_outside
    desk.look()

    assert seen == [
        (Phase.MAIL, State.SENDING, Phase.NONE),
        (Phase.RCPT, State.SENDING, Phase.MAIL),
        (Phase.DATA_OPEN, State.SENDING, Phase.RCPT),
        (Phase.DOT_SENT, State.SENDING, Phase.DATA_OPEN),
    ]


def test_delivered_is_committed_before_the_connection_is_used_or_closed_again(
    desk: Desk, reopen: Callable[[], SealedOutbox]
) -> None:
    first, second = desk.submit(1), desk.submit(2)
    other = reopen()
    seen: set[tuple[State, int]] = set()
    desk.post.on_phase = lambda _: (
        seen.add((other.entry(first).state, desk.post.closed))
        if len(desk.post.attempts) == 2
        else None
    )

    desk.run(timedelta(seconds=2))

    assert seen == {(State.DELIVERED, 0)}
    assert desk.entry(second).state is State.DELIVERED


def test_whatever_goes_wrong_in_closing_a_delivered_report_stays_delivered(desk: Desk) -> None:
    desk.post.closing_error = ConnectionResetError()
    report_id = desk.submit()

    desk.run(HOUR)

    assert desk.post.closed == 1
    assert desk.entry(report_id).state is State.DELIVERED
    assert len(desk.post.messages) == 1


def test_nothing_is_sent_when_sending_cannot_be_committed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = desk.submit()

    def full(*_: object) -> object:
        raise ProblemError(Problem(Code.DISK_FULL))

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.index.file, "insist", full)
        with pytest.raises(ProblemError):
            desk.look()

    assert desk.post.connections == 0
    desk.look()
    assert desk.entry(report_id).state is State.DELIVERED
    assert len(desk.post.messages) == 1


@pytest.mark.parametrize("failing", [Phase.MAIL, Phase.DATA_OPEN, Phase.DOT_SENT])
def test_no_byte_follows_a_phase_that_cannot_be_committed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, failing: Phase
) -> None:
    report_id = desk.submit()
    whole = desk.outbox.index.file.insist

    def full(statement: str, values: tuple[object, ...] = ()) -> object:
        if failing.value in values:
            raise ProblemError(Problem(Code.DISK_FULL))
        return whole(statement, values)  # type: ignore[arg-type]  # passed on as it came

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.index.file, "insist", full)
        with pytest.raises(ProblemError):
            desk.look()

    assert desk.post.messages == []
    desk.run(timedelta(minutes=2))
    assert desk.entry(report_id).state is State.DELIVERED
    assert len(desk.post.messages) == 1


@pytest.mark.parametrize("is_name_written", [True, False])
def test_a_delivery_that_cannot_be_written_down_is_not_repeated(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_name_written: bool
) -> None:
    report_id = desk.submit()
    whole = desk.outbox.index.file.insist

    def full(statement: str, values: tuple[object, ...] = ()) -> object:
        if "delivered" in values:
            raise ProblemError(Problem(Code.DISK_FULL))
        return whole(statement, values)  # type: ignore[arg-type]  # passed on as it came

    def fail(_: str) -> None:
        raise ProblemError(Problem(Code.DISK_FAILED))

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.index.file, "insist", full)
        if not is_name_written:
            patch.setattr(desk.outbox.spool, "mark_sent", fail)
        for _ in range(50):
            with pytest.raises(ProblemError):
                desk.look()
            desk.clock.advance(timedelta(seconds=30))
    desk.look()

    assert len(desk.post.messages) == 1
    assert desk.entry(report_id).state is State.DELIVERED


def test_a_delivery_that_was_not_written_down_before_the_end_is_known_to_the_next_start(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, reopen: Callable[[], SealedOutbox]
) -> None:
    report_id = desk.submit()
    whole = desk.outbox.index.file.insist

    def full(statement: str, values: tuple[object, ...] = ()) -> object:
        if "delivered" in values:
            raise ProblemError(Problem(Code.DISK_FULL))
        return whole(statement, values)  # type: ignore[arg-type]  # passed on as it came

    with monkeypatch.context() as patch:
        patch.setattr(desk.outbox.index.file, "insist", full)
        with pytest.raises(ProblemError):
            desk.look()
    later = reopen()
    later.recover()

    assert later.entry(report_id).state is State.DELIVERED


def test_a_temporary_refusal_waits_and_tries_again_until_it_is_taken(desk: Desk) -> None:
    desk.post.answers.extend([TRY_LATER] * 3)
    report_id = desk.submit()

    desk.look()
    entry = desk.entry(report_id)
    assert (entry.state, entry.attempts, entry.last_code) == (State.RETRY_WAIT, 1, "451")
    desk.run(HOUR)

    entry = desk.entry(report_id)
    assert (entry.state, entry.attempts) == (State.DELIVERED, 4)
    assert len(desk.post.messages) == 1


@pytest.mark.parametrize("seconds", [60, 300, 3600])
def test_no_try_comes_before_the_floor_that_the_server_set(desk: Desk, seconds: int) -> None:
    floor = timedelta(seconds=seconds)
    desk.post.answers.append(replace(TRY_LATER, floor=floor))
    report_id = desk.submit()
    desk.look()

    desk.run(floor - timedelta(milliseconds=10))
    assert len(desk.post.attempts) == 1
    desk.outbox.retry(report_id)
    desk.run(timedelta(0))
    assert len(desk.post.attempts) == 1

    desk.run(CAP)
    assert desk.entry(report_id).state is State.DELIVERED


@pytest.mark.parametrize("jump", [-365 * 10, -1, 1, 365 * 10], ids=lambda days: f"{days} days")
def test_a_clock_jump_breaks_no_floor_and_parks_no_report(desk: Desk, jump: int) -> None:
    floor = timedelta(seconds=300)
    desk.post.answers.append(replace(TRY_LATER, floor=floor))
    report_id = desk.submit()
    desk.look()
    desk.clock.jump(timedelta(days=jump))

    desk.run(floor - timedelta(milliseconds=10))
    assert len(desk.post.attempts) == 1

    desk.run(CAP * 2.5 - floor)
    assert desk.entry(report_id).state is State.DELIVERED


@pytest.mark.parametrize("is_wide", [True, False])
def test_a_clock_set_back_between_two_starts_lengthens_a_floor_once(
    desk: Desk, clock: FakeClock, is_wide: bool
) -> None:
    outcome = replace(TRY_LATER, floor=timedelta(seconds=300), is_channel_wide=is_wide)
    desk.post.answers.append(outcome)
    report_id = desk.submit()
    desk.look()
    row, circuits = desk.outbox.index.row(report_id), desk.outbox.index.circuits()
    assert row is not None
    earlier = replace(desk.outbox.now(), boot="another")  # as an earlier start of the system
    floor = replace(row.floor, since=earlier)
    desk.outbox.ledger.postpone(row, row.due or clock.now(), floor)
    for circuit in circuits.values():
        floor = replace(circuit.floor, since=earlier)
        desk.outbox.index.put_circuit(replace(circuit, floor=floor))
    clock.jump(-365 * 24 * HOUR)

    desk.run(timedelta(seconds=299))
    assert len(desk.post.attempts) == 1
    desk.run(CAP * 2.5)

    assert desk.entry(report_id).state is State.DELIVERED


def test_a_clock_set_back_again_and_again_parks_no_report(desk: Desk) -> None:
    desk.post.refusal = UNREACHABLE
    report_id = desk.submit()
    desk.run(HOUR)
    desk.post.refusal = None

    for _ in range(20):
        desk.run(timedelta(minutes=1))
        desk.clock.jump(timedelta(minutes=-5))

    assert desk.entry(report_id).state is State.DELIVERED


def test_a_future_dated_report_goes_out_within_the_cap(desk: Desk) -> None:
    desk.clock.jump(timedelta(days=3650))
    report_id = desk.submit()
    desk.clock.jump(timedelta(days=-3650))

    desk.run(CAP * 2.5)

    assert desk.entry(report_id).state is State.DELIVERED


def test_a_reply_lost_after_the_last_byte_is_uncertain_and_sends_the_same_bytes_after_a_minute(
    desk: Desk,
) -> None:
    desk.post.answers.append(CUT_OFF)
    report_id = desk.submit()

    desk.look()
    entry = desk.entry(report_id)
    assert (entry.state, entry.uncertain_count, entry.phase) == (
        State.UNCERTAIN,
        1,
        Phase.DOT_SENT,
    )
    desk.run(timedelta(seconds=59))
    assert len(desk.post.messages) == 1
    desk.run(CAP)

    assert desk.entry(report_id).state is State.DELIVERED
    assert desk.entry(report_id).uncertain_count == 1
    assert len(desk.post.messages) == 2
    assert desk.post.messages[0] == desk.post.messages[1]


def test_a_rejected_report_is_not_tried_again_until_a_person_asks(desk: Desk) -> None:
    desk.post.answers.append(TOO_BIG)
    report_id = desk.submit()
    desk.run(timedelta(days=2))

    entry = desk.entry(report_id)
    assert (entry.state, entry.problem, entry.due_at) == (State.REJECTED, TOO_BIG.problem, None)
    assert len(desk.post.attempts) == 1

    assert desk.outbox.retry(report_id).state is State.QUEUED
    desk.look()
    assert desk.entry(report_id).state is State.DELIVERED


def test_a_message_error_holds_up_no_other_report(desk: Desk) -> None:
    desk.post.answers.extend([replace(TRY_LATER, floor=HOUR), TOO_BIG])
    waiting, rejected, third = desk.submit(1), desk.submit(2), desk.submit(3)

    desk.run(timedelta(seconds=10))

    assert desk.entry(third).state is State.DELIVERED
    assert desk.entry(waiting).state is State.RETRY_WAIT
    assert desk.entry(rejected).state is State.REJECTED


def test_a_fault_of_the_connection_counts_at_the_channel_and_not_at_other_reports(
    desk: Desk,
) -> None:
    desk.post.refusal = UNREACHABLE
    first, second = desk.submit(1), desk.submit(2)

    desk.look()
    desk.look()

    assert desk.post.connections == 1
    assert desk.entry(first).state is State.RETRY_WAIT
    other = desk.entry(second)
    assert (other.state, other.attempts) == (State.QUEUED, 0)
    assert other.due_at == desk.outbox.index.circuits()["mail"].due


def test_after_five_faults_one_probe_goes_with_the_smallest_report(desk: Desk) -> None:
    desk.post.refusal = UNREACHABLE
    desk.submit(1, padding=9000)
    small = desk.submit(2)
    desk.submit(3, padding=5000)
    while desk.outbox.index.circuits().get("mail") is None or circuit_gate(desk) is Gate.CLOSED:
        wait = desk.look()
        desk.clock.advance(wait or timedelta(0))
    assert desk.post.connections == OPENS_AFTER

    desk.post.refusal = None
    desk.run(CAP)

    assert desk.post.attempts[0] == small
    assert len(desk.post.messages) == 3
    assert circuit_gate(desk) is Gate.CLOSED


def test_the_breaker_survives_a_restart(
    desk: Desk, reopen: Callable[[], SealedOutbox], clock: FakeClock
) -> None:
    desk.post.refusal = UNREACHABLE
    desk.submit()
    desk.run(timedelta(hours=2))
    before = desk.outbox.index.circuits()
    assert before["mail"].gate is Gate.OPEN

    later = reopen()
    later.recover()

    assert later.index.circuits() == before
    again = Desk(later, Post(), clock)
    again.run(timedelta(0))
    assert again.post.connections == 0


def test_a_dead_server_is_tried_about_a_dozen_times_in_two_hours(desk: Desk) -> None:
    desk.post.refusal = UNREACHABLE
    desk.submit()

    desk.run(timedelta(hours=2))

    assert 8 <= desk.post.connections <= 30
    assert max(desk.waits) <= CAP


def test_a_refused_login_holds_the_whole_channel_and_burns_no_tries(desk: Desk) -> None:
    desk.post.refusal = LOGIN_REFUSED
    first, second = desk.submit(1), desk.submit(2)

    desk.run(HELD_PROBE - timedelta(seconds=1))

    assert desk.post.connections == 0 + 1
    for report_id in (first, second):
        entry = desk.entry(report_id)
        assert (entry.state, entry.attempts) == (State.HELD, 0)
        assert (entry.problem or Problem(Code.DISK_FULL)).code is Code.MAIL_LOGIN_REFUSED
        assert entry.due_at is not None


def test_a_held_channel_is_probed_no_sooner_than_after_half_an_hour_even_when_asked(
    desk: Desk,
) -> None:
    desk.post.refusal = LOGIN_REFUSED
    report_id = desk.submit()
    desk.look()

    for _ in range(10):
        desk.outbox.retry(report_id)
        desk.run(timedelta(minutes=2))
    assert desk.post.connections == 1
    assert desk.entry(report_id).state is State.HELD

    desk.run(timedelta(minutes=11))
    assert desk.post.connections == 2


def test_a_probe_that_succeeds_lets_all_held_reports_go(desk: Desk) -> None:
    desk.post.refusal = LOGIN_REFUSED
    for number in range(3):
        desk.submit(number)
    desk.run(timedelta(minutes=1))
    desk.post.refusal = None

    desk.run(timedelta(minutes=35))

    assert len(desk.post.messages) == 3
    assert circuit_gate(desk) is Gate.CLOSED


@pytest.mark.parametrize("code", [Code.MAIL_CERTIFICATE, Code.MAIL_STARTTLS_MISSING])
def test_where_no_account_can_be_locked_a_person_may_probe_a_held_channel_at_once(
    desk: Desk, code: Code
) -> None:
    desk.post.refusal = replace(LOGIN_REFUSED, problem=Problem(code))
    report_id, other = desk.submit(1), desk.submit(2)
    desk.run(timedelta(minutes=1))
    assert desk.post.connections == 1

    desk.outbox.retry(report_id)
    desk.run(timedelta(minutes=1))
    assert desk.post.connections == 2
    assert desk.entry(report_id).state is State.HELD

    desk.post.refusal = None
    desk.outbox.retry(report_id)
    desk.run(timedelta(minutes=1))
    assert desk.entry(report_id).state is State.DELIVERED
    assert desk.entry(other).state is State.DELIVERED


def test_a_floor_of_the_server_holds_for_a_person_who_probes_a_held_channel(desk: Desk) -> None:
    desk.post.refusal = replace(
        LOGIN_REFUSED, problem=Problem(Code.MAIL_CERTIFICATE), floor=timedelta(minutes=10)
    )
    report_id = desk.submit()
    desk.look()

    desk.outbox.retry(report_id)
    desk.run(timedelta(minutes=9))

    assert desk.post.connections == 1


def test_an_unreachable_server_does_not_clear_a_refused_login(desk: Desk) -> None:
    desk.post.refusal = LOGIN_REFUSED
    report_id = desk.submit()
    desk.look()
    desk.post.refusal = UNREACHABLE

    desk.run(timedelta(minutes=31))

    assert desk.post.connections == 2
    assert circuit_gate(desk) is Gate.HELD
    assert desk.entry(report_id).state is State.HELD


def test_a_whole_message_whose_answer_was_lost_clears_a_refused_login(desk: Desk) -> None:
    desk.post.refusal = LOGIN_REFUSED
    desk.submit(1)
    desk.submit(2)
    desk.look()
    desk.post.refusal = None
    desk.post.answers.append(CUT_OFF)

    desk.run(HELD_PROBE + CAP)

    assert circuit_gate(desk) is Gate.CLOSED
    assert len(desk.post.messages) == 3


def test_new_settings_let_a_held_channel_go_at_once(desk: Desk) -> None:
    desk.post.refusal = LOGIN_REFUSED
    report_id = desk.submit()
    desk.look()
    desk.post.refusal = None

    desk.outbox.channel_changed("mail")
    desk.look()

    assert desk.entry(report_id).state is State.DELIVERED


def test_missing_settings_hold_the_channel_and_asking_again_may_be_done_at_once(
    desk: Desk,
) -> None:
    desk.post.refusal = ProblemError(Problem(Code.MAIL_NOT_CONFIGURED))
    report_id = desk.submit()
    desk.run(timedelta(minutes=1))
    assert desk.entry(report_id).state is State.HELD
    assert desk.post.connections == 0

    desk.post.refusal = None
    desk.outbox.retry(report_id)
    desk.look()

    assert desk.entry(report_id).state is State.DELIVERED


def test_a_report_submitted_to_a_held_channel_says_that_it_is_held(desk: Desk) -> None:
    desk.post.refusal = LOGIN_REFUSED
    desk.submit(1)
    desk.look()

    later = desk.submit(2)
    desk.look()

    assert desk.entry(later).state is State.HELD
    assert desk.entry(later).problem == LOGIN_REFUSED.problem


def test_five_messages_at_most_go_over_one_connection_two_seconds_apart(desk: Desk) -> None:
    for number in range(12):
        desk.submit(number)
    sent: list[timedelta] = []
    desk.post.on_phase = lambda phase: (
        sent.append(desk.clock.monotonic()) if phase is Phase.MAIL else None
    )

    desk.run(timedelta(minutes=1))

    assert len(desk.post.messages) == 12
    assert desk.post.connections == 3
    gaps = [later - earlier for earlier, later in pairwise(sent)]
    assert min(gaps) >= timedelta(seconds=2)


def test_a_damaged_report_is_quarantined_never_sent_and_holds_up_no_other(
    desk: Desk, tmp_path: Path
) -> None:
    spoilt, sound = desk.submit(1), desk.submit(2)
    path = tmp_path / "data" / "spool" / f"{spoilt}.dzw"
    content = bytearray(path.read_bytes())
    content[-100] ^= 4
    path.write_bytes(content)

    desk.run(timedelta(days=3))

    assert desk.post.attempts == [sound]
    entry = desk.entry(spoilt)
    assert entry.state is State.QUARANTINED
    assert (entry.problem or Problem(Code.DISK_FULL)).code is Code.SEALED_FILE_DAMAGED
    assert path.exists()

    content[-100] ^= 4
    path.write_bytes(content)
    desk.outbox.retry(spoilt)
    desk.look()
    assert desk.entry(spoilt).state is State.DELIVERED


def test_a_report_whose_file_was_swapped_with_anothers_is_quarantined(
    desk: Desk, tmp_path: Path
) -> None:
    first, second = desk.submit(1), desk.submit(2)
    spool = tmp_path / "data" / "spool"
    (spool / f"{second}.dzw").replace(spool / f"{first}.dzw")

    desk.run(HOUR)

    assert desk.post.attempts == []
    assert desk.entry(first).state is State.QUARANTINED
    assert desk.entry(second).state is State.QUARANTINED


def test_a_report_under_a_locked_key_is_held_and_not_quarantined(
    desk: Desk, reopen: Callable[[], SealedOutbox], box: MemorySecretBox, clock: FakeClock
) -> None:
    report_id = desk.submit()
    box.problem = Problem(Code.KEYRING_LOCKED)
    later = reopen()
    later.recover()
    again = Desk(later, desk.post, clock)

    again.run(timedelta(minutes=1))
    entry = later.entry(report_id)
    assert (entry.state, entry.attempts, entry.summary) == (State.HELD, 0, None)
    assert (entry.problem or Problem(Code.DISK_FULL)).code is Code.QUEUE_KEY_UNREACHABLE

    other = again.submit(1)
    again.look()
    assert later.entry(other).state is State.DELIVERED

    box.problem = None
    again.run(timedelta(minutes=31))
    assert later.entry(report_id).state is State.DELIVERED


def test_a_report_whose_key_is_lost_is_quarantined(
    desk: Desk, reopen: Callable[[], SealedOutbox], box: MemorySecretBox, clock: FakeClock
) -> None:
    report_id = desk.submit()
    box.secrets.clear()
    later = reopen()
    later.recover()

    Desk(later, desk.post, clock).run(timedelta(minutes=1))

    assert later.entry(report_id).state is State.QUARANTINED
    assert desk.post.attempts == []


def test_a_file_that_cannot_be_read_just_now_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = desk.submit()

    def fail(_: object) -> bytes:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "open_regular", fail)
        desk.look()
    assert desk.entry(report_id).state is State.RETRY_WAIT

    desk.run(HOUR)
    assert desk.entry(report_id).state is State.DELIVERED


def test_a_fault_of_our_own_loses_no_report(desk: Desk, expected_warnings: list[str]) -> None:
    expected_warnings.append("attempt broke off")

    def break_down(phase: Phase) -> None:
        if phase is Phase.RCPT:
            raise ZeroDivisionError

    desk.post.on_phase = break_down
    report_id = desk.submit()
    desk.look()
    assert desk.entry(report_id).state is State.RETRY_WAIT

    desk.post.on_phase = None
    desk.run(HOUR)
    assert desk.entry(report_id).state is State.DELIVERED


def test_a_fault_of_our_own_after_the_dot_is_uncertain(
    desk: Desk, expected_warnings: list[str]
) -> None:
    expected_warnings.append("attempt broke off")
    desk.post.answers.append(RuntimeError("after the dot"))
    report_id = desk.submit()

    desk.look()

    assert desk.entry(report_id).state is State.UNCERTAIN


def test_a_hurried_report_goes_before_others_and_past_the_breaker(desk: Desk) -> None:
    desk.post.refusal = UNREACHABLE
    desk.submit(1)
    wanted = desk.submit(2, padding=9000)
    desk.run(timedelta(hours=2))
    assert circuit_gate(desk) is Gate.OPEN
    desk.post.refusal = None

    desk.outbox.retry(wanted)
    desk.look()

    assert desk.post.attempts == [wanted]


def test_on_a_dead_line_a_hurried_crowd_makes_one_try(desk: Desk) -> None:
    desk.post.refusal = UNREACHABLE
    ids = [desk.submit(number) for number in range(5)]
    desk.run(timedelta(hours=1))
    before = desk.post.connections

    for report_id in ids:
        desk.outbox.retry(report_id)
    desk.run(timedelta(0))

    assert desk.post.connections == before + 1


def test_nothing_waiting_means_no_next_look(desk: Desk) -> None:
    assert desk.look() is None
    desk.submit()
    desk.run(timedelta(seconds=5))
    assert desk.outbox.tally().waiting == 0
    assert desk.look() == timedelta(days=7) - timedelta(seconds=5)


def test_duplicates_are_never_more_than_uncertain_attempts(desk: Desk) -> None:
    desk.post.answers.extend([CUT_OFF, TRY_LATER, CUT_OFF, UNREACHABLE, DELIVERED] * 6)
    ids = [desk.submit(number) for number in range(12)]

    desk.run(timedelta(days=1))

    uncertain = sum(desk.entry(report_id).uncertain_count for report_id in ids)
    assert {message.report_id for message in desk.post.messages} == set(ids)
    assert len(desk.post.messages) - len(ids) <= uncertain
    assert len({message.content for message in desk.post.messages}) == len(ids)
