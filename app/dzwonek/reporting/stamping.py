"""What stands under each picture that leaves: the time, the agent and the monitor."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.picture import Picture
from dzwonek.domain.problem import ProblemError
from dzwonek.domain.report_text import date_and_time, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dzwonek.domain.picture import PictureNote
    from dzwonek.domain.ports import Stamp
    from dzwonek.domain.profile import ContactProfile
    from dzwonek.domain.report import Draft, Report

log = logging.getLogger("dzwonek.reporting")
BETWEEN = "  ·  "


def quietly(_: int, __: int) -> None:
    """Tell nobody how far the work is."""


def stamped(
    report: Report,
    contents: Sequence[bytes],
    stamp: Stamp,
    profile: ContactProfile,
    told: Callable[[int, int], None] = quietly,
) -> tuple[Draft, tuple[bytes, ...]]:
    """Put a line under every picture of a report; gives the draft with the new measures.

    `told` hears before each picture which one it is, of how many; what it raises flies on.
    A picture that cannot be read leaves as it is: no report waits for its stamp. Takes up to
    0.3 s for a 4K screen: never on the GUI thread.
    """
    made = []
    for number, (note, content) in enumerate(
        zip(report.draft.pictures, contents, strict=True), start=1
    ):
        told(number, len(contents))
        picture = Picture(note, content)
        try:
            picture = stamp.under(picture, stamp_line(report, note, profile))
        except ProblemError as error:
            log.info("picture not stamped: %s", error.problem.code)
        made.append(picture)
    notes = tuple(picture.note for picture in made)
    return replace(report.draft, pictures=notes), tuple(picture.content for picture in made)


def stamp_line(report: Report, note: PictureNote, profile: ContactProfile) -> str:
    """Write the line; a picture that was not captured here tells when it was added, no monitor."""
    moment = date_and_time(note.taken_at, report, profile)
    if not note.origin.is_captured and profile.words.picture_added:
        moment = f"{profile.words.picture_added} {moment}"
    monitor = one_line(note.monitor) if note.origin.is_captured else ""
    parts = (moment, one_line(report.draft.reporter.name), monitor, report.draft.short_code)
    return BETWEEN.join(part for part in parts if part)
