"""The courier's thread: it wakes when there is something to do, stops when told, and drains."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Entry, Envelope, Outcome, Phase, State, Verdict
from dzwonek.domain.ports import Journal
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import TRY_LATER, UNREACHABLE, FakeSession, Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

BOUND = timedelta(seconds=5)
LONG = 10.0


class Settled:
    """Waits for a report to reach a state, by the outbox's own word."""

    def __init__(self, outbox: SealedOutbox) -> None:
        self._condition = threading.Condition()
        self._states: dict[str, State] = {}
        outbox.listen(self._hear)

    def wait(self, report_id: str, state: State) -> bool:
        with self._condition:
            return self._condition.wait_for(lambda: self._states.get(report_id) is state, LONG)

    def _hear(self, entry: Entry) -> None:
        with self._condition:
            self._states[entry.id] = entry.state
            self._condition.notify_all()


class NoSpread(Random):
    """Draws nothing but zero, so that a start's leftovers are due at once."""

    def random(self) -> float:
        return 0.0


@pytest.fixture
def real(tmp_path: Path, box: MemorySecretBox) -> Iterator[SealedOutbox]:
    """An outbox by the computer's own clock."""
    clock = SystemClock()
    outbox = SealedOutbox(tmp_path / "data", KeyRing(tmp_path / "state", box, clock), clock)
    outbox.recover()
    yield outbox
    outbox.close()


@pytest.fixture
def courier(real: SealedOutbox, post: Post) -> Iterator[Courier]:
    courier = Courier(real, post.channel, SystemClock(), NoSpread(1))
    yield courier
    assert courier.stop(BOUND)


def test_a_report_submitted_while_the_courier_sleeps_goes_at_once(
    real: SealedOutbox, courier: Courier, post: Post
) -> None:
    settled = Settled(real)
    courier.start()

    report_id = real.submit(envelope(), SUMMARY, START).id

    assert settled.wait(report_id, State.DELIVERED)
    assert len(post.messages) == 1


def test_a_report_of_another_process_goes_after_a_nudge(
    real: SealedOutbox, courier: Courier, tmp_path: Path, box: MemorySecretBox
) -> None:
    settled = Settled(real)
    courier.start()
    clock = SystemClock()
    other = SealedOutbox(tmp_path / "data", KeyRing(tmp_path / "state", box, clock), clock)
    report_id = other.submit(envelope(), SUMMARY, START).id
    other.close()

    courier.nudge()

    assert settled.wait(report_id, State.DELIVERED)


def test_without_reports_the_courier_does_not_wake(
    courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float | None] = []
    asleep = threading.Event()
    whole = threading.Condition.wait

    def wait(condition: threading.Condition, timeout: float | None = None) -> bool:
        if threading.current_thread().name == "dzwonek-courier":
            waits.append(timeout)
            asleep.set()
        return whole(condition, timeout)

    monkeypatch.setattr(threading.Condition, "wait", wait)
    courier.start()

    assert asleep.wait(LONG)
    assert waits == [None]


class Stuck:
    """A session in which the server never answers, until it is cut off."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self.is_stuck = threading.Event()
        self.is_cut = threading.Event()

    @property
    def name(self) -> str:
        return "mail"

    def connect(self) -> FakeSession:
        return StuckSession(self._post, self)

    def cancel(self) -> None:
        self.is_cut.set()


class StuckSession(FakeSession):
    """A session that waits to be cut off."""

    def __init__(self, post: Post, stuck: Stuck) -> None:
        super().__init__(post)
        self._stuck = stuck

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        journal(Phase.DATA_OPEN)
        self._stuck.is_stuck.set()
        assert self._stuck.is_cut.wait(LONG)
        return Outcome(Verdict.TRANSIENT, "cancelled", is_channel_wide=True)


def test_stopping_breaks_off_what_is_under_way_and_keeps_the_report(
    real: SealedOutbox, post: Post
) -> None:
    stuck = Stuck(post)
    courier = Courier(real, lambda _: stuck, SystemClock(), NoSpread(1))
    report_id = real.submit(envelope(), SUMMARY, START).id
    courier.start()
    assert stuck.is_stuck.wait(LONG)

    assert courier.stop(BOUND)

    assert stuck.is_cut.is_set()
    assert real.entry(report_id).state is State.RETRY_WAIT
    assert real.circuits() == ()


def test_leftovers_of_an_earlier_start_are_spread_over_five_minutes(
    outbox: SealedOutbox, clock: FakeClock, post: Post
) -> None:
    ids = [outbox.submit(envelope(number), SUMMARY, START).id for number in range(60)]
    courier = Courier(outbox, post.channel, clock, Random(5))

    courier.spread()

    dues = [outbox.entry(report_id).due_at for report_id in ids]
    waits = sorted((due - START).total_seconds() for due in dues if due is not None)
    assert len(waits) == 60
    assert waits[0] >= 0
    assert waits[-1] <= 300
    assert 100 < waits[30] < 200


def test_a_spread_hastens_no_floor_and_delays_no_hurried_report(
    outbox: SealedOutbox, clock: FakeClock, post: Post
) -> None:
    hurried = outbox.submit(envelope(), SUMMARY, START).id
    outbox.retry(hurried)

    Courier(outbox, post.channel, clock, Random(5)).spread()

    assert outbox.entry(hurried).due_at == START


def test_what_has_a_time_of_its_own_ahead_keeps_it(
    outbox: SealedOutbox, clock: FakeClock, post: Post
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    ahead = START + timedelta(minutes=2)
    row = outbox.index.row(report_id)
    assert row is not None
    outbox.ledger.postpone(row, ahead)

    Courier(outbox, post.channel, clock, Random(5)).spread()

    assert outbox.entry(report_id).due_at == ahead


def test_events_in_bursts_put_a_report_off_once(
    outbox: SealedOutbox, clock: FakeClock, post: Post
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    courier = Courier(outbox, post.channel, clock, EarlySpread(1))
    courier.spread()
    first = outbox.entry(report_id).due_at
    for _ in range(29):
        clock.advance(timedelta(seconds=10))
        courier.spread()

    assert first == START + timedelta(seconds=30)
    assert outbox.entry(report_id).due_at == first


@pytest.mark.parametrize("is_sleep_counted", [True, False])
def test_after_five_minutes_or_a_sleep_an_event_is_another_one(
    outbox: SealedOutbox, clock: FakeClock, post: Post, is_sleep_counted: bool
) -> None:
    courier = Courier(outbox, post.channel, clock, LateSpread(1))
    courier.spread()
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    (clock.advance if is_sleep_counted else clock.jump)(timedelta(minutes=6))

    courier.spread()

    due = outbox.entry(report_id).due_at
    assert due is not None
    assert due > clock.now()


def test_the_probe_of_a_held_channel_is_spread_as_well(
    outbox: SealedOutbox, clock: FakeClock, post: Post, desk: Desk
) -> None:
    post.refusal = Outcome(
        Verdict.HELD, "535", problem=Problem(Code.MAIL_LOGIN_REFUSED), is_channel_wide=True
    )
    desk.submit()
    desk.look()
    clock.advance(timedelta(hours=9))

    Courier(outbox, post.channel, clock, LateSpread(1)).spread()
    desk.run(timedelta(minutes=4))
    assert post.connections == 1
    desk.run(timedelta(minutes=2))

    assert post.connections == 2


def test_sending_now_takes_the_wanted_report_before_the_spread_is_over(
    real: SealedOutbox, post: Post
) -> None:
    wanted = real.submit(envelope(1), SUMMARY, START).id
    real.submit(envelope(2), SUMMARY, START)
    settled = Settled(real)
    courier = Courier(real, post.channel, SystemClock(), LateSpread(1))
    courier.start()

    courier.send_now(wanted)

    assert settled.wait(wanted, State.DELIVERED)
    assert courier.stop(BOUND)
    assert post.attempts == [wanted]


class EarlySpread(Random):
    """Draws half a minute of five."""

    def random(self) -> float:
        return 0.1


class LateSpread(Random):
    """Draws the latest moment."""

    def random(self) -> float:
        return 0.999


def test_draining_sends_everything_two_seconds_apart_and_ignores_back_off(
    real: SealedOutbox, courier: Courier, post: Post
) -> None:
    post.answers.append(TRY_LATER)
    waiting = real.submit(envelope(1), SUMMARY, START).id
    courier.drain(timedelta(seconds=1))
    assert real.entry(waiting).state is State.RETRY_WAIT
    other = real.submit(envelope(2), SUMMARY, START).id

    tally = courier.drain(timedelta(seconds=30))

    assert tally.waiting == 0
    assert [real.entry(each).state for each in (waiting, other)] == [State.DELIVERED] * 2


def test_draining_one_report_leaves_the_others(
    real: SealedOutbox, courier: Courier, post: Post
) -> None:
    real.submit(envelope(1), SUMMARY, START)
    wanted = real.submit(envelope(2), SUMMARY, START).id

    tally = courier.drain(timedelta(seconds=30), only=wanted)

    assert post.attempts == [wanted]
    assert tally.waiting == 1


def test_draining_against_a_dead_server_returns_at_once(
    real: SealedOutbox, courier: Courier, post: Post
) -> None:
    post.refusal = UNREACHABLE
    for number in range(3):
        real.submit(envelope(number), SUMMARY, START)

    tally = courier.drain(timedelta(0))

    assert tally.waiting == 3
    assert post.connections == 1


def test_draining_does_not_break_a_floor(real: SealedOutbox, courier: Courier, post: Post) -> None:
    post.answers.append(Outcome(Verdict.UNCERTAIN, "lost"))
    report_id = real.submit(envelope(), SUMMARY, START).id
    courier.drain(timedelta(seconds=1))

    courier.drain(timedelta(seconds=5))

    assert len(post.attempts) == 1
    assert real.entry(report_id).state is State.UNCERTAIN


def test_the_thread_lives_on_after_a_fault_of_our_own(
    real: SealedOutbox,
    courier: Courier,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("courier stumbled error=ZeroDivisionError")
    settled = Settled(real)
    stumbled = threading.Event()
    whole = real.index.circuits

    def broken() -> object:
        if threading.current_thread().name == "dzwonek-courier":
            stumbled.set()
            raise ZeroDivisionError
        return whole()

    with monkeypatch.context() as patch:
        patch.setattr(real.index, "circuits", broken)
        courier.start()
        assert stumbled.wait(LONG)
    report_id = real.submit(envelope(), SUMMARY, START).id

    assert settled.wait(report_id, State.DELIVERED)


def test_while_the_disk_refuses_the_courier_says_so_and_sends_nothing(
    real: SealedOutbox,
    courier: Courier,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("courier paused code=disk_full")
    report_id = real.submit(envelope(), SUMMARY, START).id

    def full(*_: object) -> object:
        raise ProblemError(Problem(Code.DISK_FULL))

    with monkeypatch.context() as patch:
        patch.setattr(real.index.file, "insist", full)
        courier.drain(timedelta(0))
    assert courier.problem == Problem(Code.DISK_FULL)
    assert post.connections == 0

    courier.drain(timedelta(seconds=1))
    assert courier.problem is None
    assert real.entry(report_id).state is State.DELIVERED


def test_a_nudge_during_a_look_is_not_lost(real: SealedOutbox, courier: Courier) -> None:
    settled = Settled(real)
    submitted: list[str] = []
    is_submitted = threading.Event()
    whole = real.shredder.purge

    def purge_while_a_report_comes() -> timedelta | None:
        if not submitted:
            submitted.append(real.submit(envelope(), SUMMARY, START).id)
            courier.nudge()
            is_submitted.set()
        return whole()

    real.shredder.purge = purge_while_a_report_comes  # type: ignore[method-assign]  # just here
    courier.start()

    assert is_submitted.wait(LONG)
    assert settled.wait(submitted[0], State.DELIVERED)


def _never(_: str) -> None:
    raise AssertionError


def test_making_a_courier_starts_no_thread(outbox: SealedOutbox, clock: FakeClock) -> None:
    before = threading.active_count()
    factory: Callable[[str], object] = _never

    Courier(outbox, factory, clock, Random(1))  # type: ignore[arg-type]  # is not called

    assert threading.active_count() == before
