"""One connection whose every step ends by a deadline and which another thread may break off."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import selectors
import socket
import ssl
import sys
import threading
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from dzwonek.delivery.aside import Aside

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock

# A blocked call looks at its deadline this often. Breaking off also shuts the connection down,
# which wakes a blocked call at once on Linux, but not in every phase on every system.
GLANCE = timedelta(milliseconds=100)
MAX_LINE = 8192
READ = 4096
UNDER_WAY = (0, errno.EINPROGRESS, errno.EWOULDBLOCK)

Result = TypeVar("Result")
Place = tuple[int, tuple[object, ...]]  # address family, and the address as `connect` wants it


class CancelledError(Exception):
    """The attempt was broken off from our side."""


class LateError(Exception):
    """A deadline passed."""


class LostError(Exception):
    """The other side closed the connection."""


class GarbledError(Exception):
    """What came is no answer of a mail server."""


class WireError(Exception):
    """The connection serves no more; `cause` says why (one of the above, or an OSError)."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Wire:
    """A TCP connection, plain first and then perhaps TLS. All calls raise WireError."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ends = clock.monotonic()
        self._socket: socket.socket | None = None
        self._handle: socket.socket | None = None
        self._unread = bytearray()
        self._is_cancelled = False
        self._is_closed = False
        self._lock = threading.Lock()

    def allow(self, span: timedelta) -> None:
        """Start a new phase that may last `span` in all."""
        self._ends = self._clock.monotonic() + span

    def connect(self, host: str, port: int) -> None:
        """Look the host up and connect to the first of its addresses that answers."""
        with self._trouble():
            places = self._places(host, port)
            for number, place in enumerate(places, start=1):
                try:
                    self._socket = self._reached(place, len(places) - number + 1)
                except (OSError, LateError):
                    if number == len(places):
                        raise
                else:
                    return

    def is_loopback(self) -> bool:
        """Say whether the other end is on this computer."""
        with self._trouble():
            return ipaddress.ip_address(self._open().getpeername()[0]).is_loopback

    def own_address(self) -> str:
        """Give this end's address as EHLO names it when there is no host name (RFC 5321 §4.1.3)."""
        with self._trouble():
            address = str(self._open().getsockname()[0])
        return f"[IPv6:{address}]" if ":" in address else f"[{address}]"

    def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Begin TLS and check the certificate; nothing read before may be used after it.

        Raises ValueError when `context` would not check the certificate.
        """
        if context.verify_mode != ssl.CERT_REQUIRED or not context.check_hostname:
            raise ValueError("a TLS context must check certificates and host names")
        with self._trouble():
            if self.has_unread():
                raise GarbledError("data in front of TLS")
            plain = self._open()
            plain.settimeout(self._left().total_seconds())
            try:
                self._socket = self._secured(plain, context, host)
            except TimeoutError as error:
                raise LateError from error

    def send(self, content: bytes) -> None:
        """Send all of `content`."""
        with self._trouble():
            view = memoryview(content)
            while view:
                self._open().settimeout(self._glance())
                with contextlib.suppress(TimeoutError):
                    view = view[self._open().send(view) :]

    def line(self) -> bytes:
        """Read one line, without its end."""
        with self._trouble():
            while (end := self._unread.find(b"\n")) < 0 and len(self._unread) <= MAX_LINE:
                self._unread += self._received()
            if not 0 <= end <= MAX_LINE:
                raise GarbledError("line too long")
            found = bytes(self._unread[:end])
            del self._unread[: end + 1]
            return found.rstrip(b"\r")

    def has_unread(self) -> bool:
        """Say whether the other side has spoken, or gone, without being asked; never waits."""
        with self._trouble():
            if self._unread:
                return True
            self._open().settimeout(0)
            try:
                self._unread += self._open().recv(READ)
            except (BlockingIOError, ssl.SSLWantReadError):
                return False
            return True

    def cancel(self) -> None:
        """Break off, from any thread; the blocked call raises WireError(CancelledError)."""
        with self._lock:
            self._is_cancelled = True
            if self._handle is not None:
                with contextlib.suppress(OSError):
                    self._handle.shutdown(socket.SHUT_RDWR)

    @property
    def is_closed(self) -> bool:
        """Say whether the attempt on this wire is over."""
        return self._is_closed

    def close(self) -> None:
        """Close at once, saying nothing."""
        with self._lock:
            self._is_closed = True
            for each in (self._socket, self._handle):
                if each is not None:
                    with contextlib.suppress(OSError):
                        each.close()
            self._socket = self._handle = None

    def _places(self, host: str, port: int) -> Sequence[Place]:
        """Look a host up within the deadline; the resolver itself knows none."""
        with contextlib.suppress(OSError):
            return _looked_up(host, port, socket.AI_NUMERICHOST)
        return self._awaited(Aside("dzwonek-names", lambda: _looked_up(host, port), _no_thanks))

    def _secured(self, plain: socket.socket, context: ssl.SSLContext, host: str) -> ssl.SSLSocket:
        """Go through the handshake, so that `cancel` breaks it off."""

        def handshake() -> ssl.SSLSocket:
            return context.wrap_socket(plain, server_hostname=host)

        if sys.platform != "win32":  # where the shutdown by `cancel` wakes it
            return handshake()
        return self._awaited(Aside("dzwonek-handshake", handshake, ssl.SSLSocket.close))

    def _awaited(self, work: Aside[Result]) -> Result:
        """Wait for what cannot be broken off itself, and leave it alone at the deadline."""
        try:
            while not work.is_done(self._glance()):
                continue
        except (CancelledError, LateError):
            work.abandon()
            raise
        return work.result()

    def _reached(self, place: Place, shares: int) -> socket.socket:
        """Connect to one address, in its share of the time that is left."""
        family, address = place
        until = self._clock.monotonic() + self._left() / shares
        fresh = socket.socket(family, socket.SOCK_STREAM)
        try:
            self._keep_handle(fresh)
            fresh.setblocking(False)
            begun = fresh.connect_ex(address)
            if begun not in UNDER_WAY:
                raise OSError(begun, os.strerror(begun))
            self._await_connected(fresh, until)
            # The dot follows the body in a packet of its own: without this it waits for an ACK.
            fresh.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException:
            fresh.close()
            raise
        return fresh

    def _await_connected(self, fresh: socket.socket, until: timedelta) -> None:
        """Wait until the connection stands."""
        with selectors.DefaultSelector() as selector:
            selector.register(fresh, selectors.EVENT_WRITE)
            while not selector.select(self._glance()):
                if self._clock.monotonic() >= until:
                    raise LateError
        failure = fresh.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if failure:
            raise OSError(failure, os.strerror(failure))

    def _keep_handle(self, fresh: socket.socket) -> None:
        """Keep a second handle, by which another thread can shut the connection down.

        TLS takes the first one over, and closes it while that thread might be using it.
        """
        with self._lock:
            if self._handle is not None:
                self._handle.close()
            self._handle = fresh.dup()

    def _received(self) -> bytes:
        """Wait for the next bytes."""
        while True:
            self._open().settimeout(self._glance())
            with contextlib.suppress(TimeoutError):
                found = self._open().recv(READ)
                if not found:
                    raise LostError
                return found

    def _open(self) -> socket.socket:
        if self._socket is None:
            raise LostError
        return self._socket

    def _left(self) -> timedelta:
        """Give the time left; raises when there is none or the attempt was broken off."""
        if self._is_cancelled:
            raise CancelledError
        left = self._ends - self._clock.monotonic()
        if left <= timedelta(0):
            raise LateError
        return left

    def _glance(self) -> float:
        """Give the seconds that the next call may block."""
        return min(self._left(), GLANCE).total_seconds()

    @contextlib.contextmanager
    def _trouble(self) -> Iterator[None]:
        """Give every trouble of the connection one type, and our own breaking off its name."""
        try:
            yield
        except WireError:
            raise
        except (OSError, UnicodeError, CancelledError, LateError, LostError, GarbledError) as error:
            raise WireError(CancelledError() if self._is_cancelled else error) from error


def _looked_up(host: str, port: int, flags: int = 0) -> Sequence[Place]:
    """Ask the resolver for a host's addresses."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [(family, address) for family, _, _, _, address in found]


def _no_thanks(_: object) -> None:
    """Let an answer go that came too late."""
