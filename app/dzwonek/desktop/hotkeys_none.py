"""Stands in for global hotkeys where the desktop has none for us, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.ports import Binding
from dzwonek.domain.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.domain.events import Slot
    from dzwonek.domain.problem import Code


class NoHotkeys:
    """Takes no key; each binding carries the reason and the keys that were asked for."""

    def __init__(self, reason: Code) -> None:
        self._reason = reason
        self._bindings: dict[Slot, Binding] = {}

    def bind(self, slot: Slot, candidates: Sequence[str]) -> Binding:
        """Refuse all candidates with one Problem that names them."""
        binding = self._bindings[slot] = self._refusal(slot, ", ".join(candidates))
        return binding

    def binding(self, slot: Slot) -> Binding:
        """Give the last refusal; an unasked slot is refused with an empty key."""
        return self._bindings.get(slot) or self._refusal(slot, "")

    def retry_first(self) -> bool:
        """Change nothing: there is no key to regain."""
        return False

    def release(self) -> None:
        """Give nothing back: nothing was taken."""
        self._bindings.clear()

    def _refusal(self, slot: Slot, keys: str) -> Binding:
        """Name the command beside the keys: the desktop's own settings may take it."""
        values = {"key": keys, "command": f"dzwonek --{slot.value}"}
        return Binding(slot, None, (Problem(self._reason, values),))
