"""What would go if the report were sent now: read back from the very bytes that are sealed."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from dzwonek.reporting.check import problems_of
from dzwonek.reporting.record import FILE_NAME
from dzwonek.reporting.stamping import quietly

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.delivery.mime import Attachment
    from dzwonek.domain.delivery import Envelope
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.letter import Letters

    Left = Callable[[Draft], Envelope | None]


@dataclass(frozen=True, slots=True)
class Preview:
    """A message as its reader will find it.

    `sender`, `reply_to` and `recipients` stand as in the header; `files` are all attachments as
    they leave, `record` is the text of the one for machines. `size` is the whole message's in
    bytes, and `is_large` says that some mail servers refuse as much. `lacks` is what has to be
    filled in before it can go, `lost` why a picture is not in it.
    """

    draft: Draft
    sender: str
    reply_to: str
    recipients: str
    subject: str
    text: str
    files: tuple[Attachment, ...]
    record: str
    size: int
    is_large: bool = False
    lacks: tuple[Problem, ...] = ()
    lost: Problem | None = None

    @property
    def pictures(self) -> tuple[Attachment, ...]:
        """Give the attachments that are pictures."""
        return tuple(each for each in self.files if each.media_type.startswith("image/"))


def previewed(
    draft: Draft,
    album: Album,
    letters: Letters,
    left: Left,
    told: Callable[[int, int], None] = quietly,
) -> Preview:
    """Render a draft as *Wyślij* would, and read it; for the lane of the album, nothing is stored.

    `left` gives the frozen message that may have left already: that one would go, as it is. `told`
    hears how far it is and may break it off by raising. Raises ProblemError (MAIL_ADDRESS_INVALID,
    PROFILE_UNKNOWN, POLICY_…).
    """
    lacks = problems_of(draft)
    whole, contents = album.leaving(draft)
    letter = None if lacks else left(draft)
    if letter is None:
        letter = letters.render(whole, contents, told=told)
    lost = whole.picture_problem if whole.picture_problem != draft.picture_problem else None
    return _read(draft, letter, letters.most_bytes, lacks, lost)


def _read(
    draft: Draft,
    letter: Envelope,
    most_bytes: int,
    lacks: tuple[Problem, ...],
    lost: Problem | None,
) -> Preview:
    from dzwonek.delivery.taken_apart import taken_apart

    parts = taken_apart(letter.content)
    head = message_from_bytes("".join(parts.head).encode("ascii"), policy=policy.default)
    records = [each.content for each in parts.attachments if each.filename.endswith(FILE_NAME)]
    return Preview(
        draft=draft,
        sender=str(head["From"] or ""),
        reply_to=str(head["Reply-To"] or ""),
        recipients=str(head["To"] or ""),
        subject=str(head["Subject"] or ""),
        text=parts.text,
        files=parts.attachments,
        record=records[-1].decode("utf-8") if records else "",
        size=len(letter.content),
        is_large=len(letter.content) > most_bytes,
        lacks=lacks,
        lost=lost,
    )
