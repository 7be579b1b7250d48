"""What keeps a report from leaving, told on top and at the fields, until it is corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.when import Unread
from dzwonek.reporting.check import problems_of
from dzwonek.ui.form.complaints import field_of
from dzwonek.ui.form.said import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from dzwonek.domain.report import Draft
    from dzwonek.ui.form.body import Body
    from dzwonek.ui.form.person import PersonBar

UNREAD = {
    Unread.UNCLEAR: Code.TIME_UNCLEAR,
    Unread.AHEAD: Code.TIME_AHEAD,
    Unread.SKIPPED: Code.TIME_SKIPPED,
}


class Corrections:
    """Shows what is wrong, and takes each word back when its field is right."""

    def __init__(
        self, person: PersonBar, body: Body, words: Callable[[Problem], tuple[str, str]]
    ) -> None:
        self._person, self._body, self._words = person, body, words
        self._told: dict[str, list[Problem]] = {}  # by field
        self._mended: set[str] = set()
        body.summary.field_wanted.connect(self.lead_to)
        body.summary.writing_wanted.connect(self._write_to)

    def forget(self) -> None:
        """Begin with a report that nothing was said of."""
        self._told, self._mended = {}, set()

    def faults_of_time(self) -> tuple[Problem, ...]:
        """Say why the typed time cannot be understood."""
        fault = self._body.when.fault
        return (Problem(UNREAD[fault]),) if fault is not None else ()

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Say what keeps the report from leaving; nothing typed is touched."""
        self.forget()
        self._person.mend()
        self._person.show_system_wrong("")
        self._body.clear_errors()
        for problem in problems:
            field = field_of(problem)
            if field:
                self._told.setdefault(field, []).append(problem)
                self._show_at(field, problem)
        self._body.summary.show_problems(problems)

    def look_again(self, current: Callable[[], Draft]) -> None:
        """After an edit: take back what is right now, and say again what is wrong again."""
        if not self._told:
            return
        left = {
            (field_of(problem), problem.code)
            for problem in (*problems_of(current()), *self.faults_of_time())
        }
        for field, problems in self._told.items():
            is_right = not any((field, problem.code) in left for problem in problems)
            if is_right and field not in self._mended:
                self._mended.add(field)
                self._mend(field)
            elif not is_right and field in self._mended:
                self._mended.remove(field)
                self._body.summary.reopen(field)
                for problem in problems:
                    self._show_at(field, problem)

    def lead_to(self, field: str) -> None:
        """Put the keyboard on a field."""
        if field == "agent":
            self._person.focus_in()
        elif field == "host":
            self._person.focus_system()
        else:
            self._body.focus_field(field)

    def _write_to(self, field: str, letter: QKeyEvent) -> None:
        self.lead_to(field)
        self._body.summary.hand_on(letter)

    def _show_at(self, field: str, problem: Problem) -> None:
        title, advice = self._words(problem)
        message = one_line(" ".join(part for part in (title, advice) if part))
        if field == "agent":
            self._person.show_wrong(message)
        elif field == "host":
            self._person.show_system_wrong(one_line(title))
        else:
            self._body.show_error(field, message)

    def _mend(self, field: str) -> None:
        if field == "agent":
            self._person.mend()
        elif field == "host":
            self._person.show_system_wrong("")
        else:
            self._body.mend(field)
        self._body.summary.mend(field)
