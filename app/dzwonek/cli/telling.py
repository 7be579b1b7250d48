"""How commands speak: problems in the interface's words, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dzwonek.domain.problem import Problem
    from dzwonek.startup.core import Core


def complain(problem: Problem) -> None:
    """Print a problem's title and advice; behind them the code and reason, for administrators.

    The program for windows has no such output on Windows: there the system shows a box.
    """
    from dzwonek.ui.words import sentence

    _say(sentence(problem), problem)


def _say(words: str, problem: Problem) -> None:
    if sys.platform == "win32" and sys.stderr is None:
        from dzwonek.desktop.message_box import show_trouble

        show_trouble("Dzwonek", f"{words}\n\n{_code(problem)}")
        return
    _print(words, problem)


def _print(words: str, problem: Problem) -> None:
    print(f"dzwonek: {words} [{_code(problem)}]", file=sys.stderr)


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


def complain_to_administrator(problems: Iterable[Problem]) -> None:
    """Print several problems, one a line, each with what an administrator does about it."""
    from dzwonek.cli.advice import administrators_sentence

    for problem in problems:
        _say(administrators_sentence(problem), problem)


def mention_settings(core: Core) -> None:
    """Print what is wrong with the settings' files, one a line; the command goes on without.

    No box is shown for it: that would stop a script which nobody watches.
    """
    from dzwonek.ui.words import sentence

    if sys.stderr is not None:
        for problem in (*core.defaults.problems, *core.loaded.problems):
            _print(sentence(problem), problem)


def secret_from_stdin() -> str:
    """Read one secret: the first line of standard input, without its line end."""
    return sys.stdin.readline().rstrip("\r\n")
