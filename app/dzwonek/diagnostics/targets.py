"""How far a place in the network can be reached: its name, a connection, and TLS on port 443.

A name look-up knows no deadline, so the whole measurement runs on a thread of its own, and who
waits for it goes away in time.
"""

from __future__ import annotations

import socket
import ssl
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dzwonek.domain.problem import Code, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from dzwonek.diagnostics.findings import Values
    from dzwonek.domain.ports import Clock

TLS_PORT = 443
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Place:
    """A host and a TCP port."""

    host: str
    port: int


class Measurement:
    """One measurement, begun at once; `answer` waits for it until its deadline."""

    def __init__(
        self,
        place: Place,
        clock: Clock,
        trust: Callable[[], ssl.SSLContext],
        deadline: timedelta,
    ) -> None:
        self._place = place
        self._clock = clock
        self._trust = trust
        self._deadline = deadline
        self._ends_at = clock.monotonic() + deadline
        self._step = "dns"
        self._values: dict[str, str | int | bool] = {"host": place.host, "port": place.port}
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="dzwonek-target", daemon=True)
        self._thread.start()

    def answer(self) -> Values:
        """Give address and times in milliseconds; raises ProblemError (TARGET_…)."""
        left = self._ends_at - self._clock.monotonic()
        self._thread.join(max(left.total_seconds(), 0.0))
        if self._thread.is_alive():
            raise self._trouble(Code.TARGET_LATE)
        if self._error is not None:
            raise self._told(self._error) from self._error
        return dict(self._values)

    def _run(self) -> None:
        try:
            with self._connected() as connection:
                if self._place.port == TLS_PORT:
                    self._timed("tls", lambda: self._shake_hands(connection))
        except Exception as error:  # noqa: BLE001  # flies on in the thread that waits
            self._error = error

    def _connected(self) -> socket.socket:
        """Look the name up, and connect to the first of its addresses that answers."""
        host, port = self._place.host, self._place.port
        found = self._timed("dns", lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        seconds = self._deadline.total_seconds() / len(found)

        def connect() -> socket.socket:
            error: OSError | None = None
            for family, kind, protocol, _, address in found:
                connection = socket.socket(family, kind, protocol)
                connection.settimeout(seconds)
                try:
                    connection.connect(address)
                except OSError as refused:
                    connection.close()
                    error = refused
                else:
                    self._values["address"] = str(address[0])
                    return connection
            raise error or OSError("no address")

        return self._timed("tcp", connect)

    def _shake_hands(self, connection: socket.socket) -> None:
        connection.settimeout(self._deadline.total_seconds())
        with self._trust().wrap_socket(connection, server_hostname=self._place.host) as secured:
            self._values["tls"] = secured.version() or ""

    def _timed(self, step: str, work: Callable[[], Result]) -> Result:
        self._step = step
        begun = self._clock.monotonic()
        result = work()
        took = self._clock.monotonic() - begun
        self._values[f"{step}_ms"] = round(took.total_seconds() * 1000)
        return result

    def _told(self, error: Exception) -> ProblemError:
        if isinstance(error, socket.gaierror | UnicodeError):
            return self._trouble(Code.TARGET_UNKNOWN)
        if isinstance(error, ssl.SSLError):
            return self._trouble(Code.TARGET_TLS_FAILED, error=error.reason or "")
        if isinstance(error, TimeoutError):
            return self._trouble(Code.TARGET_LATE)
        if isinstance(error, OSError):
            return self._trouble(Code.TARGET_UNREACHABLE, error=type(error).__name__)
        raise error

    def _trouble(self, code: Code, **more: str) -> ProblemError:
        values = {**more, "step": self._step, "host": self._place.host}
        return trouble(code, port=self._place.port, **values)
