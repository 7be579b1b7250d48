"""Tells when the computer woke up, where no logind does."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.ports import EventSource

log = logging.getLogger("dzwonek.desktop")


def power_source() -> EventSource | None:
    """Give Windows's source of Resumed, or None elsewhere; never raises.

    On Linux logind tells it on the system bus (`desktop.session`).
    """
    if sys.platform == "win32":
        from dzwonek.desktop.power_windows import WindowsPower

        try:
            return WindowsPower()
        except OSError as error:
            log.info("waking from sleep cannot be followed: %s", type(error).__name__)
    return None
