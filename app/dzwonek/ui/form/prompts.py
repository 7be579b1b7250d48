"""What the support page asks one to say, as short prompts: one click writes a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dzwonek.domain.kinds import Kind
from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.look import Act, Space, button, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

MOST = 6  # prompts of one kind


@dataclass(frozen=True, slots=True)
class Prompt:
    """A few words on the button, and the sentence that they write."""

    text: str
    sentence: str


class Prompts(QWidget):
    """The prompts of the chosen kind, as quiet links above the description."""

    wanted = Signal(str)  # sentence

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prompts")
        self.links: list[QPushButton] = []
        self._sentences: list[str] = []
        self._row = FlowRow(self, gap=px(self, Space.TIGHT), line_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for place in range(MOST):
            self._add(place)
        self.show_kind(None)

    def show_kind(self, kind: Kind | None) -> None:
        """Offer what belongs to a kind; before one is chosen, what cannot wait."""
        prompts = prompts_of(kind)
        self._sentences = [prompt.sentence for prompt in prompts]
        for link, prompt in zip(self.links, prompts, strict=False):
            link.setText(prompt.text.replace("&", "&&"))
            link.setAccessibleName(prompt.text)
            link.setAccessibleDescription(prompt.sentence)
        for place, link in enumerate(self.links):
            link.setVisible(place < len(prompts))
        self.updateGeometry()

    def _add(self, place: int) -> None:
        link = button("", Act.LINK, self, is_dense=True)
        link.setObjectName(f"prompts.{place}")
        link.setProperty("place", place)
        link.clicked.connect(self._want)
        self.links.append(link)
        self._row.addWidget(link)

    def _want(self) -> None:
        self.wanted.emit(self._sentences[int(self.sender().property("place"))])


def write_sentence(text: QPlainTextEdit, sentence: str) -> None:
    """Write a sentence behind what stands there; one Ctrl+Z takes it back."""
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    before = text.toPlainText()
    gap = "" if not before or before[-1].isspace() else " "
    cursor.beginEditBlock()  # else the undo takes what was typed before with it
    cursor.insertText(f"{gap}{sentence}")
    cursor.endEditBlock()
    text.setTextCursor(cursor)


def says_outage(text: str) -> bool:
    """Say whether a text has one of the sentences of those prompts that cannot wait."""
    return any(prompt.sentence in text for prompt in _outages())


def prompts_of(kind: Kind | None) -> tuple[Prompt, ...]:
    """Give the prompts of a kind."""
    match kind:
        case None:
            return _outages()
        case Kind.CALL_IN | Kind.CALL_OUT:
            return (*_call(), _outages()[kind is Kind.CALL_IN])
        case Kind.EMAIL:
            return _letter()
        case Kind.CHAT:
            return _chat()
        case Kind.OTHER:
            return _other()


def _outages() -> tuple[Prompt, Prompt]:
    translate = QCoreApplication.translate
    return (
        Prompt(
            translate("Prompts", "Nikt nie może dzwonić"),
            translate("Prompts", "Nikt z nas nie może dzwonić."),
        ),
        Prompt(
            translate("Prompts", "Klienci nie mogą się dodzwonić"),
            translate("Prompts", "Klienci nie mogą się do nas dodzwonić."),
        ),
    )


def _call() -> tuple[Prompt, ...]:
    translate = QCoreApplication.translate
    return (
        Prompt(
            translate("Prompts", "Nie słyszę klienta"),
            translate("Prompts", "Nie słyszę klienta, klient mnie słyszy."),
        ),
        Prompt(
            translate("Prompts", "Klient mnie nie słyszy"),
            translate("Prompts", "Klient mnie nie słyszy, ja klienta słyszę."),
        ),
        Prompt(
            translate("Prompts", "Rozłączyło rozmowę"),
            translate("Prompts", "Rozmowa została rozłączona w trakcie."),
        ),
        Prompt(
            translate("Prompts", "Echo lub trzaski"),
            translate("Prompts", "W rozmowie było echo lub trzaski."),
        ),
        Prompt(
            translate("Prompts", "Na innym urządzeniu też"),
            translate("Prompts", "Na innej linii i innym urządzeniu jest tak samo."),
        ),
    )


def _letter() -> tuple[Prompt, ...]:
    translate = QCoreApplication.translate
    return (
        Prompt(
            translate("Prompts", "Nie przychodzi"),
            translate("Prompts", "E-mail od klienta do nas nie dotarł."),
        ),
        Prompt(
            translate("Prompts", "Nie wychodzi"),
            translate("Prompts", "E-maila nie da się wysłać."),
        ),
        Prompt(
            translate("Prompts", "Brak załącznika"),
            translate("Prompts", "W e-mailu brakuje załącznika."),
        ),
        Prompt(
            translate("Prompts", "Zła treść"),
            translate("Prompts", "Treść e-maila wyświetla się błędnie."),
        ),
    )


def _chat() -> tuple[Prompt, ...]:
    translate = QCoreApplication.translate
    return (
        Prompt(
            translate("Prompts", "Wiadomości nie dochodzą"),
            translate("Prompts", "Wiadomości na czacie nie dochodzą."),
        ),
        Prompt(
            translate("Prompts", "Czat się urwał"),
            translate("Prompts", "Czat został zamknięty w trakcie."),
        ),
        Prompt(
            translate("Prompts", "Nie widać czatu na stronie"),
            translate("Prompts", "Klienci nie widzą czatu na stronie."),
        ),
    )


def _other() -> tuple[Prompt, ...]:
    translate = QCoreApplication.translate
    return (
        Prompt(
            translate("Prompts", "Nie mogę się zalogować"),
            translate("Prompts", "Nie mogę się zalogować do Dakteli."),
        ),
        Prompt(
            translate("Prompts", "Działa powoli"),
            translate("Prompts", "Daktela działa bardzo powoli."),
        ),
        Prompt(
            translate("Prompts", "Komunikat o błędzie"),
            translate("Prompts", "Pojawia się komunikat o błędzie: "),
        ),
        _outages()[0],
    )
