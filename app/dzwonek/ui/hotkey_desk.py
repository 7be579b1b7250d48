"""The hotkeys' desk: takes the keys that the settings list, and says which ones hold."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dzwonek.desktop.hotkeys import WatchedHotkeys
from dzwonek.domain.events import Slot
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.config.settings import HotkeySettings
    from dzwonek.desktop.hotkeys import DesktopHotkeys
    from dzwonek.domain.ports import Binding
    from dzwonek.ui.bridge import Bridge

log = logging.getLogger("dzwonek.hotkeys")


class HotkeyDesk(QObject):
    """Holds the global hotkeys; they are loaded after the icon stands."""

    bound = Signal(object)  # tuple of Binding, after each change

    def __init__(
        self,
        make: Callable[[], DesktopHotkeys],
        bridge: Bridge,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._bridge = bridge
        self._tasks = tasks
        self._hotkeys: DesktopHotkeys | None = None
        self._wanted: HotkeySettings | None = None

    def load(self, wanted: HotkeySettings) -> None:
        """Load the desktop's hotkeys beside the GUI thread, then take the keys."""
        self._wanted = wanted
        self._tasks.run(Lane.NET, self._make, self._take_over)

    def bind(self, wanted: HotkeySettings) -> None:
        """Take these candidates instead of those that were asked for before."""
        self._wanted = wanted
        if self._hotkeys is None:
            return  # the keys are taken when the hotkeys are loaded
        self._hotkeys.bind(Slot.REPORT, wanted.report)
        self._hotkeys.bind(Slot.FLAG, wanted.flag)
        self._bridge.pump_all()
        self.tell()

    def retry_first(self) -> None:
        """Try for the key that people were promised first; quick, for a menu that opens."""
        if self._hotkeys is not None and self._hotkeys.retry_first():
            self.tell()

    def bindings(self) -> tuple[Binding, ...]:
        """Say which keys hold now; nothing before the hotkeys are loaded."""
        if self._hotkeys is None:
            return ()
        return tuple(self._hotkeys.binding(slot) for slot in Slot)

    def tell(self) -> None:
        """Tell everybody which keys hold now."""
        bindings = self.bindings()
        log.info("keys held: %s", ", ".join(binding.active or "none" for binding in bindings))
        self.bound.emit(bindings)

    def close(self) -> None:
        """Give the keys back."""
        if self._hotkeys is None:
            return
        if isinstance(self._hotkeys, WatchedHotkeys):
            self._bridge.forget(self._hotkeys)
            self._hotkeys.close()
        else:
            self._hotkeys.release()
        self._hotkeys = None

    def _take_over(self, hotkeys: DesktopHotkeys) -> None:
        self._hotkeys = hotkeys
        if isinstance(hotkeys, WatchedHotkeys):
            self._bridge.watch(hotkeys)
        if self._wanted is not None:
            self.bind(self._wanted)
