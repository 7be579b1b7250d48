"""One running program per session, user and home folder on Windows.

A mutex decides who runs: the system takes it away with the process, however that ends. A pipe
carries a second start's wish. Names in `Local\\` are a session's own, names of pipes are the whole
computer's, so that the session and the user stand in them. Somebody else may have taken such a name
first: then the next one serves, and who calls goes on until it finds a pipe of its own user.
https://learn.microsoft.com/windows/win32/termserv/kernel-object-namespaces
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dzwonek.desktop.account_windows import LPSECURITY_ATTRIBUTES, only_for
from dzwonek.winapi import BOOL, DWORD, HANDLE, LPCWSTR, Call

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dzwonek.desktop.account_windows import Accounts
    from dzwonek.desktop.pipe_call import PipeCall

SYNCHRONIZE = 0x100000
ERROR_FILE_NOT_FOUND = 2
ERROR_ACCESS_DENIED = 5
ERROR_ALREADY_EXISTS = 183
ERROR_PIPE_BUSY = 231
CONSTANTS: Mapping[str, int] = {
    "SYNCHRONIZE": SYNCHRONIZE,
    "ERROR_FILE_NOT_FOUND": ERROR_FILE_NOT_FOUND,
    "ERROR_ACCESS_DENIED": ERROR_ACCESS_DENIED,
    "ERROR_ALREADY_EXISTS": ERROR_ALREADY_EXISTS,
    "ERROR_PIPE_BUSY": ERROR_PIPE_BUSY,
}
CALLS: tuple[Call, ...] = (
    Call("kernel32.dll", "CreateMutexW", HANDLE, (LPSECURITY_ATTRIBUTES, BOOL, LPCWSTR)),
    Call("kernel32.dll", "OpenMutexW", HANDLE, (DWORD, BOOL, LPCWSTR)),
    Call("kernel32.dll", "CloseHandle", BOOL, (HANDLE,)),
)
GRACE_SECONDS = 0.5  # between making the mutex and opening the door
RETRY_SECONDS = 0.01
ANSWER_LENGTH = 3
NAMES = 8  # of pipes, the first that is free is taken


class Place(NamedTuple):
    """The names of one running program's mutex and pipe, and whose they are."""

    mutex: str
    pipe: str
    user: str

    @property
    def pipes(self) -> tuple[str, ...]:
        """Give the pipe's names in the order in which they are tried."""
        return (self.pipe, *(f"{self.pipe}-{number}" for number in range(2, NAMES + 1)))


def place_of(folder: str, accounts: Accounts) -> Place:
    """Name the place of a home folder (absolute) in this session; raises OSError."""
    import zlib

    whole = os.path.normcase(os.path.realpath(folder))
    digest = f"{zlib.crc32(whole.encode('utf-8', 'surrogatepass')):08x}"
    user = accounts.user()
    name = f"dzwonek-{accounts.session()}-{user}-{digest}"
    return Place(f"Local\\{name}", f"\\\\.\\pipe\\{name}", user)


class Mutexes(Protocol):
    """What is asked of the system about mutexes; raises OSError with `winerror`."""

    def make(self, name: str, access: str) -> int | None:
        """Make it and give its handle, or None where there is one already."""
        ...

    def is_there(self, name: str) -> bool:
        """Say whether somebody has it."""
        ...

    def close(self, handle: int) -> None:
        """Give it back."""
        ...


class Mutex:
    """The claim of the running program."""

    def __init__(self, mutexes: Mutexes, handle: int) -> None:
        self._mutexes = mutexes
        self._handle: int | None = handle

    @classmethod
    def take(cls, place: Place, mutexes: Mutexes) -> Mutex | None:
        """Take it, or give None when another process has it; raises OSError."""
        handle = mutexes.make(place.mutex, only_for(place.user))
        return None if handle is None else cls(mutexes, handle)

    def free(self) -> None:
        """Give it back, once."""
        if self._handle is not None:
            self._mutexes.close(self._handle)
            self._handle = None


class Caller:
    """A second start that has something to say to the running program."""

    def __init__(
        self,
        mutexes: Mutexes,
        accounts: Accounts,
        dial: Callable[[str], PipeCall],
        now: Callable[[], float],
        rest: Callable[[float], object],
    ) -> None:
        """Take the system's parts: `dial` opens a pipe by name, `rest` waits some seconds."""
        self._mutexes = mutexes
        self._accounts = accounts
        self._dial = dial
        self._now = now
        self._rest = rest

    def ask(self, place: Place, line: bytes, seconds: float, ending: float = 0.0) -> bytes:
        """Say the line and give the answer; raises OSError, TimeoutError among them.

        With `ending` (seconds) it then waits for so long until the running program has ended.

        Nothing is said to a pipe that is another user's. One that has just started may have the
        mutex and not listen yet: dial again for a moment.
        """
        end = self._now() + seconds
        call, server = self._dialled(place, end)
        try:
            call.let_forward(server)
            call.say(line, end - self._now())
            answer = self._answer(call, end)
            if ending and answer:
                call.see_end(server, ending)
            return answer
        finally:
            call.close()

    def _dialled(self, place: Place, end: float) -> tuple[PipeCall, int]:
        """Give a call to our own user's program, and the process that listens."""
        patience = {
            ERROR_FILE_NOT_FOUND: min(self._now() + GRACE_SECONDS, end),
            ERROR_PIPE_BUSY: end,
        }
        while True:
            if not self._mutexes.is_there(place.mutex):
                raise ConnectionRefusedError(place.pipe)
            refusals: list[OSError] = []
            for name in place.pipes:
                try:
                    return self._of_our_own(name, place.user)
                except OSError as error:
                    refusals.append(error)
            hopeful = max(refusals, key=lambda error: patience.get(_number(error), 0.0))
            if self._now() >= patience.get(_number(hopeful), 0.0):
                raise refusals[0]
            self._rest(RETRY_SECONDS)

    def _of_our_own(self, name: str, user: str) -> tuple[PipeCall, int]:
        call = self._dial(name)
        try:
            server = call.server()
            if self._accounts.user_of(server) != user:
                raise PermissionError("somebody else listens there")
        except OSError:
            call.close()
            raise
        return call, server

    def _answer(self, call: PipeCall, end: float) -> bytes:
        heard = b""
        while len(heard) < ANSWER_LENGTH:
            news = call.hear(ANSWER_LENGTH - len(heard), end - self._now())
            if not news:
                break
            heard += news
        return heard


def _number(error: OSError) -> int:
    return int(getattr(error, "winerror", 0) or 0)


if sys.platform == "win32":
    import ctypes
    import time

    from dzwonek.desktop.account_windows import SystemAccounts
    from dzwonek.winapi import load

    class SystemMutexes:
        """The system's own mutexes (port Mutexes)."""

        def __init__(self) -> None:
            self._calls = load(CALLS)

        def make(self, name: str, access: str) -> int | None:
            """Make it; one that may not even be opened is somebody's, too."""
            accounts = SystemAccounts()
            attributes = accounts.attributes(access)
            try:
                handle = self._calls["CreateMutexW"](ctypes.byref(attributes), False, name)
                error = ctypes.get_last_error()
            finally:
                accounts.free(attributes)
            if handle and error != ERROR_ALREADY_EXISTS:
                return int(handle)
            if handle:
                self.close(handle)
            elif error != ERROR_ACCESS_DENIED:
                raise ctypes.WinError(error)
            return None

        def is_there(self, name: str) -> bool:
            """Try to open it."""
            handle = self._calls["OpenMutexW"](SYNCHRONIZE, False, name)
            if handle:
                self.close(handle)
                return True
            return ctypes.get_last_error() == ERROR_ACCESS_DENIED

        def close(self, handle: int) -> None:
            """Close the handle."""
            self._calls["CloseHandle"](handle)

    def here(folder: str) -> Place:
        """Name the place of a home folder in this session; raises OSError."""
        return place_of(folder, SystemAccounts())

    def take(place: Place) -> Mutex | None:
        """Take the mutex of a place, or give None; raises OSError."""
        return Mutex.take(place, SystemMutexes())

    def ask(place: Place, line: bytes, seconds: float, ending: float = 0.0) -> bytes:
        """Say a line to the running program and give its answer; raises OSError."""
        from dzwonek.desktop.pipe_call import SystemPipeCall

        caller = Caller(SystemMutexes(), SystemAccounts(), SystemPipeCall, time.monotonic, rest)
        return caller.ask(place, line, seconds, ending)

    def rest(seconds: float) -> None:
        """Wait on this thread, which has nothing else to do."""
        import threading

        threading.Event().wait(seconds)
