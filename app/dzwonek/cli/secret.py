"""`dzwonek secret set NAME`: a value from standard input into the system's keyring."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dzwonek.domain.command import Command

if TYPE_CHECKING:
    from dzwonek.cli.parser import Options


def run(options: Options) -> int:
    """Keep the secret; 0 done, 2 nothing was given; raises ProblemError (KEYRING_…)."""
    from dzwonek.cli.telling import secret_from_stdin
    from dzwonek.startup.core import open_core

    value = secret_from_stdin()
    if not value:
        print("dzwonek secret: standardowe wejście jest puste", file=sys.stderr)
        return 2
    with open_core() as core:
        core.keyring.write(options.name, value)
        core.tell_running(Command.RELOAD)
    return 0
