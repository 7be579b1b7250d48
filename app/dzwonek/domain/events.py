"""What the desktop tells us, already in our own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.command import Command


class Slot(StrEnum):
    """The two global hotkeys."""

    REPORT = "report"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class HotkeyPressed:
    """A hotkey of ours was pressed."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class BindingsChanged:
    """The keyboard layout changed, so that other keys may hold now."""


@dataclass(frozen=True, slots=True)
class CommandArrived:
    """A second start handed its wish over."""

    command: Command


@dataclass(frozen=True, slots=True)
class NoticeClicked:
    """A person clicked a notice: `action` is the id we gave the button ("default" = the body)."""

    notice: int
    action: str


@dataclass(frozen=True, slots=True)
class TrayHostAppeared:
    """A StatusNotifierItem host came after us: the icon has to be made anew."""


@dataclass(frozen=True, slots=True)
class NoticesLost:
    """The session bus is gone: notices have to be shown another way."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The computer woke up."""


@dataclass(frozen=True, slots=True)
class SessionLeft:
    """The operator locked the screen, or the session lost its screen and keyboard."""


@dataclass(frozen=True, slots=True)
class SessionReturned:
    """The screen was unlocked, or the session has a screen and a keyboard again."""


@dataclass(frozen=True, slots=True)
class EndAsked:
    """The system wants to end the session or the program, and waits a few seconds.

    `answer` lets it go on, from any thread; nothing may end yet, since others may refuse.
    """

    answer: Callable[[], None]


@dataclass(frozen=True, slots=True)
class EndWanted:
    """The system ends the session, or somebody asks the program to end."""


@dataclass(frozen=True, slots=True)
class NetworkUp:
    """The network is back: after none there is one, or another way out has come (a VPN)."""


@dataclass(frozen=True, slots=True)
class TaskbarChanged:
    """The taskbar has other colours: the icon has to stand out from them."""


Event = (
    HotkeyPressed
    | BindingsChanged
    | CommandArrived
    | NoticeClicked
    | TrayHostAppeared
    | NoticesLost
    | Resumed
    | SessionLeft
    | SessionReturned
    | EndAsked
    | EndWanted
    | NetworkUp
    | TaskbarChanged
)
