"""Reports with real pictures, as large as a test wants them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtGui import QImage

from dzwonek.capture import raster
from dzwonek.config.profile import load_profile
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Summary
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.report import Draft
from dzwonek.reporting.letter import Address, ExtraFile, Letters
from dzwonek.reporting.submit import Submission, summary_of
from tests.fakes.boxes import MemoryDrafts, MemoryOutbox

THEN = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
SENDER = "dzwonek@firma.test"
SUPPORT = "pomoc@support.test"


class Then(SystemClock):
    """A clock that stands still on the page's day."""

    def now(self) -> datetime:
        return THEN


def picture(
    width: int, height: int, *, colours: int = 0, noise: int = 255, monitor: str = "L"
) -> Picture:
    """Draw so many colours (text on a screen), or with none a photograph of so much noise."""
    chance = random.Random(width)
    if colours:
        known = [chance.randrange(1, 1 << 24).to_bytes(4, "little") for _ in range(colours)]
        rows = [b"".join(chance.choices(known, k=width)) for _ in range(9)]
        pixels = b"".join(chance.choice(rows) for _ in range(height))
    else:
        mask = int.from_bytes(bytes([noise]) * (width * 4), "little")
        pixels = b"".join(
            (chance.getrandbits(width * 32) & mask).to_bytes(width * 4, "little")
            for _ in range(height)
        )
    image = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32)
    return raster.encode(image, PictureNote(new_id(THEN), monitor, 0, 0, "", THEN))


def big_report(
    pictures: Sequence[Picture], extras: Sequence[ExtraFile] = ()
) -> tuple[Envelope, Summary]:
    """Render a report as *Wyślij* does."""
    draft = Draft(
        id=new_id(THEN),
        created_at=THEN,
        occurred_at=THEN,
        host="twojanazwa.daktela.com",
        kind=Kind.CALL_IN,
        customer="730770660",
        ours="223784756",
        reporter=Agent("Tobiasz Świeczka", "tobiasz"),
        description="połączenie zostało rozłączone\n\nLiczba zrzutów ekranu: 7",
        occurrence=Occurrence.FIRST,
        pictures=tuple(each.note for each in pictures),
    )
    drafts, outbox = MemoryDrafts(), MemoryOutbox()
    drafts.save(draft)
    for each in pictures:
        drafts.put_picture(draft.id, each)
    address = Address(SENDER, (SUPPORT,), "tobiasz@firma.test")
    profile = load_profile("daktela-pl")
    letters = Letters(profile, lambda _: address, Then(), "dzwonek 0", profile.zone)
    desk = Submission(drafts, outbox, letters)
    desk.submit(draft, extras)
    return outbox.envelopes[draft.id], summary_of(draft)
