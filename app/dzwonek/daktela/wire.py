"""The one door to `requests`: sends one request over TLS and brings the reply back.

Import it late, it costs about 100 ms. No session is used: a session follows redirects, reads a
redirect's body without end, keeps cookies, and puts an Authorization header from `.netrc`.
"""

from __future__ import annotations

import functools
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.connection import HTTPSConnection

from dzwonek.daktela.ask import MOST_BYTES, Ask, Reply
from dzwonek.daktela.errand import Line
from dzwonek.domain.problem import Code, ProblemError, trouble

CHUNK = 16 * 1024
# urllib3's own timeouts are left out: it counts a refused connection among them.
CAUSES: tuple[tuple[type[BaseException], Code, str], ...] = (
    (ssl.SSLCertVerificationError, Code.DAKTELA_CERTIFICATE, ""),
    (urllib3.exceptions.ProxyError, Code.DAKTELA_UNREACHABLE, "proxy"),
    (requests.exceptions.InvalidProxyURL, Code.DAKTELA_UNREACHABLE, "proxy"),
    (requests.exceptions.InvalidSchema, Code.DAKTELA_UNREACHABLE, "proxy"),  # socks, no library
    (socket.gaierror, Code.DAKTELA_UNREACHABLE, "dns"),
    (ConnectionRefusedError, Code.DAKTELA_UNREACHABLE, "refused"),
    (TimeoutError, Code.DAKTELA_LATE, ""),
    (urllib3.exceptions.ReadTimeoutError, Code.DAKTELA_LATE, ""),
    (ssl.SSLError, Code.DAKTELA_UNREACHABLE, "tls"),
)


def exchange(ask: Ask, tls: ssl.SSLContext, left: timedelta, line: Line) -> Reply:
    """Send a request and read the reply, each step within `left`; `line` can cut it.

    Proxies come from the system, as everywhere else on the computer. Raises ProblemError
    DAKTELA_LATE, DAKTELA_CERTIFICATE (`reason`: OpenSSL's text) or DAKTELA_UNREACHABLE
    (`reason`: dns, refused, proxy, tls or broken).
    """
    adapter = _Adapter(tls, line)
    try:
        prepared = requests.Request(ask.method, ask.url, dict(ask.headers), data=ask.body).prepare()
        proxies = get_environ_proxies(ask.url)
        seconds = left.total_seconds()
        with adapter.send(prepared, stream=True, timeout=seconds, proxies=proxies) as response:
            return Reply(
                status=response.status_code,
                body=_body(response),
                location=response.headers.get("Location", ""),
                retry_after=response.headers.get("Retry-After", ""),
                date=response.headers.get("Date", ""),
            )
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise _translated(error, ask.host) from error
    finally:
        adapter.close()


def _body(response: requests.Response) -> bytes:
    """Read at most one byte more than is allowed; compression was not asked for and stays.

    What a redirect says beside its target interests nobody.
    """
    body = bytearray()
    if 300 <= response.status_code < 400:
        return b""
    for chunk in response.raw.stream(CHUNK, decode_content=False):
        body += chunk
        if len(body) > MOST_BYTES:
            break
    return bytes(body[: MOST_BYTES + 1])


class _Connection(HTTPSConnection):
    """A connection that can be cut from its first byte on: proxy, handshake, header and body."""

    def __init__(self, *arguments: Any, line: Line, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._line = line

    def _new_conn(self) -> socket.socket:
        connection = super()._new_conn()
        try:
            self._line.hold(connection)
        except OSError:
            connection.close()
            raise
        return connection


class _Adapter(HTTPAdapter):
    """Trusts exactly what the given TLS context trusts, for the server and for a TLS proxy."""

    def __init__(self, tls: ssl.SSLContext, line: Line) -> None:
        self._tls = tls
        self._line = line
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **options: Any
    ) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._tls, **options)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        if proxy.lower().startswith("https"):
            options["proxy_ssl_context"] = self._tls
        return super().proxy_manager_for(proxy, ssl_context=self._tls, **options)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Keep the certifi bundle out: `requests` would add it to what the context trusts."""
        conn.cert_reqs = "CERT_REQUIRED"

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: Any,
        proxies: Mapping[str, str] | None = None,
        cert: Any = None,
    ) -> Any:
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies, cert)
        pool.ConnectionCls = functools.partial(_Connection, line=self._line)
        return pool


def _translated(error: BaseException, host: str) -> ProblemError:
    """Say in our own words what kept the reply away; the first known cause in the list counts."""
    causes = tuple(_causes(error))
    for kind, code, word in CAUSES:
        for cause in causes:
            if isinstance(cause, kind):
                if isinstance(cause, ssl.SSLCertVerificationError):
                    word = cause.verify_message or str(cause)
                reason = {"reason": word} if word else {}
                return trouble(code, host=host, **reason)
    return trouble(Code.DAKTELA_UNREACHABLE, host=host, reason="broken")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk an error and all that it wraps: the libraries hide the cause in four places."""
    waiting, seen = [error], set[int]()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        hidden = (current.__cause__, current.__context__, getattr(current, "reason", None))
        waiting += [inner for inner in (*hidden, *current.args) if isinstance(inner, BaseException)]
