"""The socket at which second starts knock: a line in, a word back, nobody kept waiting."""

from __future__ import annotations

import os
import selectors
import socket
import sys
import time
from contextlib import suppress

TYPE_CHECKING = False  # type checkers take it for true; importing `typing` would cost the most

if TYPE_CHECKING:
    from collections.abc import Callable

LINE_LIMIT = 1024  # bytes, the newline included
CALLER_LIMIT = 8  # second starts that may be talking at once
PATH_LIMIT = 100  # bytes; sun_path holds 108 on Linux and 104 on macOS, unix(7)
ANSWER_LENGTH = 3
GRACE_SECONDS = 0.1  # between taking the lock and opening the door; also after a kill
RETRY_SECONDS = 0.01


class Caller:
    """One who has said its line, or is cut off with an empty one."""

    __slots__ = ("connection", "line")

    def __init__(self, line: bytes, connection: socket.socket) -> None:
        self.line = line
        self.connection = connection

    def answer(self, word: bytes) -> None:
        """Say the word and hang up."""
        with suppress(OSError), self.connection:
            self.connection.sendall(word)


assert sys.platform != "win32"  # there it is a pipe


class SocketDoor:
    """Listens at a path that only this user can reach; for the event loop to watch."""

    def __init__(self, path: str) -> None:
        """Take the place of what a killed program left; raises OSError."""
        self._path = path
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.setblocking(False)
        with suppress(FileNotFoundError):
            os.unlink(path)
        try:
            with _Address(path) as address:
                self._listener.bind(address)
            os.chmod(path, 0o600)
            self._listener.listen(CALLER_LIMIT)
        except OSError:
            self._listener.close()
            raise
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._heard: dict[socket.socket, bytes] = {}

    def fileno(self) -> int:
        """Give the descriptor that turns readable when somebody knocks or speaks."""
        return self._selector.fileno()

    def callers(self) -> list[Caller]:
        """Give those who have said their line; without blocking."""
        if any(key.fileobj is self._listener for key, _ in self._selector.select(0)):
            self._welcome()
        said = ((self._line(caller), caller) for caller in tuple(self._heard))
        complete = [Caller(line, caller) for line, caller in said if line is not None]
        for caller in complete:
            self._dismiss(caller.connection)
        return complete

    def close(self) -> None:
        """Hang up on everybody and take the path away, once: it may soon be another's."""
        if self._listener.fileno() < 0:
            return
        for caller in tuple(self._heard):
            self._dismiss(caller)
            caller.close()
        self._selector.close()
        self._listener.close()
        with suppress(FileNotFoundError):
            os.unlink(self._path)

    def _welcome(self) -> None:
        while True:
            try:
                caller, _ = self._listener.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            if not is_ours(caller):
                caller.close()
                continue
            if len(self._heard) == CALLER_LIMIT:
                silent = next(iter(self._heard))
                self._dismiss(silent)
                silent.close()
            caller.setblocking(False)
            self._selector.register(caller, selectors.EVENT_READ)
            self._heard[caller] = b""

    def _line(self, caller: socket.socket) -> bytes | None:
        """Read on: the whole line, None while it is not, empty when it never will be."""
        heard = self._heard[caller]
        try:
            news = caller.recv(LINE_LIMIT - len(heard))
        except BlockingIOError:
            return None
        except OSError:
            return b""
        heard = self._heard[caller] = heard + news
        if heard.endswith(b"\n"):
            return heard
        return None if news and len(heard) < LINE_LIMIT else b""

    def _dismiss(self, caller: socket.socket) -> None:
        self._selector.unregister(caller)
        del self._heard[caller]


def ask(
    path: str,
    line: bytes,
    seconds: float,
    met: Callable[[socket.socket], None] | None = None,
) -> bytes:
    """Knock, say the line and give the answer; raises OSError, TimeoutError among them.

    One that has just started may hold the lock and not listen yet: knock on for a moment.
    `met` sees the connection before a word is said, while the other side is surely there.
    """
    began_at = time.monotonic()
    while True:
        spent = time.monotonic() - began_at
        try:
            return _asked(path, line, max(seconds - spent, RETRY_SECONDS), met)
        except (ConnectionRefusedError, FileNotFoundError) as error:
            is_clean = isinstance(error, FileNotFoundError) and not os.path.exists(
                f"{path.removesuffix('.sock')}.lock"
            )
            if is_clean or spent > min(GRACE_SECONDS, seconds):
                raise
            with selectors.DefaultSelector() as nothing:
                nothing.select(RETRY_SECONDS)


def is_ours(peer: socket.socket) -> bool:
    """Say whether the other side runs as this user; macOS leaves that to the folder's mode."""
    if sys.platform != "linux":
        return True
    return peer_of(peer)[1] == os.getuid()


def peer_of(peer: socket.socket) -> tuple[int, int]:
    """Give process and user of the other side on Linux: struct ucred of unix(7)."""
    assert sys.platform == "linux"
    credentials = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)  # pid, uid, gid
    pid, uid = (int.from_bytes(credentials[at : at + 4], sys.byteorder) for at in (0, 4))
    return pid, uid


def _asked(
    path: str, line: bytes, seconds: float, met: Callable[[socket.socket], None] | None
) -> bytes:
    with _Address(path) as address, socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(seconds)
        connection.connect(address)
        if not is_ours(connection):
            raise PermissionError("somebody else listens there")
        if met is not None:
            met(connection)
        connection.sendall(line)
        return connection.recv(ANSWER_LENGTH, socket.MSG_WAITALL)


class _Address:
    """A path as the kernel takes it: a long one by way of its folder's descriptor (Linux)."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._folder = -1

    def __enter__(self) -> str:
        if len(os.fsencode(self._path)) <= PATH_LIMIT:
            return self._path
        folder, name = os.path.split(self._path)
        self._folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        return f"/proc/self/fd/{self._folder}/{name}"

    def __exit__(self, *_: object) -> None:
        if self._folder >= 0:
            os.close(self._folder)
