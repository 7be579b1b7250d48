"""Words that depend on what a problem tells beside its code: a reason, a place, a likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.domain.problem import Problem

DISK = frozenset({Code.DISK_FULL, Code.DISK_READ_ONLY, Code.DISK_FAILED})


def fitted(problem: Problem, title: str, advice: str) -> tuple[str, str]:
    """Fit a problem's usual title and advice to its values; places stay to be filled."""
    values = {name: str(value) for name, value in problem.values.items()}
    if problem.code in DISK and place_in(values):
        told = QCoreApplication.translate("Words", "Miejsce: {path}.")
        return title, f"{advice} {told}"
    if problem.code is Code.SETTINGS_UNKNOWN_KEY and not values.get("nearest"):
        return title, QCoreApplication.translate("Words", "Sprawdź pisownię.")
    if problem.code is Code.DAKTELA_ADDRESS_INVALID:
        return _address(values.get("reason", ""), title, advice)
    return title, advice


def place_in(values: Mapping[str, str]) -> str:
    """Give the file or folder that a problem names; empty when it names none."""
    return values.get("path", "") or values.get("place", "")


def _address(reason: str, title: str, advice: str) -> tuple[str, str]:
    """Say what is wrong with an address; `reason` is that of `daktela.address`."""
    translate = QCoreApplication.translate
    match reason:
        case "empty":
            return translate("Words", "Nie podano adresu systemu Daktela."), advice
        case "http":
            told = translate("Words", "Daktela działa tylko przez https. {example}")
        case "credentials":
            told = translate("Words", "Wpisz adres bez nazwy użytkownika i hasła. {example}")
        case "port":
            told = translate("Words", "Sprawdź numer portu. {example}")
        case _:
            return title, advice
    return title, told.replace("{example}", advice)
