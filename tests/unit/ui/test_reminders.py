"""A marked moment is called to mind once, at its time, and nothing wakes before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from dzwonek.domain.draft_life import REMIND_AFTER
from dzwonek.domain.ids import new_id
from dzwonek.domain.report import Draft
from dzwonek.reporting.reception import Reception
from dzwonek.ui.reminders import Reminders
from dzwonek.ui.tasks import Lane, Tasks
from tests.fakes.clock import FakeClock
from tests.fakes.parts import MemoryParts

MINUTE = timedelta(minutes=1)
STOP_SECONDS = 30.0


class Watch:
    """The reminders with what they told."""

    def __init__(self, tasks: Tasks) -> None:
        self.clock = FakeClock()
        self.parts = MemoryParts()
        self.tasks = tasks
        self.reminders = self.started()
        self.told: list[str] = []

    def started(self) -> Reminders:
        """Begin as after a start of the program."""
        reminders = Reminders(Reception(self.parts), self.tasks, self.clock)
        reminders.due.connect(lambda drafts: self.told.extend(draft.id for draft in drafts))
        return reminders

    def start_again(self) -> None:
        shiboken6.delete(self.reminders)
        self.reminders = self.started()
        self.reminders.look()

    def mark(self) -> Draft:
        now = self.clock.now()
        draft = Draft(new_id(now), now, now, is_flagged=True, remind_at=now + REMIND_AFTER)
        self.parts.drafts.save(draft)
        return draft

    @property
    def timer(self) -> QTimer:
        (timer,) = self.reminders.findChildren(QTimer)
        return timer

    def wait(self) -> timedelta:
        return timedelta(milliseconds=self.timer.remainingTime())


@pytest.fixture
def watch(qapp: object) -> Iterator[Watch]:
    tasks = Tasks()
    made = Watch(tasks)
    yield made
    assert tasks.stop(STOP_SECONDS)
    shiboken6.delete(made.reminders)


@pytest.fixture
def settled(qtbot: QtBot, watch: Watch) -> Callable[[], None]:
    def wait() -> None:
        answers: list[None] = []
        watch.tasks.run(Lane.DISK, lambda: None, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=30_000)

    return wait


def about(length: timedelta) -> object:
    """Match a timer's wait: it may be early or late by a little."""
    return pytest.approx(length, abs=timedelta(seconds=65))


def test_nothing_to_tell_wakes_nobody(watch: Watch, settled: Callable[[], None]) -> None:
    watch.reminders.look()
    settled()
    assert not watch.timer.isActive()


def test_a_marked_moment_is_told_after_a_quarter_of_an_hour_and_never_again(
    watch: Watch, settled: Callable[[], None]
) -> None:
    draft = watch.mark()
    watch.reminders.expect(draft)
    assert watch.wait() == about(REMIND_AFTER)
    watch.clock.advance(REMIND_AFTER)
    watch.timer.timeout.emit()
    settled()
    assert watch.told == [draft.id]
    assert not watch.timer.isActive()
    watch.start_again()
    settled()
    assert watch.told == [draft.id]
    assert not watch.timer.isActive()


def test_a_timer_that_is_early_tells_nothing_and_waits_for_the_rest(
    watch: Watch, settled: Callable[[], None]
) -> None:
    watch.reminders.expect(watch.mark())
    watch.clock.advance(5 * MINUTE)
    watch.timer.timeout.emit()
    settled()
    assert watch.told == []
    assert watch.wait() == about(10 * MINUTE)


def test_a_start_in_between_waits_for_the_rest(watch: Watch, settled: Callable[[], None]) -> None:
    draft = watch.mark()
    watch.clock.advance(10 * MINUTE)
    watch.start_again()
    settled()
    assert watch.wait() == about(5 * MINUTE)
    watch.clock.advance(5 * MINUTE)
    watch.timer.timeout.emit()
    settled()
    assert watch.told == [draft.id]


def test_what_came_due_while_the_program_was_not_running_is_told_at_the_start(
    watch: Watch, settled: Callable[[], None]
) -> None:
    watch.mark()
    watch.clock.advance(timedelta(days=1))
    watch.start_again()
    settled()
    assert watch.wait() <= timedelta(seconds=2)


def test_a_computer_that_slept_is_told_when_it_wakes(
    watch: Watch, settled: Callable[[], None]
) -> None:
    watch.reminders.expect(watch.mark())
    watch.clock.jump(timedelta(hours=2))  # the monotonic clock stood still
    watch.reminders.look()
    settled()
    assert watch.wait() <= timedelta(seconds=2)


def test_a_clock_set_back_by_years_puts_nothing_off(
    watch: Watch, settled: Callable[[], None]
) -> None:
    draft = watch.mark()
    watch.reminders.expect(draft)
    watch.clock.advance(10 * MINUTE)
    watch.clock.jump(timedelta(days=-3650))
    watch.reminders.look()
    settled()
    assert watch.wait() == about(5 * MINUTE)
    watch.clock.advance(5 * MINUTE)
    watch.timer.timeout.emit()
    settled()
    assert watch.told == [draft.id]


def test_a_moment_that_was_described_or_discarded_meanwhile_is_not_told(
    watch: Watch, settled: Callable[[], None]
) -> None:
    described, discarded = watch.mark(), watch.mark()
    for draft in (described, discarded):
        watch.reminders.expect(draft)
    watch.parts.drafts.save(replace(described, remind_at=None))
    watch.parts.drafts.discard(discarded.id)
    watch.clock.advance(REMIND_AFTER)
    watch.timer.timeout.emit()
    settled()
    assert watch.told == []


def test_nothing_is_told_to_an_empty_chair(watch: Watch, settled: Callable[[], None]) -> None:
    draft = watch.mark()
    watch.reminders.expect(draft)
    watch.reminders.leave()
    watch.clock.advance(2 * REMIND_AFTER)
    watch.timer.timeout.emit()
    settled()
    assert watch.told == []
    watch.reminders.come_back()
    assert watch.wait() <= timedelta(seconds=2)
    watch.timer.timeout.emit()
    settled()
    assert watch.told == [draft.id]


def test_moments_that_are_due_together_are_told_together(
    watch: Watch, settled: Callable[[], None], qtbot: QtBot
) -> None:
    for draft in (watch.mark(), watch.mark()):
        watch.reminders.expect(draft)
    watch.clock.advance(REMIND_AFTER)
    with qtbot.waitSignal(watch.reminders.due, timeout=30_000) as due:
        watch.timer.timeout.emit()
    assert len((due.args or [()])[0]) == 2
