"""Beginning a report: everything that is known at the moment of the key press."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from dzwonek.domain.draft_life import REMIND_AFTER, Stage
from dzwonek.domain.identity import NOBODY, Agent, Identity, IdentitySource
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Capture, Origin, PictureNote, Screenshot
from dzwonek.domain.report import Draft

if TYPE_CHECKING:
    from dzwonek.domain.identity import Remembered

PNG = "image/png"


def known_identity(remembered: Remembered, configured: Agent, now: datetime) -> Identity:
    """Say who sits here as far as this computer knows without asking Daktela.

    A name that was typed since Daktela's last answer, and sent, holds before that answer.
    """
    last = remembered.names[0] if remembered.names else ""
    told = remembered.identity.agent.name if remembered.identity is not None else configured.name
    is_typed_since = bool(last) and last.casefold() != " ".join(told.split()).casefold()
    if is_typed_since and (remembered.identity is not None or not configured.name):
        return Identity(Agent(last), IdentitySource.TYPED, now)
    if remembered.identity is not None:
        return Identity(
            remembered.identity.agent,
            IdentitySource.REMEMBERED,
            remembered.identity.as_of,
            remembered.identity.zone,
        )
    if configured.name:
        return Identity(configured, IdentitySource.SETTINGS, now)
    return Identity(NOBODY, IdentitySource.NOBODY, now)


def new_draft(capture: Capture, reporter: Agent, host: str, *, is_flagged: bool = False) -> Draft:
    """Make the draft for a press at `capture.taken_at`; the pictures' notes stand in it."""
    return Draft(
        id=new_id(capture.taken_at),
        created_at=capture.taken_at,
        occurred_at=capture.taken_at,
        host=host,
        reporter=reporter,
        pictures=tuple(note_of(shot) for shot in capture.shots),
        picture_problem=capture.problem,
        is_flagged=is_flagged,
        stage=Stage.ASIDE if is_flagged else Stage.OPEN,
        remind_at=capture.taken_at + REMIND_AFTER if is_flagged else None,
    )


def note_of(shot: Screenshot, origin: Origin = Origin.SCREEN) -> PictureNote:
    """Name a fresh picture; the media type may still change when it is encoded."""
    return PictureNote(
        id=new_id(shot.taken_at),
        monitor=shot.monitor,
        width=shot.width,
        height=shot.height,
        media_type=PNG,
        taken_at=shot.taken_at,
        origin=origin,
        is_lossy=shot.is_lossy,
        screen=shot.screen,
    )
