"""The report for machines: `zgloszenie.json`, whose fields `docs/formats.md` lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.domain.picture import PictureNote
    from dzwonek.domain.report import Report

VERSION = 1
FILE_NAME = "zgloszenie.json"


def record(report: Report, file_names: tuple[str, ...], program: str) -> bytes:
    """Give the UTF-8 JSON of a report; numbers and names stand as typed, times are UTC."""
    import json

    draft = report.draft
    fields = {
        "version": VERSION,
        "program": program,
        "id": draft.id,
        "code": draft.short_code,
        "is_test": draft.is_test,
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
    }
    return json.dumps(fields, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def _picture(note: PictureNote, file_name: str) -> dict[str, object]:
    return {
        "file": file_name,
        "monitor": note.monitor,
        "width": note.width,
        "height": note.height,
        "taken_at": _utc(note.taken_at),
        "is_covered": note.is_covered,
    }


def _utc(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
