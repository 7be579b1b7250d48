"""Lets the system's signals (SIGTERM, SIGINT …) end the program cleanly while Qt's loop waits.

Python runs its signal handlers only between bytecodes, and a waiting loop runs none: the wake-up
descriptor makes the loop turn (https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd).
"""

from __future__ import annotations

import signal
import socket
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal


def ending_signals() -> tuple[signal.Signals, ...]:
    """List the signals by which a system asks a program to end."""
    if sys.platform == "win32":  # SIGBREAK comes, too, when the console window is closed
        return (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK)
    return (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class EndSignals(QObject):
    """Turns the system's wish that we end into a Qt signal."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Take the signals over; for the main thread."""
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_wake)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for number in ending_signals():
            signal.signal(number, lambda *_: None)

    def close(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(self._before)
        for number in ending_signals():
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _on_wake(self) -> None:
        try:
            numbers = self._ours.recv(64)
        except BlockingIOError:
            return
        if any(number in numbers for number in ending_signals()):
            self.arrived.emit()
