"""A whole fleet after an outage: the server is not run over, and nobody is left behind.

Up to 1,000 clients everything is the program's own: sealed files, SQLite indexes, ledger, rounds,
line, circuit, schedule, spread. With 10,000 the rows lie in memory (`fleet_store`); the decisions
are the same objects, and a test shows that both give the same drain to the second.
"""

from __future__ import annotations

import resource
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from dzwonek.domain.retry import RetryPlan
from dzwonek.outbox.courier import Courier
from tests.faults.conftest import Extent, Figures
from tests.faults.fleet_simulation import BUSY, Drain, Scenario, drained

PEAK = 3.0  # times the capacity
TRIES = 12.0  # a client in the two hours
FILES = 20_000  # descriptors: each real client has five open
SMALL, LARGE = 1000, 10_000

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def many_files() -> None:
    """Let this process have the files of a thousand programs open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def assert_gentle(drain: Drain) -> None:
    """Hold a drain to the bar."""
    assert drain.stranded == 0, drain
    assert drain.doubles == 0, drain
    assert drain.peak_of_capacity <= PEAK, drain
    assert timedelta(seconds=drain.p95) <= drain.bound, drain


def test_real_outboxes_drain_gently_and_rows_in_memory_to_the_second_alike(
    tmp_path: Path, extent: Extent, figures: Figures, many_files: None
) -> None:
    scenario = Scenario(
        extent.of(12, SMALL), seed=1, is_real=True, capacity_share=extent.of(6, 200)
    )
    drain = drained(tmp_path, scenario)
    figures.add(f"fleet, {scenario.clients:,} real", str(drain))

    assert_gentle(drain)
    assert drain == drained(tmp_path, replace(scenario, is_real=False))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_fleet_drains_gently_and_knocks_seldom(
    tmp_path: Path, extent: Extent, figures: Figures, seed: int
) -> None:
    clients = extent.of(120, SMALL if seed > 1 else LARGE)
    scenario = Scenario(clients, seed=seed, is_real=False, capacity_share=extent.of(40, 200))
    drain = drained(tmp_path, scenario)
    figures.add(f"fleet, {clients:,} in memory, seed {seed}", str(drain))

    assert_gentle(drain)
    assert drain.tries <= TRIES


@pytest.mark.parametrize("down", ["away, half restarted", "451 to each message"])
def test_breakers_open_or_closed_change_nothing_of_that(
    tmp_path: Path, extent: Extent, figures: Figures, down: str
) -> None:
    clients = extent.of(60, SMALL)
    scenario = Scenario(clients, seed=5, is_real=False, capacity_share=extent.of(20, 200))
    if down == "451 to each message":
        scenario = replace(scenario, down=BUSY)
    else:
        scenario = replace(scenario, is_restarting=True)
    drain = drained(tmp_path, scenario)
    figures.add(f"fleet, {clients:,}, {down}", f"{drain}, breakers {dict(drain.breakers)}")

    assert (drain.breakers["open"] > 0.5 * clients) is (scenario.down is not BUSY)
    assert_gentle(drain)


class Eager(Courier):
    """A courier that takes the network's return for a word to go."""

    def spread(self) -> None:
        self._outbox.channel_changed()


class Regular(RetryPlan):
    """Back-off without a draw."""

    __slots__ = ()

    def wait(self, attempts: int, floor: timedelta, random: Random) -> timedelta:
        return max(floor, min(self.cap, self.base * (1 << min(attempts - 1, 30))))

    def probe(self, floor: timedelta, random: Random) -> timedelta:
        return max(floor, self.cap)


@pytest.mark.parametrize("plan", [RetryPlan(), Regular()], ids=["draws", "regular"])
def test_the_harness_catches_a_fleet_woken_together(
    tmp_path: Path, extent: Extent, figures: Figures, plan: RetryPlan
) -> None:
    clients = extent.of(100, SMALL)
    share = extent.of(50, 200)
    scenario = Scenario(clients, 1, is_real=False, courier=Eager, plan=plan, capacity_share=share)
    drain = drained(tmp_path, scenario)
    figures.add(f"fleet, control, {clients:,} woken together, {type(plan).__name__}", str(drain))

    assert drain.peak_of_capacity > 5 * PEAK
