"""The pictures of one open draft: what the operator wants covered is what is stored and sent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dzwonek.domain.picture import UNTOUCHED, Picture, PictureNote, Retouch, Screenshot
from dzwonek.domain.problem import Code, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dzwonek.domain.ports import DraftBox
    from dzwonek.domain.report import Draft


@dataclass(slots=True)
class _Page:
    """One picture: its note, what is wanted of it, and what is burnt into the stored file.

    `first` is the note as it came here. `shot` is the pixels as captured, which the open form
    holds as well; `original` is the stored file before anything was done to it: both in memory
    alone. `burnt` is None while nothing is stored.
    """

    note: PictureNote
    shot: Screenshot | None = None
    original: bytes | None = None
    wanted: Retouch = UNTOUCHED
    burnt: Retouch | None = None
    first: PictureNote = field(init=False)

    def __post_init__(self) -> None:
        self.first = self.note


class Album:
    """Keeps the stored pictures equal to what the form shows; for the disk lane alone.

    A picture that could not be stored yet stays in memory and is tried again; no report is sealed
    while a cover is not burnt in.
    """

    def __init__(
        self, box: Callable[[], DraftBox], draft: Draft, shots: Sequence[Screenshot]
    ) -> None:
        """Take a fresh draft with its shots, or a stored one without."""
        self._box = box
        self._draft_id = draft.id
        fresh = dict(zip((note.id for note in draft.pictures), shots, strict=False))
        self._pages = {
            note.id: _Page(note, fresh.get(note.id), burnt=None if note.id in fresh else UNTOUCHED)
            for note in draft.pictures
        }

    def settle(self) -> None:
        """Store what is not stored and burn what is not burnt; raises ProblemError.

        A picture that cannot be read any more is passed over: it cannot be sent either.
        """
        for page in self._pages.values():
            if page.burnt == page.wanted:
                continue
            try:
                self._store(page)
            except ProblemError as error:
                if error.problem.code is not Code.PICTURE_UNREADABLE:
                    raise

    def add(self, note: PictureNote, shot: Screenshot) -> None:
        """Take one more picture in, behind the others, and store it; raises ProblemError."""
        page = self._pages[note.id] = _Page(note, shot)
        self._store(page)

    def retouch(self, picture_id: str, wanted: Retouch) -> None:
        """Want this of a picture from now on, and burn it in; raises ProblemError.

        The stored file is replaced under a fresh key: of what is covered or cropped away nothing
        is left in it.
        """
        page = self._pages.get(picture_id)
        if page is not None:
            page.wanted = wanted
            if page.burnt != wanted:  # an autosave was quicker than *Gotowe*
                self._store(page)

    def want(self, drawn: Mapping[str, Retouch]) -> None:
        """Want this of the pictures from now on, by their ids; `settle` burns it in."""
        for picture_id, wanted in drawn.items():
            if picture_id in self._pages:
                self._pages[picture_id].wanted = wanted

    def drop(self, picture_id: str) -> None:
        """Destroy a picture; raises ProblemError."""
        self._pages.pop(picture_id, None)
        self._box().drop_picture(self._draft_id, picture_id)

    def noted(self, draft: Draft) -> Draft:
        """Put the notes of the pictures as stored into a draft; dropped ones are left out."""
        notes = tuple(
            self._pages[note.id].note for note in draft.pictures if note.id in self._pages
        )
        return replace(draft, pictures=notes)

    def leaving(self, draft: Draft) -> tuple[Draft, tuple[bytes, ...]]:
        """Give the pictures as they may leave, all burnt in; nothing has to be stored for it.

        One whose cover cannot be burnt, or which cannot be had, is left out and named in the
        draft: it never leaves as it was captured.
        """
        made, lost = [], draft.picture_problem
        for note in draft.pictures:
            page = self._pages.get(note.id)
            if page is None:
                continue
            try:
                made.append(self._leaving(page))
            except ProblemError as error:
                lost = error.problem
        notes = tuple(picture.note for picture in made)
        whole = replace(draft, pictures=notes, picture_problem=lost)
        return whole, tuple(picture.content for picture in made)

    @property
    def notes(self) -> tuple[PictureNote, ...]:
        """Give the notes of the pictures as stored, in their order."""
        return tuple(page.note for page in self._pages.values())

    def close(self) -> None:
        """Forget every pixel."""
        self._pages.clear()

    def _store(self, page: _Page) -> None:
        picture = self._made(page)
        self._box().put_picture(self._draft_id, picture)
        page.note, page.burnt = picture.note, page.wanted

    def _leaving(self, page: _Page) -> Picture:
        """Take the stored file where it is as wanted and within reach, else what is in memory."""
        if page.burnt == page.wanted:
            try:
                return Picture(page.note, self._box().picture(self._draft_id, page.note.id))
            except ProblemError:
                if page.original is None and page.shot is None:
                    raise
        return self._made(page)

    def _made(self, page: _Page) -> Picture:
        """Work from the pixels as captured where there are any: an encoded picture may be lossy,
        and then pixels beside a cover tell of those below it.
        """
        from dzwonek.capture.pieces import flattened, retouched, without_traces
        from dzwonek.capture.raster import encode, image_of

        if page.shot is not None:
            if not page.wanted:
                return encode(page.shot, page.first)
            wanted = without_traces(page.wanted, page.first, is_decoded=False)
            note = replace(page.first, is_covered=bool(wanted.covers))
            return encode(retouched(image_of(page.shot), wanted), note)
        if page.original is None:
            page.original = self._box().picture(self._draft_id, page.note.id)
        if not page.wanted:
            return Picture(page.first, page.original)
        wanted = without_traces(page.wanted, page.first, is_decoded=True)
        return flattened(page.original, wanted, page.first)
