"""The system's keyring behind a deadline."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from dzwonek.config.secrets.backends import (
    WINDOWS_NAME,
    Lockable,
    NamedBackend,
    allowed_backend,
    load_first,
)
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble

SERVICE = "Dzwonek"
DEADLINE = timedelta(seconds=3)
PATIENCE = timedelta(minutes=2)  # for a person before an unlock window
# CRED_MAX_CREDENTIAL_BLOB_SIZE is 2560 bytes (wincred.h); the error past it names no reason.
WINDOWS_LIMIT = 1280  # UTF-16 units

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class KeyringState:
    """Which keyring there is (or none), and what keeps it from serving, if anything does."""

    name: str
    problem: Problem | None = None


class KeyringBox:
    """Secrets in the system's keyring; every call ends within the deadline.

    A call that waits for a person (an unlock window) goes on behind our back, and its answer is
    dropped. Until it ends, other calls come too late as well, so that windows do not pile up; after
    `patience` they no longer wait for it.
    """

    def __init__(
        self,
        deadline: timedelta = DEADLINE,
        patience: timedelta = PATIENCE,
        find: Callable[[], NamedBackend] = allowed_backend,
        service: str = SERVICE,
        load: Callable[[], None] = load_first,
    ) -> None:
        self._deadline = deadline.total_seconds()
        self._patience = patience.total_seconds()
        self._find = find
        self._service = service
        self._load = load
        self._turn = _Turn()
        self._choosing = threading.Lock()

    def read(self, name: str) -> str | None:
        """Give the secret, or None when there is none of that name; raises ProblemError."""
        return self._in_time(lambda: self._find().backend.get_password(self._service, name))

    def write(self, name: str, value: str) -> None:
        """Store the secret; raises ProblemError."""
        self._in_time(lambda: self._write(name, value))

    def forget(self, name: str) -> None:
        """Remove the secret; nothing happens when there is none; raises ProblemError."""
        self._in_time(lambda: self._forget(name))

    def describe(self) -> KeyringState:
        """Say which keyring there is and whether it serves; opens no window, never raises."""
        try:
            return self._in_time(self._state)
        except ProblemError as error:
            return KeyringState("", error.problem)

    def _state(self) -> KeyringState:
        found = self._find()
        is_locked = isinstance(found.backend, Lockable) and found.backend.is_locked()
        return KeyringState(found.name, Problem(Code.KEYRING_LOCKED) if is_locked else None)

    def _write(self, name: str, value: str) -> None:
        found = self._find()
        units = len(value.encode("utf-16-le", "surrogatepass")) // 2
        if found.name == WINDOWS_NAME and units > WINDOWS_LIMIT:
            raise trouble(Code.KEYRING_REFUSED, reason="too_long", limit=WINDOWS_LIMIT)
        found.backend.set_password(self._service, name, value)

    def _forget(self, name: str) -> None:
        from keyring.errors import PasswordDeleteError

        backend = self._find().backend
        try:
            backend.delete_password(self._service, name)
        except PasswordDeleteError:
            if backend.get_password(self._service, name) is not None:
                raise

    def _in_time(self, work: Callable[[], Found]) -> Found:
        """Do `work` on a thread of its own, one at a time; its failure becomes a ProblemError."""
        self._load()  # that is our own slowness, not the keyring's
        ends = time.monotonic() + self._deadline
        turn = self._current_turn()
        if not turn.take(ends - time.monotonic()):
            raise trouble(Code.KEYRING_LATE)
        call = _Call(work, turn)
        call.start()
        call.join(max(0.0, ends - time.monotonic()))
        if call.is_alive():
            raise trouble(Code.KEYRING_LATE)
        if call.error is not None:
            raise _translated(call.error) from None  # its words may hold a secret
        return call.answer

    def _current_turn(self) -> _Turn:
        with self._choosing:
            if self._turn.taken_for() > self._patience:
                self._turn = _Turn()
            return self._turn


class _Turn:
    """Who may speak to the keyring now."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._since: float | None = None

    def take(self, seconds: float) -> bool:
        is_taken = self._lock.acquire(timeout=max(0.0, seconds))
        if is_taken:
            self._since = time.monotonic()
        return is_taken

    def give_back(self) -> None:
        self._since = None
        self._lock.release()

    def taken_for(self) -> float:
        since = self._since
        return 0.0 if since is None else time.monotonic() - since


class _Call(threading.Thread, Generic[Found]):
    """One call; a daemon, for a window that nobody answers must not keep the program alive."""

    answer: Found

    def __init__(self, work: Callable[[], Found], turn: _Turn) -> None:
        super().__init__(name="dzwonek-keyring", daemon=True)
        self._work = work
        self._turn = turn
        self.error: Exception | None = None

    def run(self) -> None:
        """Do the work and give the turn back."""
        try:
            self.answer = self._work()
        except Exception as error:  # noqa: BLE001 - handed to the caller, who sorts it
            self.error = error
        finally:
            self._turn.give_back()


def _translated(error: Exception) -> ProblemError:
    """Sort a keyring's own errors."""
    from keyring.errors import KeyringLocked, NoKeyringError

    if isinstance(error, ProblemError):
        return error
    if isinstance(error, KeyringLocked):
        return trouble(Code.KEYRING_LOCKED)
    if isinstance(error, NoKeyringError):
        return trouble(Code.KEYRING_MISSING)
    return trouble(Code.KEYRING_REFUSED, reason=type(error).__name__)
