"""The lock file that decides which process is the running program."""

from __future__ import annotations

import os
import stat
import sys

assert sys.platform != "win32"  # there it is a mutex

TYPE_CHECKING = False  # type checkers take it for true; importing `typing` would cost the most

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class InstanceLock:
    """A lock file held by this process; the kernel frees it when the process ends."""

    def __init__(self, path: str, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: str) -> InstanceLock | None:
        """Take the lock, or give None when another process holds it; raises OSError."""
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _lock(descriptor):
                os.close(descriptor)
                return None
            if _is_still(path, descriptor):
                return cls(path, descriptor)
            os.close(descriptor)  # its last holder removed it under our hands

    def free(self) -> None:
        """Give the lock back; the file goes with it."""
        if self._descriptor < 0:
            return
        os.unlink(self._path)
        os.close(self._descriptor)
        self._descriptor = -1


def place_of(folder: Path, environment: Mapping[str, str]) -> str:
    """Give the path of lock and socket without the ending, in a folder of this user alone.

    That is `$XDG_RUNTIME_DIR` (XDG Base Directory Specification) where it is set and private,
    else `run` in `folder`. The name holds a digest of `folder`, so that each home has a program
    of its own. Raises OSError.
    """
    import zlib

    name = f"dzwonek-{zlib.crc32(os.fsencode(os.path.realpath(folder))):08x}"
    runtime = environment.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    if _is_private(runtime):
        return os.path.join(runtime, name)
    own = os.path.join(folder, "run")
    os.makedirs(own, mode=0o700, exist_ok=True)
    if not _is_private(own):
        os.chmod(own, 0o700)
    return os.path.join(own, name)


def _lock(descriptor: int) -> bool:
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_still(path: str, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _is_private(folder: str) -> bool:
    try:
        about = os.lstat(folder)
    except OSError:
        return False
    is_closed = not stat.S_IMODE(about.st_mode) & 0o077
    return stat.S_ISDIR(about.st_mode) and is_closed and about.st_uid == os.getuid()
