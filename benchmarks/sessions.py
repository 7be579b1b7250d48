"""What idle sessions take on a Windows terminal server: our program many times on one computer.

Wine's Windows stands in for it, so the shares of Qt and Python are real and those of Windows's own
libraries are wine's. Each program has a home of its own, and so counts as a session of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, Gap
from benchmarks.plan import Found, Plan
from benchmarks.processes import Activity, rest, until

if TYPE_CHECKING:
    from windows.wine.computer import Computer

ROOT = Path(__file__).resolve().parent.parent
IMAGES = Path(__file__).with_name("windows_images.py")
SESSIONS, FEW = 10, 2
AFTER_START_SECONDS, SOON_SECONDS = 45.0, 8.0
LOOK_SECONDS = 0.5
START_SECONDS = 90.0
PROCESSOR_MS_A_MINUTE = 10.0
SWITCHES_A_SECOND = 0.05


@dataclass(frozen=True, slots=True)
class Memory:
    """Sizes of one process in MB (proc(5), smaps_rollup)."""

    resident: float
    proportional: float
    private: float


def measure(plan: Plan) -> Found:
    """Let sessions idle and watch them from outside, which costs them nothing."""
    sys.path.append(str(ROOT / "packaging"))
    from windows.wine.computer import started
    from windows.wine.place import Place, windows_path

    place = Place(ROOT)
    if not place.python.is_dir():
        return Found(gaps=(Gap("sessions", "run `bootstrap.py test --windows` once before"),))
    with started(place) as computer:
        with _sessions(computer, 1) as alone:
            rest(SOON_SECONDS if plan.is_quick else AFTER_START_SECONDS)
            one = _memory(alone[0])
        with _sessions(computer, FEW if plan.is_quick else SESSIONS) as pids:
            rest(SOON_SECONDS if plan.is_quick else AFTER_START_SECONDS)
            activity = _activity(pids, plan.idle_seconds)
            images = int(computer.python(windows_path(IMAGES)).said) / 2**20
            memories = _memories(one, [_memory(pid) for pid in pids], images)
            return Found((*activity, *memories))


@contextmanager
def _sessions(computer: Computer, count: int) -> Iterator[list[int]]:
    from windows.wine.place import PYTHON, windows_path

    computer.env["PYTHONPATH"] = windows_path(ROOT / "app")
    programs = []
    pids: list[int] = []
    for number in range(count):
        home = computer.folder / "sessions" / f"{count}-{number}"
        home.mkdir(parents=True)
        own = {"DZWONEK_HOME": windows_path(home)}
        programs.append(computer.start(PYTHON, "-m", "dzwonek", "--hidden", env=own))
        index = home / "data" / "index.db"
        until(index.exists, f"the stores of session {number}", START_SECONDS)
        pids.append(until(partial(_pid, home.name), "its process", START_SECONDS))
    try:
        yield pids
    finally:
        for program in programs:
            program.end()


def _pid(mark: str) -> int | None:
    """Find the process of the session whose home ends in `mark`."""
    wanted = f"sessions\\{mark}\0".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            is_ours = b"dzwonek" in (process / "cmdline").read_bytes()
            if is_ours and wanted in (process / "environ").read_bytes():
                return int(process.name)
    return None


def _activity(pids: Sequence[int], seconds: float) -> tuple[Figure, ...]:
    watched = [Activity(pid) for pid in pids]
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        rest(LOOK_SECONDS)
        for each in watched:
            each.look()
    turns = sum(each.switches for each in watched) / len(watched) / seconds
    used = sum(each.processor_ms for each in watched) / len(watched) / seconds * 60
    told = "; ".join(sorted({each.told() for each in watched}))
    note = f"{len(pids)} sessions for {seconds:.0f} s: {told}"
    return (
        Figure(
            "session: context switches", turns, "/s",
            judged=turns, judged_as="/s", at_most=SWITCHES_A_SECOND, note=note,
        ),
        Figure(
            "session: processor", used, "ms/min",
            judged=used, judged_as="ms/min", at_most=PROCESSOR_MS_A_MINUTE,
        ),
    )  # fmt: skip


def _memories(alone: Memory, many: Sequence[Memory], images: float) -> tuple[Figure, ...]:
    count = len(many)
    shared = sum(one.proportional for one in many)
    each = (shared - alone.proportional) / max(1, count - 1)
    private = sum(one.private for one in many) / count
    note = f"{count} sessions together {shared:.0f} MB, one alone {alone.proportional:.0f} MB"
    return (
        Figure("session: resident memory, alone", alone.resident, "MB"),
        Figure("session: private memory", private, "MB", note=f"mean of {count} sessions"),
        Figure("session: what one more takes", each, "MB", note=note),
        Figure(
            "session: DLLs in it that Windows shares", images, "MB",
            note="Python's, Qt's and the libraries'; wine gives each process a copy of its own",
        ),
    )  # fmt: skip


def _memory(pid: int) -> Memory:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}
    private = sizes["Private_Dirty"] + sizes["Private_Clean"]
    return Memory(sizes["Rss"], sizes["Pss"], private)
