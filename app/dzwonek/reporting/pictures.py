"""Pictures on their way into a draft: encoded and sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.domain.picture import PictureNote, Screenshot
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
