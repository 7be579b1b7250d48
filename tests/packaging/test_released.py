"""The day of the release that the program carries is the one that the changelog tells."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dzwonek import __released__, __version__

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
RELEASE = re.compile(r"^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)


def faults(changelog: str, version: str, released: date) -> list[str]:
    """Say what does not fit together; nothing while the version is not released yet."""
    days = {name: date.fromisoformat(day) for name, day in RELEASE.findall(changelog) if day}
    found = []
    if version in days and days[version] != released:
        found.append(f"{version} was released on {days[version]}")
    if any(day > released for day in days.values()):
        found.append("a release is later")
    return found


def test_the_day_of_the_release_is_the_changelogs() -> None:
    assert faults(CHANGELOG.read_text(encoding="utf-8"), __version__, _day(__released__)) == []


def test_the_day_of_the_release_is_not_in_the_future() -> None:
    assert _day(__released__) <= datetime.now(UTC).date() + timedelta(days=1)


@pytest.mark.parametrize(
    ("version", "released", "count"),
    [("1.0.0", "2026-12-01", 0), ("1.0.0", "2026-11-22", 2), ("1.1.0", "2026-11-22", 1)],
)
def test_a_forgotten_day_is_noticed(version: str, released: str, count: int) -> None:
    changelog = "## [Unreleased]\n\n## [1.0.0] - 2026-12-01\n"
    assert len(faults(changelog, version, _day(released))) == count


def _day(text: str) -> date:
    return date.fromisoformat(text)
