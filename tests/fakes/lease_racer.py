"""A small program for the race for leases: reads what waits, and at a word tries to get it all.

`python -m tests.fakes.lease_racer HOME` says "ready", waits for a line, tries to lease every report
that it saw waiting, and prints the ids of those that it got.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fakes.one_report import opened


def main(home: Path) -> None:
    """Race."""
    outbox = opened(home)
    waiting = outbox.index.active()
    print("ready", flush=True)
    sys.stdin.readline()
    print(*[row.id for row in waiting if outbox.ledger.lease(row) is not None])
    outbox.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
