"""`dzwonek demo`: the whole way on embedded servers."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.cli.parser import Options

NEEDED = ("aiosmtpd", "trustme")


def run(options: Options) -> int:
    """Show the whole way; 0 only if the demo's mailbox holds the report."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        print(f"dzwonek demo: pip install 'dzwonek[demo]' ({', '.join(missing)})", file=sys.stderr)
        return 1
    from dzwonek.demo.show import show

    return show(is_auto=options.auto, out=Path(options.out) if options.out else None)
