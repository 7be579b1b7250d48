"""The desk of *Pomoc i kontakt*: asks the desktop what it can open, and has it opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from dzwonek.domain.ports import Links
    from dzwonek.ui.help import HelpWindow

OFFERED = ("tel", "https")


class HelpDesk(QObject):
    """Serves one window; each question starts a program, so all are asked beside it."""

    def __init__(self, window: HelpWindow, links: Links, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._links, self._tasks = window, links, tasks
        window.shown.connect(self._ask)
        window.open_wanted.connect(self._open)

    def _ask(self) -> None:
        """Ask at each opening: a telephone program may have been installed meanwhile."""
        self._tasks.run(Lane.NET, self._openable, self._window.tell_schemes)

    def _openable(self) -> frozenset[str]:
        return frozenset(scheme for scheme in OFFERED if self._links.can_open(scheme))

    def _open(self, address: str) -> None:
        self._tasks.run(Lane.NET, partial(self._links.open, address), None, self._window.tell)
