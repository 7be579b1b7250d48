"""A try that a person starts: its button, its progress, the way to break it off, its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.look import Act, Space, Type, announce, button, px, set_mark
from dzwonek.ui.settings.fields import paragraph
from dzwonek.ui.words import title_and_advice

if TYPE_CHECKING:
    from collections.abc import Callable

# Their advice speaks of waiting reports or sends people into the settings, where they are already.
TITLE_SAYS_ALL = frozenset(
    {
        Code.DAKTELA_NOT_CONFIGURED,
        Code.DAKTELA_NOT_SIGNED_IN,
        Code.DAKTELA_BUSY,
        Code.DAKTELA_LATE,
        Code.DAKTELA_ANSWER_UNKNOWN,
        Code.DAKTELA_UNREACHABLE,
        Code.MAIL_ADDRESS_INVALID,
        Code.MAIL_GARBLED,
        Code.MAIL_LOGIN_REFUSED,
        Code.MAIL_LOGIN_WANTED,
        Code.MAIL_NOT_CONFIGURED,
        Code.MAIL_PASSWORD_MISSING,
        Code.MAIL_SENDER_REFUSED,
        Code.MAIL_TLS_FAILED,
        Code.MAIL_TRY_LATER,
        Code.MAIL_UNCERTAIN,
    }
)
LOOK_AT_THE_NET = frozenset(
    {
        Code.DAKTELA_LATE,
        Code.DAKTELA_UNREACHABLE,
        Code.MAIL_HOST_UNKNOWN,
        Code.MAIL_LATE,
        Code.MAIL_UNREACHABLE,
    }
)


class Trial(QWidget):
    """Emits the wish to try something, and shows what came of it."""

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget, act: Act = Act.NORMAL) -> None:
        super().__init__(parent)
        self.is_running = False
        self._idle = self._busy = ""
        self._answer: Callable[[], str] | None = None
        self.button = button("", act, self)
        self.button.setObjectName(name)
        self.button.clicked.connect(self._on_click)
        self.cancel = button("", Act.LINK, self)
        self.cancel.setObjectName(f"{name}.cancel")
        self.cancel.clicked.connect(self._on_cancel)
        self.cancel.hide()
        self.told = paragraph(Type.QUIET, self)
        self.told.setObjectName(f"{name}.told")
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.button)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.TIGHT))
        column.addLayout(row)
        column.addWidget(self.told)

    def say(self, idle: str, busy: str) -> None:
        """Name the button, at rest and while it works."""
        self._idle, self._busy = idle, busy
        self.cancel.setText(QCoreApplication.translate("Settings", "Przerwij"))
        self._show_button()
        if self._answer is not None:
            self.told.setText(self._answer())

    def start(self) -> None:
        """Show that the try is under way."""
        self.forget()
        self.is_running = True
        self.cancel.show()
        self._show_button()
        announce(self.button, self._busy)

    def tell(self, answer: Callable[[], str], kind: Type) -> None:
        """Show what came of it; `answer` is asked again when the language changes."""
        self._end()
        self._answer = answer
        self.told.setText(answer())
        set_mark(self.told, "kind", kind.value)
        self.told.show()
        announce(self.told, self.told.text())

    def tell_problem(self, problem: Problem) -> None:
        """Show why it did not work."""
        self.tell(lambda: trial_words(problem), Type.DANGER)

    def forget(self) -> None:
        """Take the last answer away: it is true no more."""
        self._answer = None
        self.told.setText("")
        self.told.hide()

    def stop(self) -> None:
        """Break off what is under way, and the answer with it."""
        if self.is_running:
            self._end()
            self.cancelled.emit()
        self.forget()

    def _on_click(self) -> None:
        if not self.is_running:
            self.wanted.emit()

    def _on_cancel(self) -> None:
        self._end()
        self.cancelled.emit()
        self.tell(lambda: QCoreApplication.translate("Settings", "Przerwano."), Type.QUIET)

    def _end(self) -> None:
        if self.cancel.hasFocus():
            self.button.setFocus()
        self.is_running = False
        self.cancel.hide()
        self._show_button()

    def _show_button(self) -> None:
        self.button.setText(self._busy if self.is_running else self._idle)


def fault_words(problem: Problem) -> str:
    """Say briefly, at a field, what cannot stand in it."""
    if problem.code is Code.SETTINGS_INVALID_VALUE:
        text = QCoreApplication.translate("Settings", "Dozwolone: {allowed}")
        return text.format(allowed=problem.values.get("allowed", "–"))
    return trial_words(problem)


def trial_words(problem: Problem) -> str:
    """Put a failed try into words that fit beside the fields it is about."""
    title, advice = title_and_advice(problem)
    if problem.code in LOOK_AT_THE_NET:
        advice = QCoreApplication.translate("Settings", "Sprawdź sieć i wpisany adres.")
    elif problem.code in TITLE_SAYS_ALL:
        advice = ""
    return f"{title} {advice}".strip()
