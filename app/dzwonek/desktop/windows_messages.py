"""The one thread to which Windows tells of keys, session, power and the end of the session.

It sleeps in GetMessage; what happens is queued for the event loop, which a socket wakes.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from concurrent.futures import Future
from datetime import timedelta
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from dzwonek.desktop.wake import Wake
from dzwonek.desktop.windows_window import WM_APP

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.desktop.windows_window import Window
    from dzwonek.domain.events import Event

    # Answers a message by its wParam and lParam, on the message thread.
    Listener = Callable[[int, int], int]

T = TypeVar("T")
OPENING = timedelta(seconds=5)
ANSWER = timedelta(seconds=2)
JOINING = timedelta(seconds=1)
CARRY_ON = WM_APP  # our own message: look into the jobs

log = logging.getLogger("dzwonek.desktop")


class MessageThread:
    """Answers the window's messages and queues events (port EventSource).

    Making it raises OSError. `pump` raises ConnectionError when the thread has ended by itself.
    """

    def __init__(self, window: Window) -> None:
        self.window = 0  # its handle
        self._window = window
        self._wake = Wake()
        self._events: deque[Event] = deque()
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._listeners: dict[int, Listener] = {}
        self._at_close: list[Callable[[], None]] = []
        self._is_closing = False
        self._is_last = False
        opened: Future[int] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(opened,), name="dzwonek-messages", daemon=True
        )
        self._thread.start()
        try:
            self.window = opened.result(OPENING.total_seconds())
        except OSError:
            self._wake.close()
            raise

    # -- for those who are told

    def listen(self, message: int, listener: Listener) -> None:
        """Let `listener` answer this message from now on."""
        self._listeners[message] = listener

    def tell(self, event: Event, *, is_once: bool = False) -> None:
        """Queue an event for the loop; with `is_once`, not beside an equal one that waits."""
        if not (is_once and event in self._events):
            self._events.append(event)
        self._wake.ring()

    def ask(self, job: Callable[[], T]) -> T:
        """Call `job` on the message thread and give its answer.

        Raises TimeoutError when the thread is busy for too long (the job is then left undone),
        ConnectionError when it is gone.
        """
        if threading.current_thread() is self._thread:
            return job()
        answer: Future[T] = Future()

        def run() -> None:
            if answer.set_running_or_notify_cancel():
                try:
                    answer.set_result(job())
                except Exception as error:  # noqa: BLE001 - flies on in the thread that asked
                    answer.set_exception(error)

        if not self.soon(run):
            raise ConnectionError("the message thread is gone")
        try:
            return answer.result(ANSWER.total_seconds())
        except TimeoutError:
            answer.cancel()
            raise

    def soon(self, job: Callable[[], None]) -> bool:
        """Have `job` done on the message thread without waiting; False when that is gone."""
        self._jobs.put(job)
        return self._window.post(CARRY_ON)

    def attend(
        self,
        bound: timedelta,
        is_over: Callable[[], bool] = lambda: False,
        *,
        is_last: bool = False,
    ) -> bool:
        """Inside of an answer: do jobs until one made it over, or the bound came (False).

        With `is_last` the process ends meanwhile, and `close` does not wait for this answer.
        """
        self._is_last = self._is_last or is_last
        ends_at = time.monotonic() + bound.total_seconds()
        while not is_over():
            left = ends_at - time.monotonic()
            try:
                job = self._jobs.get(timeout=max(left, 0))
            except Empty:
                return False
            job()
        return True

    def at_close(self, farewell: Callable[[], None]) -> None:
        """Have this called when the thread is closed, by the one who closes it."""
        self._at_close.append(farewell)

    # -- the event loop

    def fileno(self) -> int:
        """Give the descriptor to watch for reading."""
        return self._wake.fileno()

    def pump(self) -> tuple[Event, ...]:
        """Give what was queued; raises ConnectionError when the thread has ended by itself."""
        self._wake.heard()
        events = []
        while self._events:
            events.append(self._events.popleft())
        if not events and not self._is_closing and not self._thread.is_alive():
            raise ConnectionResetError("the message thread has ended")
        return tuple(events)

    def close(self) -> None:
        """End the thread; one that still answers the end of the session is left to it."""
        if self._is_closing:
            return
        while self._at_close:
            self._at_close.pop()()
        self._is_closing = True
        self._window.post(CARRY_ON)
        if not self._is_last:
            self._thread.join(JOINING.total_seconds())
        self._wake.close()

    # -- on the message thread

    def _run(self, opened: Future[int]) -> None:
        try:
            self.window = self._window.open(self._answer)
        except Exception as error:  # noqa: BLE001 - flies on in the thread that made this one
            opened.set_exception(error)
            return
        opened.set_result(self.window)
        while not self._is_closing and self._window.turn():
            pass
        self._window.shut()
        self._wake.ring()

    def _answer(self, message: int, wparam: int, lparam: int) -> int | None:
        """Answer one message; whatever goes wrong, the thread lives on."""
        try:
            if message == CARRY_ON:
                self._work()
                return 0
            listener = self._listeners.get(message)
            return None if listener is None else listener(wparam, lparam)
        except Exception:
            log.exception("message %#x went wrong", message)
            return None

    def _work(self) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            job()
