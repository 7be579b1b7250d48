"""How commands speak: problems in the interface's words, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.problem import Problem


def complain(problem: Problem) -> None:
    """Print a problem's title and advice; behind them the code and reason, for administrators.

    The program for windows has no such output on Windows: there the system shows a box.
    """
    from dzwonek.ui.words import sentence

    if sys.platform == "win32" and sys.stderr is None:
        from dzwonek.desktop.message_box import show_trouble

        show_trouble("Dzwonek", f"{sentence(problem)}\n\n{_code(problem)}")
        return
    print(f"dzwonek: {sentence(problem)} [{_code(problem)}]", file=sys.stderr)


def _code(problem: Problem) -> str:
    """Give the code and, where there is one, the reason with the path it concerns."""
    values = problem.values
    if "reason" not in values:
        return problem.code
    return f"{problem.code}: {values['reason']} {values.get('path', '')}".rstrip()


def complain_of(problems: tuple[Problem, ...]) -> None:
    """Print several problems, one a line."""
    for problem in problems:
        complain(problem)


def secret_from_stdin() -> str:
    """Read one secret: the first line of standard input, without its line end."""
    return sys.stdin.readline().rstrip("\r\n")
