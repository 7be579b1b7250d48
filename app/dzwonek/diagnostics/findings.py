"""What an examination found, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from dzwonek.domain.problem import Problem

Values = Mapping[str, str | int | bool]


class Mark(StrEnum):
    """How well one thing works."""

    OK = "ok"
    WARN = "warn"  # the program works, with less
    FAIL = "fail"  # reports cannot be made or cannot leave


SEVERITY = (Mark.OK, Mark.WARN, Mark.FAIL)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: its id, its mark, the trouble if any, and plain values."""

    id: str
    mark: Mark = Mark.OK
    problem: Problem | None = None
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was looked at, in a fixed order, at one moment (UTC)."""

    at: datetime
    checks: tuple[Finding, ...]

    @property
    def mark(self) -> Mark:
        """Give the worst mark of all."""
        return max((check.mark for check in self.checks), key=SEVERITY.index, default=Mark.OK)


def as_json(findings: Findings) -> str:
    """Write `dzwonek doctor --json`; the fields stand in `docs/formats.md`."""
    import json

    document = {
        "version": 1,
        "at": findings.at.isoformat(timespec="seconds"),
        "mark": findings.mark,
        "checks": [_check(check) for check in findings.checks],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _check(check: Finding) -> dict[str, Any]:
    problem = check.problem
    return {
        "id": check.id,
        "mark": check.mark,
        "problem": {"code": problem.code, "values": dict(problem.values)} if problem else None,
        "values": dict(check.values),
    }
