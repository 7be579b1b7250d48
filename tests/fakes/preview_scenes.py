"""A report as its reader will find it, and as a code for a phone: the support page's example."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize

from dzwonek.capture.raster import decoded, thumbnail
from dzwonek.config.profile import load_profile
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Rect, Retouch
from dzwonek.domain.report import Draft
from dzwonek.reporting.album import Album
from dzwonek.reporting.letter import Address, Letters
from dzwonek.reporting.phone_mail import PhoneMail, phone_mail
from dzwonek.reporting.preview import Preview, previewed
from dzwonek.ui.form.preview_parts import Small
from dzwonek.ui.stamp import PictureStamp
from tests.fakes import form_scenes
from tests.fakes.boxes import MemoryDrafts

SUPPORT = "daktela@daktela.pl"
WORDS = "połączenie zostało rozłączone w trakcie rozmowy z Klientem"
FROM_US = Address("dzwonek@firma.example", (SUPPORT,), "tobiasz@firma.example", "Tobiasz Świeczka")
NOWHERE = replace(FROM_US, sender="dzwonek@localhost.invalid", reply_to="")
COVER = Retouch(covers=(Rect(90, 140, 400, 700),))


def letters(address: Address = FROM_US) -> Letters:
    """Write as the program does, stamps and all, at the moment of the press."""
    clock = form_scenes.StillClock()
    profile = load_profile("daktela-pl")
    zone = "Europe/Warsaw"
    return Letters(profile, lambda _: address, clock, "dzwonek 1", zone, stamp=PictureStamp())


def report(pictures: int = 1, description: str = WORDS) -> Draft:
    """Give the page's own example, complete."""
    notes = tuple(form_scenes.note(number) for number in range(1, pictures + 1))
    return form_scenes.draft(
        notes,
        kind=Kind.CALL_IN,
        customer="730770660",
        ours="223784756",
        reporter=Agent("Tobiasz Świeczka", email="tobiasz@firma.example"),
        description=description,
        occurrence=Occurrence.FIRST,
    )


def preview(draft: Draft | None = None, address: Address = FROM_US) -> Preview:
    """Render a report whose first picture is partly covered."""
    whole = draft or report()
    box = MemoryDrafts()
    shots = tuple(form_scenes.shot(number) for number in range(1, len(whole.pictures) + 1))
    album = Album(lambda: box, whole, shots)
    if whole.pictures:
        album.retouch(whole.pictures[0].id, COVER)
    return previewed(album.noted(whole), album, letters(address), lambda _: None)


def small(seen: Preview, room: QSize) -> tuple[Small, ...]:
    """Make the pictures fit."""
    made = []
    for picture in seen.pictures:
        whole = decoded(picture.content)
        image = thumbnail(whole, room.width(), room.height())
        made.append(Small(image, whole.width(), whole.height()))
    return tuple(made)


def incomplete() -> Draft:
    """Give the report without its occurrence and description."""
    return replace(report(), description="", occurrence=None)


def on_the_phone(description: str = WORDS, pictures: int = 1) -> PhoneMail:
    """Write the example as an address for a phone."""
    draft = report(pictures, description)
    writer = letters()
    contents = tuple(picture.content for picture in preview(draft).pictures)
    return phone_mail(writer.render(draft, contents), writer.words)
