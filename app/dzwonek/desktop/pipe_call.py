"""Speaks to the one who listens at a named pipe on Windows, with a deadline."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Protocol

from dzwonek.desktop.account_windows import LPDWORD, LPSECURITY_ATTRIBUTES
from dzwonek.desktop.pipe_ends import (
    ERROR_IO_PENDING,
    FILE_FLAG_OVERLAPPED,
    LPOVERLAPPED,
    Overlapped,
)
from dzwonek.winapi import BOOL, DWORD, HANDLE, LPCWSTR, LPVOID, Call, Type

if TYPE_CHECKING:
    from collections.abc import Mapping

GENERIC_READ = 0x80000000
GENERIC_WRITE = 0x40000000
OPEN_EXISTING = 3
SECURITY_SQOS_PRESENT = 0x100000
SECURITY_IDENTIFICATION = 0x10000  # whoever listens may learn who calls, and not act as him
WAIT_OBJECT_0 = 0
SYNCHRONIZE = 0x100000
CONSTANTS: Mapping[str, int] = {
    "GENERIC_READ": GENERIC_READ,
    "GENERIC_WRITE": GENERIC_WRITE,
    "OPEN_EXISTING": OPEN_EXISTING,
    "SECURITY_SQOS_PRESENT": SECURITY_SQOS_PRESENT,
    "SECURITY_IDENTIFICATION": SECURITY_IDENTIFICATION,
    "WAIT_OBJECT_0": WAIT_OBJECT_0,
    "SYNCHRONIZE": SYNCHRONIZE,
}

CALLS: tuple[Call, ...] = (
    Call(
        "kernel32.dll",
        "CreateFileW",
        HANDLE,
        (LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE),
    ),
    Call(
        "kernel32.dll",
        "GetNamedPipeServerProcessId",
        BOOL,
        (HANDLE, Type("PULONG", LPDWORD.carrier)),
    ),
    Call("kernel32.dll", "ReadFile", BOOL, (HANDLE, LPVOID, DWORD, LPDWORD, LPOVERLAPPED)),
    Call(
        "kernel32.dll",
        "WriteFile",
        BOOL,
        (HANDLE, Type("LPCVOID", ctypes.c_void_p), DWORD, LPDWORD, LPOVERLAPPED),
    ),
    Call("kernel32.dll", "CreateEventW", HANDLE, (LPSECURITY_ATTRIBUTES, BOOL, BOOL, LPCWSTR)),
    Call("kernel32.dll", "OpenProcess", HANDLE, (DWORD, BOOL, DWORD)),
    Call("kernel32.dll", "WaitForSingleObject", DWORD, (HANDLE, DWORD)),
    Call("kernel32.dll", "CancelIoEx", BOOL, (HANDLE, LPOVERLAPPED)),
    Call("kernel32.dll", "GetOverlappedResult", BOOL, (HANDLE, LPOVERLAPPED, LPDWORD, BOOL)),
    Call("kernel32.dll", "CloseHandle", BOOL, (HANDLE,)),
    Call("user32.dll", "AllowSetForegroundWindow", BOOL, (DWORD,)),
)


class PipeCall(Protocol):
    """An open pipe to one who listens; calls raise OSError, TimeoutError among them."""

    def server(self) -> int:
        """Give the id of the process that listens."""
        ...

    def let_forward(self, process: int) -> None:
        """Let that process bring a window before ours; a refusal changes nothing."""
        ...

    def see_end(self, process: int, seconds: float) -> None:
        """Wait within the time until that process has ended."""
        ...

    def say(self, words: bytes, seconds: float) -> None:
        """Say it within the time."""
        ...

    def hear(self, most: int, seconds: float) -> bytes:
        """Hear what comes within the time, `most` bytes at once; empty when nobody is there."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


if sys.platform == "win32":
    from dzwonek.winapi import load

    INVALID_HANDLE = ctypes.c_void_p(-1).value
    ERROR_BROKEN_PIPE = 109

    class SystemPipeCall:
        """A call over the system's own pipe (port PipeCall)."""

        def __init__(self, name: str) -> None:
            """Open it; raises OSError (`winerror` 2: nobody listens, 231: all ends are busy)."""
            self._calls = load(CALLS)
            flags = FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION
            handle = self._calls["CreateFileW"](
                name, GENERIC_READ | GENERIC_WRITE, 0, None, OPEN_EXISTING, flags, None
            )
            if handle in (None, INVALID_HANDLE):
                raise ctypes.WinError(ctypes.get_last_error())
            self._handle = handle
            self._event = self._calls["CreateEventW"](None, True, False, None)

        def server(self) -> int:
            """Ask the pipe."""
            process = ctypes.c_uint32()
            ask = self._calls["GetNamedPipeServerProcessId"]
            if not ask(self._handle, ctypes.byref(process)):
                raise ctypes.WinError(ctypes.get_last_error())
            return process.value

        def let_forward(self, process: int) -> None:
            """Give on the right that Windows gave to us, whom a person has just started."""
            self._calls["AllowSetForegroundWindow"](process)

        def see_end(self, process: int, seconds: float) -> None:
            """Wait for it; one that cannot be opened has ended already."""
            handle = self._calls["OpenProcess"](SYNCHRONIZE, False, process)
            if handle:
                self._calls["WaitForSingleObject"](handle, max(0, int(seconds * 1000)))
                self._calls["CloseHandle"](handle)

        def say(self, words: bytes, seconds: float) -> None:
            """Write it."""
            self._in_time("WriteFile", ctypes.create_string_buffer(words, len(words)), seconds)

        def hear(self, most: int, seconds: float) -> bytes:
            """Read."""
            room = ctypes.create_string_buffer(most)
            try:
                length = self._in_time("ReadFile", room, seconds)
            except OSError as error:
                if error.winerror == ERROR_BROKEN_PIPE:
                    return b""
                raise
            return room.raw[:length]

        def close(self) -> None:
            """Close the handles, once."""
            if self._handle is not None:
                self._calls["CloseHandle"](self._handle)
                self._calls["CloseHandle"](self._event)
                self._handle = None

        def _in_time(self, call: str, room: ctypes.Array[ctypes.c_char], seconds: float) -> int:
            under_way = Overlapped(event=self._event)
            place = ctypes.byref(under_way)
            begun = self._calls[call](self._handle, room, len(room), None, place)
            if not begun and ctypes.get_last_error() != ERROR_IO_PENDING:
                raise ctypes.WinError(ctypes.get_last_error())
            wait = self._calls["WaitForSingleObject"]
            is_late = wait(self._event, max(0, int(seconds * 1000))) != WAIT_OBJECT_0
            if is_late:
                self._calls["CancelIoEx"](self._handle, place)
            length = ctypes.c_uint32()
            result = self._calls["GetOverlappedResult"]
            if not result(self._handle, place, ctypes.byref(length), True):
                if is_late:
                    raise TimeoutError(call)
                raise ctypes.WinError(ctypes.get_last_error())
            return length.value
