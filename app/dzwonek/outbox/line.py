"""The courier's line out: one connection at a time, a few messages over each, not too fast."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Outcome, Verdict
from dzwonek.domain.ports import NotConnectedError
from dzwonek.outbox.pace import ZERO
from dzwonek.outbox.schedule import PER_CONNECTION, SPACING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from dzwonek.domain.delivery import Envelope
    from dzwonek.domain.ports import Channel, Clock, Journal, MailSession

CANCELLED = Outcome(Verdict.TRANSIENT, "cancelled", is_channel_wide=True)

_log = logging.getLogger(__name__)


class Line:
    """Opens, keeps and closes the connection; `cancel` may be called from another thread."""

    def __init__(self, channel_of: Callable[[str], Channel], clock: Clock) -> None:
        self._channel_of = channel_of
        self._clock = clock
        self._lock = threading.Lock()
        self._channel: Channel | None = None
        self._session: MailSession | None = None
        self._name = ""
        self._messages = 0
        self._last: timedelta | None = None
        self._is_cut = False

    @property
    def is_cut(self) -> bool:
        """Say whether the line was broken off from another thread."""
        return self._is_cut

    def distance(self) -> timedelta:
        """Give what is left of the two seconds between messages."""
        if self._last is None:
            return ZERO
        return max(ZERO, self._last + SPACING - self._clock.monotonic())

    def connect(self, name: str) -> None:
        """Have a connection of this channel; raises NotConnectedError, ProblemError (setup)."""
        if self._session is not None and (name != self._name or self._messages >= PER_CONNECTION):
            self.hang_up()
        if self._session is not None:
            return
        channel = self._channel_of(name)
        with self._lock:
            self._channel = channel
        if self._is_cut:
            raise NotConnectedError(CANCELLED)
        self._session = channel.connect()
        self._name, self._messages = name, 0

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        """Send one message over the open connection; what `journal` raises flies on."""
        if self._session is None:
            raise RuntimeError("not connected")
        self._messages += 1
        try:
            return self._session.send(envelope, journal)
        finally:
            self._last = self._clock.monotonic()

    def hang_up(self) -> None:
        """End the connection, if there is one; nothing that goes wrong here matters (I3)."""
        session, self._session = self._session, None
        if session is not None:
            try:
                session.close()
            except Exception as error:  # noqa: BLE001  (what was delivered stays delivered)
                _log.info("connection not closed error=%s", type(error).__name__)
        with self._lock:
            self._channel = None

    def cut(self) -> None:
        """Break off what is under way, for good, from another thread."""
        with self._lock:
            self._is_cut = True
            channel = self._channel
        if channel is not None:
            channel.cancel()
