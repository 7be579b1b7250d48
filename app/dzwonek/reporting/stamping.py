"""What stands under each picture that leaves: the time, the agent and which screen it is."""

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
FIRST_TO_NAME = 2  # so many screens are told apart by numbers


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
    """Write the line; a picture that was not captured here tells when it was added, no screen."""
    moment = date_and_time(note.taken_at, report, profile)
    if not note.origin.is_captured and profile.words.picture_added:
        moment = f"{profile.words.picture_added} {moment}"
    screen = _screen_name(report.draft, note, profile.words.screen)
    parts = (moment, one_line(report.draft.reporter.name), screen, report.draft.short_code)
    return BETWEEN.join(part for part in parts if part)


def _screen_name(draft: Draft, note: PictureNote, words: str) -> str:
    """Name the screen as the form does, not by the system's word for its socket.

    Its number is that of the capture, whatever was removed since; drafts of earlier versions know
    none and count what is left. A single screen needs no name; a profile without `words` leaves
    the system's.
    """
    if not note.origin.is_captured:
        return ""
    if not words:
        return one_line(note.monitor)
    if note.screen:
        return words.replace("{number}", str(note.screen))
    captured = [each.monitor for each in draft.pictures if each.origin.is_captured]
    monitors = list(dict.fromkeys(captured))
    if len(monitors) < FIRST_TO_NAME or note.monitor not in monitors:
        return ""
    return words.replace("{number}", str(monitors.index(note.monitor) + 1))
