"""Gives blocking network work a deadline that holds even against a server that drips.

A socket's own timeout counts from the last byte, so one byte a second keeps it alive for ever,
and a name look-up has no timeout at all. Therefore each exchange runs on a thread of its own; at
the deadline its connection is shut down and the caller goes on. That wakes a reader at once; on
Windows it only makes the next byte, or the socket's own timeout, the reader's last.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Generic, TypeVar

Result = TypeVar("Result")
LAST_WORDS = timedelta(milliseconds=100)  # for a thread whose connection was cut


class LateError(TimeoutError):
    """The deadline passed before the work was done."""


class Line:
    """The connection of one exchange, held so that another thread can cut it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_cut = False
        self._held: list[socket.socket] = []

    def hold(self, connection: socket.socket) -> None:
        """Remember a new connection; raises LateError when the line was cut before it stood.

        A duplicate is kept, because TLS later takes the descriptor out of the socket object.
        """
        with self._lock:
            if self._is_cut:
                raise LateError
            self._held.append(connection.dup())

    def cut(self) -> None:
        """Shut the connection down under whoever waits for it, and let no new one come up."""
        with self._lock:
            self._is_cut = True
            for connection in self._held:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the duplicates back."""
        with self._lock:
            while self._held:
                self._held.pop().close()


class Errand(Generic[Result]):
    """One piece of blocking work that starts at once and can be given up."""

    def __init__(self, work: Callable[[Line], Result], name: str) -> None:
        self._work = work
        self._line = Line()
        self._result: Result | None = None
        self._error: BaseException | None = None
        # A daemon: a name look-up cannot be cut, and must not hold the program's end up.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def result(self, left: timedelta) -> Result:
        """Wait for the result at most `left`; raises LateError, or what the work raised."""
        self._thread.join(max(0.0, left.total_seconds()))
        if self._thread.is_alive():
            self._line.cut()
            self._thread.join(LAST_WORDS.total_seconds())
            raise LateError
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # set by then, whatever its type

    def _run(self) -> None:
        try:
            self._result = self._work(self._line)
        except BaseException as error:  # noqa: BLE001  # flies on in the thread that waits
            self._error = error
        finally:
            self._line.close()
