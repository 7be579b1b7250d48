"""How commands speak: problems in the interface's words, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.problem import Problem


def complain(problem: Problem) -> None:
    """Print a problem's title and advice; the code stands behind, for administrators."""
    from dzwonek.ui.words import sentence

    print(f"dzwonek: {sentence(problem)} [{problem.code}]", file=sys.stderr)


def complain_of(problems: tuple[Problem, ...]) -> None:
    """Print several problems, one a line."""
    for problem in problems:
        complain(problem)


def secret_from_stdin() -> str:
    """Read one secret: the first line of standard input, without its line end."""
    return sys.stdin.readline().rstrip("\r\n")
