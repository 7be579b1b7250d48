"""The way out by mail: an SMTP server on which every step has its deadline."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable

from dzwonek.delivery import classify
from dzwonek.delivery.conversation import Conversation
from dzwonek.delivery.deadlines import Deadlines
from dzwonek.delivery.opening import Opening
from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.session import RefusalError, SmtpSession
from dzwonek.delivery.wire import Wire, WireError
from dzwonek.domain.delivery import Outcome
from dzwonek.domain.ports import Clock, NotConnectedError


class SmtpChannel:
    """Implements the `Channel` port on one mail server."""

    def __init__(
        self,
        server: SmtpServer,
        password: Callable[[], str | None],
        tls: Callable[[], ssl.SSLContext],
        clock: Clock,
        deadlines: Deadlines | None = None,
        proxy_password: Callable[[], str | None] = str,
    ) -> None:
        """Keep what is needed to connect; `password` and `tls` may raise ProblemError.

        `proxy_password` is asked for only where the proxy has a user name, and may raise, too.
        """
        self._server = server
        self._password = password
        self._proxy_password = proxy_password
        self._tls = tls
        self._clock = clock
        self._deadlines = deadlines or Deadlines()
        self._lock = threading.Lock()
        self._wire: Wire | None = None
        self._is_cut_short = False

    @property
    def name(self) -> str:
        """Give the channel's name in the settings."""
        return "mail"

    def connect(self) -> SmtpSession:
        """Connect, secure and log in; raises NotConnectedError."""
        wire = self._fresh_wire()
        opening = Opening(self._server, Conversation(wire, self._deadlines), wire)
        try:
            return opening.session(self._password, self._tls, self._proxy_password)
        except RefusalError as refusal:
            wire.close()
            raise NotConnectedError(refusal.outcome) from refusal
        except WireError as error:
            wire.close()
            outcome = classify.of_error(error.cause, opening.step, opening.other_side)
            raise NotConnectedError(outcome) from error
        except BaseException:
            wire.close()
            raise

    def check(self, recipient: str) -> Outcome | None:
        """Try everything but a message; None when the server would take one.

        What failed stands in the outcome's problem, in `step`.
        """
        try:
            session = self.connect()
        except NotConnectedError as error:
            return error.outcome
        try:
            return session.try_addresses(self._server.sender, recipient)
        finally:
            session.close()

    def cancel(self) -> None:
        """Break off what is under way, from another thread; when nothing is, the next attempt.

        A caller that breaks off while another thread is about to connect is thus heard, too.
        """
        with self._lock:
            if self._wire is None or self._wire.is_closed:
                self._is_cut_short = True
            else:
                self._wire.cancel()

    def _fresh_wire(self) -> Wire:
        """Begin an attempt."""
        with self._lock:
            wire = self._wire = Wire(self._clock)
            if self._is_cut_short:
                self._is_cut_short = False
                wire.cancel()
        return wire
