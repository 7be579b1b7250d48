"""Tells when the network is back on Windows; the system calls us at each change, nothing else."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from dzwonek.desktop.wake import Wake
from dzwonek.desktop.ways import Lookout

assert sys.platform == "win32"

from dzwonek.desktop.iphlpapi import Helper  # noqa: E402 - Windows alone

if TYPE_CHECKING:
    from dzwonek.domain.events import Event
    from dzwonek.domain.ports import Clock

log = logging.getLogger("dzwonek.desktop")


class WindowsNetwork:
    """The changes of interfaces, addresses and routes (port EventSource); may raise OSError.

    Windows tells of far more than comings and goings, so each change is only a reason to look.
    """

    def __init__(self, clock: Clock) -> None:
        self._helper = Helper()
        self._wake = Wake()
        try:
            self._helper.follow(self._wake.ring)
            self._lookout = Lookout(self._helper.ways_out(), clock)
        except BaseException:
            self.close()
            raise

    def fileno(self) -> int:
        """Give the descriptor to watch for reading."""
        return self._wake.fileno()

    def pump(self) -> tuple[Event, ...]:
        """Give NetworkUp if what changed is the network's return."""
        self._wake.heard()
        try:
            return self._lookout.news(self._helper.ways_out())
        except OSError as error:
            log.info("the network could not be looked at: %s", type(error).__name__)
            return ()

    def close(self) -> None:
        """Be called back no more."""
        self._helper.close()
        self._wake.close()
