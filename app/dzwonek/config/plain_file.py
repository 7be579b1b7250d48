"""Reading a small file that a person or an administrator wrote."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 1024 * 1024  # bytes; a file that says all there is to say has two thousand
# Opening a pipe must not wait for its writer (Windows has no such flag, and no such pipe).
WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)


def read_text(path: Path) -> str:
    """Give a file's text, without a mark at its beginning; a link leads to the file.

    Raises as `read_bytes`, and ValueError (no UTF-8).
    """
    return read_bytes(path).decode("utf-8-sig")


def read_bytes(path: Path) -> bytes:
    """Give a file's content; a link leads to the file.

    Raises OSError (EINVAL for a pipe or a device, EFBIG for more than a megabyte).
    """
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no regular file", str(path))
        content = file.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise OSError(errno.EFBIG, "too large", str(path))
    return content


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | WITHOUT_WAITING)
