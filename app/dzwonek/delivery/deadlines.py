"""How long each part of an attempt may take, as a whole and not per packet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The longest each phase may last; what takes longer is broken off.

    `connect` covers the name look-up and TCP; `command` each command with its answer, the
    greeting and the TLS handshake; the body may take `body_least` or its size divided by
    `body_rate` (bytes per second), whichever is longer; `answer` is the wait for the reply to
    the final dot (RFC 5321 §4.5.3.2.6: ten minutes); `farewell` the wait for the answer to QUIT.
    """

    connect: timedelta = timedelta(seconds=15)
    command: timedelta = timedelta(seconds=30)
    body_least: timedelta = timedelta(seconds=60)
    body_rate: int = 8192
    answer: timedelta = timedelta(seconds=600)
    farewell: timedelta = timedelta(seconds=2)

    def body(self, size: int) -> timedelta:
        """Give the time for a body of `size` bytes."""
        return max(self.body_least, timedelta(seconds=size / self.body_rate))
