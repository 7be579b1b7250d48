"""What is said of a password or token that the system's keyring did not take."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.words import title_and_advice

KEYRING_TROUBLES = frozenset(
    {Code.KEYRING_MISSING, Code.KEYRING_LOCKED, Code.KEYRING_LATE, Code.KEYRING_REFUSED}
)


def is_saved(answer: Problem | None) -> bool:
    """Say whether settings were saved: a keyring in trouble only shortens a password's life."""
    return answer is None or answer.code in KEYRING_TROUBLES


def held_password(problem: Problem) -> str:
    """Say that a password is kept for this run only, and why."""
    translate = QCoreApplication.translate
    if problem.code is Code.KEYRING_MISSING:
        return translate(
            "Settings",
            "Hasło pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma systemowego "
            "magazynu haseł.",
        )
    told = translate("Settings", "Hasło pamiętamy tylko do zamknięcia programu.")
    return f"{told} {title_and_advice(problem)[0]}"


def held_sign_in(problem: Problem) -> str:
    """Say that signing in holds for this run only, and why."""
    translate = QCoreApplication.translate
    if problem.code is Code.KEYRING_MISSING:
        return translate(
            "Settings",
            "Logowanie pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma "
            "systemowego magazynu haseł.",
        )
    told = translate("Settings", "Logowanie pamiętamy tylko do zamknięcia programu.")
    return f"{told} {title_and_advice(problem)[0]}"
