"""A long run of the real program: it grows neither in memory, nor in descriptors, nor on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.conftest import Extent, Figures
from tests.faults.soak_life import Variant

ROOT = Path(__file__).parents[2]
GROWTH = 5 * 1024  # KB
ROW = 2_000  # bytes of the index that an ended report may leave, its SQL indexes included
BASE = 200_000  # bytes of an index with its empty log and shared memory

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made of /proc")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a life counted at one moment; memory in KB, the rest of the sizes in bytes."""

    cycle: int
    descriptors: int
    threads: int
    memory: int
    spool: int
    files: int
    index: int


@dataclass(frozen=True, slots=True)
class Server:
    """The mail server of a run, a process of its own."""

    process: subprocess.Popen[str]
    port: str
    authority: Path

    def count(self) -> list[int]:
        """End it and give how many reports it took, and how many copies too many."""
        taken, _ = self.process.communicate(timeout=60)
        return [int(number) for number in taken.split()]


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(folder),
    }


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Run a mail server."""
    authority, temp = tmp_path / "authority.pem", tmp_path / "server-temp"
    temp.mkdir()
    words = [sys.executable, "-m", "tests.faults.soak_server", str(authority)]
    with subprocess.Popen(
        words,
        env=environment(temp),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield Server(process, process.stdout.readline().strip(), authority)
        if process.poll() is None:
            process.communicate(timeout=60)


def lived(
    folder: Path, server: Server, cycles: int, warm: int, variant: Variant = ""
) -> list[Measured]:
    """Let the program live so long; raises CalledProcessError."""
    temp = folder / "temp"
    temp.mkdir()
    words = [sys.executable, "-m", "tests.faults.soak_life", str(folder / "home"), server.port]
    words += [str(server.authority), str(cycles), str(warm), variant]
    done = subprocess.run(
        words, env=environment(temp), cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=900
    )
    return [Measured(**json.loads(line)) for line in done.stdout.splitlines()]


def faults_of(measured: list[Measured]) -> list[str]:
    """List what grew."""
    first, last = measured[0], measured[-1]
    found = []
    if last.memory - first.memory > GROWTH:
        found.append(f"memory: {last.memory - first.memory} KB more")
    if {each.descriptors for each in measured} != {first.descriptors}:
        found.append(f"descriptors: {[each.descriptors for each in measured]}")
    if {each.threads for each in measured} != {first.threads}:
        found.append(f"threads: {[each.threads for each in measured]}")
    if last.files or last.spool:
        found.append(f"spool: {last.files} files of {last.spool} bytes after the purge")
    if last.index > BASE + ROW * last.cycle:
        found.append(f"index: {last.index} bytes after the purge")
    return found


@pytest.mark.timeout(900)
def test_thousands_of_reports_leave_memory_descriptors_threads_and_disk_as_they_were(
    tmp_path: Path, server: Server, extent: Extent, figures: Figures
) -> None:
    began = time.monotonic()
    cycles, warm = extent.of(60, 2000), extent.of(20, 200)
    measured = lived(tmp_path, server, cycles, warm)
    first, last = measured[0], measured[-1]
    most = max(each.memory for each in measured)
    faults = faults_of(measured)
    taken = server.count()
    figures.add(
        "soak",
        f"{cycles} reports of 200 KB, {taken[1]} copies too many; memory {first.memory} KB at"
        f" {warm}, {last.memory - first.memory:+} KB at the end, at most"
        f" {most - first.memory:+} KB; descriptors {first.descriptors} -> {last.descriptors},"
        f" threads {first.threads} -> {last.threads}; spool {last.files} files, index"
        f" {last.index} bytes; {time.monotonic() - began:.0f} s",
    )
    assert not faults
    assert taken == [cycles, 0]
    assert list((tmp_path / "temp").iterdir()) == []


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("variant", "sign"), [("hoarding", "memory"), ("open", "descriptors")])
def test_the_harness_catches_a_program_that_keeps_what_it_should_give_back(
    tmp_path: Path, server: Server, figures: Figures, variant: Variant, sign: str
) -> None:
    faults = faults_of(lived(tmp_path, server, 50, 15, variant))
    figures.add("soak", f"control {variant}: {'; '.join(faults)}")

    assert [fault for fault in faults if fault.startswith(sign)]
