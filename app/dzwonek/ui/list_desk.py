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
    from dzwonek.reporting.phone_mail import PhoneMail
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.shelf import Resent
    from dzwonek.ui.list_reader import ListReader
    from dzwonek.ui.my_reports import MyReports

AT_ONCE = timedelta(seconds=5)


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
        self._reader: ListReader | None = None

    @property
    def window(self) -> MyReports:
        """Give the window, built at its first use and kept."""
        if self._window is None:
            self._window = self._make_window()
            self._attend(self._window)
        return self._window

    def open(self) -> None:
        """Show the list, in front."""
        centre(self.window)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.refresh()

    def refresh(self) -> None:
        """Read what changed if the list is on the screen."""
        if self._reader is not None and self.window.isVisible():
            self._reader.read()

    def _attend(self, window: MyReports) -> None:
        window.continue_wanted.connect(self.continue_wanted)
        window.discard_draft_wanted.connect(self._discard_draft)
        window.retry_wanted.connect(self._retry)
        window.discard_wanted.connect(self._discard)
        window.export_wanted.connect(self._export)
        window.copy_wanted.connect(self._copy)
        window.reference_wanted.connect(self._copy_reference)
        window.program_wanted.connect(self._hand_over)
        window.qr_wanted.connect(self._draw_code)
        window.follow_up_wanted.connect(self._follow_up)
        window.resend_wanted.connect(self._resend)
        window.confirm_wanted.connect(self._confirm)
        window.refresh_wanted.connect(self.refresh)
        self._reader = self._made_reader(window)

    def _made_reader(self, window: MyReports) -> ListReader:
        """Make the reader together with the window: a bell that waits needs neither."""
        from dzwonek.ui.list_reader import ListReader

        made = ListReader(self._reception, self._tasks, self)
        window.left.connect(made.forget)
        made.found.connect(window.show_items)
        made.more.connect(window.add_items)
        made.failed.connect(window.tell)
        return made

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
            told = self.tr("Jeszcze nie teraz. Następna próba: {time}.")
            self.window.tell(told.format(time=at), is_done=False)
        self._done(entry)

    def _discard(self, report_id: str) -> None:
        self._do(partial(self._reception.discard, report_id))

    def _export(self, report_id: str, path: str) -> None:
        self._tasks.run(
            Lane.NET,  # another drive may be slow, and typing is stored by the disk lane
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

    def _copy_reference(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.window.tell(self.tr("Skopiowano: {words}.").format(words=words))

    def _follow_up(self, report_id: str) -> None:
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.shelf.follow_up, report_id),
            self._on_follow_up,
            self._failed,
        )

    def _on_follow_up(self, draft: Draft) -> None:
        told = self.tr("Nowe zgłoszenie {code}: dopisz, co się stało tym razem.")
        self.window.tell(told.format(code=draft.short_code))
        self.continue_wanted.emit(draft)
        self._done(draft)

    def _resend(self, report_id: str) -> None:
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.shelf.resend, report_id),
            self._on_resent,
            self._failed,
        )

    def _on_resent(self, resent: Resent) -> None:
        told = self.tr("Zapisano jako nowe zgłoszenie {code}. Wkrótce zostanie wysłane.")
        self.window.tell(told.format(code=resent.entry.short_code))
        self._done(resent)

    def _confirm(self, report_id: str, typed: str) -> None:
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.shelf.confirm, report_id, typed),
            self._on_confirmed,
            self._failed,
        )

    def _on_confirmed(self, entry: Entry) -> None:
        if entry.ticket:
            told = self.tr("Zapisano numer {ticket}.").format(ticket=entry.ticket)
        elif entry.is_by_hand:
            told = self.tr("Zapisano: dotarło inną drogą. Stąd już nie zostanie wysłane.")
        else:
            told = self.tr("Usunięto numer od wsparcia.")
        self.window.tell(told)
        self._done(entry)

    def _draw_code(self, report_id: str) -> None:
        self._tasks.run(
            Lane.DISK,
            partial(self._reception.phone_mail, report_id),
            self._show_code,
            self._failed,
        )

    def _show_code(self, mail: PhoneMail) -> None:
        from dzwonek.ui.qr_window import QrWindow

        QrWindow.ask(self.window, mail, partial(self._confirm, mail.report_id, ""))

    def _do(self, work: Callable[[], object]) -> None:
        self._tasks.run(Lane.DISK, work, self._done, self._failed)

    def _done(self, _: object) -> None:
        self.refresh()
        self.changed.emit()

    def _failed(self, problem: Problem) -> None:
        self.window.tell(problem)
        self.refresh()
