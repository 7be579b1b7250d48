"""The words for what a report lacks before it can be sent."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def lacking() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may be missing or wrong in a form."""
    translate = QCoreApplication.translate
    return {
        Code.KIND_MISSING: (translate("Words", "Wybierz rodzaj problemu."), ""),
        Code.DESCRIPTION_MISSING: (translate("Words", "Napisz w jednym zdaniu, co się stało."), ""),
        Code.OCCURRENCE_MISSING: (translate("Words", "Zaznacz, jak często to się zdarza."), ""),
        Code.AGENT_MISSING: (translate("Words", "Podaj nazwę agenta."), ""),
        Code.NAMES_MISSING: (translate("Words", "Wpisz, których agentów to dotyczy."), ""),
        Code.SYSTEM_MISSING: (
            translate("Words", "Brak adresu systemu."),
            translate("Words", "Wpisz go, na przykład twojanazwa.daktela.com."),
        ),
        Code.TIME_UNCLEAR: (
            translate("Words", "Nie wiadomo, kiedy to się stało."),
            translate("Words", "Wpisz np. „dziś o 13:55”, „wczoraj 9:10” albo „10 minut temu”."),
        ),
        Code.TIME_AHEAD: (
            translate("Words", "Podany czas jeszcze nie nadszedł."),
            translate("Words", "Sprawdź datę i godzinę."),
        ),
        Code.TIME_SKIPPED: (
            translate("Words", "Takiej godziny nie było: przestawiono wtedy zegary."),
            translate("Words", "Podaj inną godzinę."),
        ),
        Code.INQUIRY_TEXT_MISSING: (translate("Words", "Napisz, o co chodzi."), ""),
        Code.EMAIL_MISSING: (
            translate("Words", "Podaj swój adres e-mail."),
            translate("Words", "Na ten adres przyjdzie odpowiedź."),
        ),
        Code.EMAIL_INVALID: (
            translate("Words", "„{address}” nie jest adresem e-mail."),
            translate("Words", "Popraw go: na ten adres przyjdzie odpowiedź."),
        ),
        Code.TEXT_TOO_LONG: (
            translate("Words", "Tekst jest za długi (najwyżej {limit} znaków)."),
            translate("Words", "Skróć go trochę."),
        ),
        Code.ATTACHMENT_UNREADABLE: (translate("Words", "Pliku {name} nie można odczytać."), ""),
        Code.FILE_NOT_WRITTEN: (
            translate("Words", "Nie udało się zapisać pliku {path}."),
            translate("Words", "Wybierz inną nazwę albo inny folder."),
        ),
        Code.ATTACHMENT_TOO_LARGE: (
            translate("Words", "Plik {name} jest za duży (najwyżej {limit} MB)."),
            "",
        ),
    }
