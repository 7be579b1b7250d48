"""Clocks that jump, sleep and begin anew: nothing is parked, nothing is hurried, nothing is lost.

True time is the simulation's. Within one start of the system, floors hold in true time whatever the
wall clock does. Across two starts only the wall clock can say how long the computer was off: a
floor that a clock set forward in between made look over is counted apart ("unknowable").
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

import pytest

from dzwonek.outbox.circuit import Circuit
from dzwonek.outbox.pace import ZERO, Floor, Moment
from dzwonek.outbox.patience import Patience
from tests.faults.clock_simulation import Life, Watch
from tests.faults.conftest import Extent, Figures
from tests.faults.fleet_simulation import fast_folder

pytestmark = pytest.mark.timeout(600)


def lived(ordinary: Path, seeds: range) -> Watch:
    """Live a day for each seed; stops at the first that breaks the bar and names it."""
    total = Watch()
    with fast_folder(ordinary) as folder:
        for seed in seeds:
            place = Path(tempfile.mkdtemp(dir=folder))
            watch = Life(place, seed).run()
            total.add(watch)
            shutil.rmtree(place)
            if not watch.is_clean:
                print(f"seed {seed}: {watch}")
    return total


def test_no_clock_parks_hurries_or_loses_a_report(
    tmp_path: Path, extent: Extent, figures: Figures
) -> None:
    begun = time.monotonic()
    seeds = extent.of(12, 1000)
    watch = lived(tmp_path, range(seeds))
    figures.add("clocks", f"{seeds} seeds, {time.monotonic() - begun:.0f} s, {watch}")

    assert watch.is_clean, watch
    assert watch.looks <= 40 * watch.tries + 400 * seeds


def test_the_harness_catches_a_schedule_without_clamp(
    tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dzwonek.outbox.rounds.corrections", lambda *_: ())
    monkeypatch.setattr(Circuit, "lawful", lambda circuit, *_: circuit)
    monkeypatch.setattr(Patience, "lawful", lambda _, __, due, ___: due)

    watch = lived(tmp_path, range(20))
    figures.add("clocks, control without clamp", str(watch))

    assert watch.too_long > 0 or watch.lost > 0


def test_the_harness_catches_floors_by_the_wall_clock(
    tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_wall(floor: Floor, now: Moment) -> object:
        passed = ZERO if floor.since is None else now.wall - floor.since.wall
        return ZERO if floor.since is None else max(ZERO, floor.length - max(passed, ZERO))

    monkeypatch.setattr(Floor, "remaining", by_wall)

    watch = lived(tmp_path, range(20))
    figures.add("clocks, control with floors by the wall", str(watch))

    assert watch.too_close > 0


def test_a_seed_lives_the_same_day_twice(tmp_path: Path) -> None:
    first, second = (Life(tmp_path / name, 3).run() for name in ("a", "b"))

    assert first == second
