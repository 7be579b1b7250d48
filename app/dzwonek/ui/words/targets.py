"""The words for places in the network that cannot be reached."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code


def targets() -> dict[Code, tuple[str, str]]:
    """Give title and advice of what may happen to any connection."""
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
