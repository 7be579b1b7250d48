"""A small Daktela over HTTPS on loopback, with faults to switch on and a log of every request."""

from __future__ import annotations

import contextlib
import selectors
import socket
import ssl
import struct
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from types import TracebackType
from typing import Any
from zoneinfo import ZoneInfo

from dzwonek.sandbox import page
from dzwonek.sandbox.api import Api, Call
from dzwonek.sandbox.faults import HTML, JSON, Fault
from dzwonek.sandbox.story import AGENT, Story

EVERY = "*"
IDLE_SECONDS = 30.0
POLL_SECONDS = 0.01  # how long stop() may have to wait
PAGE_ZONE = "Europe/Warsaw"
UNTOUCHED = Fault()


def _now() -> datetime:
    return datetime.now(UTC)


class SandboxDaktela:
    """The server: `start`, `url`, `fail` and `mend`, `requests`, `stop`; also a context manager."""

    def __init__(
        self,
        certificate: ssl.SSLContext,
        clock: Callable[[], datetime] = _now,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.certificate = certificate  # may be replaced while it runs
        self.clock = clock
        self.story = Story(clock())
        self.api = Api(self.story)
        self.stopping = threading.Event()
        self.unexpected: list[BaseException] = []
        self._faults: dict[str, Fault] = {}
        self._requests: list[Call] = []
        self._lock = threading.Lock()
        self._server = _Server((host, port), self)
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            args=(POLL_SECONDS,),
            name="sandbox-daktela",
            daemon=True,
        )

    def start(self) -> SandboxDaktela:
        """Begin to answer."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """End every connection and every thread."""
        self.stopping.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.end_connections()
        self._server.server_close()

    def __enter__(self) -> SandboxDaktela:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """Give the port that the system chose."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Give the address, as an operator would type it."""
        return f"https://localhost:{self.port}"

    @property
    def requests(self) -> tuple[Call, ...]:
        """Give all requests so far, oldest first."""
        with self._lock:
            return tuple(self._requests)

    @property
    def connections(self) -> int:
        """Count the connections so far, those without any request too."""
        return self._server.accepted

    def fail(self, fault: Fault, endpoint: str = EVERY) -> None:
        """Switch a fault on, for one endpoint or for all; the agent's page is never struck."""
        with self._lock:
            self._faults[endpoint] = fault

    def mend(self) -> None:
        """Switch all faults off."""
        with self._lock:
            self._faults.clear()

    def take(self, call: Call) -> Fault:
        """Write a request down and say what has to go wrong with it."""
        with self._lock:
            self._requests.append(call)
            if not call.endpoint:  # the agent's page always works
                return UNTOUCHED
            return self._faults.get(call.endpoint) or self._faults.get(EVERY) or UNTOUCHED


class _Server(ThreadingHTTPServer):
    """Shakes hands on each connection's own thread, and can end all connections at once."""

    daemon_threads = False  # so that server_close() waits for them
    request_queue_size = 32

    def __init__(self, address: tuple[str, int], sandbox: SandboxDaktela) -> None:
        self.sandbox = sandbox
        self.accepted = 0
        self._bell, self._heard = socket.socketpair()
        self._open: set[socket.socket] = set()
        self._open_lock = threading.Lock()
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server what we are called, as HTTPServer does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        connection.settimeout(IDLE_SECONDS)
        wrapped = self.sandbox.certificate.wrap_socket(
            connection, server_side=True, do_handshake_on_connect=False
        )
        with self._open_lock:
            self.accepted += 1
            self._open.add(wrapped)
        return wrapped, address

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.has_spoken(request):
            request.do_handshake()
            super().finish_request(request, client_address)

    def has_spoken(self, connection: ssl.SSLSocket) -> bool:
        """Wait for a client's next words; false when the server ends or the client stays silent.

        On Windows a shutdown wakes nobody who reads, as it does elsewhere.
        """
        with selectors.DefaultSelector() as selector:
            selector.register(self._heard, selectors.EVENT_READ)
            selector.register(connection, selectors.EVENT_READ)
            is_heard = bool(connection.pending() or selector.select(IDLE_SECONDS))
        return is_heard and not self.sandbox.stopping.is_set()

    def shutdown_request(self, request: Any) -> None:
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        self._bell.close()
        with self._open_lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)

    def server_close(self) -> None:
        super().server_close()
        self._bell.close()
        self._heard.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep what is our own mistake; clients that go away or distrust us are none."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            self.sandbox.unexpected.append(error)


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    server: _Server
    connection: ssl.SSLSocket

    def handle_one_request(self) -> None:
        """Read a request once it comes, and answer it."""
        if self.server.has_spoken(self.connection):
            super().handle_one_request()
        else:
            self.close_connection = True

    def do_GET(self) -> None:  # the name http.server calls
        self._reply()

    do_POST = do_PUT = do_GET  # noqa: N815  # likewise

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: the log is `SandboxDaktela.requests`."""

    def _reply(self) -> None:
        sandbox = self.server.sandbox
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        call = Call(self.command, self.path, headers, self.rfile.read(length))
        fault = sandbox.take(call)
        sandbox.stopping.wait(fault.wait.total_seconds())
        if fault.is_reset:
            self._reset()
            return
        status, content_type, body = self._true_answer(call)
        if fault.body is not None:
            content_type, body = fault.content_type, fault.body
        self._send(fault.status or status, content_type, fault.prefix + body, fault)

    def _true_answer(self, call: Call) -> tuple[int, str, bytes]:
        sandbox = self.server.sandbox
        zone = ZoneInfo(PAGE_ZONE)
        if call.target == "/":
            html = page.as_html(sandbox.story, AGENT, zone, sandbox.clock())
            return 200, HTML, html
        if call.target == "/desk.json":
            return 200, JSON, page.as_json(sandbox.story, AGENT, zone)
        status, body = sandbox.api.answer(call, sandbox.clock())
        return status, JSON, body

    def _send(self, status: int, content_type: str, body: bytes, fault: Fault) -> None:
        lines = [
            f"HTTP/1.1 {status} {self.responses.get(status, ('', ''))[0]}",
            f"Content-Type: {content_type}",
            f"Content-Length: {len(body)}",
            f"Date: {format_datetime(self.server.sandbox.clock().astimezone(UTC), usegmt=True)}",
            *(f"{name}: {value}" for name, value in fault.headers.items()),
        ]
        head = "\r\n".join(lines).encode() + b"\r\n\r\n"
        self._write(head, fault, is_slow=fault.is_head_dripped)
        ends = fault.cut_after if fault.stall_after is None else fault.stall_after
        self._write(body[:ends], fault, is_slow=fault.drip is not None)
        if fault.stall_after is not None:
            self.server.sandbox.stopping.wait()
        if ends is not None:
            self.close_connection = True

    def _write(self, content: bytes, fault: Fault, *, is_slow: bool) -> None:
        if not is_slow or fault.drip is None:
            self.wfile.write(content)
            return
        for byte in content:
            if self.server.sandbox.stopping.wait(fault.drip.total_seconds()):
                return
            self.wfile.write(bytes([byte]))

    def _reset(self) -> None:
        """Close so that the other side sees a reset."""
        linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
