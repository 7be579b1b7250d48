"""What is stored of the open report, and when: the text whatever becomes of its pictures."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dzwonek.domain.problem import ProblemError
from dzwonek.reporting.check import problems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dzwonek.domain.delivery import Entry, Envelope
    from dzwonek.domain.picture import PictureNote, Retouch, Screenshot
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.reception import Reception

NOTHING_DRAWN: Mapping[str, Retouch] = MappingProxyType({})


class Keeping:
    """Stores drafts with their pictures and seals reports; each call is for the disk lane alone."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    def keep_new(self, album: Album, draft: Draft) -> tuple[PictureNote, ...]:
        """Store a fresh draft, its text first; gives the notes as stored. Raises ProblemError."""
        self._reception.keep(draft)
        self.keep(album, draft)
        return album.notes

    def keep_flag(self, album: Album, draft: Draft) -> Draft:
        """Store a marked moment, its text first; raises ProblemError."""
        self._reception.keep(draft)
        return self.keep(album, draft)

    def keep_text(
        self, album: Album | None, draft: Draft, drawn: Mapping[str, Retouch] = NOTHING_DRAWN
    ) -> None:
        """Store the text first: the end may leave no time for the pictures. Raises ProblemError."""
        self._reception.keep(draft)
        if album is not None:
            self.keep(album, draft, drawn)

    def keep(
        self, album: Album | None, draft: Draft, drawn: Mapping[str, Retouch] = NOTHING_DRAWN
    ) -> Draft:
        """Store the text whatever becomes of the pictures; raises ProblemError.

        `drawn` is what is wanted of them now, by their ids; the rest stays as it was wanted.
        """
        if album is None:
            return self._reception.keep(draft)
        try:
            album.want(drawn)
            album.settle()
        finally:
            kept = self._reception.keep(album.noted(draft))
        return kept

    def submit(
        self, album: Album | None, draft: Draft, left: Callable[[Draft], Envelope | None]
    ) -> Entry | tuple[Problem, ...]:
        """Seal the report, once every cover is burnt into its picture, or say what it lacks.

        `left` gives the message of it that may have left already. Raises ProblemError.
        """
        if problems := problems_of(draft):
            return problems
        if album is not None:
            album.settle()
            draft = album.noted(draft)
        return self._reception.submit(draft, left(draft))

    def load_pictures(self, draft: Draft) -> tuple[dict[str, bytes], Problem | None]:
        """Read a draft's pictures by their ids; one that cannot be read is left out.

        Of those the last one's reason is given: the form shows the gap and says it.
        """
        contents, lost = dict[str, bytes](), None
        for note in draft.pictures:
            try:
                contents[note.id] = self._reception.picture(draft.id, note.id)
            except ProblemError as error:
                lost = error.problem
        return contents, lost


def retouched(album: Album, picture_id: str, wanted: Retouch) -> tuple[PictureNote, ...]:
    """Burn a retouch in; gives the notes as stored. Raises ProblemError."""
    album.retouch(picture_id, wanted)
    return album.notes


def added(album: Album, note: PictureNote, shot: Screenshot) -> tuple[PictureNote, ...]:
    """Store one more picture; gives the notes as stored. Raises ProblemError."""
    album.add(note, shot)
    return album.notes
