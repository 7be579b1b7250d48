"""The words for every problem: what happened, and what to do; Polish is the source language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code
from dzwonek.ui.words_by_value import fitted, place_in

if TYPE_CHECKING:
    from dzwonek.domain.problem import Problem


def title_and_advice(problem: Problem) -> tuple[str, str]:
    """Give the title and the advice for a problem, in the interface's language, as plain text."""
    title, advice = fitted(problem, *_texts()[problem.code])
    values = _Values({name: str(value) for name, value in problem.values.items()})
    values["path"] = place_in(values) or "–"
    return title.format_map(values), advice.format_map(values)


def sentence(problem: Problem) -> str:
    """Give title and advice as one line."""
    return " ".join(part for part in title_and_advice(problem) if part)


class _Values(dict[str, str]):
    """A value that nobody gave reads as a dash, so that words can never fail."""

    def __missing__(self, key: str) -> str:
        return "–"


def _texts() -> dict[Code, tuple[str, str]]:
    return _pictures() | _hotkeys() | _daktela() | _keyring() | _store() | _mail() | _rest()


def _pictures() -> dict[Code, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        Code.CAPTURE_WAYLAND: (
            translate("Words", "Brak zrzutu ekranu: to środowisko (Wayland) na niego nie pozwala."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_MACOS: (
            translate("Words", "Brak zrzutu ekranu: w systemie macOS nie jest jeszcze dostępny."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_NO_DISPLAY: (
            translate("Words", "Brak zrzutu ekranu: nie znaleziono ekranu."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_BLACK: (
            translate("Words", "Ekran bez zrzutu: system oddał czarny obraz."),
            translate(
                "Words",
                "Tak bywa przy zablokowanej sesji. Zgłoszenie można wysłać bez tego zrzutu.",
            ),
        ),
        Code.CAPTURE_LOCKED: (
            translate("Words", "Brak zrzutu ekranu: komputer był zablokowany."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_DISCONNECTED: (
            translate("Words", "Brak zrzutu ekranu: sesja zdalna była rozłączona."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_SECURE_DESKTOP: (
            translate("Words", "Brak zrzutu ekranu: system pytał właśnie o zgodę lub hasło."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_PROTECTED: (
            translate("Words", "Brak zrzutu ekranu: nie pozwala na niego program na wierzchu."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_REMOTE: (
            translate("Words", "Brak zrzutu ekranu: sesja zdalna nie była wyświetlana."),
            translate(
                "Words",
                "Tak bywa, gdy okno zdalnego pulpitu jest zminimalizowane."
                " Zgłoszenie można wysłać bez zrzutu.",
            ),
        ),
        Code.CAPTURE_FAILED: (
            translate("Words", "Brak zrzutu ekranu: system na niego nie pozwolił."),
            translate("Words", "Zgłoszenie można wysłać bez zrzutu."),
        ),
        Code.CAPTURE_SWITCHED_OFF: (
            translate("Words", "Zrzuty ekranu są wyłączone w ustawieniach."),
            translate("Words", "Zgłoszenie pójdzie bez zrzutu."),
        ),
        Code.PICTURE_UNREADABLE: (
            translate("Words", "Zapisanego zrzutu ekranu nie można odczytać."),
            translate("Words", "Zgłoszenie pójdzie bez tego zrzutu."),
        ),
        Code.PICTURE_TOO_LARGE: (
            translate("Words", "Obraz jest za duży."),
            translate("Words", "Wybierz mniejszy obraz."),
        ),
        Code.PICTURE_REFUSED: (
            translate("Words", "Tego nie można dodać: to nie obraz albo obraz jest uszkodzony."),
            translate("Words", "Można dodać plik PNG, JPEG, BMP albo WebP."),
        ),
        Code.PICTURES_TOO_MANY: (
            translate("Words", "Zgłoszenie ma już {limit} obrazów, więcej się nie zmieści."),
            translate("Words", "Usuń któryś z nich."),
        ),
        Code.CLIPBOARD_WITHOUT_PICTURE: (
            translate("Words", "W schowku nie ma obrazu."),
            translate("Words", "Skopiuj obraz i wklej go jeszcze raz."),
        ),
    }


def _hotkeys() -> dict[Code, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        Code.HOTKEY_TAKEN: (
            translate("Words", "Skrót {key} jest zajęty przez inny program."),
            translate("Words", "Wybierz inny skrót albo zamknij tamten program."),
        ),
        Code.HOTKEY_NOT_ON_LAYOUT: (
            translate("Words", "Klawisza {key} nie ma w tym układzie klawiatury."),
            translate("Words", "Wybierz inny skrót."),
        ),
        Code.HOTKEY_INVALID: (
            translate("Words", "„{key}” nie jest skrótem klawiszowym."),
            translate("Words", "Przykład: Ctrl+Shift+F9."),
        ),
        Code.HOTKEY_RESERVED: (
            translate("Words", "Skrót {key} jest zastrzeżony."),
            translate("Words", "Używa go system albo pisze się nim polskie litery. Wybierz inny."),
        ),
        Code.HOTKEY_REMOTE_DESKTOP: (
            translate("Words", "Skrót {key} należy do Pulpitu zdalnego."),
            translate("Words", "Okno zdalnej sesji go przechwytuje. Wybierz inny."),
        ),
        Code.HOTKEY_UNAVAILABLE_WAYLAND: (
            translate("Words", "Skrót globalny nie działa w tym środowisku (Wayland)."),
            translate(
                "Words", "W ustawieniach systemu przypisz klawisz do polecenia „dzwonek --report”."
            ),
        ),
        Code.HOTKEY_UNAVAILABLE: (
            translate("Words", "Skrót globalny jest tu niedostępny."),
            translate("Words", "Zgłoszenie otworzysz ikoną dzwonka."),
        ),
    }


def _daktela() -> dict[Code, tuple[str, str]]:
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


def _keyring() -> dict[Code, tuple[str, str]]:
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


def _store() -> dict[Code, tuple[str, str]]:
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


def _mail() -> dict[Code, tuple[str, str]]:
    return _mail_connection() | _mail_refusals()


def _mail_connection() -> dict[Code, tuple[str, str]]:
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


def _mail_refusals() -> dict[Code, tuple[str, str]]:
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


def _rest() -> dict[Code, tuple[str, str]]:
    return _settings() | _lacking() | _targets() | _desktop()


def _targets() -> dict[Code, tuple[str, str]]:
    translate = QCoreApplication.translate
    check = translate("Words", "Sprawdź sieć albo powiadom administratora.")
    return {
        Code.TARGET_UNKNOWN: (translate("Words", "Nie znaleziono nazwy {host}."), check),
        Code.TARGET_UNREACHABLE: (
            translate("Words", "Nie udało się połączyć z {host}:{port}."),
            check,
        ),
        Code.TARGET_LATE: (translate("Words", "{host}:{port} nie odpowiada na czas."), check),
        Code.TARGET_TLS_FAILED: (
            translate("Words", "Nie udało się bezpiecznie połączyć z {host}:{port} ({error})."),
            check,
        ),
    }


def _settings() -> dict[Code, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        Code.SETTINGS_UNREADABLE: (
            translate("Words", "Pliku ustawień nie można odczytać (wiersz {line})."),
            translate("Words", "Działają ustawienia domyślne. Plik zostawiono bez zmian."),
        ),
        Code.SETTINGS_UNKNOWN_KEY: (
            translate("Words", "Nieznane ustawienie „{key}”."),
            translate("Words", "Czy chodziło o „{nearest}”?"),
        ),
        Code.SETTINGS_INVALID_VALUE: (
            translate("Words", "Ustawienie „{key}” ma złą wartość."),
            translate("Words", "Działa wartość domyślna."),
        ),
        Code.SETTINGS_NOT_SAVED: (
            translate("Words", "Ustawień nie udało się zapisać."),
            translate("Words", "Sprawdź miejsce na dysku albo powiadom administratora."),
        ),
        Code.SETTINGS_LOCKED: (
            translate("Words", "Ustawienie „{key}” ustalił administrator."),
            translate("Words", "Nie można go tu zmienić."),
        ),
        Code.POLICY_UNREADABLE: (
            translate("Words", "Zasad ustalonych przez administratora nie można odczytać."),
            translate(
                "Words",
                "Do czasu poprawy nic nie zostanie wysłane, a zrzuty ekranu są wyłączone."
                " Powiadom administratora.",
            ),
        ),
        Code.POLICY_INVALID_VALUE: (
            translate("Words", "Zasada administratora „{key}” ma złą wartość („{value}”)."),
            translate("Words", "Dozwolone: {allowed}. Do czasu poprawy niczego nie ustala."),
        ),
        Code.POLICY_RECIPIENTS_INVALID: (
            translate("Words", "Zasada administratora „Recipients” nie podaje poprawnych adresów."),
            translate(
                "Words", "Do czasu poprawy nic nie zostanie wysłane. Powiadom administratora."
            ),
        ),
        Code.POLICY_FOLDER_SHARED: (
            translate("Words", "Zasada „OutboxFolder” daje wszystkim jeden folder („{value}”)."),
            translate("Words", "Dodaj do niej %USERNAME%: każda osoba potrzebuje własnego."),
        ),
        Code.PROFILE_UNKNOWN: (
            translate("Words", "Nieznany profil wsparcia „{name}”."),
            " ".join(
                (
                    translate("Words", "Działa profil domyślny."),
                    translate(
                        "Words",
                        "Do czasu poprawy nic nie zostanie wysłane. Powiadom administratora.",
                    ),
                )
            ),
        ),
    }


def _lacking() -> dict[Code, tuple[str, str]]:
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


def _desktop() -> dict[Code, tuple[str, str]]:
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
