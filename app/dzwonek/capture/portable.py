"""Reads the screen through `mss.MSS`, on every system that mss knows."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

from dzwonek.capture.grabs import GrabError, Taken, monitors_from

NO_REPLY = (AssertionError, ValueError)  # mss 10.2 when the server is gone: a null pointer


@contextlib.contextmanager
def as_grab_errors() -> Iterator[None]:
    """Turn what mss raises, and what its absence or another version would, into GrabError."""
    try:
        from mss.exception import ScreenShotError
    except ImportError as error:
        raise GrabError("no mss") from error
    try:
        yield
    except (ScreenShotError, ImportError, AttributeError, OSError, *NO_REPLY) as error:
        raise GrabError(f"{type(error).__name__}: {error}") from error


class CopyGrab:
    """Copies each monitor into memory of its own."""

    def __init__(self, backend: str = "default", display: str | None = None) -> None:
        """Connect through one of mss's backends; `display` is X11's. Raises GrabError."""
        self._is_rehearsed = False
        with as_grab_errors():
            import mss

            if sys.platform == "linux":
                self._mss = mss.MSS(backend=backend, display=display)
            else:
                self._mss = mss.MSS(backend=backend)
            try:
                self._monitors = monitors_from(self._mss.monitors)
            except BaseException:
                self.close()
                raise

    def take(self) -> tuple[Taken, ...]:
        """Read every monitor now; raises GrabError."""
        with as_grab_errors():
            return tuple(
                Taken(monitor, self._mss.grab(monitor.place).raw) for monitor in self._monitors
            )

    def prepare(self) -> None:
        """Rehearse once, so that the system's part is in memory; raises GrabError."""
        if not self._is_rehearsed:
            self.take()
            self._is_rehearsed = True

    def close(self) -> None:
        """End the connection; pixels already taken stay valid."""
        with contextlib.suppress(GrabError), as_grab_errors():
            self._mss.close()
