"""Chooses how the screen is captured here, or says why it cannot be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from dzwonek.capture.grabs import Grab
from dzwonek.capture.portable import CopyGrab
from dzwonek.capture.warm import WarmScreens
from dzwonek.domain.picture import Capture
from dzwonek.domain.ports import ScreenSource
from dzwonek.domain.problem import Code, Problem

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock

__all__ = ["NoScreens", "Screens", "WarmScreens", "screens_for"]


class Screens(ScreenSource, Protocol):
    """A source of pictures that can be told to get ready."""

    def warm(self) -> None:
        """Get ready for the next capture and wipe the last one; off the GUI thread."""
        ...

    def monitors_changed(self) -> None:
        """Note that monitors came, went or changed."""
        ...


class NoScreens:
    """Takes no picture and says why."""

    def __init__(self, clock: Clock, problem: Problem) -> None:
        self._clock = clock
        self._problem = problem

    def capture(self) -> Capture:
        """Give the moment and the reason."""
        return Capture(self._clock.now(), problem=self._problem)

    def warm(self) -> None:
        """Nothing can be got ready."""

    def monitors_changed(self) -> None:
        """Nothing depends on the monitors."""

    def close(self) -> None:
        """Nothing was lent."""


def screens_for(
    environment: Mapping[str, str],
    platform: str,
    clock: Clock,
    fallback: ScreenSource | None = None,
    *,
    is_allowed: bool = True,
    is_fixed: bool = False,
) -> Screens:
    """Choose by the session's environment and `sys.platform`; nothing is opened yet.

    `fallback` reads the screen through the toolkit and is called on the caller's own thread.
    `is_allowed` is the setting `privacy.screenshots`; `is_fixed` says that a policy fixes it.
    """
    if not is_allowed:
        by = {"by": "policy"} if is_fixed else {}
        return NoScreens(clock, Problem(Code.CAPTURE_SWITCHED_OFF, by))
    reason = _reason_against(environment, platform)
    if reason is not None:
        return NoScreens(clock, Problem(reason))
    if platform == "win32":
        return _windows_screens(clock, fallback)
    return WarmScreens(clock, _x11_ways(environment["DISPLAY"]), fallback)


def _reason_against(environment: Mapping[str, str], platform: str) -> Code | None:
    if platform == "darwin":
        return Code.CAPTURE_MACOS
    if platform == "win32":
        return None
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        return Code.CAPTURE_WAYLAND  # Xwayland answers too, with a black picture
    if not environment.get("DISPLAY"):
        return Code.CAPTURE_NO_DISPLAY
    return None


def _windows_screens(clock: Clock, fallback: ScreenSource | None) -> WarmScreens:
    """Hold nothing between captures: docs/decisions/capture-on-windows.md."""
    if sys.platform == "win32":
        from dzwonek.capture.windows import WindowsWay, hidden_by

        return WarmScreens(clock, [WindowsWay()], fallback, is_kept=False, hidden_by=hidden_by)
    return WarmScreens(clock, [CopyGrab], fallback, is_kept=False)


def _x11_ways(display: str) -> list[Callable[[], Grab]]:
    """Order the ways for an X server, best first.

    mss's own default fails on TigerVNC, which lists a depth twice; its Xlib backend does not.
    """
    copies: list[Callable[[], Grab]] = [
        partial(CopyGrab, "default", display),
        partial(CopyGrab, "xlib", display),
    ]
    if sys.platform == "linux":
        from dzwonek.capture.x11 import SharedGrab

        return [partial(SharedGrab, display), *copies]
    return copies
