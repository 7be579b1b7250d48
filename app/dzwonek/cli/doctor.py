"""`dzwonek doctor`: what works, what does not, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.cli.parser import Options
    from dzwonek.diagnostics.findings import Finding

SIGNS = {"ok": "✓", "warn": "!", "fail": "✗"}


def run(options: Options) -> int:
    """Look at everything and print it; 0 reports can be made and sent, 1 they cannot.

    Raises ProblemError when not even the folders can be made.
    """
    from dzwonek.diagnostics.doctor import examine
    from dzwonek.diagnostics.findings import Mark, as_json
    from dzwonek.startup.core import open_core
    from dzwonek.startup.probes import parts_of

    with open_core() as core:
        findings = examine(parts_of(core))
    if options.json:
        print(as_json(findings))
    else:
        for check in findings.checks:
            print(_line(check))
    return 1 if findings.mark is Mark.FAIL else 0


def _line(check: Finding) -> str:
    from dzwonek.cli.advice import administrators_sentence
    from dzwonek.cli.doctor_words import size_words, value_words

    problem = check.problem
    if problem is None:
        told = value_words(check.values)
    else:
        free = problem.values.get("free")
        room = "" if free is None else f" (wolne {size_words(int(free))})"
        told = f"{administrators_sentence(problem)}{room} [{problem.code}]"
    return f"{SIGNS[check.mark]} {check.id}: {told}".rstrip(": ")
