"""The last line of defence: a fault of ours is logged and told in words, and work goes on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger("dzwonek.crash")

MAX_FRAMES = 20


class CrashGuard(QObject):
    """Catches what nobody expected, on any thread, and shows it once at a time."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: QMessageBox | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks for exceptions that reach the top of a thread."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, error: BaseException) -> None:
        """Log an exception and tell the operator; from any thread."""
        text = technical(error)
        log.error("unexpected %s\n%s", type(error).__name__, text)
        self._caught.emit(text)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)

    def _show(self, text: str) -> None:
        if self._open is not None:
            return  # one at a time; the log holds them all
        box = QMessageBox()
        box.setObjectName("crash")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Dzwonek")
        box.setText(self.tr("Coś poszło nie tak w Dzwonku."))
        box.setInformativeText(
            self.tr(
                "Program działa dalej. W otwartym formularzu sprawdź na dole, "
                "czy szkic się zapisuje. "
                "Jeśli to się powtórzy, skopiuj szczegóły i przekaż je administratorowi."
            )
        )
        box.setDetailedText(text)
        copy = box.addButton(self.tr("Kopiuj szczegóły"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(self._forget)
        self._open = box
        box.open()
        from dzwonek.ui.look import dress_box

        dress_box(box)  # last: should that be what fails, the fault is told all the same

    def _forget(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None


def technical(error: BaseException) -> str:
    """Give places and types of an exception, without messages' values or local variables.

    A message may quote what an operator typed, so only the type's name is told.
    """
    frames = traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:]
    lines = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join((*lines, type(error).__name__))


def _short(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[-3:])
