"""Keeps our own windows out of a picture, where Windows can do that."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Protocol

from dzwonek.capture.grabs import Grab, Taken
from dzwonek.capture.windows_calls import WDA_EXCLUDEFROMCAPTURE, WDA_NONE

FIRST_BUILD = 19041  # Windows 10 2004; before it a window that is to be left out comes out black


class OwnWindows(Protocol):
    """The windows of this process, and what Windows does with them in pictures."""

    def visible(self) -> Sequence[int]:
        """List the top-level windows that can be seen."""
        ...

    def set_affinity(self, window: int, affinity: int) -> bool:
        """Say whether Windows took it; a refusal is normal."""
        ...

    def settle(self) -> None:
        """Wait until the next picture of the screen is composed, one frame."""
        ...


class WithoutOwnWindows:
    """Leaves our windows out for as long as the picture is taken, and no longer.

    Else a remote helper's tool, which takes pictures too, would never see them. From Microsoft:
    https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowdisplayaffinity
    """

    def __init__(self, grab: Grab, own: OwnWindows) -> None:
        self._grab = grab
        self._own = own

    def take(self) -> tuple[Taken, ...]:
        """Read every monitor now; raises GrabError. Where it is refused our windows are seen."""
        with ExitStack() as stack:
            is_any_left_out = False
            for window in self._own.visible():
                if self._own.set_affinity(window, WDA_EXCLUDEFROMCAPTURE):
                    stack.callback(self._own.set_affinity, window, WDA_NONE)
                    is_any_left_out = True
            if is_any_left_out:
                self._own.settle()
            return self._grab.take()

    def prepare(self) -> None:
        """Rehearse; nobody sees that picture. Raises GrabError."""
        self._grab.prepare()

    def close(self) -> None:
        """Give back what the system lent; never raises."""
        self._grab.close()
