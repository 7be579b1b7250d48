"""The words for pictures: why one is missing, and why one cannot be added."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def pictures() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen to pictures."""
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
