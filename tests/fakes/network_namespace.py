"""A small program for network tests: has a network of its own, changes it, and tells the events.

`unshare -n python -m tests.fakes.network_namespace` reads lines: the number of events to wait for,
a colon, and calls of `ip` with semicolons between them; a number of seconds that pass before may
stand in front (`60 1:link set lo up`). It answers each with the number of events that came.
"""

from __future__ import annotations

import select
import subprocess
import sys
import time
from datetime import timedelta

from dzwonek.desktop.network_linux import LinuxNetwork
from tests.fakes.clock import FakeClock

PATIENCE = 5.0  # seconds; the kernel looks at cables once a second
QUIET = 0.3  # seconds without a change: that was all


def main() -> None:
    """Obey until there are no more lines."""
    clock = FakeClock()
    source = LinuxNetwork(clock)
    for line in sys.stdin:
        told, _, calls = line.partition(":")
        seconds, expected = (int(word) for word in told.split())
        clock.advance(timedelta(seconds=seconds))
        for call in filter(None, (call.strip() for call in calls.split(";"))):
            subprocess.run(["ip", *call.split()], check=True)
        print(events(source, expected), flush=True)
    source.close()


def events(source: LinuxNetwork, expected: int) -> int:
    """Pump until the expected number came, and on until it is quiet."""
    count = 0
    end = time.monotonic() + PATIENCE
    while True:
        wait = QUIET if count >= expected else end - time.monotonic()
        if wait <= 0 or not select.select([source], [], [], wait)[0]:
            return count
        count += len(source.pump())


if __name__ == "__main__":
    main()
