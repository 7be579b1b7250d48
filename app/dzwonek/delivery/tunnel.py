"""Get through an HTTP proxy to the mail server: CONNECT (RFC 9110 §9.3.6).

The proxy learns the mail server's name and port. What is said to the mail server is said inside
TLS, which begins behind the proxy and is checked against the mail server's name.
"""

from __future__ import annotations

import re
from base64 import b64encode
from typing import TYPE_CHECKING

from dzwonek.delivery.server import Proxy, SmtpServer
from dzwonek.delivery.wire import GarbledError, WireError

if TYPE_CHECKING:
    from dzwonek.delivery.wire import Wire

STATUS = re.compile(r"HTTP/1\.[0-9] ([1-9][0-9]{2})(?: (.*))?")
HOST = re.compile(r"[A-Za-z0-9:._-]+")
MAX_HEAD = 16_384  # bytes of one answer's head
PROVISIONAL = 1  # class of answers that another one follows (RFC 9110 §15.2)


def asked(server: SmtpServer, proxy: Proxy, password: str) -> bytes:
    """Write the request for a connection to the mail server.

    Raises WireError for a host that cannot be written in ASCII (RFC 5891).
    """
    place = f"{_written(server.host)}:{server.port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    if proxy.user:
        lines.append(f"Proxy-Authorization: Basic {basic(proxy.user, password)}")
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode("ascii")


def _written(host: str) -> str:
    """Write a host as it stands in a URL."""
    try:
        spelled = host.strip("[]").encode("idna").decode("ascii")
        if not HOST.fullmatch(spelled):
            raise UnicodeError("not a host")
    except UnicodeError as error:
        raise WireError(error) from error
    return f"[{spelled}]" if ":" in spelled else spelled


def basic(user: str, password: str) -> str:
    """Write user and password as HTTP's plain login wants them (RFC 7617)."""
    return b64encode(f"{user}:{password}".encode()).decode("ascii")


def answered(wire: Wire) -> tuple[int, str]:
    """Read the proxy's answer, its head alone; what follows is the mail server's.

    Raises WireError when it is no answer, or one without end.
    """
    left = MAX_HEAD
    while True:
        status, words, left = _head(wire, left)
        if status // 100 != PROVISIONAL:
            return status, words


def _head(wire: Wire, left: int) -> tuple[int, str, int]:
    """Read one answer's head; gives its status, its words and the bytes that may still come."""
    first = wire.line()
    found = STATUS.fullmatch(first.decode("latin-1"))
    if found is None:
        raise WireError(GarbledError("not an answer of an HTTP proxy"))
    line = first
    while line:
        left -= len(line) + 2
        if left < 0:
            raise WireError(GarbledError("an answer without end"))
        line = wire.line()
    return int(found[1]), (found[2] or "").strip(), left
