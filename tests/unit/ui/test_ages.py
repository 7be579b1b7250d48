"""A report that waits too long is told of once for each limit, at its moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dzwonek.domain.delivery import Age
from dzwonek.ui.ages import Ages
from tests.fakes.form_scenes import NOW, StillClock


class Watch:
    """The ages with what they told."""

    def __init__(self) -> None:
        self.clock = StillClock(NOW)
        self.ages = Ages(self.clock)
        self.told: list[Age] = []
        self.ages.reached.connect(self.told.append)

    def after(self, hours: float, waiting: bool = True) -> Age:
        """Look when a report of NOW has waited so long."""
        self.clock.moment = NOW + timedelta(hours=hours)
        return self.ages.look(NOW if waiting else None)

    @property
    def timer(self) -> QTimer:
        """Give the one timer."""
        (timer,) = self.ages.findChildren(QTimer)
        return timer


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    yield made
    shiboken6.delete(made.ages)


def test_each_limit_is_told_once(watch: Watch) -> None:
    ages = [watch.after(hours) for hours in (0, 1, 24, 25, 72, 73)]
    assert ages == [Age.FRESH, Age.FRESH, Age.LATE, Age.LATE, Age.OVERDUE, Age.OVERDUE]
    assert watch.told == [Age.LATE, Age.OVERDUE]


def test_the_next_look_comes_at_the_next_limit_and_not_before(watch: Watch) -> None:
    watch.after(1)
    assert watch.timer.remainingTime() == pytest.approx(23 * 3_600_000 + 1000, rel=0.06)
    watch.after(30)
    assert watch.timer.remainingTime() == pytest.approx(42 * 3_600_000 + 1000, rel=0.06)
    watch.after(80)
    assert not watch.timer.isActive()


def test_nothing_waits_nothing_wakes(watch: Watch) -> None:
    watch.after(1)
    assert watch.after(2, waiting=False) is Age.FRESH
    assert not watch.timer.isActive()


def test_another_report_that_gets_old_is_told_again(watch: Watch) -> None:
    watch.after(24)
    watch.after(25, waiting=False)
    watch.after(26)
    assert watch.told == [Age.LATE, Age.LATE]


def test_a_clock_set_back_makes_nobody_wait(watch: Watch) -> None:
    assert watch.after(-1000) is Age.FRESH
    assert watch.timer.remainingTime() <= 72 * 3_600_000 * 1.06
