"""What is said while a report that cannot be stored is sent at once, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import Phase
from dzwonek.domain.ports import Handed
from dzwonek.ui.form.said import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def progress_words(phase: Phase) -> str:
    """Say how far the sending is."""
    translate = QCoreApplication.translate
    match phase:
        case Phase.NONE | Phase.CONNECTED:
            return translate("Rescue", "Łączymy się z serwerem poczty…")
        case Phase.DOT_SENT:
            return translate("Rescue", "Czekamy na potwierdzenie serwera poczty…")
        case _:
            return translate("Rescue", "Wysyłamy zgłoszenie…")


def writing_words() -> str:
    """Say that the file is being written."""
    return QCoreApplication.translate("Rescue", "Piszemy plik…")


def failure_words(title: str, *, is_doubted: bool) -> str:
    """Say what kept it from leaving, and what is left to do."""
    translate = QCoreApplication.translate
    if is_doubted:
        rest = translate(
            "Rescue", "Wcześniejsza próba mogła jednak dotrzeć. Wyślij jeszcze raz albo zadzwoń."
        )
    else:
        rest = translate(
            "Rescue", "Zgłoszenie jest tylko w tym oknie: wyślij je jeszcze raz albo zapisz plik."
        )
    return f"{one_line(title)} {rest}".strip()


def cancelled_words(*, is_doubted: bool) -> str:
    """Say that the operator broke it off in time."""
    return failure_words(
        QCoreApplication.translate("Rescue", "Przerwano wysyłanie."), is_doubted=is_doubted
    )


def doubt_words() -> str:
    """Say that the server may have taken it, and that sending it again does no harm."""
    return QCoreApplication.translate(
        "Rescue",
        "Serwer poczty nie potwierdził odbioru: zgłoszenie mogło dotrzeć albo nie. "
        "Wyślij je jeszcze raz bez zmian: pójdzie ta sama wiadomość.",
    )


def file_words(path: Path, recipients: Sequence[str]) -> str:
    """Say where the file lies, and that a file is not yet a report that was sent."""
    told = QCoreApplication.translate(
        "Rescue",
        "Plik ze zgłoszeniem: {path}. Sam plik nie jest jeszcze wysłany: "
        "prześlij go na adres {address}.",
    )
    return told.replace("{address}", ", ".join(recipients)).replace("{path}", one_line(str(path)))


def coding_words() -> str:
    """Say that the code is being made."""
    return QCoreApplication.translate("Rescue", "Przygotowujemy kod…")


def code_words() -> str:
    """Say of a code that was shown and closed that it sent nothing by itself."""
    return QCoreApplication.translate(
        "Rescue", "Sam kod niczego nie wysłał. Zgłoszenie jest nadal w tym oknie."
    )


def handing_words() -> str:
    """Say that the mail program is being asked."""
    return QCoreApplication.translate("Rescue", "Otwieramy zgłoszenie w programie pocztowym…")


def handed_words(handed: Handed, recipients: Sequence[str]) -> str:
    """Say what the mail program has now; whether it is sent only that program knows."""
    translate = QCoreApplication.translate
    if handed is Handed.WORDS:
        told = translate(
            "Rescue",
            "Program pocztowy dostał samą treść, bez zdjęć. "
            "Dołącz w nim plik .eml i wyślij na adres {address}.",
        )
    elif handed is Handed.ASKED:
        told = translate(
            "Rescue",
            "Program pocztowy otwiera nową wiadomość z plikiem .eml. "
            "Jeśli pliku w niej nie ma, zapisz go i dołącz. Wyślij ją na adres {address}.",
        )
    else:
        told = translate(
            "Rescue",
            "Zgłoszenie jest w programie pocztowym. "
            "Sprawdź w nim, czy zostało wysłane na adres {address}.",
        )
    return told.replace("{address}", ", ".join(recipients))
