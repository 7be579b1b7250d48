"""An HTTP proxy that connects, or answers exactly what it is told, and remembers what it saw."""

from __future__ import annotations

import contextlib
import socket

from tests.servers.scripted_listener import ScriptedListener

CONNECTED = b"HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy.example\r\n\r\n"
DRIP = b"drip"


class ScriptedProxy(ScriptedListener):
    """Serves on a free port of this computer until it is left.

    `answer` is what it says to CONNECT: with CONNECTED it connects; with b"" it says nothing and
    waits; with DRIP one byte of a good answer now and then; after anything else it closes.
    """

    def __init__(self, answer: bytes = CONNECTED) -> None:
        super().__init__("scripted-proxy")
        self.answer = answer
        self.requests: list[bytes] = []
        self.seen = bytearray()  # all that the client sent behind its request

    def serve(self, guest: socket.socket) -> None:
        """Hear a request and answer it."""
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
                if self.stopping.wait(0.1):
                    return
        guest.sendall(self.answer)
        if self.answer == b"":
            self.stopping.wait()
        if self.answer == CONNECTED:
            self._connect(guest, int(head.split(b" ")[1].rpartition(b":")[2]))

    def _connect(self, guest: socket.socket, port: int) -> None:
        """Pass on what both sides say; every name is this computer."""
        server = socket.create_connection(("127.0.0.1", port), 5)
        server.settimeout(None)
        self.keep(server)
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
