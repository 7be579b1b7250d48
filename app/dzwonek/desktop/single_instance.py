"""Keeps one running program per home folder and user, and hands a second start's wish to it.

A lock file decides who runs (the kernel frees it with the process, however that ends); a socket
beside it carries one word of `domain.events.Command`. Standard library only, and little of it:
this runs before Qt is imported.

On Windows there is the lock, but no way to hand over yet: `fileno()` is -1 (nothing to watch)
and `hand_over` says False.
"""

from __future__ import annotations

import os

from dzwonek.desktop.instance_lock import InstanceLock, place_of

TYPE_CHECKING = False  # type checkers take it for true; importing `typing` would cost the most

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta
    from pathlib import Path

    from dzwonek.domain.events import Command, CommandArrived

GREETING = b"dzwonek 1 "
TAKEN, REFUSED = b"ok\n", b"no\n"


def claim(folder: Path, environment: Mapping[str, str] = os.environ) -> Instance | None:
    """Become the running program for `folder` (absolute); None when there is one already.

    Raises ProblemError (INSTANCE_NOT_CLAIMED) when lock or socket cannot be made.
    """
    try:
        place = place_of(folder, environment)
        lock = InstanceLock.take(f"{place}.lock")
        return None if lock is None else Instance(lock, f"{place}.sock")
    except OSError as error:
        from dzwonek.domain.problem import Code, trouble

        reason = os.strerror(error.errno) if error.errno else ""
        raise trouble(Code.INSTANCE_NOT_CLAIMED, folder=str(folder), reason=reason) from error


def hand_over(
    folder: Path,
    command: Command,
    deadline: timedelta,
    environment: Mapping[str, str] = os.environ,
) -> bool:
    """Give the wish to the running program; True only when it acknowledged in time.

    When `claim` said None and this says False, the running one is hung, or it ended in between:
    claim once more.
    """
    from dzwonek.desktop.instance_door import ask

    wish = GREETING + command.value.encode("ascii") + b"\n"
    try:
        path = f"{place_of(folder, environment)}.sock"
        return ask(path, wish, deadline.total_seconds()) == TAKEN
    except OSError:
        return False


class Instance:
    """The claim of the running program, and the wishes that second starts send to it."""

    def __init__(self, lock: InstanceLock, path: str) -> None:
        """Open the door at `path`, behind a lock that is held; raises OSError, the lock freed."""
        from dzwonek.desktop.instance_door import Door

        self._lock = lock
        try:
            self._door = Door(path)
        except OSError:
            lock.free()
            raise

    def fileno(self) -> int:
        """Give the descriptor to watch, or -1 where there is nothing to watch (Windows)."""
        return self._door.fileno()

    def pump(self) -> tuple[CommandArrived, ...]:
        """Take and acknowledge the wishes that arrived; what is no wish is refused."""
        from dzwonek.domain.events import Command, CommandArrived

        arrived = []
        for caller in self._door.callers():
            word = caller.line.removeprefix(GREETING).strip().decode("ascii", "replace")
            is_wish = caller.line.startswith(GREETING) and word in set(Command)
            caller.answer(TAKEN if is_wish else REFUSED)
            if is_wish:
                arrived.append(CommandArrived(Command(word)))
        return tuple(arrived)

    def close(self) -> None:
        """Give the claim back: the socket goes first, then the lock."""
        self._door.close()
        self._lock.free()
