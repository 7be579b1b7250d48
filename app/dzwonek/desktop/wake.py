"""Lets a thread of the system wake the event loop."""

from __future__ import annotations

import socket
from contextlib import suppress

READ_BYTES = 4096


class Wake:
    """A pair of sockets: `ring` on any thread makes `fileno` readable; making it may raise OSError.

    Windows calls back on threads of its own, and its event loop watches sockets only.
    """

    def __init__(self) -> None:
        self._inner, self._outer = socket.socketpair()
        for end in (self._inner, self._outer):
            end.setblocking(False)

    def fileno(self) -> int:
        """Give the descriptor to watch for reading."""
        return self._inner.fileno()

    def ring(self) -> None:
        """Make the descriptor readable; from any thread, never blocks, never raises."""
        with suppress(OSError):  # full: then it has been rung often enough; or closed
            self._outer.send(b"\0")

    def heard(self) -> int:
        """Take all rings away and count them."""
        count = 0
        with suppress(BlockingIOError):
            while rings := self._inner.recv(READ_BYTES):
                count += len(rings)
        return count

    def close(self) -> None:
        """Close both ends."""
        self._inner.close()
        self._outer.close()
