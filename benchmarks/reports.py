"""Many reports at 4K through the real form: submit → saved, fsyncs, and what memory stays."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from pathlib import Path

from benchmarks import ground
from benchmarks.display import FULL_HD, UHD, Desktop, Layout, desktop
from benchmarks.figures import Figure, Gap, median, percentile, ratio, spread
from benchmarks.plan import Found, Plan
from benchmarks.processes import rest
from benchmarks.world import Dzwonek, settle

P95_MS, FSYNCS, GROWN_MB = 100.0, 3, 15.0
PICTURE_BYTES = 2_000_000
NOISE = 150_000  # pixels of noise that bring the picture at 4K to two megabytes
COUNTED_REPORTS = 3
SYNC = re.compile(r"^(\d+) +(\d+\.\d+) (?:fsync|fdatasync)\(")


def measure(plan: Plan) -> Found:
    """Send the reports; then count the syncs of a few more under strace."""
    application = ground.fonts()
    with desktop(UHD) as screen:
        figures = _many(screen, plan.reports)
    gaps: tuple[Gap, ...] = ()
    if shutil.which("strace"):
        with desktop(FULL_HD) as screen:
            figures.append(_syncs(screen))
    else:
        gaps = (Gap("fsyncs of a submit", "strace is not installed"),)
    del application
    return Found(tuple(figures), gaps)


def _many(screen: Desktop, reports: int) -> list[Figure]:
    settle(screen)
    screen.eyes.show_picture(*ground.ground(UHD, NOISE))
    program = Dzwonek(screen)
    idle = program.memory_mb()
    times, floor, sizes = [], [], []
    for _ in range(reports):
        times.append(_submitted(screen, UHD, program))
        sizes.append(max(file.stat().st_size for file in (program.data / "spool").rglob("*.dzw")))
        floor.append(_bare_store(screen.folder / "floor", bytes(PICTURE_BYTES)))
    rest(3.0)
    program.running.wait_quiet()
    after = program.memory_mb()
    return [
        Figure(
            "submit -> saved, 2 MB picture, p95", percentile(times, 0.95), "ms",
            floor=percentile(floor, 0.95), judged=percentile(times, 0.95), judged_as="ms",
            at_most=P95_MS,
            note=f"median {median(times):.1f} ms, {spread(times)}; report of "
            f"{median(sizes) / 1e6:.2f} MB; to the floor (file, fsync, rename, folder, row) "
            f"{ratio(times, floor):.1f}",
        ),
        _grown("resident", idle[0], after[0], reports),
        _grown("private dirty", idle[1], after[1], reports),
    ]  # fmt: skip


def _grown(name: str, idle: float, after: float, reports: int) -> Figure:
    return Figure(
        f"{name} memory after {reports} reports at 4K", after, "MB",
        floor=idle, judged=after - idle, judged_as="MB more than idle", at_most=GROWN_MB,
    )  # fmt: skip


def _submitted(screen: Desktop, layout: Layout, program: Dzwonek) -> float:
    """Press, fill in, send with Ctrl+Enter; gives the milliseconds from there to saved."""
    eyes, band = screen.eyes, ground.band_of(layout)
    eyes.press("Pause")
    eyes.when(band, ground.is_covered, "the form")
    program.ask("fill", "filled")
    program.running.wait_quiet()  # a person takes longer; the picture is encoded by then
    began = eyes.press("Control_L+Return")
    saved = program.hear("saved")
    eyes.when(band, ground.is_band, "the ground after the form")
    program.running.wait_quiet()
    return float(saved - began) * 1000


def _bare_store(folder: Path, content: bytes) -> float:
    """Write a file durably and commit a row, with nothing else; in milliseconds."""
    folder.mkdir(exist_ok=True)
    rows = sqlite3.connect(folder / "floor.db")
    rows.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE IF NOT EXISTS report (id INTEGER PRIMARY KEY, name TEXT);"
    )
    began = time.monotonic()
    with (folder / "part").open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    (folder / "part").rename(folder / "whole")
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    with rows:
        rows.execute("INSERT INTO report (name) VALUES ('whole')")
    took = time.monotonic() - began
    rows.close()
    return took * 1000


def _syncs(screen: Desktop) -> Figure:
    """Count what is synced between Ctrl+Enter and saved, by all threads."""
    settle(screen)
    screen.eyes.show_picture(*ground.ground(FULL_HD))
    trace = screen.folder / "trace"
    watcher = ("strace", "-f", "-ttt", "-e", "trace=fsync,fdatasync", "-o", str(trace))
    program = Dzwonek(screen, *watcher)
    # strace writes the wall clock, everything else here is told by the steady one
    shift = time.time() - time.monotonic()
    counts, all_threads = [], []
    for _ in range(COUNTED_REPORTS + 1):
        screen.eyes.press("Pause")
        screen.eyes.when(ground.band_of(FULL_HD), ground.is_covered, "the form")
        program.ask("fill", "filled")
        rest(2.5)  # the autosave behind the last letter
        began = screen.eyes.press("Control_L+Return") + shift
        saved = program.hear("saved") + shift
        rest(1.5)
        threads = _threads_of_syncs(trace.read_text(), began, saved)
        counts.append(threads.count(threads[0]))
        all_threads.append(len(threads))
    most = max(counts[1:])  # the first makes folders, too
    return Figure(
        "submit: fsyncs until saved", most, "", judged=most, at_most=FSYNCS,
        note=f"each report: {counts}, by the thread that seals, for which saved waits; "
        f"by all threads {all_threads}: the courier may begin before saved is said",
    )  # fmt: skip


def _threads_of_syncs(trace: str, began: float, saved: float) -> list[str]:
    """Name the thread of each sync between two moments; the first is the one that seals."""
    found = (SYNC.match(line) for line in trace.splitlines())
    threads = [sync[1] for sync in found if sync and began <= float(sync[2]) <= saved]
    if not threads:
        raise RuntimeError("a report was saved without a sync")
    return threads
