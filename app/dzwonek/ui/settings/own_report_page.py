"""The part that sends a test report to oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dzwonek.domain.problem import Problem
from dzwonek.ui.look import Type
from dzwonek.ui.settings.fields import Page
from dzwonek.ui.settings.trial import Trial

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dzwonek.config.settings import Settings
    from dzwonek.domain.delivery import Entry


class OwnReportPage(Page):
    """Emits the wish to send a test report the whole way, to one's own address."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page.own_report", parent)
        self.trial = Trial("test_report", self)
        self.trial.wanted.connect(self.wanted)
        self.column.addWidget(self.trial)

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(
            self.tr("Zgłoszenie próbne do siebie"),
            self.tr("Przejdzie całą drogę, bez zrzutów, oznaczone TEST. Wsparcie go nie dostanie."),
        )
        self.trial.say(self.tr("Wyślij do siebie"), "")

    def load(self, settings: Settings) -> None:
        """Start without an answer."""
        self.forget()

    def values(self) -> dict[str, object]:
        """Give nothing to be saved."""
        return {}

    def tell_sent(self, address: str) -> None:
        """Say where to look: the report is on its way, and only notices tell how far it is."""
        self.trial.tell(
            lambda: self.tr("Pójdzie na {address}. O wyniku powie powiadomienie.").format(
                address=address
            ),
            Type.QUIET,
        )

    def tell(self, answer: Entry | Problem, address: str) -> None:
        """Say how far it is; that it arrived only the mailbox can show."""
        if isinstance(answer, Problem):
            self.trial.tell_problem(answer)
        elif answer.delivered_at is not None:
            self.trial.tell(
                lambda: self.tr(
                    "Serwer poczty przyjął zgłoszenie próbne. Sprawdź skrzynkę {address}."
                ).format(address=address),
                Type.GOOD,
            )
        elif answer.problem is not None:
            self.trial.tell_problem(answer.problem)
        else:
            self.trial.tell(
                lambda: self.tr("Zapisano na tym komputerze. Teraz idzie na {address}.").format(
                    address=address
                ),
                Type.QUIET,
            )

    def forget(self) -> None:
        """Take the last answer away."""
        self.trial.forget()
