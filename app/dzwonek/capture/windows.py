"""Captures the screen of Windows: in physical pixels, without our own windows, or says why not."""

from __future__ import annotations

import logging
import sys
from functools import cached_property

from dzwonek.capture.grabs import Grab, GrabError
from dzwonek.capture.portable import CopyGrab
from dzwonek.capture.windows_own import FIRST_BUILD, WithoutOwnWindows
from dzwonek.capture.windows_session import what_hides_the_screen
from dzwonek.domain.problem import Code

assert sys.platform == "win32"

from dzwonek.capture.windows_system import (  # noqa: E402 - Windows alone
    SystemSession,
    SystemWindows,
    claim_physical_pixels,
)

log = logging.getLogger(__name__)


class WindowsWay:
    """Opens a grab for each capture, whatever thread asks.

    A device context belongs to the thread that got it, can be given back by that thread alone and
    dies with it, so that none is kept from one capture to the next:
    https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-releasedc
    """

    def __call__(self) -> Grab:
        """Open one; raises GrabError."""
        self._claimed  # noqa: B018 - before mss, whoever comes first
        grab = CopyGrab()
        own = self._own
        return grab if own is None else WithoutOwnWindows(grab, own)

    @cached_property
    def _claimed(self) -> bool:
        return claim_physical_pixels()

    @cached_property
    def _own(self) -> SystemWindows | None:
        if sys.getwindowsversion().build < FIRST_BUILD:
            return None
        try:
            return SystemWindows()
        except OSError as error:
            log.info("our own windows cannot be left out of pictures: %s", error)
            return None


def hidden_by() -> Code | None:
    """Name what hides the screen just now, None when nothing known does; raises GrabError."""
    try:
        return what_hides_the_screen(SystemSession())
    except OSError as error:
        raise GrabError(f"the session cannot be asked: {error}") from error
