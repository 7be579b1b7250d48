"""A stored report read back from its own message: what was written, and the files with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from dzwonek.delivery.taken_apart import ForeignMessageError, taken_apart
from dzwonek.domain.activity import Activity
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.matter import PROBLEM, Inquiry
from dzwonek.domain.picture import Origin, PictureNote, Reduction
from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.domain.report import Draft
from dzwonek.reporting.letter import ExtraFile
from dzwonek.reporting.record import FILE_NAME, VERSION

if TYPE_CHECKING:
    from dzwonek.delivery.mime import Attachment
    from dzwonek.delivery.taken_apart import Parts
    from dzwonek.domain.delivery import Envelope

REPLY_TO = re.compile(r"<([^<>\s]+)>")


class _Reporter(msgspec.Struct, frozen=True):
    name: str
    login: str = ""


class _Picture(msgspec.Struct, frozen=True):
    file: str
    media_type: str
    width: int
    height: int
    taken_at: datetime
    monitor: str = ""
    is_covered: bool = False
    origin: Origin = Origin.SCREEN


class _Thread(msgspec.Struct, frozen=True):
    times: int = 1


class _Record(msgspec.Struct, frozen=True):
    """The fields of `zgloszenie.json` of which a report can be written anew."""

    version: int
    id: str
    host: str
    reporter: _Reporter
    scope: Scope
    names: tuple[str, ...]
    description: str
    created_at: datetime
    occurred_at: datetime
    pictures: tuple[_Picture, ...]
    is_test: bool = False
    kind: Kind | None = None
    customer: str = ""
    ours: str = ""
    occurrence: Occurrence | None = None
    call_id: str = ""
    queue: str = ""
    picture_problem: str | None = None
    pictures_reduced: Reduction | None = None
    pictures_left_out: int = 0
    matter: str = PROBLEM
    quantity: str = ""
    email: str = ""
    follows: _Thread | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """A report as it was written; `pictures` are the bytes that go with its notes, as they left.

    `reduced` says how far they were made smaller, `left_out` how many were left out for it;
    `times` is how often it had happened by then.
    """

    draft: Draft
    pictures: tuple[bytes, ...]
    extras: tuple[ExtraFile, ...]
    reduced: Reduction | None = None
    left_out: int = 0
    times: int = 1


def reread(envelope: Envelope) -> Reread:
    """Read a report of this program's; raises ProblemError (REPORT_FOREIGN)."""
    try:
        parts = taken_apart(envelope.content)
        *files, last = parts.attachments
        told = msgspec.json.decode(last.content, type=_Record)
        if not last.filename.endswith(FILE_NAME) or told.version != VERSION:
            raise ForeignMessageError("no record of ours")
        return _reread(told, parts, files)
    except (ForeignMessageError, msgspec.MsgspecError, ValueError) as error:
        raise trouble(Code.REPORT_FOREIGN, id=envelope.report_id) from error


def _reread(told: _Record, parts: Parts, files: list[Attachment]) -> Reread:
    """Raises ValueError when the record tells of other files."""
    pictures, others = files[: len(told.pictures)], files[len(told.pictures) :]
    if [each.filename for each in pictures] != [each.file for each in told.pictures]:
        raise ValueError("the record tells of other files")
    return Reread(
        draft=_draft(told, _reply_to(parts)),
        pictures=tuple(each.content for each in pictures),
        extras=tuple(ExtraFile(each.filename, each.media_type, each.content) for each in others),
        reduced=told.pictures_reduced,
        left_out=told.pictures_left_out,
        times=told.follows.times if told.follows else 1,
    )


def _draft(told: _Record, reply_to: str) -> Draft:
    is_other = told.matter != PROBLEM
    return Draft(
        id=told.id,
        created_at=told.created_at,
        occurred_at=told.occurred_at,
        host=told.host,
        kind=told.kind,
        customer=told.customer,
        ours=told.ours,
        reporter=Agent(told.reporter.name, told.reporter.login, told.email or reply_to),
        scope=told.scope,
        others=told.names if told.scope is Scope.OTHERS else (),
        description=told.description,
        occurrence=told.occurrence,
        activity=_activity(told),
        pictures=tuple(_note(number, each) for number, each in enumerate(told.pictures, start=1)),
        picture_problem=_problem(told.picture_problem),
        is_test=told.is_test,
        inquiry=Inquiry(told.matter, quantity=told.quantity) if is_other else None,
    )


def _activity(told: _Record) -> Activity | None:
    """Give back what of the chosen activity stands in the text: the call and its queue."""
    if told.kind is None or not (told.call_id or told.queue):
        return None
    return Activity(
        kind=told.kind,
        occurred_at=told.occurred_at,
        customer=told.customer,
        ours=told.ours,
        queue=told.queue,
        call_id=told.call_id,
    )


def _note(number: int, told: _Picture) -> PictureNote:
    return PictureNote(
        id=f"picture-{number}",
        monitor=told.monitor,
        width=told.width,
        height=told.height,
        media_type=told.media_type,
        taken_at=told.taken_at,
        is_covered=told.is_covered,
        origin=told.origin,
    )


def _problem(code: str | None) -> Problem | None:
    try:
        return Problem(Code(code)) if code else None
    except ValueError:  # a later program's code
        return None


def _reply_to(parts: Parts) -> str:
    """Find the address that answers go to; empty where the sender's own is meant."""
    for field in parts.head:
        if field.startswith("Reply-To:"):
            found = REPLY_TO.search(field) or re.search(r"(\S+@\S+)", field)
            return found[1] if found else ""
    return ""
