"""The words for what Daktela does not tell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def daktela() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen on the way to Daktela."""
    translate = QCoreApplication.translate
    return {
        Code.DAKTELA_NOT_CONFIGURED: (
            translate("Words", "Nie podano adresu systemu Daktela."),
            translate("Words", "Wpisz go w Ustawieniach."),
        ),
        Code.DAKTELA_ADDRESS_INVALID: (
            translate("Words", "„{address}” nie jest adresem systemu."),
            translate("Words", "Przykład: twojanazwa.daktela.com."),
        ),
        Code.DAKTELA_NOT_A_DAKTELA: (
            translate("Words", "Pod adresem {host} nie odpowiada Daktela."),
            translate("Words", "Sprawdź adres: to ten, który widać w przeglądarce podczas pracy."),
        ),
        Code.DAKTELA_UNREACHABLE: (
            translate("Words", "Nie udało się połączyć z {host}."),
            translate(
                "Words", "Sprawdź sieć. Zgłoszenie można napisać i wysłać bez tego połączenia."
            ),
        ),
        Code.DAKTELA_CERTIFICATE: (
            translate("Words", "Certyfikat {host} nie jest zaufany."),
            translate("Words", "Powiadom administratora. Niczego tam nie wysłano."),
        ),
        Code.DAKTELA_LATE: (
            translate("Words", "{host} nie odpowiada na czas."),
            translate("Words", "Można pisać dalej, dane wpisz ręcznie."),
        ),
        Code.DAKTELA_NOT_SIGNED_IN: (
            translate("Words", "Brak ważnego logowania do Dakteli."),
            translate(
                "Words",
                "Zaloguj się w Ustawieniach (wklejony token mógł stracić ważność)"
                " albo wpisz dane ręcznie.",
            ),
        ),
        Code.DAKTELA_WRONG_PASSWORD: (
            translate("Words", "Daktela odrzuciła login lub hasło."),
            translate(
                "Words", "Sprawdź pisownię. Przy logowaniu przez Google lub Microsoft użyj tokenu."
            ),
        ),
        Code.DAKTELA_NO_RIGHT: (
            translate("Words", "Nie udało się odczytać ostatnich rozmów: brak uprawnień."),
            translate("Words", "Numery wpisz ręcznie."),
        ),
        Code.DAKTELA_BUSY: (
            translate("Words", "Daktela chwilowo odmawia odpowiedzi."),
            translate("Words", "Można pisać dalej, dane wpisz ręcznie."),
        ),
        Code.DAKTELA_ANSWER_UNKNOWN: (
            translate("Words", "Odpowiedzi Dakteli nie udało się zrozumieć."),
            translate("Words", "Dane wpisz ręcznie."),
        ),
    }
