"""Blocking work on a thread of its own, for calls that know no deadline and cannot be broken off.

A name look-up knows neither. On Windows neither does a TLS handshake: a shutdown wakes nobody who
waits for the other side, as it does on Linux.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Aside(Generic[Result]):
    """One piece of work, begun at once, whose caller may go away.

    `forget` gives back what comes when the caller is gone.
    """

    def __init__(
        self, name: str, work: Callable[[], Result], forget: Callable[[Result], None]
    ) -> None:
        self._work = work
        self._forget = forget
        self._lock = threading.Lock()
        self._is_abandoned = False
        self._result: Result | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def is_done(self, seconds: float) -> bool:
        """Wait at most so long, and say whether the work is over."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> Result:
        """Give what the work brought, or raise what it raised; once `is_done` said so."""
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # set by then, whatever its type

    def abandon(self) -> None:
        """Go away: what has come or will come is forgotten."""
        with self._lock:
            self._is_abandoned = True
            if self._result is not None:
                self._forget(self._result)

    def _run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # noqa: BLE001  # flies on in the thread that waits
            self._error = error
            return
        with self._lock:
            self._result = result
            if self._is_abandoned:
                self._forget(result)
