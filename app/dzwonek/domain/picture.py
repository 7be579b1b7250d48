"""Pictures of the screen: as captured, as encoded, and the covers laid over them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from dzwonek.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Screenshot:
    """One monitor in physical pixels: rows of `stride` bytes, four bytes a pixel (B, G, R, unused).

    `left` and `top` are the monitor's place on the desktop and may be negative. `is_lossy` says
    that the pixels come from a file whose encoding had changed them. `screen` is the monitor's
    number among several, from 1, and stays when pictures of others go; 0 says that it is alone.
    """

    monitor: str
    left: int
    top: int
    width: int
    height: int
    stride: int
    pixels: bytearray | bytes | memoryview = field(repr=False)
    taken_at: datetime
    is_lossy: bool = False
    screen: int = 0


def numbered(shots: tuple[Screenshot, ...]) -> tuple[Screenshot, ...]:
    """Give each of several monitors, as captured at one moment, its number."""
    if len(shots) < 2:
        return shots
    return tuple(replace(shot, screen=number) for number, shot in enumerate(shots, 1))


@dataclass(frozen=True, slots=True)
class Capture:
    """All monitors at one moment (UTC), or the reason why there is no picture."""

    taken_at: datetime
    shots: tuple[Screenshot, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in a picture's own pixels; right and bottom edges are not part of it."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Retouch:
    """What is done to a picture, in the pixels of the picture as captured.

    Covers hide for good, frames only draw attention, and of a cropped picture nothing outside
    `crop` is left.
    """

    covers: tuple[Rect, ...] = ()
    frames: tuple[Rect, ...] = ()
    crop: Rect | None = None

    def __bool__(self) -> bool:
        """Say whether there is anything to do."""
        return self != UNTOUCHED


UNTOUCHED = Retouch()


class Origin(StrEnum):
    """Where a picture comes from."""

    SCREEN = "screen"  # a whole monitor
    REGION = "region"  # a piece of a monitor
    CLIPBOARD = "clipboard"
    FILE = "file"

    @property
    def is_captured(self) -> bool:
        """Say whether it shows this computer's screen at `taken_at`, else at another time."""
        return self in (Origin.SCREEN, Origin.REGION)


@dataclass(frozen=True, slots=True)
class PictureNote:
    """What is known of a picture beside its bytes; `taken_at` is when it was captured or added.

    `screen` is the number of the monitor it shows, as in `Screenshot`.
    """

    id: str
    monitor: str
    width: int
    height: int
    media_type: str
    taken_at: datetime
    is_covered: bool = False
    origin: Origin = Origin.SCREEN
    is_lossy: bool = False  # as the picture came here
    screen: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture, ready to be sealed or attached."""

    note: PictureNote
    content: bytes


class Reduction(StrEnum):
    """How far the pictures of a report were made smaller, in the order in which it is tried."""

    PALETTE = "palette"  # 256 colours
    JPEG = "jpeg"
    HALF = "half"  # half as wide and half as high
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Reduced:
    """A picture that was made smaller."""

    content: bytes
    media_type: str
    width: int
    height: int
