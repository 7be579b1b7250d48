"""Crash images: whatever subset of the un-synced writes a power cut leaves, nothing is lost.

The real program is recorded call by call; from the recording every disk can be made that may be
found when the power comes back, with writes re-ordered, torn and missing. `crash_disk.py` says
what the model of the disk allows, `crash_check.py` what has to hold on each.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.conftest import Extent, Figures
from tests.faults.crash_program import SCENARIOS
from tests.faults.crash_recording import ROOT, record
from tests.faults.crash_worker import Result

MEMORY = Path("/dev/shm")  # a disk would be slower, and need not survive this
SEED = "20261122"
PROCESSES = 2
CONTROLS = {
    "lossy_index": ("send", "corrupt"),
    "unnamed_files": ("submit", "lost"),
    "whole_log": ("purge", "a destroyed key is back"),
    "unsynced_files": ("submit", "corrupt"),
    "traces_left": ("purge", "a destroyed key is back"),
}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made of strace")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory, where there is one."""
    parent = MEMORY if MEMORY.is_dir() else tmp_path
    with tempfile.TemporaryDirectory(prefix="dzwonek-recordings-", dir=parent) as name:
        yield Path(name)


def recorded(strace: str, folder: Path, scenarios: list[str], variant: str = "") -> int:
    """Record scenarios, and give the number of their steps."""
    with ThreadPoolExecutor(PROCESSES) as pool:
        found = pool.map(lambda name: record(strace, folder / name, variant), scenarios)
        return sum(len(recording.steps) for recording in found)


def checked(folder: Path, images: int) -> dict[str, Result]:
    """Make and check images of all recordings in a folder, in two processes."""
    words = [sys.executable, "-m", "tests.faults.crash_worker", str(folder), SEED, str(images)]
    workers = [
        subprocess.Popen(
            [*words, str(share), str(PROCESSES)],
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for share in range(PROCESSES)
    ]
    total: dict[str, Result] = {}
    try:
        for worker in workers:
            output, _ = worker.communicate()
            assert worker.returncode == 0
            for scenario, found in json.loads(output).items():
                total.setdefault(scenario, Result()).add(Result(**found))
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    return total


@pytest.mark.timeout(900)
def test_no_image_after_a_crash_shows_a_loss_damage_or_a_destroyed_key(
    component: Callable[[str, str], str], folder: Path, extent: Extent, figures: Figures
) -> None:
    began = time.monotonic()
    place = folder / "recordings"
    steps = recorded(component("strace", "strace"), place, list(SCENARIOS))
    results = checked(place, extent.of(240, 20_100))
    for scenario, result in results.items():
        figures.add(
            "crash images",
            f"{scenario}: {result.images} images, {result.bad} bad,"
            f" {result.doubled} copies too many (all between the 250 and its commit)",
        )
    images = sum(result.images for result in results.values())
    assert images >= extent.of(200, 20_000)
    figures.add("crash images", f"{images} of {steps} steps, {time.monotonic() - began:.0f} s")
    faults = [fault for result in results.values() for fault in result.faults]
    assert not faults, "\n".join(faults[:20])
    assert all(result.images for result in results.values())


@pytest.mark.timeout(300)
def test_the_harness_catches_programs_that_are_careless(
    component: Callable[[str, str], str], folder: Path, extent: Extent, figures: Figures
) -> None:
    for variant, (scenario, fault) in list(CONTROLS.items())[-extent.of(2, len(CONTROLS)) :]:
        place = folder / variant
        recorded(component("strace", "strace"), place, [scenario], variant)
        result = checked(place, extent.of(30, 400))[scenario]
        shutil.rmtree(place)
        figures.add(
            "crash images", f"control {variant}: {result.bad} of {result.images} images bad"
        )
        assert any(fault in text for text in result.faults), (variant, result)
