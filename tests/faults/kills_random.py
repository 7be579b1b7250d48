"""Kills at random moments: lives under load, each killed some time after its beginning."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import State
from tests.faults.kills_after import LaterClock, drained
from tests.faults.kills_letter import copies
from tests.faults.kills_life import QuickClock, Variant, Way
from tests.faults.kills_nursery import Nursery
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import SUPPORT, Postfix

BOX = "skrzynka@dovecot.test"
PARALLEL = 2  # stores at a time
# As many seconds pass for the program in one of ours: its five minutes after a start, its minute
# after a lost answer and the two seconds between messages would fill hours.
FACTOR = 600
PACE = 0.08  # seconds between two submits of a life
MOMENT = 0.2  # seconds at most from a submit to the kill
LINE = 37  # bytes: an id and the end of the line
PATIENCE = 20_000


@dataclass(slots=True)
class Aftermath:
    """What the kills of one store left: who was saved, and what is not right."""

    saved: set[str] = field(default_factory=set)
    kills: int = 0
    uncertain: int = 0
    undelivered: int = 0


class RandomKiller:
    """Kills lives of one store after another, and has what is left sent in the end."""

    def __init__(self, way: Way, folder: Path, pace: float = PACE, variant: Variant = "") -> None:
        self._way = way
        self._folder = folder
        self._pace = pace
        self._variant = variant
        self._pause = threading.Event()

    def aftermath(self, seed: int, kills: int, most: int) -> Aftermath:
        """Kill so many lives of a new store, each some moment after it saved up to `most` reports.

        One in that many dies while it starts.
        """
        random = Random(seed)
        self._folder.mkdir(parents=True, exist_ok=True)
        home = self._folder / f"store{seed}"
        said = self._folder / f"store{seed}.said"
        began = datetime.now(UTC)
        aftermath = Aftermath()
        with Nursery() as nursery:
            for _ in range(kills):
                pid = nursery.bear(
                    "tests.faults.kills_life:load",
                    str(home),
                    str(self._way.port),
                    self._way.authority,
                    str(FACTOR),
                    began.isoformat(),
                    str(self._pace),
                    self._variant,
                    said=said,
                )
                nursery.send_on(pid)
                self._wait_for(said, random.randint(0, most))
                self._pause.wait(random.uniform(0, MOMENT))
                nursery.kill(pid)
                aftermath.kills += 1
        aftermath.saved = set(said.read_text().split())
        clock = LaterClock(QuickClock(FACTOR, began))
        for entry in drained(home, lambda _: self._way.channel(), clock):
            aftermath.uncertain += entry.uncertain_count
            aftermath.undelivered += entry.state not in {State.DELIVERED, State.TOMBSTONE}
        return aftermath

    def _wait_for(self, said: Path, more: int) -> None:
        """Wait until so many more ids stand in a file; a slow disk takes what it takes."""
        enough = said.stat().st_size + more * LINE
        for _ in range(PATIENCE):
            if said.stat().st_size >= enough:
                return
            self._pause.wait(0.005)
        raise AssertionError(f"nothing is saved any more: {said}")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the kills of several stores came to; `kept` is what Dovecot's Sieve let through."""

    kills: int
    saved: set[str]
    raw: Counter[str]
    kept: Counter[str]
    uncertain: int
    undelivered: int

    @property
    def lost(self) -> set[str]:
        return self.saved - self.raw.keys()

    @property
    def doubled(self) -> int:
        return sum(self.raw.values()) - len(self.raw)

    def __str__(self) -> str:
        share = 100 * self.doubled / max(1, len(self.raw))
        return (
            f"{self.kills} random kills, {len(self.raw)} reports: {len(self.lost)} lost,"
            f" {self.doubled} raw duplicates ({share:.2f} %),"
            f" {sum(self.kept.values()) - len(self.kept)} after Sieve"
        )


def reckoned(
    killer: RandomKiller,
    postfix: Postfix,
    dovecot: Dovecot,
    stores: range,
    kills: int,
    most: int,
) -> Reckoning:
    """Kill so many lives of each store, two stores at a time, and count both mailboxes.

    A store's number is the seed of its kills; no life saves more than `most` reports or so.
    """
    with ThreadPoolExecutor(PARALLEL) as pool:
        aftermaths = list(pool.map(lambda seed: killer.aftermath(seed, kills, most), stores))
    postfix.settle(120)
    return Reckoning(
        sum(each.kills for each in aftermaths),
        set().union(*(each.saved for each in aftermaths)),
        copies(postfix.messages(SUPPORT)),
        copies(dovecot.messages(BOX)),
        sum(each.uncertain for each in aftermaths),
        sum(each.undelivered for each in aftermaths),
    )
