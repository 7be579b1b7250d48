"""When Windows was started, as a number that no change of the clock moves."""

from __future__ import annotations

import ctypes
import sys

from dzwonek.winapi import LPVOID, ULONG, Call, Layout, Type

TIME_OF_DAY = 3  # SYSTEM_INFORMATION_CLASS: SystemTimeOfDayInformation


class TimeOfDay(ctypes.Structure):
    """SYSTEM_TIMEOFDAY_INFORMATION, in 100 ns since 1601 (winternl.h holds it as reserved bytes).

    Who sets the clock moves `boot_time` and `boot_time_bias` by the same length (as ReactOS's
    KeSetSystemTime does): the difference is the time at which the system was started, as the clock
    told it then. psutil's boot time is today's clock less the time since, and so does move.
    """

    _fields_ = (
        ("boot_time", ctypes.c_int64),
        ("current_time", ctypes.c_int64),
        ("time_zone_bias", ctypes.c_int64),
        ("time_zone_id", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
        ("boot_time_bias", ctypes.c_int64),
        ("sleep_time_bias", ctypes.c_int64),
    )


LAYOUTS = (Layout(TimeOfDay, "SYSTEM_TIMEOFDAY_INFORMATION", {}),)
CONSTANTS = {"SystemTimeOfDayInformation": TIME_OF_DAY}
CALLS = (
    Call(
        "ntdll.dll",
        "NtQuerySystemInformation",
        Type("NTSTATUS", ctypes.c_int32),
        (
            Type("SYSTEM_INFORMATION_CLASS", ctypes.c_int32),
            LPVOID,
            ULONG,
            Type("PULONG", ctypes.POINTER(ULONG.carrier)),
        ),
    ),
)


def started_at(told: TimeOfDay) -> str:
    """Name the start of the system; empty when Windows told nothing."""
    return f"{told.boot_time - told.boot_time_bias:x}" if told.boot_time else ""


if sys.platform == "win32":
    from dzwonek.winapi import load

    def boot_time() -> str:
        """Ask Windows for the start of the system; empty when it does not tell."""
        told = TimeOfDay()
        query = load(CALLS)["NtQuerySystemInformation"]
        length = ctypes.c_uint32()
        status = query(TIME_OF_DAY, ctypes.byref(told), ctypes.sizeof(told), ctypes.byref(length))
        return started_at(told) if status == 0 else ""
