"""What the bell's icon and tooltip say of the outbox; apart, since the bell is shown before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import Age
from dzwonek.ui.tray import TrayWords

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Tally


def tray_words(
    tally: Tally, problems: tuple[str, ...], keys: tuple[str, ...], age: Age = Age.FRESH
) -> TrayWords:
    """Put the outbox's tally, the age of what waits, the troubles and the hotkeys into words."""
    lines = []
    if tally.troubled:
        lines.append(_count("trouble", tally.troubled))
    if tally.waiting:
        lines.append(_count("waiting", tally.waiting))
        lines += _age_lines(age)
    if tally.drafts:
        lines.append(_count("drafts", tally.drafts))
    lines += problems
    lines += keys
    is_trouble = bool(tally.troubled or problems) or age is Age.OVERDUE
    state = "trouble" if is_trouble else "waiting" if tally.waiting else "idle"
    return TrayWords(state, tuple(lines))


def _age_lines(age: Age) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    if age is Age.OVERDUE:
        return (translate("Tray", "Najstarsze czeka już ponad 3 dni"),)
    return (translate("Tray", "Najstarsze czeka już ponad dobę"),) if age is Age.LATE else ()


def _count(what: str, number: int) -> str:
    translate = QCoreApplication.translate
    if what == "trouble":
        return translate("Tray", "%n zgłoszenie(-a) wymaga uwagi", None, number)
    if what == "waiting":
        return translate("Tray", "%n zgłoszenie(-a) czeka na wysłanie", None, number)
    return translate("Tray", "%n szkic(-e) do dokończenia", None, number)
