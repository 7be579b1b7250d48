"""Pictures on their way into a draft: encoded, sealed, and covered for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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


def cover(box: DraftBox, draft_id: str, note: PictureNote, rects: Sequence[Rect]) -> PictureNote:
    """Replace a stored picture by one whose covered pixels are gone; the old key is destroyed.

    Raises ProblemError (PICTURE_UNREADABLE, DISK_…). Never on the GUI thread.
    """
    from dzwonek.capture.raster import flattened

    picture = flattened(box.picture(draft_id, note.id), rects, note)
    covered = replace(picture, note=replace(picture.note, is_covered=True))
    box.put_picture(draft_id, covered)
    return covered.note
