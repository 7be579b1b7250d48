"""Four processes of two sessions share one outbox, and are killed at random."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from dzwonek.domain.delivery import State
from tests.fakes.reports import SUMMARY, envelope
from tests.faults.conftest import Extent, Figures
from tests.faults.kills_after import LaterClock, drained
from tests.faults.kills_life import QuickClock, opened
from tests.faults.kills_nursery import Nursery
from tests.faults.kills_place import folder
from tests.faults.processes_life import Record, RecordChannel

PROCESSES = 4
FACTOR = 600  # as in the random kills
LONGEST = 1.2  # seconds of a life

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made of fork and SIGKILL")


@pytest.fixture(name="place")
def place_fixture(extent: Extent) -> Iterator[Path]:
    """Give a folder for the store."""
    with folder(extent) as place:
        yield place


@dataclass(frozen=True, slots=True)
class Scene:
    """One store, the server's record, and what the processes said."""

    folder: Path
    began: datetime
    lease: str = ""

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def record(self) -> Path:
        return self.folder / "record"

    def said(self, number: int) -> Path:
        return self.folder / f"said{number}"

    def stock(self, reports: int) -> set[str]:
        """Let reports wait already; all processes will want the same one at the same moment."""
        clock = QuickClock(FACTOR, self.began)
        outbox = opened(self.home, clock)
        outbox.recover()
        saved = {
            outbox.submit(envelope(number), SUMMARY, clock.now()).id for number in range(reports)
        }
        outbox.close()
        return saved

    def live(self, number: int, part: int, kills: int) -> None:
        """Let one process live, be killed and come again, `kills` times and until it is done."""
        random = Random(f"{number} of {part}")
        pause = threading.Event()
        said = self.said(number)

        def is_done() -> bool:
            return said.read_text().count("\n") == part

        with Nursery() as nursery:
            while kills > 0 or not is_done():
                pid = nursery.bear(
                    "tests.faults.processes_life:share",
                    str(self.home),
                    str(number),
                    str(part),
                    str(said),
                    str(self.record),
                    str(FACTOR),
                    self.began.isoformat(),
                    self.lease,
                    said=said,
                    deaths=self.record,
                )
                nursery.send_on(pid)
                pause.wait(random.uniform(0.1, LONGEST))
                while kills <= 0 and not is_done():
                    pause.wait(0.05)
                nursery.kill(pid)
                kills -= 1


def played(scene: Scene, reports: int, kills: int) -> set[str]:
    """Let all processes live at once, send what is left, and give what was saved.

    Half of the reports wait before, the others are submitted meanwhile.
    """
    part = reports // 2 // PROCESSES
    saved = scene.stock(reports // 2)
    with ThreadPoolExecutor(PROCESSES) as pool:
        for each in [
            pool.submit(scene.live, number, part, kills // PROCESSES) for number in range(PROCESSES)
        ]:
            each.result()
    clock = LaterClock(QuickClock(FACTOR, scene.began))
    channel = RecordChannel(Record(scene.record))
    entries = drained(scene.home, lambda _: channel, clock)
    assert {entry.state for entry in entries} == {State.DELIVERED}
    return saved.union(*(scene.said(number).read_text().split() for number in range(PROCESSES)))


@dataclass(frozen=True, slots=True)
class Story:
    """What the server saw: deliveries, kills, and each second try whose first one was not over."""

    delivered: Counter[str]
    dead: int
    cut_off: int
    double: tuple[str, ...]


def told(record: Path) -> Story:
    """Read the server's record; a second try is lawful only when the first process had died."""
    holder: dict[str, str] = {}
    delivered: Counter[str] = Counter()
    dead: set[str] = set()
    cut_off, double = 0, []
    for line in record.read_text().splitlines():
        word, *rest = line.split()
        if word == "dead":
            dead.add(rest[0])
            continue
        report_id, pid = rest
        if word == "end":
            delivered[report_id] += 1
        elif report_id not in holder or holder[report_id] in dead:
            cut_off += report_id in holder
            holder[report_id] = pid
        else:
            double.append(f"{report_id} by {holder[report_id]} and {pid}")
    return Story(delivered, len(dead), cut_off, tuple(double))


@pytest.mark.timeout(900)
def test_four_processes_that_are_killed_lose_no_report_and_never_send_one_at_the_same_time(
    extent: Extent, figures: Figures, place: Path
) -> None:
    scene = Scene(place, datetime.now(UTC))
    reports, kills = extent.of(80, 600), extent.of(8, 120)

    saved = played(scene, reports, kills)

    story = told(scene.record)
    lost = saved - story.delivered.keys()
    figures.add(
        "processes",
        f"{PROCESSES} processes, {len(saved)} reports, {story.dead} kills: {len(lost)} lost,"
        f" {len(story.double)} double leases, {story.cut_off} tries cut off and made again",
    )
    assert len(saved) == reports
    assert lost == set()
    assert story.double == ()
    assert story.dead >= kills


@pytest.mark.timeout(300)
def test_the_harness_catches_a_lease_that_is_looked_at_first_and_taken_afterwards(
    extent: Extent, figures: Figures, place: Path
) -> None:
    scene = Scene(place, datetime.now(UTC), "racing")

    played(scene, extent.of(40, 400), extent.of(4, 40))

    story = told(scene.record)
    figures.add("processes, control", f"select, then update: {len(story.double)} double leases")
    assert story.double
