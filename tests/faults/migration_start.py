"""A program that starts on the store of an earlier version, for tests that kill it meanwhile.

`python -m tests.faults.migration_start HOME [careless|send]` prints OPENED when the start is over.
`careless` migrates without transactions; `send` hands over all that waits to the file `mailbox`.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta
from pathlib import Path

from dzwonek.domain.problem import Code, Problem
from dzwonek.outbox import migration, schema
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.one_report import FilePost
from tests.fakes.secret_box import MemorySecretBox

STORE = Path(__file__).parents[1] / "data" / "store-1"


def opened(home: Path, clock: FakeClock, *, is_locked: bool = False) -> SealedOutbox:
    """Open the outbox of a copy of the store, two hours after it was left."""
    box = MemorySecretBox(Problem(Code.KEYRING_LOCKED) if is_locked else None)
    box.secrets = json.loads((STORE / "keyring.json").read_text())
    return SealedOutbox(home / "data", KeyRing(home / "state", box, clock), clock)


def later() -> FakeClock:
    """Give a clock two hours after the store was left."""
    return FakeClock(START + timedelta(hours=2))


def careless_step(run: migration.Run, version: int) -> None:
    """Migrate as one would without knowing better: every statement for itself."""
    for statement in schema.STEPS[version]:
        run(statement)
    run(f"PRAGMA user_version={version + 1}")


def main(home: Path, words: list[str]) -> None:
    """Start, say so, and send."""
    if "careless" in words:
        migration.step = careless_step
    clock = later()
    outbox = opened(home, clock)
    outbox.recover()
    os.write(1, b"OPENED\n")
    if "send" in words:
        Desk(outbox, FilePost(home / "mailbox"), clock).run(timedelta(hours=1))
    outbox.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
