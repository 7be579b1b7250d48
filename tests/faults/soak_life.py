"""A long life: submits, lets the courier deliver and purge, and measures itself as it goes.

`python -m tests.faults.soak_life HOME PORT AUTHORITY CYCLES WARM VARIANT` writes one JSON line at
the cycle `WARM`, one each `EACH` cycles from there on, and one at the end, when all is purged. The
memory is what the system counts for the process, with nothing collected or given back before.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Literal

from dzwonek.capture.memory import share_one_heap
from dzwonek.config.tls import tls_context
from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.ids import new_id
from dzwonek.outbox.store import SealedOutbox
from dzwonek.sandbox.mailbox import PASSWORD, USER
from tests.fakes.reports import SUMMARY
from tests.faults.kills_letter import letter
from tests.faults.kills_life import QuickClock, QuickCourier, opened

FACTOR = 500  # so many seconds of the program are one of ours
LOOKS = 20
KEPT = timedelta(minutes=5)  # of the program's
PICTURE = 146_000  # bytes; 200 KB as a message
EACH = 50
PATIENCE = 60.0  # seconds
BOUND = timedelta(seconds=10)

Variant = Literal["", "hoarding", "open"]


class Watched:
    """Hears what becomes of the reports."""

    def __init__(self, outbox: SealedOutbox) -> None:
        self._changed = threading.Condition()
        self._delivered: set[str] = set()
        self.ended = 0
        self._leave = outbox.listen(self._heard)

    def wait_for(self, report_id: str) -> None:
        """Wait until a report is delivered."""
        with self._changed:
            assert self._changed.wait_for(lambda: report_id in self._delivered, PATIENCE)
            self._delivered.discard(report_id)

    def wait_for_the_end_of(self, number: int) -> None:
        """Wait until the contents of so many reports are destroyed."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.ended == number, PATIENCE), self.ended

    def _heard(self, entry: Entry) -> None:
        with self._changed:
            if entry.state is State.DELIVERED:
                self._delivered.add(entry.id)
            self.ended += entry.state is State.TOMBSTONE
            self._changed.notify_all()


def descriptors() -> int:
    """Count the open descriptors once the courier rests: no connection, no file of a report.

    The fewest of some looks: a folder is open for the moment of its fsync, and what leaks stays.
    """
    pause = threading.Event()
    for _ in range(500):
        if not any(name.startswith("socket:") or "/spool" in name for name in _open_files()):
            break
        pause.wait(0.01)
    looks = []
    for _ in range(LOOKS):
        looks.append(len(_open_files()))
        pause.wait(0.01)
    return min(looks)


def _open_files() -> list[str]:
    names = []
    for number in os.listdir("/proc/self/fd"):
        try:
            names.append(os.readlink(f"/proc/self/fd/{number}"))
        except FileNotFoundError:
            continue  # the listing itself
    return names


def memory() -> int:
    """Give the resident memory in KB."""
    if sys.platform == "win32":
        raise NotImplementedError
    resident = Path("/proc/self/statm").read_text().split()[1]
    return int(resident) * os.sysconf("SC_PAGE_SIZE") // 1024


def _sizes(paths: Iterable[Path]) -> list[int]:
    sizes = []
    for path in paths:
        with suppress(FileNotFoundError):  # of a report whose time ends at this moment
            sizes.append(path.stat().st_size)
    return sizes


def measure(cycle: int, outbox: SealedOutbox) -> None:
    """Write one line of figures."""
    spool = _sizes((outbox.folder / "spool").iterdir())
    index = _sizes(outbox.folder.glob("index.db*"))
    figures = {
        "cycle": cycle,
        "descriptors": descriptors(),
        "threads": threading.active_count(),
        "memory": memory(),
        "spool": sum(spool),
        "files": len(spool),
        "index": sum(index),
    }
    print(json.dumps(figures), flush=True)


def main(home: Path, port: int, authority: str, cycles: int, warm: int, variant: Variant) -> None:
    """Live as long as it takes."""
    share_one_heap()  # as the tray program does
    clock = QuickClock(FACTOR, SystemClock().now())
    outbox = opened(home, clock, KEPT)
    outbox.recover()
    trust = tls_context(authority)
    server = SmtpServer("127.0.0.1", port, "starttls", USER, USER)

    def channel(_: str) -> SmtpChannel:
        return SmtpChannel(server, lambda: PASSWORD, lambda: trust, SystemClock())

    courier = QuickCourier(outbox, channel, clock, Random(1))
    courier.factor = FACTOR
    watched = Watched(outbox)
    courier.start()
    hoard: list[object] = []
    for cycle in range(1, cycles + 1):
        message = letter(new_id(SystemClock().now()), PICTURE)
        if variant == "hoarding":
            hoard.append(message)
        elif variant == "open":
            hoard.append(os.open(os.devnull, os.O_RDONLY))
        outbox.submit(message, SUMMARY, clock.now())
        watched.wait_for(message.report_id)
        if cycle == warm or (cycle > warm and cycle % EACH == 0):
            measure(cycle, outbox)
    watched.wait_for_the_end_of(cycles)
    measure(cycles, outbox)
    assert courier.stop(BOUND)
    outbox.close()


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        int(sys.argv[2]),
        sys.argv[3],
        int(sys.argv[4]),
        int(sys.argv[5]),
        sys.argv[6],  # type: ignore[arg-type]  # one of the variants
    )
