"""Asking the running program to end, and seeing that it did: its files may be replaced then."""

from __future__ import annotations

import os
import sys

assert sys.platform != "win32"  # there a process handle tells it

TYPE_CHECKING = False  # type checkers take it for true; importing `typing` would cost the most

if TYPE_CHECKING:
    import socket

LOOK_SECONDS = 0.05


def ask_to_end(place: str, line: bytes, seconds: float, ending: float) -> bytes:
    """Say the line as `instance_door.ask` does; then wait until that program is gone.

    That takes `ending` seconds at most. The process itself is watched on Linux; elsewhere its lock
    is, which a program gives back some tenths of a second before its last files are closed.
    """
    from dzwonek.desktop.instance_door import ask

    watched: list[int] = []
    try:
        answer = ask(
            f"{place}.sock", line, seconds, lambda peer: watched.extend(process_behind(peer))
        )
        if answer and watched:
            _see_process(watched[-1], ending)
        elif answer:
            _see_lock(f"{place}.lock", ending)
        return answer
    finally:
        for descriptor in watched:
            os.close(descriptor)


def process_behind(peer: socket.socket) -> tuple[int, ...]:
    """Open a descriptor that turns readable when the listening process ends: pidfd_open(2).

    None where there is no such thing: another system, a kernel before 5.3 or a Python built on one,
    a process that this one cannot see. Nobody can wait for its own end.
    """
    if sys.platform != "linux":
        return ()
    from dzwonek.desktop.instance_door import peer_of

    pid, _ = peer_of(peer)
    if pid in (0, os.getpid()):
        return ()
    try:
        return (os.pidfd_open(pid),)
    except (OSError, AttributeError):
        return ()


def _see_process(descriptor: int, seconds: float) -> None:
    """Wait until the process has ended."""
    import select

    watch = select.poll()
    watch.register(descriptor, select.POLLIN)
    watch.poll(seconds * 1000)


def _see_lock(path: str, seconds: float) -> None:
    """Wait until nobody holds the lock."""
    import time
    from threading import Event

    from dzwonek.desktop.instance_lock import InstanceLock

    until = time.monotonic() + seconds
    while (lock := InstanceLock.take(path)) is None and time.monotonic() < until:
        Event().wait(LOOK_SECONDS)
    if lock is not None:
        lock.free()
