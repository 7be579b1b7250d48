"""The page of the customer's Daktela: its address, and the check that it is one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dzwonek.domain.problem import Problem
from dzwonek.ui.look import Act, Space, Type, announce, button, px
from dzwonek.ui.settings.faults import VENDOR, faults, is_foreign, origin, shown_host
from dzwonek.ui.settings.fields import LineField, Page, paragraph
from dzwonek.ui.settings.trial import Trial
from dzwonek.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from dzwonek.config.settings import Settings

URL = "system.url"
EXAMPLE = "twojanazwa.daktela.com"


class ForeignAddress(QFrame):
    """Asks once whether an address outside the vendor's domain is meant.

    The window puts it below all pages, so that nothing moves under the mouse when it comes.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foreign")
        self.setProperty("ground", "notice")
        self._host = ""
        self.words = paragraph(Type.BODY, self)
        self.yes = button("", Act.NORMAL, self)
        self.yes.setObjectName("foreign.yes")
        self.yes.clicked.connect(self.agreed)
        self.no = button("", Act.LINK, self)
        self.no.setObjectName("foreign.no")
        self.no.clicked.connect(self.declined)
        column = QVBoxLayout(self)
        edge = px(self, Space.MEDIUM)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def ask(self, host: str) -> None:
        """Ask about a host; the keyboard goes to the answer."""
        self._host = host
        self.say()
        self.show()
        self.yes.setFocus()
        announce(self, self.words.text())

    def say(self) -> None:
        """Set all texts anew."""
        question = self.tr("Adres {host} nie kończy się na daktela.com. Czy jest właściwy?")
        self.words.setText(question.format(host=self._host))
        self.yes.setText(self.tr("Tak, to nasz system"))
        self.no.setText(self.tr("Popraw adres"))


class SystemPage(Page):
    """Takes the address, and emits the wish to check it."""

    check_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, suffix: str = VENDOR) -> None:
        super().__init__("page.system", parent)
        self._suffix = suffix
        self._agreed: set[str] = set()  # hosts
        self._came_from: QWidget | None = None
        self._then: Callable[[], None] | None = None
        self.address = LineField(URL, self, EXAMPLE)
        self.foreign = ForeignAddress(self)
        self.check = Trial("system.check", self)
        for part in (self.address, self.check):
            self.column.addWidget(part)
        self.address.edited.connect(self._on_edited)
        self.address.edit.returnPressed.connect(self._check)
        self.check.wanted.connect(self._check)
        self.foreign.agreed.connect(self._on_agreed)
        self.foreign.declined.connect(self._on_declined)

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(self.tr("System"))
        self.address.say(
            self.tr("Adres systemu Daktela"),
            self.tr("Ten, który widać w przeglądarce podczas pracy."),
        )
        self.check.say(self.tr("Sprawdź adres"), self.tr("Sprawdzamy…"))
        self.foreign.say()

    def load(self, settings: Settings) -> None:
        """Show the address that holds; it was agreed to when it was saved."""
        self.address.show_text(shown_host(settings.system.url))
        self._agreed.add(self.address.text())
        self.foreign.hide()
        self.check.stop()

    def values(self) -> dict[str, object]:
        """Give the address as a whole origin, or as typed when it is none."""
        typed = self.address.text()
        return {URL: typed if faults({URL: typed}) or not typed else origin(typed)}

    @property
    def is_asking(self) -> bool:
        """Say whether the question about the address waits for its answer."""
        return not self.foreign.isHidden()

    def to_address(self) -> None:
        """Put the keyboard on the address."""
        self.address.edit.setFocus()
        self.address.edit.selectAll()

    def when_meant(self, then: Callable[[], None]) -> bool:
        """Call `then` if the address can be meant; a foreign one is asked about first, once.

        Says whether it was called at once.
        """
        typed = self.address.text()
        problem = faults({URL: typed}).get(URL)
        if problem is not None:
            self.address.show_wrong(partial(sentence, problem))
            self.address.edit.setFocus()
            return False
        if is_foreign(typed, self._suffix) and shown_host(typed) not in self._agreed:
            self._then = then
            self._came_from = self.window().focusWidget()
            self.foreign.ask(shown_host(typed))
            return False
        then()
        return True

    def tell(self, answer: str | Problem) -> None:
        """Say whether a Daktela answers at the address; the address as it will be kept is shown."""
        if isinstance(answer, Problem):
            self.check.tell_problem(answer)
            return
        host = shown_host(answer)
        self.address.show_text(host)
        self.check.tell(
            lambda: self.tr("Tak, pod adresem {host} odpowiada Daktela.").format(host=host),
            Type.GOOD,
        )

    def _check(self) -> None:
        if not self.address.text():
            self.address.show_wrong(
                lambda: self.tr("Wpisz adres, na przykład twojanazwa.daktela.com.")
            )
            self.address.edit.setFocus()
            return
        self.when_meant(self._start)

    def _start(self) -> None:
        self.check.start()
        self.check_wanted.emit(self.address.text())

    def _on_edited(self) -> None:
        self.foreign.hide()
        self.check.stop()
        self.edited.emit()

    def _on_agreed(self) -> None:
        self._agreed.add(shown_host(self.address.text()))
        (self._came_from or self.address.edit).setFocus()
        self.foreign.hide()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_declined(self) -> None:
        self.foreign.hide()
        self._then = None
        self.to_address()
