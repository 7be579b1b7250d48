"""`dzwonek version`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek import __version__

if TYPE_CHECKING:
    from dzwonek.cli.parser import Options


def run(options: Options) -> int:
    """Print the program's version."""
    print(f"dzwonek {__version__}")
    return 0
