"""The words for what this desktop does not offer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def desktop() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen between the program and the desktop."""
    translate = QCoreApplication.translate
    return {
        Code.NO_DISPLAY: (
            translate("Words", "Nie znaleziono ekranu."),
            translate(
                "Words", "Dzwonek z ikoną potrzebuje pulpitu. Polecenia działają i bez niego."
            ),
        ),
        Code.NO_TRAY: (
            translate("Words", "Na tym pulpicie nie ma zasobnika z ikonami."),
            translate("Words", "To okno zastępuje ikonę dzwonka."),
        ),
        Code.NO_NOTICES: (translate("Words", "Ten pulpit nie pokazuje powiadomień."), ""),
        Code.AUTOSTART_FAILED: (
            translate("Words", "Nie udało się ustawić uruchamiania z komputerem."),
            translate("Words", "Powiadom administratora."),
        ),
        Code.AUTOSTART_FOR_ALL: (
            translate("Words", "Włączone dla wszystkich przez administratora."),
            "",
        ),
        Code.AUTOSTART_SWITCHED_OFF: (
            translate("Words", "Uruchamianie Dzwonka jest wyłączone w Menedżerze zadań."),
            translate("Words", "Włącz je tam, na karcie aplikacji autostartu (Ctrl+Shift+Esc)."),
        ),
        Code.LINK_FAILED: (translate("Words", "Nie udało się otworzyć {address}."), ""),
        Code.CLOCK_DOUBTED: (
            translate("Words", "Zegar tego komputera jest błędny: wskazuje {shown} UTC."),
            translate("Words", "Ustaw datę i godzinę w systemie albo powiadom administratora."),
        ),
        Code.UNEXPECTED: (
            translate("Words", "Coś poszło nie tak w Dzwonku."),
            translate("Words", "Spróbuj jeszcze raz. To, co zapisane, jest bezpieczne."),
        ),
        Code.INSTANCE_NOT_CLAIMED: (
            translate("Words", "Dzwonek nie mógł się uruchomić: folder {folder} jest niedostępny."),
            translate("Words", "Powiadom administratora."),
        ),
        Code.INSTANCE_SILENT: (
            translate("Words", "Dzwonek już działa, ale nie odpowiada."),
            translate(
                "Words",
                "Poczekaj chwilę. Jeśli to nie pomoże, zakończ go w systemie i uruchom ponownie.",
            ),
        ),
        Code.MAIL_PROGRAM_MISSING: (
            translate("Words", "Na tym komputerze nie ma programu pocztowego."),
            translate("Words", "Zapisz zgłoszenie jako .eml i prześlij je inaczej albo zadzwoń."),
        ),
        Code.MAIL_PROGRAM_FAILED: (
            translate("Words", "Program pocztowy nie otworzył zgłoszenia."),
            translate("Words", "Zapisz je jako .eml i dołącz do wiadomości."),
        ),
        Code.MAIL_PROGRAM_CLOSED: (
            translate("Words", "Wiadomość zamknięto w programie pocztowym bez wysłania."),
            "",
        ),
        Code.MAIL_PROGRAM_LATE: (
            translate("Words", "Program pocztowy nie odpowiedział w porę."),
            translate("Words", "Sprawdź w nim, czy zgłoszenie jest otwarte albo wysłane."),
        ),
        Code.MAIL_PROGRAM_LEFT: (
            translate("Words", "Już nie czekamy na program pocztowy."),
            translate("Words", "Sprawdź w nim, czy zgłoszenie jest otwarte albo wysłane."),
        ),
    }
