"""What other programs read is what `docs/formats.md` says, field by field."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dzwonek.cli.outbox import fields_of
from dzwonek.cli.policy import run as policy
from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.report import Draft, Report
from dzwonek.reporting.record import record

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
PAGE = Path(__file__).parents[3] / "docs" / "formats.md"


def documented(title: str) -> set[str]:
    """Read the names in the first column of a section's table."""
    section = PAGE.read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_the_record_has_the_documented_fields() -> None:
    note = PictureNote(new_id(NOW), "L", 1, 1, "image/png", NOW)
    draft = Draft(new_id(NOW), NOW, NOW, pictures=(note,))
    fields = json.loads(record(Report(draft, NOW), ("zrzut.png",), "dzwonek 0"))
    assert set(fields) == documented("`zgloszenie.json`")
    told = PAGE.read_text(encoding="utf-8")
    assert all(f'"{name}"' in told for name in fields["pictures"][0])


def test_a_listed_report_has_the_documented_fields() -> None:
    entry = Entry(new_id(NOW), "DZW-7F3K2A", "<a@b>", State.QUEUED, "mail", NOW)
    assert set(fields_of(entry)) == documented("`dzwonek outbox list --json` and `show`")


def test_the_policy_has_the_documented_fields(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    from dzwonek.cli.parser import parse

    assert policy(parse(["policy", "show", "--json"]).options) == 0
    fields = json.loads(capsys.readouterr().out)
    assert set(fields) == documented("`dzwonek policy show --json`")
