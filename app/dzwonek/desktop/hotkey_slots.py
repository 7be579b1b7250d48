"""What hotkeys of every system have in common: which keys were asked for, and which one holds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from dzwonek.domain.events import Slot
from dzwonek.domain.ports import Binding
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Keys = TypeVar("Keys")  # a combination as the system knows it


class HotkeySlots(ABC, Generic[Keys]):
    """Binds each slot to the first of its candidates that is free (port Hotkeys)."""

    def __init__(self) -> None:
        self._candidates: dict[Slot, tuple[str, ...]] = {}
        self._bindings: dict[Slot, Binding] = {}
        self._wanted: dict[Slot, Keys] = {}

    def bind(self, slot: Slot, candidates: Sequence[str]) -> Binding:
        """Take the first candidate that is free; never raises."""
        self._candidates[slot] = tuple(candidates)
        self._settle((slot,))
        return self._bindings[slot]

    def binding(self, slot: Slot) -> Binding:
        """Say what holds now."""
        return self._bindings.get(slot, Binding(slot, None))

    def retry_first(self) -> bool:
        """Try the candidates before the active one again; say whether a binding changed."""
        before = dict(self._bindings)
        slots = tuple(slot for slot, held in before.items() if held.refused)
        if slots:
            self._settle(slots)
        return before != self._bindings

    def release(self) -> None:
        """Give all keys back."""
        for kept in (self._candidates, self._bindings, self._wanted):
            kept.clear()
        self._settle(())

    @abstractmethod
    def _settle(self, slots: Sequence[Slot]) -> None:
        """Bind slots anew: new keys first, and only then those go that nobody wants any more."""

    @abstractmethod
    def _taken(self, slot: Slot, candidate: str) -> str:
        """Take a combination for a slot and give its name; raises ProblemError."""

    def _bind_anew(self, slots: Iterable[Slot]) -> None:
        for slot in slots:
            self._bindings[slot] = self._bound(slot)

    def _bound(self, slot: Slot) -> Binding:
        refused: list[Problem] = []
        for candidate in self._candidates[slot]:
            try:
                return Binding(slot, self._taken(slot, candidate), tuple(refused))
            except ProblemError as error:
                refused.append(error.problem)
        self._wanted.pop(slot, None)
        return Binding(slot, None, tuple(refused))

    def _lose(self, slots: Iterable[Slot]) -> None:
        """Say of slots that the system gives no keys at all."""
        for slot in slots:
            keys = ", ".join(self._candidates[slot])
            lost = Problem(Code.HOTKEY_UNAVAILABLE, {"key": keys})
            self._bindings[slot] = Binding(slot, None, (lost,))

    def _others(self, slot: Slot) -> list[Keys]:
        """Give what the other slots hold."""
        return [held for other, held in self._wanted.items() if other is not slot]
