"""Work beside the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.ui.tasks import Lane, Tasks

STOP_SECONDS = 5.0


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.stop(STOP_SECONDS)


def test_an_answer_comes_back_on_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[tuple[int, int]] = []

    def done(worker: int) -> None:
        threads.append((worker, threading.get_ident()))

    tasks.run(Lane.NET, threading.get_ident, done)
    qtbot.waitUntil(lambda: bool(threads))
    worker, answered = threads[0]
    assert worker != answered
    assert answered == threading.get_ident()


def test_jobs_give_way_until_the_window_is_painted_and_keep_their_order(
    tasks: Tasks, qtbot: QtBot
) -> None:
    done: list[str] = []
    has_begun = threading.Event()
    tasks.give_way()
    tasks.run(Lane.DISK, has_begun.set)
    tasks.run(Lane.DISK, lambda: done.append("first"))
    tasks.run(Lane.DISK, lambda: done.append("second"))
    assert not has_begun.wait(0.05)
    tasks.go_on()
    qtbot.waitUntil(lambda: done == ["first", "second"])


def test_jobs_do_not_give_way_for_ever_to_a_window_that_is_never_painted(
    tasks: Tasks, qtbot: QtBot
) -> None:
    done: list[str] = []
    tasks.give_way()
    tasks.run(Lane.NET, lambda: done.append("after all"))
    qtbot.waitUntil(lambda: done == ["after all"], timeout=2000)


def test_a_problem_goes_to_the_one_who_asked(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[Problem] = []

    def work() -> None:
        raise trouble(Code.DISK_FULL)

    tasks.run(Lane.DISK, work, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code is Code.DISK_FULL


def test_a_fault_of_ours_is_told_and_the_lane_lives_on(tasks: Tasks, qtbot: QtBot) -> None:
    answers: list[int] = []

    def work() -> int:
        raise ZeroDivisionError

    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.run(Lane.DISK, work, answers.append)
    assert isinstance((crashed.args or [None])[0], ZeroDivisionError)
    tasks.run(Lane.DISK, lambda: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])


def test_the_disk_lane_keeps_the_order(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(50):
        tasks.run(Lane.DISK, lambda number=number: number, order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))


def test_a_slow_server_does_not_hold_up_the_disk(tasks: Tasks, qtbot: QtBot) -> None:
    release = threading.Event()
    answers: list[str] = []
    for _ in range(3):
        tasks.run(Lane.NET, release.wait)
    tasks.run(Lane.DISK, lambda: "saved", answers.append)
    qtbot.waitUntil(lambda: answers == ["saved"])
    release.set()


def test_an_idle_runner_has_no_threads(qapp: object) -> None:
    Tasks()
    assert not [thread for thread in threading.enumerate() if "dzwonek" in thread.name]
