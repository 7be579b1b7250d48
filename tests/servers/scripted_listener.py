"""What scripted servers share: a port of this computer, a thread for each guest, and the end."""

from __future__ import annotations

import contextlib
import socket
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from types import TracebackType
from typing import Self

JOIN_SECONDS = 5


class ScriptedListener(ABC):
    """Serves on a free port of this computer until it is left."""

    def __init__(self, name: str) -> None:
        self.connections = 0
        self.stopping = threading.Event()
        self._name = name
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []

    @property
    def port(self) -> int:
        """Give the port that was free."""
        return int(self._listener.getsockname()[1])

    @abstractmethod
    def serve(self, guest: socket.socket) -> None:
        """Deal with one guest, on a thread of its own."""

    def keep(self, other: socket.socket) -> None:
        """Close this one at the end, too."""
        self._sockets.append(other)

    def wait_for_guests(self) -> None:
        """Wait until all who have left are seen off: what they said last is read by then."""
        for thread in self._threads[1:]:  # the first one lets them in
            thread.join(JOIN_SECONDS)
            assert not thread.is_alive(), "a guest is still here"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stopping.set()
        for each in (self._listener, *self._sockets):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(each, socket.SHUT_RDWR)
        # On Windows a shut listener still blocks in accept: a last guest wakes it.
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname(), 0.2).close()
        self._listener.close()
        for thread in self._threads:
            thread.join(JOIN_SECONDS)
        for each in self._sockets:
            each.close()

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, name=self._name)
        thread.start()
        self._threads.append(thread)

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                guest, _ = self._listener.accept()
            except OSError:
                return
            if self.stopping.is_set():
                guest.close()
                return
            self.connections += 1
            self._sockets.append(guest)
            self._start(self.serve, guest)
