"""How thoroughly to measure, and what each measurement gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.figures import Figure, Gap


@dataclass(frozen=True, slots=True)
class Plan:
    """Rounds and times; the quick plan only shows that everything works."""

    rounds: int = 9
    idle_seconds: float = 60.0
    reports: int = 50
    is_quick: bool = False
    normcap: str = ""  # its program, where it is installed


QUICK = Plan(rounds=1, idle_seconds=3.0, reports=3, is_quick=True)


@dataclass(frozen=True, slots=True)
class Found:
    """Figures, and what could not be measured."""

    figures: tuple[Figure, ...] = ()
    gaps: tuple[Gap, ...] = ()


Measure = Callable[[Plan], Found]
Tell = Callable[[str], None]
