"""The page of the person at this desk: name and mail address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.ui.settings.fields import LineField, Page, side_by_side

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dzwonek.config.settings import Settings
    from dzwonek.domain.identity import Agent

NAME, EMAIL = "agent.name", "agent.email"


class PersonPage(Page):
    """Takes what support needs to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page.person", parent)
        self.name = LineField(NAME, self)
        self.email = LineField(EMAIL, self)
        self.column.addWidget(side_by_side(self, self.name, self.email))
        for field in (self.name, self.email):
            field.edited.connect(self.edited)

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(self.tr("O mnie"))
        self.name.say(
            self.tr("Imię i nazwisko"), self.tr("Używamy ich, gdy Daktela nie poda agenta.")
        )
        self.email.say(self.tr("Mój adres e-mail"), self.tr("Tu wsparcie przyśle odpowiedź."))

    def load(self, settings: Settings) -> None:
        """Show what holds."""
        self.name.show_text(settings.agent.name)
        self.email.show_text(settings.agent.email)

    def values(self) -> dict[str, object]:
        """Give what was typed."""
        return {NAME: self.name.text(), EMAIL: self.email.text()}

    def offer(self, agent: Agent) -> None:
        """Fill what is still empty with what Daktela knows."""
        for field, known in ((self.name, agent.name), (self.email, agent.email)):
            if known and not field.text() and not field.is_locked:
                field.show_text(known)
                self.edited.emit()
