"""Chooses the hotkeys of this desktop."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from dzwonek.desktop.hotkeys_none import NoHotkeys
from dzwonek.domain.ports import EventSource, Hotkeys
from dzwonek.domain.problem import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.desktop.windows_messages import MessageThread


class DesktopHotkeys(Hotkeys, Protocol):
    """Hotkeys that can try again for the key that people were promised first."""

    def retry_first(self) -> bool:
        """Try the candidates before the active one again; say whether a binding changed."""
        ...


@runtime_checkable
class WatchedHotkeys(DesktopHotkeys, EventSource, Protocol):
    """Hotkeys that the event loop has to watch; ask with `isinstance`."""


def hotkeys_for(
    environment: Mapping[str, str], platform: str, messages: MessageThread | None = None
) -> DesktopHotkeys:
    """Give the hotkeys for `platform` (as `sys.platform`); never raises.

    On X11 this loads xcffib and connects (some 70 ms once): call it after the icon stands. On
    Windows presses come through `messages`, which somebody else watches and closes.
    """
    if messages is not None:
        return _windows_hotkeys(messages)
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


def _windows_hotkeys(messages: MessageThread) -> DesktopHotkeys:
    if sys.platform == "win32":
        from dzwonek.desktop.hotkeys_windows import User32Keys, WindowsHotkeys

        try:
            return WindowsHotkeys(messages, User32Keys())
        except OSError:
            pass
    return NoHotkeys(Code.HOTKEY_UNAVAILABLE)
