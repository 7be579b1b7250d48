"""Pictures of the screen: as captured, as encoded, and the covers laid over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dzwonek.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Screenshot:
    """One monitor in physical pixels: rows of `stride` bytes, four bytes a pixel (B, G, R, unused).

    `left` and `top` are the monitor's place on the desktop and may be negative.
    """

    monitor: str
    left: int
    top: int
    width: int
    height: int
    stride: int
    pixels: bytearray | bytes | memoryview = field(repr=False)
    taken_at: datetime


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
class PictureNote:
    """What is known of a picture beside its bytes."""

    id: str
    monitor: str
    width: int
    height: int
    media_type: str
    taken_at: datetime
    is_covered: bool = False


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
