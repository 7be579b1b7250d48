"""Makes crash images of recordings and checks each: one of the processes that share the work.

`python -m tests.faults.crash_worker RECORDINGS SEED IMAGES SHARE SHARES` prints the result as
JSON. Each image has a random of its own, named by seed, scenario, step and number.
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from dzwonek.outbox import disk, owner
from tests.faults.crash_check import Finding, World, lay
from tests.faults.crash_disk import CrashDisk
from tests.faults.crash_program import SMALL_BALLAST
from tests.faults.crash_recording import Recording, Told

MOST_FAULTS = 40


@dataclass
class Result:
    """What a share of the images showed."""

    images: int = 0
    bad: int = 0
    doubled: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Put another share to this one."""
        self.images += other.images
        self.bad += other.bad
        self.doubled += other.doubled
        self.faults += other.faults


def crashes(
    recording: Recording, images: int, share: int, shares: int
) -> Iterator[tuple[int, int]]:
    """Spread a number of images evenly over all steps of a recording; give step and number."""
    points = len(recording.steps)
    for number in range(share, images, shares):
        yield 1 + number * points // images, number


def check(recording: Recording, seed: str, places: Iterator[tuple[int, int]], home: Path) -> Result:
    """Crash at each place and look at what is left."""
    result = Result()
    crashed, world = CrashDisk.before(recording), World()
    for words in recording.said:
        world.hear(words)
    done = 0
    for steps, number in places:
        for step in recording.steps[done:steps]:
            crashed.take(step)
            if isinstance(step, Told):
                world.hear(step.words)
        done = steps
        name = f"{seed}/{recording.scenario}/{steps}/{number}"
        random = Random(name)
        lay(crashed.image(random), home, random)
        finding = Finding(home, world, may_rebuild=recording.scenario == "rebuild")
        finding.look()
        result.images += 1
        result.doubled += finding.doubled
        if finding.faults:
            result.bad += 1
            result.faults.append(f"{name}: {'; '.join(finding.faults)}"[:600])
    return result


def main(recordings: Path, seed: str, images: int, share: int, shares: int) -> None:
    """Check a share of `images` images, spread over the recordings by their length."""
    logging.disable()
    disk.BALLAST_SIZE = SMALL_BALLAST
    found = [Recording.read(folder) for folder in sorted(recordings.iterdir())]
    total = sum(len(recording.steps) for recording in found)
    results = {}
    with tempfile.TemporaryDirectory(prefix="work-", dir=recordings.parent) as folder:
        # the system has started anew since
        owner.BOOT_ID = Path(folder) / "boot_id"
        owner.BOOT_ID.write_text("another-boot")
        for recording in found:
            number = images * len(recording.steps) // total
            places = crashes(recording, number, share, shares)
            result = check(recording, seed, places, Path(folder) / "home")
            result.faults = result.faults[:MOST_FAULTS]
            results[recording.scenario] = asdict(result)
    print(json.dumps(results))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
