"""Captures every monitor at the key press, with all that takes time done beforehand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from dzwonek.capture.blank import is_black
from dzwonek.capture.grabs import Grab, GrabError, Taken
from dzwonek.domain.picture import Capture, Screenshot, numbered
from dzwonek.domain.problem import Code, Problem

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock, ScreenSource

PATIENCE = timedelta(seconds=2)  # the slowest honest grab seen, two cold 4K monitors, took 0.4 s
XWAYLAND = "XWAYLAND"  # how Xwayland's outputs are called; its screen is black

T = TypeVar("T")
log = logging.getLogger(__name__)


class WarmScreens:
    """Keeps a connection to the screen open and tries other ways when one fails.

    The work runs in a thread of its own for as long as it takes, and nobody waits for it longer
    than `patience`: an X server that hangs costs one picture, not the program. While such a thread
    is stuck every capture fails at once; when the server comes back, so does the next capture.
    """

    def __init__(
        self,
        clock: Clock,
        ways: Sequence[Callable[[], Grab]],
        fallback: ScreenSource | None = None,
        *,
        is_kept: bool = True,
        hidden_by: Callable[[], Code | None] | None = None,
        patience: timedelta = PATIENCE,
    ) -> None:
        """Take `ways` of reading the screen, best first, and a last one for the GUI thread.

        `is_kept` is for systems where an open connection is better not held between captures.
        `hidden_by` names what hides the screen; it is asked only when there is no picture at all,
        and may raise GrabError.
        """
        self._clock = clock
        self._ways = tuple(ways)
        self._fallback = fallback
        self._is_kept = is_kept
        self._hidden_by = hidden_by
        self._is_rehearsed = False
        self._patience = patience.total_seconds()
        self._in_use = Lock()  # guards the grab
        self._grab: Grab | None = None
        self._is_outdated = False
        self._is_closed = False
        self._stuck: Thread | None = None

    def warm(self) -> None:
        """Get ready for the next capture and wipe the last one; never raises.

        To be called off the GUI thread: after the start, when monitors changed, when a form closes.
        """
        if self._is_kept or not self._is_rehearsed:
            self._run(lambda: self._use(lambda grab: grab.prepare()))
            self._is_rehearsed = True

    def monitors_changed(self) -> None:
        """Note that monitors came, went or changed: the next use looks at them afresh."""
        self._is_outdated = True

    def capture(self) -> Capture:
        """Capture every monitor at once; never raises, a failure stands in `Capture.problem`."""
        taken_at = self._clock.now()
        pictures: list[tuple[Taken, ...]] = []
        is_done = self._run(lambda: pictures.append(self._use(lambda grab: grab.take())))
        shots = tuple(_shot(one, taken_at) for one in pictures[0]) if pictures else ()
        if not shots and is_done and self._fallback is not None:
            shots = self._fallback.capture().shots
        capture = _judged(taken_at, numbered(shots))
        return capture if capture.shots else self._explained(capture)

    def close(self) -> None:
        """Give back what the system lent; a stuck thread does so when it comes back."""
        self._is_closed = True
        self._run(self._drop)
        if self._fallback is not None:
            self._fallback.close()

    def _explained(self, capture: Capture) -> Capture:
        """Give the reason in place of the mere fact that there is no picture."""
        if self._hidden_by is None:
            return capture
        ask, found = self._hidden_by, list[Code | None]()
        self._run(lambda: found.append(ask()))
        code = found[0] if found else None
        return capture if code is None else Capture(capture.taken_at, problem=Problem(code))

    def _run(self, work: Callable[[], None]) -> bool:
        """Do the work within the patience; says whether it came to an end."""
        if self._stuck is not None and self._stuck.is_alive():
            return False
        worker = Thread(target=self._guarded, args=(work,), name="dzwonek-capture", daemon=True)
        worker.start()
        worker.join(self._patience)
        self._stuck = worker if worker.is_alive() else None
        if self._stuck is not None:
            log.info("the screen did not answer in time")
        return self._stuck is None

    def _guarded(self, work: Callable[[], None]) -> None:
        with self._in_use:
            try:
                work()
            except GrabError as error:
                log.info("the screen could not be read: %s", error)
            if self._is_closed or not self._is_kept:
                self._drop()

    def _use(self, use: Callable[[Grab], T]) -> T:
        """Use the open connection, or one of the ways, best first; raises GrabError."""
        if self._is_closed:
            raise GrabError("closed")
        if self._is_outdated:
            self._is_outdated = False
            self._drop()
        if self._grab is not None:
            try:
                return use(self._grab)
            except GrabError as error:
                log.info("the open connection fails: %s", error)
                self._drop()
        for way in self._ways:
            try:
                self._grab = way()
                return use(self._grab)
            except GrabError as error:
                log.info("a way to read the screen fails: %s", error)
                self._drop()
        raise GrabError("no way is left")

    def _drop(self) -> None:
        grab, self._grab = self._grab, None
        if grab is not None:
            grab.close()


def _shot(taken: Taken, taken_at: datetime) -> Screenshot:
    monitor = taken.monitor
    return Screenshot(
        monitor=monitor.name,
        left=monitor.left,
        top=monitor.top,
        width=monitor.width,
        height=monitor.height,
        stride=monitor.stride,
        pixels=taken.pixels,
        taken_at=taken_at,
    )


def _judged(taken_at: datetime, shots: tuple[Screenshot, ...]) -> Capture:
    """Leave out the pictures that show nothing, and say so."""
    if not shots:
        return Capture(taken_at, problem=Problem(Code.CAPTURE_FAILED))
    if any(shot.monitor.startswith(XWAYLAND) for shot in shots):
        return Capture(taken_at, problem=Problem(Code.CAPTURE_WAYLAND))
    black: list[Screenshot] = []
    seen: list[Screenshot] = []
    for shot in shots:
        (black if is_black(shot) else seen).append(shot)
    if not black:
        return Capture(taken_at, shots)
    names = ", ".join(shot.monitor for shot in black)
    return Capture(taken_at, tuple(seen), Problem(Code.CAPTURE_BLACK, {"monitor": names}))
