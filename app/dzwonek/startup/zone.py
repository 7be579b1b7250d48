"""Which time zone the operator's clock shows, by its IANA name."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCALTIME = Path("/etc/localtime")
ZONE_FOLDER = "zoneinfo/"


def local_zone(environment: Mapping[str, str], usual: str, link: Path = LOCALTIME) -> str:
    """Name the zone from TZ, then from the link /etc/localtime, or as Windows names it.

    Where no name can be had, `usual` holds if the clock agrees with it in winter and in summer;
    else a fixed offset such as `Etc/GMT-3` (whose sign is turned round, POSIX). So it is, too,
    where Windows knows other rules of its zone than we do: people go by the clock they see.
    """
    for name in (environment.get("TZ", "").lstrip(":"), _of_the_system(link)):
        if name and _is_known(name):
            return name
    return usual if _clock_agrees(ZoneInfo(usual)) else _fixed()


def _of_the_system(link: Path) -> str:
    if sys.platform == "win32":
        from dzwonek.startup.zone_windows import system_zone

        name = system_zone()
        return name if name and _is_known(name) and _clock_agrees(ZoneInfo(name)) else ""
    return _linked(link)


def _linked(link: Path) -> str:
    try:
        target = str(link.readlink())
    except OSError:
        return ""
    return target.partition(ZONE_FOLDER)[2]


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _clock_agrees(zone: ZoneInfo) -> bool:
    year = datetime.now(UTC).year
    moments = (datetime(year, month, 15, 12, tzinfo=UTC) for month in (1, 7))
    return all(
        moment.astimezone().utcoffset() == moment.astimezone(zone).utcoffset() for moment in moments
    )


def _fixed() -> str:
    offset = datetime.now(UTC).astimezone().utcoffset() or timedelta(0)
    hours = round(offset.total_seconds() / 3600)
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
