"""What every way of reading the screen has in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

BYTES_A_PIXEL = 4  # B, G, R and one byte without a meaning


class GrabError(Exception):
    """The screen could not be read this way; another way may still do."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """A monitor's name and place on the desktop, in physical pixels; the place may be negative."""

    name: str
    left: int
    top: int
    width: int
    height: int

    @property
    def place(self) -> dict[str, int]:
        """Give the rectangle in the spelling of mss."""
        return {"left": self.left, "top": self.top, "width": self.width, "height": self.height}

    @property
    def stride(self) -> int:
        """Give the length of one row in bytes."""
        return self.width * BYTES_A_PIXEL

    @property
    def size(self) -> int:
        """Give the length of the whole picture in bytes."""
        return self.stride * self.height


@dataclass(frozen=True, slots=True)
class Taken:
    """The pixels of one monitor, row after row without a gap."""

    monitor: Monitor
    pixels: bytearray | memoryview


class Grab(Protocol):
    """One way of reading the screen, ready for use. Its monitors are those of its making."""

    def take(self) -> tuple[Taken, ...]:
        """Read every monitor now; raises GrabError."""
        ...

    def prepare(self) -> None:
        """Do beforehand what would make the next `take` slow; raises GrabError."""
        ...

    def close(self) -> None:
        """Give back what the system lent; never raises. Pixels already taken stay valid."""
        ...


def monitors_from(listed: Sequence[Mapping[str, Any]]) -> tuple[Monitor, ...]:
    """Read mss's list, whose first entry is the whole desktop and stands in when it is alone.

    Monitors that mirror one another are one picture, under the first one's name. Of several that
    go by one name (on Windows that of their make) the second is called "… 2".
    """
    places: dict[tuple[int, int, int, int], str] = {}
    for number, entry in enumerate(listed[1:] or listed, start=1):
        place = (entry["left"], entry["top"], entry["width"], entry["height"])
        if place in places or place[2] <= 0 or place[3] <= 0:
            continue
        name = str(entry.get("output") or entry.get("name") or f"monitor-{number}")
        places[place] = name if name not in places.values() else f"{name} {number}"
    return tuple(Monitor(name, *place) for place, name in places.items())
