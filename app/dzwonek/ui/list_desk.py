"""The list's desk: shows what waits, and does what a person asks of one report."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from dzwonek.ui.place import centre
from dzwonek.ui.rescue_words import handed_words, handing_words
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.ports import Clock, Handed
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.my_reports import MyReports

AT_ONCE = timedelta(seconds=5)

Listing = tuple[tuple["Draft", ...], tuple["Entry", ...]]


class ListDesk(QObject):
    """Keeps *Moje zgłoszenia* true while it is open."""

    continue_wanted = Signal(object)  # Draft
    changed = Signal()

    def __init__(
        self,
        reception: Reception,
        tasks: Tasks,
        window: Callable[[], MyReports],
        clock: Clock,
        zone: tzinfo,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._make_window = window
        self._clock, self._zone = clock, zone
        self._window: MyReports | None = None
        self._handing = 0

    @property
    def window(self) -> MyReports:
        """Give the window, built at its first use and kept."""
        if self._window is None:
            self._window = self._make_window()
            self._window.continue_wanted.connect(self.continue_wanted)
            self._window.discard_draft_wanted.connect(self._discard_draft)
            self._window.retry_wanted.connect(self._retry)
            self._window.discard_wanted.connect(self._discard)
            self._window.export_wanted.connect(self._export)
            self._window.copy_wanted.connect(self._copy)
            self._window.program_wanted.connect(self._hand_over)
            self._window.refresh_wanted.connect(self.refresh)
        return self._window

    def open(self) -> None:
        """Show the list, in front."""
        centre(self.window)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again if the list is on the screen."""
        if self._window is not None and self._window.isVisible():
            self._tasks.run(Lane.DISK, self._listing, self._show, self._window.tell)

    def _listing(self) -> Listing:
        return self._reception.drafts(), self._reception.entries()

    def _show(self, listing: Listing) -> None:
        self.window.show_all(*listing)

    def _discard_draft(self, draft_id: str) -> None:
        self._do(partial(self._reception.discard_draft, draft_id))

    def _retry(self, report_id: str) -> None:
        self._tasks.run(
            Lane.DISK, partial(self._reception.retry, report_id), self._on_retried, self._failed
        )

    def _on_retried(self, entry: Entry) -> None:
        """Say so when even a wish cannot hurry it: a server's or a channel's floor holds."""
        if entry.due_at is not None and entry.due_at > self._clock.now() + AT_ONCE:
            at = f"{entry.due_at.astimezone(self._zone):%H:%M}"
            self.window.tell(self.tr("Jeszcze nie teraz. Następna próba: {time}.").format(time=at))
        self._done(entry)

    def _discard(self, report_id: str) -> None:
        self._do(partial(self._reception.discard, report_id))

    def _export(self, report_id: str, path: str) -> None:
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.export, report_id, Path(path)),
            lambda _: self.window.tell(self.tr("Zapisano {path}.").format(path=path)),
            self.window.tell,
        )

    def _hand_over(self, report_id: str) -> None:
        """Have it opened in the mail program; an earlier one that still waits is given up."""
        self._reception.leave_mail_program()
        self.window.tell(handing_words())
        self._handing += 1
        self._tasks.run(
            Lane.PROGRAM,
            partial(self._reception.hand_over, report_id),
            partial(self._on_handed, self._handing),
            partial(self._on_handed, self._handing),
        )

    def _on_handed(self, number: int, answer: tuple[Handed, tuple[str, ...]] | Problem) -> None:
        if number != self._handing:
            return
        self.window.tell(handed_words(*answer) if isinstance(answer, tuple) else answer)

    def _copy(self, report_id: str) -> None:
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.text_of, report_id),
            self._on_text,
            self.window.tell,
        )

    def _on_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.window.tell(self.tr("Skopiowano treść zgłoszenia. Zdjęć tam nie ma."))

    def _do(self, work: Callable[[], object]) -> None:
        self._tasks.run(Lane.DISK, work, self._done, self._failed)

    def _done(self, _: object) -> None:
        self.refresh()
        self.changed.emit()

    def _failed(self, problem: Problem) -> None:
        self.window.tell(problem)
        self.refresh()
