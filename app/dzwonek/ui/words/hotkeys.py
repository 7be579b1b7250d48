"""The words for keys that cannot be had."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def hotkeys() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen to hotkeys."""
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
            translate("Words", "W ustawieniach systemu przypisz klawisz do polecenia „{command}”."),
        ),
        Code.HOTKEY_UNAVAILABLE: (
            translate("Words", "Skrót globalny jest tu niedostępny."),
            translate("Words", "Zgłoszenie otworzysz ikoną dzwonka."),
        ),
    }
