"""A report that the mail server finds too big, with smaller pictures or without them.

The steps are those of the queue's contract: palette, JPEG, half the size, without. Everything but
the pictures stays: report id, Date, headers, the seven lines and other files. What was done stands
in one line of the text and in `zgloszenie.json`, from which the next step is known.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.picture import Reduced, Reduction
from dzwonek.domain.problem import ProblemError
from dzwonek.reporting.letter import EXTENSIONS
from dzwonek.reporting.record import FILE_NAME, listed, reduction_of, with_reduced

if TYPE_CHECKING:
    from dzwonek.delivery.mime import Attachment
    from dzwonek.delivery.taken_apart import Parts
    from dzwonek.domain.delivery import Envelope
    from dzwonek.domain.profile import ReportWords

STEPS = tuple(Reduction)
MARGIN = 4096  # bytes: servers count the headers that they add themselves
WORTH = 0.95  # a step that saves less is passed over: the server is asked for each one

log = logging.getLogger("dzwonek.reporting")


def smaller(envelope: Envelope, limit: int, words: ReportWords) -> Envelope | None:
    """Give the report with smaller pictures, under the next Message-ID; None when it cannot be.

    `limit` is the most bytes that the server takes for a whole message. Then so many steps are
    taken as are needed; where it is 0, or above the message's size, one step that saves anything
    worth it. Takes up to 10 s for two 4K screens: never on the GUI thread.
    """
    from dzwonek.delivery.mime import next_message_id
    from dzwonek.delivery.taken_apart import ForeignMessageError, taken_apart

    try:
        report = _Opened(taken_apart(envelope.content), words)
    except (ForeignMessageError, ValueError) as error:
        kind = type(error).__name__
        log.info("report %s cannot be made smaller: %s", envelope.report_id, kind)
        return None
    message_id = next_message_id(envelope.message_id, envelope.report_id, envelope.sender)
    for step in report.steps:
        content = report.after(step).put_together(message_id)
        if _is_enough(len(content), len(envelope.content), limit, step):
            log.info("report %s reduced: %s, %d bytes", envelope.report_id, step, len(content))
            return replace(envelope, message_id=message_id, content=content)
    return None


def _is_enough(size: int, before: int, limit: int, step: Reduction) -> bool:
    """Judge one step's result; the last one may use the limit to the full."""
    if not 0 < limit < before:
        return size < before * WORTH
    return size <= (limit if step is Reduction.LEFT_OUT else limit - MARGIN)


class _Opened:
    """A report taken apart: the pictures, the operator's other files, and the record."""

    def __init__(self, parts: Parts, words: ReportWords) -> None:
        """Raises ValueError when the record does not tell of these attachments."""
        if not parts.attachments:
            raise ValueError("no record")
        *files, self._record = parts.attachments
        told = listed(self._record.content)
        names = tuple(note["file"] for note in told)
        self._pictures, self._others = files[: len(names)], files[len(names) :]
        is_ours = self._record.filename.endswith(FILE_NAME)
        if not is_ours or names != tuple(each.filename for each in self._pictures):
            raise ValueError("the record tells of other files")
        self._parts = parts
        self._words = words
        self._smallest = [_kept(*pair) for pair in zip(self._pictures, told, strict=True)]
        done = reduction_of(self._record.content)
        self.steps = STEPS[STEPS.index(done) + 1 if done else 0 :] if self._pictures else ()

    def after(self, step: Reduction) -> Parts:
        """Give the parts with all pictures a step further down, from those of this message."""
        reduced: list[tuple[str, Reduced]] = []
        note = self._words.pictures_left_out
        if step is not Reduction.LEFT_OUT:
            note = self._words.pictures_reduced
            reduced = self._reduced(step)
        record = with_reduced(self._record.content, step, reduced)
        pictures = [
            replace(old, filename=name, media_type=new.media_type, content=new.content)
            for old, (name, new) in zip(self._pictures, reduced, strict=False)
        ]
        attachments = (*pictures, *self._others, replace(self._record, content=record))
        return replace(self._parts, text=self._noted(note), attachments=attachments)

    def _noted(self, note: str) -> str:
        from dzwonek.domain.report_text import with_note

        return with_note(self._parts.text, note, self._words)

    def _reduced(self, step: Reduction) -> list[tuple[str, Reduced]]:
        """Name each picture anew; what an earlier step made smaller stays so."""
        made = [_reduced(old, before, step) for old, before in self._pairs()]
        self._smallest = made
        taken = {each.filename for each in (*self._others, self._record)}
        names: list[str] = []
        for number, (old, new) in enumerate(self._pairs(), start=1):
            name = _renamed(old, new)
            names.append(f"{number}-{name}" if name in taken else name)
            taken.add(names[-1])
        return list(zip(names, made, strict=True))

    def _pairs(self) -> list[tuple[Attachment, Reduced]]:
        return list(zip(self._pictures, self._smallest, strict=True))


def _kept(old: Attachment, note: dict[str, int]) -> Reduced:
    return Reduced(old.content, old.media_type, note["width"], note["height"])


def _reduced(old: Attachment, smallest: Reduced, step: Reduction) -> Reduced:
    """Make a picture smaller, from the best pixels there are.

    One that cannot be read stays until all are left out. For a JPEG the palette brings nothing, so
    it need not even be read.
    """
    from dzwonek.capture.raster import reduced

    if step is Reduction.PALETTE and old.media_type == "image/jpeg":
        return smallest
    try:
        return min(smallest, reduced(old.content, step), key=lambda each: len(each.content))
    except ProblemError:
        return smallest


def _renamed(old: Attachment, new: Reduced) -> str:
    if new.media_type == old.media_type:
        return old.filename
    return f"{old.filename.rpartition('.')[0]}.{EXTENSIONS[new.media_type]}"
