"""Keeps one running program per home folder and user, and hands a second start's wish to it.

A lock file decides who runs (the kernel frees it with the process, however that ends); a socket
beside it carries one word of `domain.events.Command`. On Windows it is a mutex and a pipe, one of
each per session. Standard library only, and little of it: this runs before Qt is imported.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # type checkers take it for true; importing `typing` would cost the most

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta
    from pathlib import Path
    from typing import Protocol

    from dzwonek.domain.command import Command
    from dzwonek.domain.events import CommandArrived

    class Claim(Protocol):
        """What decides who runs."""

        def free(self) -> None:
            """Give it back, once."""
            ...

    class Caller(Protocol):
        """One who has said its line."""

        @property
        def line(self) -> bytes:
            """Give the line, or nothing where it was none."""
            ...

        def answer(self, word: bytes) -> None:
            """Say the word and part."""
            ...

    class Door(Protocol):
        """Where second starts knock."""

        def fileno(self) -> int: ...  # noqa: D102
        def callers(self) -> Sequence[Caller]: ...  # noqa: D102
        def close(self) -> None: ...  # noqa: D102


GREETING = b"dzwonek 1 "
TAKEN, REFUSED = b"ok\n", b"no\n"


def claim(folder: Path, environment: Mapping[str, str] = os.environ) -> Instance | None:
    """Become the running program for `folder` (absolute); None when there is one already.

    Raises ProblemError (INSTANCE_NOT_CLAIMED) when lock or socket cannot be made.
    """
    try:
        return _claimed(folder, environment)
    except OSError as error:
        from dzwonek.domain.problem import Code, trouble

        reason = os.strerror(error.errno) if error.errno else ""
        raise trouble(Code.INSTANCE_NOT_CLAIMED, folder=str(folder), reason=reason) from error


def hand_over(
    folder: Path,
    command: Command,
    deadline: timedelta,
    environment: Mapping[str, str] = os.environ,
    *,
    ending: timedelta | None = None,
) -> bool:
    """Give the wish to the running program; True only when it acknowledged in time.

    With `ending` it then waits for so long until that program has ended, too.

    When `claim` said None and this says False, the running one is hung, or it ended in between:
    claim once more.
    """
    try:
        seconds = deadline.total_seconds()
        after = ending.total_seconds() if ending is not None else 0.0
        return _asked(folder, environment, _line(command), seconds, after) == TAKEN
    except OSError:
        return False


def _line(command: Command) -> bytes:
    """Say a wish as it goes through the door: this, and not a byte more."""
    return GREETING + command.value.encode("ascii") + b"\n"


class Instance:
    """The claim of the running program, and the wishes that second starts send to it."""

    def __init__(self, lock: Claim, door: Door | None) -> None:
        """Take what is held; without a door the program runs, and no second start reaches it."""
        self._lock = lock
        self._door = door

    def fileno(self) -> int:
        """Give the descriptor to watch, or -1 where there is nothing to watch."""
        return -1 if self._door is None else self._door.fileno()

    def pump(self) -> tuple[CommandArrived, ...]:
        """Take and acknowledge the wishes that arrived; what is no wish is refused."""
        from dzwonek.domain.command import Command
        from dzwonek.domain.events import CommandArrived

        wishes = {_line(command): command for command in Command}
        arrived = []
        for caller in () if self._door is None else self._door.callers():
            wish = wishes.get(caller.line)
            caller.answer(REFUSED if wish is None else TAKEN)
            if wish is not None:
                arrived.append(CommandArrived(wish))
        return tuple(arrived)

    def close(self) -> None:
        """Give the claim back: the door goes first, then the lock."""
        if self._door is not None:
            self._door.close()
        self._lock.free()


if sys.platform == "win32":

    def _claimed(folder: Path, environment: Mapping[str, str]) -> Instance | None:
        from dzwonek.desktop.instance_windows import here, take

        place = here(str(folder))
        lock = take(place)
        if lock is None:
            return None
        return Instance(lock, _door(place.pipes, place.user))

    def _door(pipes: tuple[str, ...], user: str) -> Door | None:
        """Open the first pipe whose name is free.

        Who took all of them before us keeps second starts out (they say so), never this one.
        """
        from dzwonek.desktop.account_windows import only_for
        from dzwonek.desktop.instance_pipe import ENDS, PipeDoor
        from dzwonek.desktop.pipe_ends import SystemPipeEnds

        refusal = None
        for pipe in pipes:
            try:
                return PipeDoor(SystemPipeEnds(pipe, only_for(user), ENDS))
            except OSError as error:
                refusal = error
        import logging

        logging.getLogger("dzwonek.desktop").warning("no door for second starts: %s", refusal)
        return None

    def _asked(
        folder: Path, environment: Mapping[str, str], wish: bytes, seconds: float, ending: float
    ) -> bytes:
        from dzwonek.desktop.instance_windows import ask, here

        return ask(here(str(folder)), wish, seconds, ending)

else:

    def _claimed(folder: Path, environment: Mapping[str, str]) -> Instance | None:
        from dzwonek.desktop.instance_door import SocketDoor
        from dzwonek.desktop.instance_lock import InstanceLock, place_of

        place = place_of(folder, environment)
        lock = InstanceLock.take(f"{place}.lock")
        if lock is None:
            return None
        try:
            return Instance(lock, SocketDoor(f"{place}.sock"))
        except OSError:
            lock.free()
            raise

    def _asked(
        folder: Path, environment: Mapping[str, str], wish: bytes, seconds: float, ending: float
    ) -> bytes:
        from dzwonek.desktop.instance_door import ask
        from dzwonek.desktop.instance_lock import place_of

        place = place_of(folder, environment)
        if not ending:
            return ask(f"{place}.sock", wish, seconds)
        from dzwonek.desktop.instance_end import ask_to_end

        return ask_to_end(place, wish, seconds, ending)
