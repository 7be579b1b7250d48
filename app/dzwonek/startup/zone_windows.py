"""Which time zone Windows shows, by its IANA name.

Windows has names of its own ("Central European Standard Time"); Unicode keeps the table of both
(CLDR, windowsZones.xml), which tzlocal carries. The session is asked and not the registry: on a
terminal server it may have the zone of the operator's own computer.
https://learn.microsoft.com/windows/win32/api/timezoneapi/nf-timezoneapi-getdynamictimezoneinformation
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

from dzwonek.winapi import DWORD, Call, Layout, pointer_to

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TIME_ZONE_ID_INVALID = 0xFFFFFFFF
CONSTANTS: Mapping[str, int] = {"TIME_ZONE_ID_INVALID": TIME_ZONE_ID_INVALID}


class SystemTime(ctypes.Structure):
    """A moment of the calendar in eight numbers."""

    _fields_ = (("numbers", ctypes.c_uint16 * 8),)


class DynamicZone(ctypes.Structure):
    """What Windows knows of a zone; `name` is the same in every language of Windows."""

    _fields_ = (
        ("bias", ctypes.c_int32),
        ("standard_name", ctypes.c_uint16 * 32),
        ("standard_date", SystemTime),
        ("standard_bias", ctypes.c_int32),
        ("daylight_name", ctypes.c_uint16 * 32),
        ("daylight_date", SystemTime),
        ("daylight_bias", ctypes.c_int32),
        ("name", ctypes.c_uint16 * 128),
        ("is_without_summer", ctypes.c_uint8),
    )


LAYOUTS = (
    Layout(SystemTime, "SYSTEMTIME", {}),  # eight WORDs under eight names
    Layout(
        DynamicZone,
        "DYNAMIC_TIME_ZONE_INFORMATION",
        {
            "bias": "Bias",
            "standard_name": "StandardName",
            "standard_date": "StandardDate",
            "standard_bias": "StandardBias",
            "daylight_name": "DaylightName",
            "daylight_date": "DaylightDate",
            "daylight_bias": "DaylightBias",
            "name": "TimeZoneKeyName",
            "is_without_summer": "DynamicDaylightTimeDisabled",
        },
    ),
)
CALLS = (
    Call(
        "kernel32.dll",
        "GetDynamicTimeZoneInformation",
        DWORD,
        (pointer_to(DynamicZone, "PDYNAMIC_TIME_ZONE_INFORMATION"),),
    ),
)


def told_zone(ask: Callable[[DynamicZone], int], names: Mapping[str, str]) -> str:
    """Give the zone's IANA name from Windows's answer; empty when there is none.

    `names` gives the IANA name for each of Windows's. Who has switched summer time off has a
    clock that no zone of the table shows.
    """
    told = DynamicZone()
    if ask(told) == TIME_ZONE_ID_INVALID or told.is_without_summer:
        return ""
    return names.get(bytes(told.name).decode("utf-16-le").partition("\0")[0], "")


if sys.platform == "win32":

    def system_zone() -> str:
        """Ask Windows for the zone of this session; empty when it cannot be told."""
        from tzlocal.windows_tz import win_tz

        from dzwonek.winapi import load

        query = load(CALLS)["GetDynamicTimeZoneInformation"]
        return told_zone(lambda told: query(ctypes.byref(told)), win_tz)
