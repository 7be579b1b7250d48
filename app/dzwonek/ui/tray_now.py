"""What the tray says now: counts, keys and lasting troubles, gathered and kept true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.delivery import Age, Tally
from dzwonek.domain.events import Slot
from dzwonek.ui.tray_words import tray_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.domain.ports import Binding
    from dzwonek.domain.problem import Problem
    from dzwonek.ui.tray import Tray, TrayMenu


class TrayNow:
    """Says in icon, tooltip and menu what holds now; each call changes one part of it."""

    def __init__(self, tray: Tray, menu: TrayMenu) -> None:
        self._tray = tray
        self._menu = menu
        self._tally = Tally()
        self._age = Age.FRESH
        self._problems: tuple[Problem, ...] = ()
        self._bindings: dict[Slot, Binding] = {}

    def show_tally(self, tally: Tally, age: Age) -> None:
        """Say what waits and what is in trouble, and how old the oldest has become."""
        self._tally, self._age = tally, age
        self._say()

    def show_bindings(self, bindings: Sequence[Binding]) -> None:
        """Say which hotkeys hold."""
        self._bindings = {binding.slot: binding for binding in bindings}
        self._menu.show_keys(self._active(Slot.REPORT), self._active(Slot.FLAG))
        self._say()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say which lasting troubles the program itself has."""
        self._problems = problems
        self._say()

    def _say(self) -> None:
        problems = _titles(self._problems)
        self._tray.say(tray_words(self._tally, problems, self._key_lines(), self._age))

    def _key_lines(self) -> tuple[str, ...]:
        """Name the key that opens the form, or say why none does."""
        key = self._active(Slot.REPORT)
        if key:
            return (QCoreApplication.translate("Tray", "Zgłoś problem: {key}").format(key=key),)
        binding = self._bindings.get(Slot.REPORT)
        return _titles(binding.refused[:1] if binding else ())

    def _active(self, slot: Slot) -> str | None:
        binding = self._bindings.get(slot)
        return binding.active if binding else None


def _titles(problems: Sequence[Problem]) -> tuple[str, ...]:
    from dzwonek.ui.words import title_and_advice

    return tuple(title_and_advice(problem)[0] for problem in problems)
