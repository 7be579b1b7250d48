"""Which time zone Windows shows."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from dzwonek.startup.zone_windows import TIME_ZONE_ID_INVALID, DynamicZone, told_zone

STANDARD = 1  # TIME_ZONE_ID_STANDARD
NAMES = {"Central European Standard Time": "Europe/Warsaw", "GTB Standard Time": "Europe/Bucharest"}


def windows(
    name: str, answer: int = STANDARD, *, is_without_summer: bool = False
) -> Callable[[DynamicZone], int]:
    """Answer as GetDynamicTimeZoneInformation does, with what is left over behind the name."""

    def ask(told: DynamicZone) -> int:
        text = f"{name}\0left over".encode("utf-16-le")
        ctypes.memmove(told.name, text, len(text))
        told.is_without_summer = is_without_summer
        return answer

    return ask


@pytest.mark.parametrize(("name", "zone"), NAMES.items())
def test_the_name_that_windows_has_gives_the_name_that_the_world_has(name: str, zone: str) -> None:
    assert told_zone(windows(name), NAMES) == zone


@pytest.mark.parametrize(
    "ask",
    [
        windows("Mars Standard Time"),
        windows(""),
        windows("GTB Standard Time", TIME_ZONE_ID_INVALID),
        windows("GTB Standard Time", is_without_summer=True),
    ],
)
def test_what_no_zone_of_the_world_shows_has_no_name(ask: Callable[[DynamicZone], int]) -> None:
    assert told_zone(ask, NAMES) == ""


def test_the_structure_is_as_large_as_in_windows() -> None:
    assert ctypes.sizeof(DynamicZone) == 432
    assert DynamicZone.name.offset == 172


if sys.platform == "win32":
    from tzlocal.windows_tz import win_tz

    from dzwonek.startup.zone_windows import system_zone

    def test_every_zone_of_windows_is_known() -> None:
        assert win_tz["Central European Standard Time"] == "Europe/Warsaw"
        assert all(ZoneInfo(name) for name in win_tz.values())

    def test_this_windows_names_its_zone() -> None:
        assert system_zone() in win_tz.values()
