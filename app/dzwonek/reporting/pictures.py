"""Pictures on their way into a draft: encoded, sealed, and covered for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.domain.picture import PictureNote, Rect, Screenshot
    from dzwonek.domain.ports import DraftBox


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


def cover(
    box: DraftBox,
    draft_id: str,
    note: PictureNote,
    original: bytes,
    rects: Sequence[Rect],
) -> PictureNote:
    """Store a picture anew with all its covers burnt in; the key of the old file is destroyed.

    `original` is the encoded picture as captured; without covers it is stored again as it was.
    Raises ProblemError (PICTURE_UNREADABLE, DISK_…). Never on the GUI thread.
    """
    from dzwonek.capture.raster import flattened

    if rects:
        picture = flattened(original, rects, note)
    else:
        picture = Picture(replace(note, is_covered=False), original)
    box.put_picture(draft_id, picture)
    return picture.note
