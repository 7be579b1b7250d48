"""Work beside the GUI thread: the caller names work, success and failure in one place."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from enum import Enum
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.ui.garbage import collect_if_due

T = TypeVar("T")
Job = Callable[[], None]

log = logging.getLogger("dzwonek.tasks")


class Lane(Enum):
    """Which queue a job joins; a slow server never holds up what is saved on this computer.

    Jobs of DISK run one after the other, in order: that order keeps a draft's files whole.
    """

    DISK = "disk"
    NET = "net"
    PROGRAM = "program"  # waits for another program, and for the person before it


THREADS = {Lane.DISK: 1, Lane.NET: 2, Lane.PROGRAM: 1}
MOST_WAIT = 300  # milliseconds that jobs give way to a window which may never be painted


class Tasks(QObject):
    """Runs blocking calls on a few threads; every answer comes back on the GUI thread."""

    _answered = Signal(object)
    crashed = Signal(object)  # an exception that nobody expected

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queues: dict[Lane, SimpleQueue[Job | None]] = {lane: SimpleQueue() for lane in Lane}
        self._threads: dict[Lane, list[threading.Thread]] = {lane: [] for lane in Lane}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._gate = threading.Event()
        self._gate.set()
        self._most_wait = QTimer(self, singleShot=True, interval=MOST_WAIT)
        self._most_wait.timeout.connect(self.go_on)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], Any] | None = None,
        failed: Callable[[Problem], Any] | None = None,
    ) -> None:
        """Call `work` on a thread of `lane`, then `done(answer)` or `failed(problem)` here.

        Anything but a ProblemError is a fault of ours: it goes to `crashed`, and to `failed` as
        the Problem UNEXPECTED, so that nobody waits for an answer that never comes.
        """

        def job() -> None:
            try:
                answer = work()
            except ProblemError as error:
                problem = error.problem
                log.info("task failed: %s", problem.code)
                if failed is not None:
                    self._answered.emit(lambda: failed(problem))
            except Exception as error:  # noqa: BLE001 - the lane must live on; the error is told
                self._answered.emit(lambda error=error: self.crashed.emit(error))
                if failed is not None:
                    unexpected = Problem(Code.UNEXPECTED)
                    self._answered.emit(lambda: failed(unexpected))
            else:
                if done is not None:
                    self._answered.emit(lambda: done(answer))

        self._start(lane)
        self._queues[lane].put(job)

    def give_way(self) -> None:
        """Begin no job until `go_on`, or for 0.3 s: a window is to be painted first.

        Python lets a thread that computes keep the others waiting for 5 ms each time they want a
        turn, and painting a form wants dozens.
        """
        self._gate.clear()
        self._most_wait.start()

    def go_on(self) -> None:
        """Begin the jobs that gave way, in their order."""
        self._most_wait.stop()
        self._gate.set()

    def stop(self, bound_seconds: float, disk_seconds: float | None = None) -> bool:
        """Let the jobs at hand finish within the bound; says whether all threads ended.

        What is being stored may take `disk_seconds`.
        """
        self.go_on()
        for lane, threads in self._threads.items():
            for _ in threads:
                self._queues[lane].put(None)
        for lane, threads in self._threads.items():
            is_longer = lane is Lane.DISK and disk_seconds is not None
            for thread in threads:
                thread.join(disk_seconds if is_longer else bound_seconds)
        return not any(t.is_alive() for threads in self._threads.values() for t in threads)

    def _start(self, lane: Lane) -> None:
        """Start the lane's threads at its first job: an idle program has none."""
        if self._threads[lane]:
            return
        for number in range(THREADS[lane]):
            thread = threading.Thread(
                target=_serve,
                args=(self._queues[lane], self._gate),
                name=f"dzwonek-{lane.value}-{number}",
                daemon=True,  # a call that ignores its deadline must not keep the program alive
            )
            thread.start()
            self._threads[lane].append(thread)

    def _deliver(self, answer: Callable[[], None]) -> None:
        answer()
        collect_if_due()


def _serve(queue: SimpleQueue[Job | None], gate: threading.Event) -> None:
    while (job := queue.get()) is not None:
        gate.wait()
        job()
        del job  # or a picture that it worked on stays in memory until the next one comes
