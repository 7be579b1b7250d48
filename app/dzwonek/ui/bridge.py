"""Brings what the desktop tells us onto the event loop, without a thread or a timer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from dzwonek.domain.ports import EventSource

log = logging.getLogger("dzwonek.bridge")


class Watch(QObject):
    """One source under watch."""

    arrived = Signal(object)
    lost = Signal(object)  # the source, gone for good

    def __init__(self, source: EventSource, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._notifier = QSocketNotifier(source.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.pump)

    def pump(self) -> None:
        """Pass on what is there; a source that is gone is told."""
        if not self._notifier.isEnabled():
            return
        try:
            events = self._source.pump()
        except ConnectionError as error:
            log.info("event source gone: %s", type(self._source).__name__, exc_info=error)
            self.stop()
            self.lost.emit(self._source)
            return
        for event in events:
            self.arrived.emit(event)

    def stop(self) -> None:
        """Look at the source no more."""
        self._notifier.setEnabled(False)


class Bridge(QObject):
    """Watches event sources and passes on each of their events."""

    arrived = Signal(object)  # an Event of domain/events.py

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches: dict[EventSource, Watch] = {}

    def watch(self, source: EventSource) -> None:
        """Start passing on the events of a source; those that wait already come at once."""
        watch = Watch(source, self)
        watch.arrived.connect(self.arrived)
        watch.lost.connect(self.forget)
        self._watches[source] = watch
        watch.pump()

    def forget(self, source: EventSource) -> None:
        """Stop watching a source; it stays open."""
        watch = self._watches.pop(source, None)
        if watch is not None:
            watch.stop()
            watch.deleteLater()

    def is_watching(self, source: EventSource) -> bool:
        """Say whether the events of a source are passed on."""
        return source in self._watches

    def pump_all(self) -> None:
        """Look at every source once: an X reply may have left events in a library's own queue."""
        for watch in tuple(self._watches.values()):
            watch.pump()
