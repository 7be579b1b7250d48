"""Which time zone the operator's clock shows."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from dzwonek.startup.zone import local_zone

WARSAW = "Europe/Warsaw"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such link")


def test_the_environment_comes_first(tmp_path: Path) -> None:
    assert local_zone({"TZ": ":Europe/London"}, WARSAW, tmp_path / "none") == "Europe/London"


@posix
def test_the_link_names_the_zone(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Kyiv")
    assert local_zone({}, WARSAW, link) == "Europe/Kyiv"


@posix
def test_an_unknown_name_is_passed_over(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/London")
    assert local_zone({"TZ": "Nowhere/Land"}, WARSAW, link) == "Europe/London"


def test_without_any_name_the_offset_is_right_all_the_same(tmp_path: Path) -> None:
    name = local_zone({}, WARSAW, tmp_path / "none")
    now = datetime.now(UTC)
    assert now.astimezone(ZoneInfo(name)).utcoffset() == now.astimezone().utcoffset()
