"""The command line: `dzwonek` and its commands; exit codes are part of the outside face."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED, INTERRUPTED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code.

    Without arguments it looks for a running program first, before anything heavy is imported.
    What a person can mend ends with 1 and words, Ctrl+C with 130; a reader that left our output
    is no fault worth a word.
    """
    from dzwonek.cli.output import finish, make_lenient

    if sys.platform == "win32":
        from dzwonek.startup.hardening import harden_process

        harden_process()
    make_lenient()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
    except SystemExit:
        finish()
        raise
    return code if finish() else code or FAILED


def _run(arguments: Sequence[str]) -> int:
    from dzwonek.cli.parser import parse
    from dzwonek.domain.problem import ProblemError

    try:
        chosen = parse(arguments)
        return chosen.run(chosen.options)
    except ProblemError as error:
        from dzwonek.cli.telling import complain

        complain(error.problem)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return FAILED
