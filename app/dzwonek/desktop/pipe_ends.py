"""The ends of a named pipe on Windows: what is asked of the system, on one completion port.

One thread sleeps until something has happened to any end; nothing is polled and nothing is timed.
https://learn.microsoft.com/windows/win32/ipc/named-pipe-operations
https://learn.microsoft.com/windows/win32/fileio/i-o-completion-ports
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dzwonek.desktop.account_windows import LPDWORD, LPSECURITY_ATTRIBUTES
from dzwonek.winapi import BOOL, DWORD, HANDLE, LPCWSTR, LPVOID, Call, Layout, Type, pointer_to

if TYPE_CHECKING:
    from collections.abc import Mapping

PIPE_ACCESS_DUPLEX = 0x3
FILE_FLAG_FIRST_PIPE_INSTANCE = 0x80000
FILE_FLAG_OVERLAPPED = 0x40000000
PIPE_REJECT_REMOTE_CLIENTS = 0x8
INFINITE = 0xFFFFFFFF
CLOSING_MS = 500
ERROR_IO_PENDING = 997
ERROR_PIPE_CONNECTED = 535
CONSTANTS: Mapping[str, int] = {
    "PIPE_ACCESS_DUPLEX": PIPE_ACCESS_DUPLEX,
    "FILE_FLAG_FIRST_PIPE_INSTANCE": FILE_FLAG_FIRST_PIPE_INSTANCE,
    "FILE_FLAG_OVERLAPPED": FILE_FLAG_OVERLAPPED,
    "PIPE_REJECT_REMOTE_CLIENTS": PIPE_REJECT_REMOTE_CLIENTS,
    "INFINITE": INFINITE,
    "ERROR_IO_PENDING": ERROR_IO_PENDING,
    "ERROR_PIPE_CONNECTED": ERROR_PIPE_CONNECTED,
}


class Overlapped(ctypes.Structure):
    """A call to the system that is under way."""

    _fields_ = (
        ("status", ctypes.c_uint64),
        ("length", ctypes.c_uint64),
        ("offset", ctypes.c_uint32),
        ("offset_high", ctypes.c_uint32),
        ("event", ctypes.c_void_p),
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        Overlapped,
        "OVERLAPPED",
        {
            "status": "Internal",
            "length": "InternalHigh",
            "offset": "Offset",
            "offset_high": "OffsetHigh",
            "event": "hEvent",
        },
    ),
)
LPOVERLAPPED = pointer_to(Overlapped, "LPOVERLAPPED")
OVERLAPPED_OUT = Type("LPOVERLAPPED *", ctypes.POINTER(ctypes.POINTER(Overlapped)))
ULONG_PTR = Type("ULONG_PTR", ctypes.c_uint64)
PULONG_PTR = Type("PULONG_PTR", ctypes.POINTER(ctypes.c_uint64))

CALLS: tuple[Call, ...] = (
    Call(
        "kernel32.dll",
        "CreateNamedPipeW",
        HANDLE,
        (LPCWSTR, DWORD, DWORD, DWORD, DWORD, DWORD, DWORD, LPSECURITY_ATTRIBUTES),
    ),
    Call("kernel32.dll", "ConnectNamedPipe", BOOL, (HANDLE, LPOVERLAPPED)),
    Call("kernel32.dll", "DisconnectNamedPipe", BOOL, (HANDLE,)),
    Call("kernel32.dll", "CreateIoCompletionPort", HANDLE, (HANDLE, HANDLE, ULONG_PTR, DWORD)),
    Call(
        "kernel32.dll",
        "GetQueuedCompletionStatus",
        BOOL,
        (HANDLE, LPDWORD, PULONG_PTR, OVERLAPPED_OUT, DWORD),
    ),
    Call(
        "kernel32.dll", "PostQueuedCompletionStatus", BOOL, (HANDLE, DWORD, ULONG_PTR, LPOVERLAPPED)
    ),
    Call(
        "kernel32.dll",
        "ReadFile",
        BOOL,
        (HANDLE, LPVOID, DWORD, LPDWORD, LPOVERLAPPED),
    ),
    Call(
        "kernel32.dll",
        "WriteFile",
        BOOL,
        (HANDLE, Type("LPCVOID", ctypes.c_void_p), DWORD, LPDWORD, LPOVERLAPPED),
    ),
    Call("kernel32.dll", "CancelIoEx", BOOL, (HANDLE, LPOVERLAPPED)),
    Call("kernel32.dll", "CloseHandle", BOOL, (HANDLE,)),
)


@dataclass(frozen=True, slots=True)
class Happened:
    """What was begun at an end is over: done, with what was read, or failed."""

    end: int
    is_done: bool
    words: bytes = b""


class PipeEnds(Protocol):
    """The ends of one pipe, by number; at each end one thing may be under way at a time.

    All but `rouse` belong to one thread. What `listen`, `read` and `write` begin is told by `wait`.
    """

    def open(self) -> int:
        """Make one more end and give its number; raises OSError when the name is taken."""
        ...

    def listen(self, end: int) -> None:
        """Begin to wait for a caller."""
        ...

    def read(self, end: int, most: int) -> None:
        """Begin to read what the caller says, `most` bytes of it."""
        ...

    def write(self, end: int, words: bytes) -> None:
        """Begin to answer."""
        ...

    def hang_up(self, end: int) -> None:
        """Cut the caller off; what is under way fails."""
        ...

    def wait(self) -> Happened | None:
        """Sleep until something has happened; None: somebody called `rouse`."""
        ...

    def rouse(self) -> None:
        """Wake the one who waits, from any thread."""
        ...

    def close(self) -> None:
        """Close all ends; a caller may still read what was answered."""
        ...


if sys.platform == "win32":
    from contextlib import suppress

    from dzwonek.desktop.account_windows import SystemAccounts
    from dzwonek.winapi import load

    BUFFER = 1024
    INVALID_HANDLE = ctypes.c_void_p(-1).value

    class _End:
        """One end, and what is under way there; that memory must live until it is over."""

        def __init__(self, handle: int) -> None:
            self.handle = handle
            self.under_way = Overlapped()
            self.room = ctypes.create_string_buffer(BUFFER)
            self.is_reading = False
            self.has_failed = False
            self.is_busy = False

    class SystemPipeEnds:
        """The system's own pipe (port PipeEnds)."""

        def __init__(self, name: str, access: str, most: int) -> None:
            """Take the pipe's name, its access list, and how many ends it may have."""
            self._name, self._access, self._most = name, access, most
            self._calls = load(CALLS)
            self._ends: list[_End] = []
            self._port = self._calls["CreateIoCompletionPort"](INVALID_HANDLE, None, 0, 1)
            if not self._port:
                raise ctypes.WinError(ctypes.get_last_error())
            self._handles: list[int] = [self._port]

        def open(self) -> int:
            """Make an end; the first one proves that the name was nobody's."""
            accounts = SystemAccounts()
            attributes = accounts.attributes(self._access)
            first = 0 if self._ends else FILE_FLAG_FIRST_PIPE_INSTANCE
            mode = PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | first
            try:
                handle = self._calls["CreateNamedPipeW"](
                    self._name, mode, PIPE_REJECT_REMOTE_CLIENTS, self._most,
                    BUFFER, BUFFER, 0, ctypes.byref(attributes),
                )  # fmt: skip
                if handle in (None, INVALID_HANDLE):
                    raise ctypes.WinError(ctypes.get_last_error())
            finally:
                accounts.free(attributes)
            self._handles.append(handle)
            self._ends.append(_End(handle))
            number = len(self._ends)
            if not self._calls["CreateIoCompletionPort"](handle, self._port, number, 0):
                raise ctypes.WinError(ctypes.get_last_error())
            return number

        def listen(self, end: int) -> None:
            """Call ConnectNamedPipe; a caller who is there already is told all the same."""
            one = self._fresh(end, is_reading=False)
            begun = self._calls["ConnectNamedPipe"](one.handle, ctypes.byref(one.under_way))
            self._see(end, one, begun)

        def read(self, end: int, most: int) -> None:
            """Call ReadFile."""
            one = self._fresh(end, is_reading=True)
            begun = self._calls["ReadFile"](
                one.handle, one.room, min(most, BUFFER), None, ctypes.byref(one.under_way)
            )
            self._see(end, one, begun)

        def write(self, end: int, words: bytes) -> None:
            """Call WriteFile."""
            one = self._fresh(end, is_reading=False)
            one.room.raw = words[:BUFFER].ljust(BUFFER, b"\0")
            begun = self._calls["WriteFile"](
                one.handle, one.room, len(words), None, ctypes.byref(one.under_way)
            )
            self._see(end, one, begun)

        def hang_up(self, end: int) -> None:
            """Call DisconnectNamedPipe."""
            self._calls["DisconnectNamedPipe"](self._ends[end - 1].handle)

        def wait(self) -> Happened | None:
            """Sleep in GetQueuedCompletionStatus."""
            return self._next(INFINITE)

        def rouse(self) -> None:
            """Post a packet of no end."""
            self._calls["PostQueuedCompletionStatus"](self._port, 0, 0, None)

        def close(self) -> None:
            """Break off what is under way, for the system writes into our memory until then."""
            for one in self._ends:
                if one.is_busy:
                    self._calls["CancelIoEx"](one.handle, None)
            with suppress(OSError):  # none came in time
                while any(one.is_busy for one in self._ends):
                    self._next(CLOSING_MS)
            while self._handles:
                self._calls["CloseHandle"](self._handles.pop())

        def _next(self, milliseconds: int) -> Happened | None:
            length, end = ctypes.c_uint32(), ctypes.c_uint64()
            place = ctypes.POINTER(Overlapped)()
            is_done = self._calls["GetQueuedCompletionStatus"](
                self._port, ctypes.byref(length), ctypes.byref(end), ctypes.byref(place),
                milliseconds,
            )  # fmt: skip
            if not place:
                if not is_done:
                    raise ctypes.WinError(ctypes.get_last_error())
                return None
            one = self._ends[end.value - 1]
            one.is_busy = False
            words = one.room.raw[: length.value] if one.is_reading else b""
            return Happened(end.value, bool(is_done) and not one.has_failed, words)

        def _fresh(self, end: int, *, is_reading: bool) -> _End:
            one = self._ends[end - 1]
            one.under_way = Overlapped()
            one.is_reading, one.has_failed, one.is_busy = is_reading, False, True
            return one

        def _see(self, end: int, one: _End, begun: int) -> None:
            """Tell by the same way what ended before it began: no packet comes of that."""
            error = 0 if begun else ctypes.get_last_error()
            if begun or error == ERROR_IO_PENDING:
                return
            one.has_failed = error != ERROR_PIPE_CONNECTED
            place = ctypes.byref(one.under_way)
            self._calls["PostQueuedCompletionStatus"](self._port, 0, end, place)
