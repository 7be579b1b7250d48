"""The words for settings, policies and profiles that are wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def settings() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may be wrong with settings."""
    translate = QCoreApplication.translate
    return {
        Code.SETTINGS_UNREADABLE: (
            translate("Words", "Pliku ustawień nie można odczytać."),
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
