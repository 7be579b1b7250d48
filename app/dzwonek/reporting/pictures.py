"""Pictures on their way into a draft: foreign ones judged and read, all encoded and sealed."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from dzwonek.domain.picture import PictureNote, Screenshot
    from dzwonek.domain.ports import DraftBox

MOST_PICTURES = 20
MEGABYTE = 1 << 20


def seal_shots(
    box: DraftBox, draft_id: str, shots: Sequence[Screenshot], notes: Sequence[PictureNote]
) -> tuple[PictureNote, ...]:
    """Encode each screenshot and store it with the draft; gives the notes as stored.

    Raises ProblemError (DISK_…, QUEUE_KEY_…). Takes time: never on the GUI thread.
    """
    from dzwonek.capture.raster import encode

    stored = []
    for shot, note in zip(shots, notes, strict=True):
        picture = encode(shot, note)
        box.put_picture(draft_id, picture)
        stored.append(picture.note)
    return tuple(stored)


def shot_of_file(path: Path, now: datetime) -> Screenshot:
    """Read a chosen picture's pixels; of the file nothing else is taken, nor its name.

    Raises ProblemError (ATTACHMENT_UNREADABLE, ATTACHMENT_TOO_LARGE, PICTURE_REFUSED,
    PICTURE_TOO_LARGE). Takes time: never on the GUI thread.
    """
    from dzwonek.capture.pieces import shot_from

    return shot_from(_read(path), "", now)


def _read(path: Path) -> bytes:
    """Read a plain file within bounds: a pipe or a device would never end."""
    from dzwonek.capture.pieces import MOST_BYTES

    try:
        wait_for_nobody = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, os.O_RDONLY | wait_for_nobody), "rb") as file:
            told = os.fstat(file.fileno())
            if not stat.S_ISREG(told.st_mode):
                raise trouble(Code.ATTACHMENT_UNREADABLE, name=path.name)
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise trouble(Code.ATTACHMENT_UNREADABLE, name=path.name) from error
    if len(content) > MOST_BYTES:
        limit = MOST_BYTES // MEGABYTE
        raise trouble(Code.ATTACHMENT_TOO_LARGE, name=path.name, limit=limit)
    return content
