"""*Wyślij ponownie jako nowe*: the same report under a new id, where the old may have arrived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.delivery.taken_apart import taken_apart
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Reduction
from dzwonek.reporting.record import reduction_noted
from dzwonek.reporting.reread import Reread, reread

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.domain.delivery import Envelope
    from dzwonek.domain.profile import ReportWords
    from dzwonek.domain.report import Draft
    from dzwonek.domain.thread import Thread
    from dzwonek.reporting.letter import Letters


def written_anew(
    envelope: Envelope, thread: Thread, letters: Letters, now: datetime, matter: str = ""
) -> tuple[Draft, Envelope]:
    """Write a stored report's message again as another report's, and give that one's draft, too.

    The pictures are those that left, with the lines under them. `matter` is the short name of what
    it is about, if it is no problem. Raises ProblemError (REPORT_FOREIGN, MAIL_ADDRESS_INVALID).
    """
    old = reread(envelope)
    inquiry = old.draft.inquiry
    draft = replace(
        old.draft,
        id=new_id(now),
        created_at=now,
        follows=thread,
        inquiry=replace(inquiry, name=matter) if inquiry is not None else None,
    )
    letter = letters.render(draft, old.pictures, old.extras, is_stamped=True)
    return draft, _noted(letter, old, letters.words)


def _noted(letter: Envelope, old: Reread, words: ReportWords) -> Envelope:
    """Say of pictures that were made smaller, or left out, what the old message said."""
    from dzwonek.domain.report_text import with_note

    if old.reduced is None:
        return letter
    parts = taken_apart(letter.content)
    is_without = old.reduced is Reduction.LEFT_OUT
    note = words.pictures_left_out if is_without else words.pictures_reduced
    *files, machine = parts.attachments
    told = reduction_noted(machine.content, old.reduced, old.left_out)
    changed = replace(
        parts,
        text=with_note(parts.text, note, words),
        attachments=(*files, replace(machine, content=told)),
    )
    return replace(letter, content=changed.put_together(letter.message_id))
