"""Writes a message as a file that a mail program opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from pathlib import Path


def write_eml(path: Path, content: bytes) -> None:
    """Write it for this user alone and so that it survives a power cut.

    Raises ProblemError (FILE_NOT_WRITTEN).
    """
    from dzwonek.outbox.disk import write_durably

    try:
        write_durably(path, [content])
    except OSError as error:
        raise trouble(Code.FILE_NOT_WRITTEN, path=str(path)) from error
