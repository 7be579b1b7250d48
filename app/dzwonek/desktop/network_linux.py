"""Tells when the network is back on Linux; the kernel wakes us at each change, nothing else."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from dzwonek.desktop.ways import Lookout

assert sys.platform == "linux"

from dzwonek.desktop.rtnetlink import hear, listening, ways_out  # noqa: E402 - Linux alone

if TYPE_CHECKING:
    from dzwonek.domain.events import Event
    from dzwonek.domain.ports import Clock

log = logging.getLogger("dzwonek.desktop")


class LinuxNetwork:
    """The changes of links, addresses and routes (port EventSource); making it may raise OSError.

    What a message says is not counted up: with an address or a link the kernel takes routes away
    without a word. So each change is a reason to look, and two looks are compared.
    """

    def __init__(self, clock: Clock) -> None:
        self._heard = listening()
        try:
            self._lookout = Lookout(ways_out(), clock)
        except BaseException:
            self._heard.close()
            raise

    def fileno(self) -> int:
        """Give the descriptor to watch for reading."""
        return self._heard.fileno()

    def pump(self) -> tuple[Event, ...]:
        """Give NetworkUp if what changed is the network's return; raises ConnectionError."""
        try:
            hear(self._heard)
        except OSError as error:
            raise ConnectionError("the kernel tells no more of the network") from error
        try:
            return self._lookout.news(ways_out())
        except OSError as error:  # no descriptor is free, say; the next change looks again
            log.info("the network could not be looked at: %s", type(error).__name__)
            return ()

    def close(self) -> None:
        """End the connection."""
        self._heard.close()
