"""Notices that the computer woke up, and that it is about to be shut down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dzwonek.desktop.bus import Peer, Signal
from dzwonek.domain.events import Event, Resumed, SessionLeft, SessionReturned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dzwonek.desktop.bus import Bus

# https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
LOGIND = Peer("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")


def watch_sleep(bus: Bus) -> None:
    """Let the system bus's `pump` give Resumed after each sleep; raises ConnectionError.

    It gives SessionLeft before a shutdown, which may take the display before it ends us by a
    signal, and SessionReturned should that be called off.
    """
    bus.listen(Signal(LOGIND, "PrepareForSleep"), _resumed)
    bus.listen(Signal(LOGIND, "PrepareForShutdown"), _ending)


def _resumed(body: tuple[Any, ...]) -> Iterable[Event]:
    is_going_to_sleep = body[0]
    return () if is_going_to_sleep else (Resumed(),)


def _ending(body: tuple[Any, ...]) -> Iterable[Event]:
    is_going_to_end = body[0]
    return (SessionLeft(),) if is_going_to_end else (SessionReturned(),)
