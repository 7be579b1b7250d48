"""The command line: `dzwonek` and its commands; exit codes are part of the outside face."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code.

    Without arguments it looks for a running program first, before anything heavy is imported.
    """
    from dzwonek.cli.parser import parse

    chosen = parse(sys.argv[1:] if arguments is None else arguments)
    return chosen.run(chosen.options)
