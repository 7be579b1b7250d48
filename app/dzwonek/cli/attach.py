"""Files from the command line that go along with a report."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble
from dzwonek.reporting.submit import ExtraFile

if TYPE_CHECKING:
    from collections.abc import Sequence

MEGABYTE = 1024 * 1024
# Opening a pipe must not wait for its writer (Windows has no such flag, and no such pipe).
WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)


def read_files(names: Sequence[str], limit: int) -> tuple[ExtraFile, ...]:
    """Read the files, which may hold `limit` bytes together; raises ProblemError (ATTACHMENT_…).

    Only regular files are read: a pipe or a device may have no end.
    """
    found: list[ExtraFile] = []
    left = limit
    for name in names:
        path = Path(name)
        content = _read(path, left + 1)
        left -= len(content)
        if left < 0:
            told = {"reason": "EFBIG", "path": str(path.absolute())}
            raise trouble(
                Code.ATTACHMENT_TOO_LARGE, name=path.name, limit=limit // MEGABYTE, **told
            )
        found.append(ExtraFile(path.name, _kind(path), content))
    return tuple(found)


def _read(path: Path, most: int) -> bytes:
    """Read at most so many bytes of a regular file."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError(errno.EINVAL, "no regular file", str(path))
            return file.read(most)
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        told = {"name": path.name, "reason": reason, "path": str(path.absolute())}
        raise trouble(Code.ATTACHMENT_UNREADABLE, **told) from error


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | WITHOUT_WAITING)


def _kind(path: Path) -> str:
    """Guess the media type by the name."""
    import mimetypes

    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"
