"""The words for what keeps reports: keyring, queue key, disk, index and the reports in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def keyring() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen to keyring and queue key."""
    translate = QCoreApplication.translate
    return {
        Code.KEYRING_MISSING: (
            translate("Words", "Na tym komputerze nie ma systemowego magazynu haseł."),
            translate("Words", "Haseł i tokenów nie zachowamy tu na stałe."),
        ),
        Code.KEYRING_LOCKED: (
            translate("Words", "Systemowy magazyn haseł jest zablokowany."),
            translate("Words", "Odblokuj go, a zgłoszenia ruszą same."),
        ),
        Code.KEYRING_LATE: (
            translate("Words", "Systemowy magazyn haseł nie odpowiada."),
            translate("Words", "Spróbujemy ponownie. Zgłoszenia czekają."),
        ),
        Code.KEYRING_REFUSED: (
            translate("Words", "Systemowy magazyn haseł nie przyjął tej wartości."),
            translate("Words", "Powiadom administratora."),
        ),
        Code.QUEUE_KEY_IN_FILE: (
            translate("Words", "Klucz do zapisanych zgłoszeń leży w pliku."),
            translate("Words", "To słabsza ochrona niż systemowy magazyn haseł."),
        ),
        Code.QUEUE_KEY_UNREACHABLE: (
            translate("Words", "Klucz do tych zgłoszeń jest teraz niedostępny."),
            translate("Words", "Odblokuj systemowy magazyn haseł, a zgłoszenia ruszą same."),
        ),
        Code.QUEUE_KEY_FORBIDDEN: (
            translate(
                "Words", "Nie zapisano: bez systemowego magazynu haseł niczego tu nie zapisujemy."
            ),
            translate("Words", "Tak ustawił administrator."),
        ),
    }


def store() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen to the reports on this computer."""
    translate = QCoreApplication.translate
    return {
        Code.DISK_FULL: (
            translate("Words", "Nie zapisano: na dysku nie ma miejsca."),
            translate("Words", "Zwolnij trochę miejsca i spróbuj ponownie."),
        ),
        Code.DISK_READ_ONLY: (
            translate("Words", "Nie zapisano: w tym folderze nie wolno zapisywać."),
            translate("Words", "Powiadom administratora."),
        ),
        Code.DISK_FAILED: (
            translate("Words", "Nie zapisano: dysk zgłosił błąd."),
            translate("Words", "Spróbuj ponownie, a gdy się powtórzy, powiadom administratora."),
        ),
        Code.STORE_NEWER: (
            translate("Words", "Zgłoszenia zapisała tu nowsza wersja programu."),
            translate(
                "Words", "Co ta wersja umie otworzyć, wysyła dalej. Zainstaluj nowszą wersję."
            ),
        ),
        Code.SEALED_FILE_DAMAGED: (
            translate("Words", "Plik zgłoszenia jest uszkodzony."),
            translate(
                "Words",
                "Nie można go wysłać. Plik zostaje na tym komputerze. Zgłoś problem ponownie.",
            ),
        ),
        Code.STORE_REBUILT: (
            translate("Words", "Spis zgłoszeń był uszkodzony i został odtworzony z plików."),
            translate("Words", "Zgłoszenia czekają na wysłanie jak przedtem."),
        ),
        Code.STORE_ON_NETWORK: (
            translate("Words", "Dane programu leżą na dysku sieciowym ({kind})."),
            translate("Words", "Bez sieci nic się tu nie zapisze. Powiadom administratora."),
        ),
        Code.STORE_READ_ONLY: (
            translate("Words", "Na dysku nie można teraz niczego zapisać."),
            translate(
                "Words",
                "Zgłoszenia można przejrzeć i zapisać jako .eml w innym miejscu. Wysyłka stoi.",
            ),
        ),
        Code.REPORT_UNKNOWN: (translate("Words", "Nie ma takiego zgłoszenia."), ""),
        Code.REPORT_BUSY: (
            translate("Words", "To zgłoszenie jest właśnie wysyłane."),
            translate("Words", "Poczekaj chwilę."),
        ),
        Code.OUTBOX_TROUBLED: (
            translate("Words", "Zgłoszenia, których nie udało się wysłać: {troubled}."),
            translate("Words", "Otwórz „Moje zgłoszenia”: przy każdym stoi, co zrobić."),
        ),
        Code.REPORT_FOREIGN: (
            translate("Words", "Tego zgłoszenia nie da się ułożyć na nowo."),
            translate("Words", "Zapisało je inne wydanie programu. Zapisz je jako .eml."),
        ),
        Code.TICKET_INVALID: (
            translate("Words", "Nie widać tu jednego numeru zgłoszenia."),
            translate("Words", "Wpisz sam numer z odpowiedzi wsparcia, na przykład 12345."),
        ),
        Code.TICKET_OWN_CODE: (
            translate("Words", "To kod z tego programu, a nie numer nadany przez wsparcie."),
            translate("Words", "Wpisz numer z odpowiedzi wsparcia, na przykład 12345."),
        ),
    }
