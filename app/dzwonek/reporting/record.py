"""The report for machines: `zgloszenie.json`, whose fields `docs/formats.md` lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dzwonek.domain.matter import PROBLEM
from dzwonek.domain.picture import Reduction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from dzwonek.domain.doubt import DoubtedClock
    from dzwonek.domain.picture import PictureNote, Reduced
    from dzwonek.domain.report import Report
    from dzwonek.domain.thread import Thread

VERSION = 1
FILE_NAME = "zgloszenie.json"


def record(report: Report, file_names: tuple[str, ...], program: str) -> bytes:
    """Give the UTF-8 JSON of a report; numbers and names stand as typed, times are UTC."""
    draft = report.draft
    fields = {
        "version": VERSION,
        "program": program,
        "id": draft.id,
        "code": draft.short_code,
        "is_test": draft.is_test,
        "matter": draft.inquiry.matter if draft.inquiry else PROBLEM,
        "quantity": draft.inquiry.quantity if draft.inquiry else "",
        "email": draft.reporter.email if draft.inquiry else "",
        "host": draft.host,
        "kind": draft.kind.value if draft.kind else None,
        "customer": draft.customer,
        "ours": draft.ours,
        "occurred_at": _utc(draft.occurred_at),
        "created_at": _utc(draft.created_at),
        "submitted_at": _utc(report.submitted_at),
        "zone": report.zone,
        "reporter": {"name": draft.reporter.name, "login": draft.reporter.login},
        "scope": draft.scope.value,
        "names": list(draft.names),
        "description": draft.description,
        "occurrence": draft.occurrence.value if draft.occurrence else None,
        "call_id": draft.activity.call_id if draft.activity else "",
        "queue": draft.activity.queue if draft.activity else "",
        "pictures": [
            _picture(note, name) for note, name in zip(draft.pictures, file_names, strict=True)
        ],
        "picture_problem": draft.picture_problem.code.value if draft.picture_problem else None,
        "pictures_reduced": None,
        "pictures_left_out": 0,
        "doubted_clock": _doubt(report.doubted_clock),
        "follows": _thread(draft.follows),
    }
    return _written(fields)


def listed(content: bytes) -> tuple[dict[str, Any], ...]:
    """List the pictures of a record; raises ValueError when it is none of ours."""
    return tuple(_read(content)["pictures"])


def reduction_of(content: bytes) -> Reduction | None:
    """Say how far a record's pictures were made smaller already."""
    done = _read(content).get("pictures_reduced")
    return None if done is None else Reduction(done)


def with_reduced(content: bytes, how: Reduction, pictures: Sequence[tuple[str, Reduced]]) -> bytes:
    """Bring a record in line with its smaller pictures, of (file name, picture), or with none."""
    fields = _read(content)
    if how is Reduction.LEFT_OUT:
        fields["pictures_left_out"] = len(fields["pictures"])
    fields["pictures"] = [
        {
            **told,
            "file": name,
            "media_type": picture.media_type,
            "width": picture.width,
            "height": picture.height,
        }
        for told, (name, picture) in zip(fields["pictures"], pictures, strict=False)
    ]
    fields["pictures_reduced"] = how.value
    return _written(fields)


def reduction_noted(content: bytes, how: Reduction, left_out: int) -> bytes:
    """Say in a record how far its pictures were made smaller before, and how many are not there."""
    fields = _read(content)
    fields["pictures_reduced"], fields["pictures_left_out"] = how.value, left_out
    return _written(fields)


def _read(content: bytes) -> dict[str, Any]:
    import json

    fields: Any = json.loads(content)
    if not isinstance(fields, dict) or fields.get("version") != VERSION:
        raise ValueError("not a record of ours")
    pictures = fields.get("pictures")
    if isinstance(pictures, list) and all(map(_is_picture, pictures)):
        return fields
    raise ValueError("not a list of pictures")


def _is_picture(told: object) -> bool:
    wanted = {"file": str, "width": int, "height": int}
    return isinstance(told, dict) and all(
        type(told.get(name)) is kind for name, kind in wanted.items()
    )


def _written(fields: Mapping[str, object]) -> bytes:
    import json

    return json.dumps(fields, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def _doubt(clock: DoubtedClock | None) -> dict[str, str] | None:
    if clock is None:
        return None
    return {
        "shown": _utc(clock.shown),
        "assumed": _utc(clock.assumed),
        "source": clock.source.value,
    }


def _thread(thread: Thread | None) -> dict[str, object] | None:
    if thread is None:
        return None
    return {
        "code": thread.code,
        "message_id": thread.message_id,
        "root": thread.root,
        "times": thread.times,
        "ticket": thread.ticket,
        "is_resent": thread.is_resent,
    }


def _picture(note: PictureNote, file_name: str) -> dict[str, object]:
    return {
        "file": file_name,
        "media_type": note.media_type,
        "monitor": note.monitor,
        "width": note.width,
        "height": note.height,
        "taken_at": _utc(note.taken_at),
        "is_covered": note.is_covered,
        "origin": note.origin.value,
    }


def _utc(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
