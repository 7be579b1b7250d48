"""An HTTP proxy that connects, or answers exactly what it is told, and remembers what it saw."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

CONNECTED = b"HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy.example\r\n\r\n"
DRIP = b"drip"


class ScriptedProxy:
    """Serves on a free port of this computer until it is left.

    `answer` is what it says to CONNECT: with CONNECTED it connects; with b"" it says nothing and
    waits; with DRIP one byte of a good answer now and then; after anything else it closes.
    """

    def __init__(self, answer: bytes = CONNECTED) -> None:
        self.answer = answer
        self.requests: list[bytes] = []
        self.seen = bytearray()  # all that the client sent behind its request
        self._stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []

    @property
    def port(self) -> int:
        """Give the port that was free."""
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopping.set()
        for each in (self._listener, *self._sockets):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        # On Windows a shut listener still blocks in accept: a last guest wakes it.
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname(), 0.2).close()
        self._listener.close()
        for thread in self._threads:
            thread.join(5)
        for each in self._sockets:
            each.close()

    def _start(self, target: object, *args: object) -> None:
        thread = threading.Thread(target=target, args=args, name="scripted-proxy")  # type: ignore[arg-type]  # any callable
        thread.start()
        self._threads.append(thread)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                guest, _ = self._listener.accept()
            except OSError:
                return
            self._sockets.append(guest)
            if self._stopping.is_set():
                return
            self._start(self._serve, guest)

    def _serve(self, guest: socket.socket) -> None:
        with contextlib.suppress(OSError):
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                head += guest.recv(1) or b"\r\n\r\n"
            self.requests.append(head)
            self._reply(guest, head)
        with contextlib.suppress(OSError):
            guest.shutdown(socket.SHUT_RDWR)

    def _reply(self, guest: socket.socket, head: bytes) -> None:
        if self.answer == DRIP:
            for letter in b"HTTP/1.1 200 " + b"O" * 9999:
                guest.sendall(bytes([letter]))
                if self._stopping.wait(0.1):
                    return
        guest.sendall(self.answer)
        if self.answer == b"":
            self._stopping.wait()
        if self.answer == CONNECTED:
            self._connect(guest, int(head.split(b" ")[1].rpartition(b":")[2]))

    def _connect(self, guest: socket.socket, port: int) -> None:
        """Pass on what both sides say; every name is this computer."""
        server = socket.create_connection(("127.0.0.1", port), 5)
        server.settimeout(None)
        self._sockets.append(server)
        self._start(self._pass_on, server, guest)
        while found := guest.recv(65536):
            self.seen += found
            server.sendall(found)
        server.shutdown(socket.SHUT_WR)

    def _pass_on(self, server: socket.socket, guest: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while found := server.recv(65536):
                guest.sendall(found)
            guest.shutdown(socket.SHUT_WR)
