"""The questions and sentences of *Moje zgłoszenia* that speak of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import State
from dzwonek.ui.list_questions import Question
from dzwonek.ui.report_lines import Group, first_words
from dzwonek.ui.saving import proposed

if TYPE_CHECKING:
    from dzwonek.ui.report_lines import Line

translate = QCoreApplication.translate


def proposal(line: Line) -> str:
    """Propose a file among the person's documents, named by the report's code."""
    return proposed(line.code)


def discard_question(line: Line) -> Question:
    """Ask whether a line may go."""
    asked = translate("MyReports", "Usunąć „{words}”, {when} ({code})?")
    return Question(
        name="ask_discard",
        title=translate("MyReports", "Usuń"),
        text=asked.format(words=first_words(line.words), when=line.when, code=line.code),
        more=_what_is_lost(line),
        yes=translate("MyReports", "Usuń"),
        no=translate("MyReports", "Zostaw"),
    )


def _what_is_lost(line: Line) -> str:
    if line.entry is not None and line.entry.is_by_hand:
        return translate("MyReports", "Zniknie tylko z tego komputera.")
    if line.group is Group.DELIVERED:
        return translate("MyReports", "Serwer poczty już je ma. Zniknie tylko z tego komputera.")
    return translate("MyReports", "Nie zostanie wysłane i nie da się go odzyskać.")


def resend_question(line: Line) -> Question:
    """Ask whether a report that may have arrived is to be sent as a new one."""
    asked = translate("MyReports", "Wysłać zgłoszenie {code} ponownie jako nowe?")
    is_kept = line.entry is not None and line.entry.state is State.DELIVERED
    kept = translate(
        "MyReports",
        "Dostanie nowy kod i pójdzie jako osobna wiadomość. Wsparcie może mieć wtedy oba.",
    )
    replaced = translate(
        "MyReports",
        "Dostanie nowy kod i pójdzie jako osobna wiadomość, a dotychczasowe już nie. "
        "Jeśli tamto jednak dotarło, wsparcie będzie miało oba.",
    )
    return Question(
        name="ask_resend",
        title=translate("MyReports", "Wyślij ponownie jako nowe"),
        text=asked.format(code=line.code),
        more=kept if is_kept else replaced,
        yes=translate("MyReports", "Wyślij jako nowe"),
        no=translate("MyReports", "Zostaw"),
    )


def arrived_question(line: Line) -> Question:
    """Ask whether a report that still waits here has arrived by another way."""
    asked = translate("MyReports", "Czy zgłoszenie {code} dotarło do wsparcia inną drogą?")
    return Question(
        name="ask_arrived",
        title=translate("MyReports", "Dotarło inną drogą"),
        text=asked.format(code=line.code),
        more=translate(
            "MyReports", "Ten komputer już go wtedy nie wyśle. Zostanie na liście jako przekazane."
        ),
        yes=translate("MyReports", "Tak, dotarło"),
        no=translate("MyReports", "Jeszcze nie"),
    )


def empty_words(*, is_searched: bool, elsewhere: int, is_filtered: bool) -> str:
    """Say of an empty list what would stand in it, or why this part of it is empty.

    `elsewhere` counts what fits the search in other groups.
    """
    if is_searched and elsewhere:
        return translate("MyReports", "Nic nie pasuje w tej grupie. Zajrzyj do „Wszystkie”.")
    if is_searched:
        return translate(
            "MyReports",
            "Nic nie pasuje. Szukamy początku opisu, numerów, osób, kodu i numeru od wsparcia.",
        )
    if is_filtered:
        return translate("MyReports", "W tej grupie nic nie ma.")
    return translate(
        "MyReports", "Nic tu nie ma. Gdy coś zgłosisz, zobaczysz tu, co się z tym dzieje."
    )
