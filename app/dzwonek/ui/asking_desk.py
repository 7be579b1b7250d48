"""Asks what Daktela knows of the open report: who is logged in, and what she did last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dzwonek.ui.tasks import Lane

if TYPE_CHECKING:
    from dzwonek.domain.activity import Activity
    from dzwonek.domain.identity import Identity, Remembered
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.form.window import ReportForm
    from dzwonek.ui.tasks import Tasks


class AskingDesk(QObject):
    """Serves one form; answers come late, and only to the report that they were asked for."""

    def __init__(self, reception: Reception, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._form: ReportForm | None = None
        self._has_answer = False  # Daktela's, of who is logged in

    def attend(self, form: ReportForm) -> None:
        """Tell this form from now on."""
        self._form = form
        form.forget_wanted.connect(self._forget)

    def fill_in(self, draft: Draft) -> None:
        """Tell what is known here, and ask for the rest."""
        form = self._opened(draft.id)
        if form is None:
            return
        self._has_answer = False
        known = self._tell_known(form)
        if not self._reception.has_recalled:  # the program has only just started
            self._tasks.run(Lane.DISK, self._reception.recall, partial(self._on_recalled, draft.id))
        self._tasks.run(
            Lane.NET,
            self._reception.ask_identity,
            partial(self._on_identity, draft.id, asks_recent=not known.agent.login),
            partial(self._on_no_identity, draft.id),
        )
        if known.agent.login:
            self._ask_recent(draft.id, known)

    def _tell_known(self, form: ReportForm) -> Identity:
        form.tell_names(self._reception.names)
        form.tell_colleagues(self._reception.colleagues)
        known = self._reception.known()
        if not self._has_answer:
            form.tell_identity(known)
        return known

    def _on_recalled(self, draft_id: str, _: Remembered) -> None:
        form = self._opened(draft_id)
        if form is not None:
            self._tell_known(form)

    def _forget(self, name: str) -> None:
        self._tasks.run(Lane.DISK, partial(self._reception.forget_name, name))

    def _ask_recent(self, draft_id: str, identity: Identity) -> None:
        self._tasks.run(
            Lane.NET,
            partial(self._reception.ask_recent, identity.agent),
            partial(self._on_recent, draft_id),
            partial(self._on_recent, draft_id),
        )

    def _on_recent(self, draft_id: str, answer: tuple[Activity, ...] | Problem) -> None:
        form = self._opened(draft_id)
        if form is not None:
            form.tell_recent(answer)

    def _on_identity(self, draft_id: str, identity: Identity, *, asks_recent: bool) -> None:
        form = self._opened(draft_id)
        if form is None:
            return
        self._has_answer = True
        form.tell_identity(identity)
        if asks_recent:
            self._ask_recent(draft_id, identity)

    def _on_no_identity(self, draft_id: str, problem: Problem) -> None:
        form = self._opened(draft_id)
        if form is not None:
            self._has_answer = True
            form.tell_identity(problem)
            if not self._reception.known().agent.login:
                form.tell_recent(problem)

    def _opened(self, draft_id: str) -> ReportForm | None:
        """Give the form while this very report is open in it."""
        form = self._form
        is_there = form is not None and form.is_open() and form.current().id == draft_id
        return form if is_there else None
