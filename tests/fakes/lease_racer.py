"""A small program for the race for leases: takes every report it can get and notes which.

`python -m tests.fakes.lease_racer HOME LIST START` waits for the file START to appear, then leases
and settles until nothing waits; each lease it got is a line in LIST.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import State
from dzwonek.domain.retry import RetryPlan
from tests.fakes.one_report import opened
from tests.fakes.post import DELIVERED


def main(home: Path, notes: Path, start: Path) -> None:
    """Race."""
    outbox = opened(home)
    descriptor = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    outbox.entries()
    print("ready", flush=True)
    while not start.exists():
        os.sched_yield()
    while waiting := [row for row in outbox.index.active() if row.state is State.QUEUED]:
        for row in waiting:
            leased = outbox.ledger.lease(row)
            if leased is not None:
                os.write(descriptor, f"{row.id}\n".encode())
                outbox.ledger.settle(leased, DELIVERED, RetryPlan(), Random(1))
    outbox.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
