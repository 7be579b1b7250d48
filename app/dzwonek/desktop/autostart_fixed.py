"""The start with the computer where an administrator decides about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.ports import AutostartNote
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from dzwonek.domain.ports import Autostart

POLICY = "Autostart"


class FixedAutostart:
    """Shows what a policy wants, takes no other wish, and sees to it (port Autostart)."""

    def __init__(self, inner: Autostart, wanted: bool) -> None:
        """Take the system's own switch, and what the policy wants of it."""
        self._inner = inner
        self._wanted = wanted

    def is_on(self) -> bool:
        """Say whether the program will start, and stay: unwanted, it ends at once."""
        return self._wanted and self._inner.is_on()

    def note(self) -> AutostartNote | None:
        """Say that the administrator decides, or that a person's off switch stands against it."""
        told = self._inner.note()
        if self._wanted and told is not None and not told.is_fixed:
            return AutostartNote(told.problem, is_fixed=True)
        return AutostartNote(self._locked(), is_fixed=True)

    def set_on(self, wanted: bool) -> None:
        """Refuse another wish; raises ProblemError (SETTINGS_LOCKED)."""
        raise ProblemError(self._locked())

    def see_to(self) -> None:
        """Write or remove the user's entry; raises ProblemError (AUTOSTART_…).

        A machine-wide entry is left to who made it, and a person's off switch is respected.
        """
        if self._inner.note() is None and self._inner.is_on() != self._wanted:
            self._inner.set_on(self._wanted)

    def _locked(self) -> Problem:
        return Problem(Code.SETTINGS_LOCKED, {"key": POLICY})
