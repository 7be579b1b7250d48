"""A mail program that takes what it is told to take."""

from __future__ import annotations

import threading

from dzwonek.domain.ports import Handed, Unsent
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble

HANG_SECONDS = 30.0


class FakeMailProgram:
    """Notes what it was handed; it refuses with `problem`, or hangs until it is left."""

    def __init__(self) -> None:
        self.handed: list[Unsent] = []
        self.answer = Handed.WHOLE
        self.problem: Problem | None = None
        self.hangs = False
        self.was_left = threading.Event()

    def hand_over(self, message: Unsent) -> Handed:
        if self.hangs:
            self.was_left.wait(HANG_SECONDS)
            raise trouble(Code.MAIL_PROGRAM_LEFT)
        if self.problem is not None:
            raise ProblemError(self.problem)
        self.handed.append(message)
        return self.answer

    def leave(self) -> None:
        self.was_left.set()

    def tidy(self) -> None:
        """Have nothing to tidy."""
