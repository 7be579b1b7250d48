"""Tells when the network is back, without asking again and again."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock, EventSource

log = logging.getLogger("dzwonek.desktop")


def network_source(clock: Clock) -> EventSource | None:
    """Give this system's source of NetworkUp, or None where it cannot be had; never raises.

    macOS has none yet: there the courier's own waits and the waking from sleep have to do.
    """
    try:
        if sys.platform == "linux":
            from dzwonek.desktop.network_linux import LinuxNetwork

            return LinuxNetwork(clock)
        if sys.platform == "win32":
            from dzwonek.desktop.network_windows import WindowsNetwork

            return WindowsNetwork(clock)
    except OSError as error:
        log.info("changes of the network cannot be followed: %s", type(error).__name__)
    return None
