"""The words for what a mail server says, or does not say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def mail_connection() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen on the way to a mail server."""
    translate = QCoreApplication.translate
    return {
        Code.MAIL_NOT_CONFIGURED: (
            translate("Words", "Nie podano serwera poczty."),
            translate("Words", "Wpisz go w Ustawieniach. Zgłoszenia czekają na tym komputerze."),
        ),
        Code.MAIL_ADDRESS_INVALID: (
            translate("Words", "„{address}” nie jest adresem e-mail."),
            translate("Words", "Popraw adres w Ustawieniach."),
        ),
        Code.MAIL_HOST_UNKNOWN: (
            translate("Words", "Nie znaleziono serwera poczty {host}."),
            translate("Words", "Sprawdź sieć i nazwę serwera. Spróbujemy ponownie."),
        ),
        Code.MAIL_UNREACHABLE: (
            translate("Words", "Nie udało się połączyć z serwerem poczty {host}."),
            translate("Words", "Spróbujemy ponownie."),
        ),
        Code.MAIL_LATE: (
            translate("Words", "Serwer poczty {host} nie odpowiada na czas."),
            translate("Words", "Spróbujemy ponownie."),
        ),
        Code.MAIL_NOT_ADMITTED: (
            translate("Words", "Serwer poczty {host} odmawia przyjęcia połączenia ({reply})."),
            translate("Words", "Powiadom administratora. Zgłoszenia czekają."),
        ),
        Code.MAIL_GARBLED: (
            translate("Words", "Serwer poczty {host} odpowiada niezrozumiale."),
            translate("Words", "Spróbujemy ponownie. Gdy się powtórzy, powiadom administratora."),
        ),
        Code.MAIL_CERTIFICATE: (
            translate("Words", "Certyfikat serwera poczty {host} nie jest zaufany."),
            translate("Words", "Powiadom administratora. Niczego tam nie wysłano."),
        ),
        Code.MAIL_TLS_FAILED: (
            translate("Words", "Bezpieczne połączenie z serwerem poczty {host} zostało przerwane."),
            translate("Words", "Spróbujemy ponownie."),
        ),
        Code.MAIL_STARTTLS_MISSING: (
            translate("Words", "Serwer poczty {host} nie oferuje szyfrowania."),
            translate("Words", "Powiadom administratora. Niczego tam nie wysłano."),
        ),
        Code.MAIL_NOT_LOOPBACK: (
            translate("Words", "Poczta bez szyfrowania działa tylko na tym komputerze."),
            translate("Words", "W Ustawieniach wybierz TLS albo STARTTLS."),
        ),
        Code.MAIL_PROXY_LOGIN: (
            translate("Words", "Serwer proxy {host} wymaga właściwej nazwy użytkownika i hasła."),
            translate("Words", "Powiadom administratora. Zgłoszenia czekają."),
        ),
        Code.MAIL_PROXY_FAILED: (
            translate("Words", "Nie udało się połączyć z serwerem poczty przez proxy {host}."),
            translate("Words", "Spróbujemy ponownie."),
        ),
        Code.MAIL_PROXY_REFUSED: (
            translate("Words", "Serwer proxy {host} nie chce łączyć z serwerem poczty ({reply})."),
            translate("Words", "Powiadom administratora. Zgłoszenia czekają."),
        ),
        Code.MAIL_TRY_LATER: (
            translate("Words", "Serwer poczty prosi, by spróbować później ({reply})."),
            translate("Words", "Spróbujemy ponownie."),
        ),
        Code.MAIL_UNCERTAIN: (
            translate("Words", "Serwer poczty nie potwierdził odbioru."),
            translate("Words", "Wyślemy tę samą wiadomość jeszcze raz."),
        ),
    }


def mail_refusals() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what a mail server may refuse."""
    translate = QCoreApplication.translate
    return {
        Code.MAIL_PASSWORD_MISSING: (
            translate("Words", "Brak hasła do serwera poczty."),
            translate("Words", "Wpisz je w Ustawieniach. Zgłoszenia czekają."),
        ),
        Code.MAIL_LOGIN_WANTED: (
            translate(
                "Words", "Serwer poczty {host} wymaga logowania, a nie podano nazwy użytkownika."
            ),
            translate("Words", "Wpisz ją i hasło w Ustawieniach. Zgłoszenia czekają."),
        ),
        Code.MAIL_LOGIN_REFUSED: (
            translate("Words", "Serwer poczty odrzucił nazwę użytkownika lub hasło."),
            translate("Words", "Popraw je w Ustawieniach. Zgłoszenia czekają."),
        ),
        Code.MAIL_BASIC_RETIRED: (
            translate("Words", "Ten serwer poczty nie przyjmuje już logowania hasłem."),
            translate("Words", "Powiadom administratora. Zgłoszenia czekają."),
        ),
        Code.MAIL_SENDER_REFUSED: (
            translate("Words", "Serwer poczty nie przyjmuje nadawcy {address}."),
            translate("Words", "Popraw adres nadawcy w Ustawieniach. Zgłoszenia czekają."),
        ),
        Code.MAIL_RECIPIENT_REFUSED: (
            translate("Words", "Serwer poczty nie przyjmuje adresata {address}."),
            translate("Words", "Powiadom administratora. Zgłoszenia czekają."),
        ),
        Code.MAIL_TOO_BIG: (
            translate("Words", "Zgłoszenie jest za duże dla serwera poczty."),
            translate("Words", "Zapisz je jako .eml i przekaż inną drogą albo zadzwoń."),
        ),
        Code.MAIL_CONTENT_REFUSED: (
            translate("Words", "Serwer poczty odrzucił treść zgłoszenia ({reply})."),
            translate("Words", "Zapisz je jako .eml i wyślij inną drogą albo zadzwoń."),
        ),
        Code.CHANNEL_NOT_BUILT: (
            translate("Words", "Kanał „{channel}” nie jest jeszcze dostępny."),
            translate("Words", "Ustaw kanał „mail”."),
        ),
    }
