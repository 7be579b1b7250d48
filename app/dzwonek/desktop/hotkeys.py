"""Chooses the hotkeys of this desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from dzwonek.desktop.hotkeys_none import NoHotkeys
from dzwonek.domain.ports import EventSource, Hotkeys
from dzwonek.domain.problem import Code

if TYPE_CHECKING:
    from collections.abc import Mapping


class DesktopHotkeys(Hotkeys, Protocol):
    """Hotkeys that can try again for the key that people were promised first."""

    def retry_first(self) -> bool:
        """Try the candidates before the active one again; say whether a binding changed."""
        ...


@runtime_checkable
class WatchedHotkeys(DesktopHotkeys, EventSource, Protocol):
    """Hotkeys that the event loop has to watch; ask with `isinstance`."""


def hotkeys_for(environment: Mapping[str, str], platform: str) -> DesktopHotkeys:
    """Give the hotkeys for `platform` (as `sys.platform`); never raises.

    On X11 this loads xcffib and connects (some 70 ms once): call it after the icon stands.
    Windows has the null object until its own adapter comes.
    """
    if platform != "linux":
        return NoHotkeys(Code.HOTKEY_UNAVAILABLE)
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        return NoHotkeys(Code.HOTKEY_UNAVAILABLE_WAYLAND)
    display = environment.get("DISPLAY")
    if not display:
        return NoHotkeys(Code.HOTKEY_UNAVAILABLE)
    try:
        from dzwonek.desktop.hotkeys_x11 import X11Hotkeys

        return X11Hotkeys(display)
    except (ConnectionError, ImportError, OSError):
        return NoHotkeys(Code.HOTKEY_UNAVAILABLE)
