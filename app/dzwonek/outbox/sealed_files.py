"""Reading a sealed file: its beginning first, and the rest only if it is as long as that says."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dzwonek.outbox import disk, seal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_log = logging.getLogger(__name__)


def read_sealed(path: Path) -> bytes:
    """Give a sealed file's bytes, of which no more are read than were sealed.

    Where another one takes its name meanwhile, it is that one: the old one's key is overwritten.

    Raises DamagedError (also for a link, a pipe or a device in its place), ProblemError
    (STORE_NEWER), OSError.
    """
    with _reading(path) as file:
        try:
            content = _content(file)
        except seal.DamagedError:
            if not _is_nameless(file):
                raise
        else:
            if not _is_nameless(file):
                return content
    return read_sealed(path)


def read_sealed_head(path: Path) -> bytes:
    """Give the beginning of a sealed file, with its whole header; raises DamagedError, OSError."""
    with _reading(path) as file:
        return file.read(disk.HEAD)


def _content(file: BinaryIO) -> bytes:
    length = seal.length_of(file.read(disk.HEAD))
    if os.fstat(file.fileno()).st_size != length:
        raise seal.DamagedError("length")
    file.seek(0)
    return file.read(length)


def _is_nameless(file: BinaryIO) -> bool:
    return os.fstat(file.fileno()).st_nlink == 0


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        with disk.reading(path) as file:
            yield file
    except disk.StrangeFileError as error:
        _log.error("no regular file, not read name=%s", path.name)
        raise seal.DamagedError("not a file") from error
