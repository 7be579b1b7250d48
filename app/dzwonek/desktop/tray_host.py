"""Notices a tray that came after us, so that the icon can be put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.events import Event, TrayHostAppeared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dzwonek.desktop.bus import Bus

WATCHER = "org.kde.StatusNotifierWatcher"  # freedesktop's StatusNotifierItem page


class TrayHosts:
    """Tells by TrayHostAppeared when a StatusNotifierItem host comes to the session bus.

    `is_here` is None until the bus has answered. A host that was there before this object was
    made gives no event: if the icon was put up earlier still and is not visible, make it anew
    when `is_here` turns True.
    """

    def __init__(self, bus: Bus) -> None:
        """Start watching; raises ConnectionError when the bus is gone."""
        self.is_here: bool | None = None
        bus.watch_name(WATCHER, self._owned)

    def _owned(self, is_owned: bool) -> Iterable[Event]:
        was_here, self.is_here = self.is_here, is_owned
        return (TrayHostAppeared(),) if is_owned and was_here is False else ()
