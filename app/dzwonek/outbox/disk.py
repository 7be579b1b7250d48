"""Files that survive a power cut, and the codes for disks that refuse."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
HEAD = 64 * 1024  # a sealed file's wrapped key lies within its first bytes
BALLAST_SIZE = 4 * 1024 * 1024
LITTLE = 1024 * 1024  # bytes; less is as good as nothing to a database
PART = ".part"
# A link in a file's place is not followed, and a pipe keeps nobody waiting; Windows has neither.
PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# of Windows, where errno says EACCES or EINVAL of them:
# ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL, ERROR_DISK_QUOTA_EXCEEDED
_FULL_ON_WINDOWS = frozenset({39, 112, 1295})
_IN_USE_ON_WINDOWS = {32: "SHARING_VIOLATION", 33: "LOCK_VIOLATION"}
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class StrangeFileError(OSError):
    """In the place of a file of ours stands a link, a pipe, a folder or a device."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no regular file: {path.name}")


def disk_trouble(error: OSError, place: Path) -> ProblemError:
    """Say which of DISK_FULL, DISK_READ_ONLY and DISK_FAILED an error of the system is."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    code = Code.DISK_FAILED
    of_windows = getattr(error, "winerror", None)
    if error.errno in _FULL or of_windows in _FULL_ON_WINDOWS:
        code = Code.DISK_FULL
    elif of_windows in _IN_USE_ON_WINDOWS:
        name = _IN_USE_ON_WINDOWS[of_windows]
    elif error.errno in _READ_ONLY:
        code = Code.DISK_READ_ONLY
    return trouble(code, place=str(place), error=name)


@contextmanager
def disk_errors(place: Path) -> Iterator[None]:
    """Turn the system's errors about `place` into ProblemError (DISK_…)."""
    try:
        yield
    except OSError as error:
        raise disk_trouble(error, place) from error


@contextmanager
def disk_errors_but_missing(place: Path) -> Iterator[None]:
    """Do as `disk_errors`, but let FileNotFoundError pass."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise disk_trouble(error, place) from error


def is_nearly_full(folder: Path) -> bool:
    """Say whether the disk under `folder` has less than a megabyte left; False if unknown."""
    try:
        return shutil.disk_usage(folder).free < LITTLE
    except OSError:
        return False


@contextmanager
def only_if_full() -> Iterator[None]:
    """Let an error pass when the disk is full; others mean that it cannot do what was asked."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise


def make_folder(folder: Path) -> None:
    """Make a folder that only this user can read, with its parents; durable before it returns."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=PRIVATE_FOLDER)
        sync_folder(folder.parent)


def open_regular(path: Path, flags: int = os.O_RDONLY) -> int:
    """Open a file of ours; never follows a link, never waits. Raises StrangeFileError, OSError."""
    try:
        descriptor = os.open(path, flags | PLAIN, PRIVATE_FILE)
    except FileNotFoundError:
        raise
    except OSError as error:
        if is_strange(path):
            raise StrangeFileError(path) from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise StrangeFileError(path)
    return descriptor


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Open a file of ours to read from it; raises as `open_regular`."""
    with open(open_regular(path), "rb") as file:
        yield file


def read_beginning(path: Path, length: int = HEAD) -> bytes:
    """Read at most so many bytes, however long the file is; raises as `open_regular`."""
    with reading(path) as file:
        return file.read(length)


def is_strange(path: Path) -> bool:
    """Say whether something else than a regular file has this name; False when nothing has."""
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def write_durably(path: Path, chunks: Iterable[bytes]) -> None:
    """Replace `path` so that after a power cut it is the old file or the whole new one.

    Write beside it, fsync, rename, fsync of the folder: two syncs. Raises OSError; then `path`
    is as it was, unless the folder's own sync failed.
    """
    part = write_part(path, chunks)
    try:
        replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def replace(old: Path, new: Path) -> None:
    """Rename over a file of the new name; raises OSError.

    On Windows this waits for those who have a file open, and the new name is durable behind it;
    elsewhere `sync_folder` makes it so.
    """
    if sys.platform == "win32":
        from dzwonek.outbox.windows_files import this_windows

        this_windows().replace(old, new)
    else:
        os.replace(old, new)


def claim(old: Path, new: Path) -> None:
    """Give a file a name that is free; raises FileExistsError when it is taken.

    The old name may outlive it.
    """
    if sys.platform == "win32":
        from dzwonek.outbox.windows_files import this_windows

        this_windows().claim(old, new)
    else:
        os.link(old, new)


def unlink(path: Path) -> None:
    """Remove a file; nothing happens when there is none. Raises OSError, on Windows only late."""
    if sys.platform == "win32":
        from dzwonek.outbox.windows_files import this_windows

        this_windows().unlink(path)
    else:
        path.unlink(missing_ok=True)


def part_name(path: Path) -> Path:
    """Give a name beside `path` that no other file has, and that a later start sweeps."""
    return path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}{PART}")


def write_part(path: Path, chunks: Iterable[bytes]) -> Path:
    """Write and sync a file of a name of its own beside `path`; raises OSError, leaving nothing."""
    part = part_name(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, PRIVATE_FILE)
    try:
        try:
            for chunk in chunks:
                _write_all(descriptor, chunk)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    return part


def _write_all(descriptor: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(folder: Path) -> None:
    """Make renames and new names within `folder` durable; nothing to do on Windows."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def shred(path: Path) -> None:
    """Destroy a file: overwrite its head, where the wrapped key lies, then unlink it.

    Nothing happens when there is no such file; of a link only the link goes. Overwriting
    is best effort (a copy-on-write disk may keep the old blocks); what counts is that no wrapped
    key is left in a named file. Raises OSError when the file stays.
    """
    with suppress(OSError):
        blot(path)
    unlink(path)


def blot(path: Path) -> None:
    """Overwrite the head of a file in place with zeros, durably; raises as `open_regular`."""
    descriptor = open_regular(path, os.O_WRONLY)
    try:
        blot_open(descriptor)
    finally:
        os.close(descriptor)


def blot_open(descriptor: int) -> None:
    """Overwrite the head of an open file with zeros, durably; raises OSError."""
    length = min(os.fstat(descriptor).st_size, HEAD)
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write_all(descriptor, bytes(length))
    os.fsync(descriptor)


class Ballast:
    """Four megabytes kept in reserve, so that a full disk can still note what became of reports.

    Without it a delivery could not be written down and would be repeated.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def lay(self) -> bool:
        """Take the space if it is not taken yet and the disk has plenty; say whether it lies."""
        if self._path.exists():
            return True
        try:
            if shutil.disk_usage(self._path.parent).free < 4 * BALLAST_SIZE:
                return False
            # random, or a compressing file system would reserve nothing
            write_durably(self._path, [os.urandom(BALLAST_SIZE)])
        except OSError:
            return False
        return True

    def release(self) -> bool:
        """Give the space back; say whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
