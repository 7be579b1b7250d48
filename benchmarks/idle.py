"""Processor time, context switches and memory while nothing happens, beside a minimal tray."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks import ground
from benchmarks.display import FULL_HD, Desktop, desktop
from benchmarks.figures import Figure
from benchmarks.plan import Found, Plan
from benchmarks.processes import Activity, Running, memory_mb, rest
from benchmarks.world import Dzwonek, settle

# Qt lets the threads of its pool go after 30 s; that is the end of a start, and not idling.
AFTER_START_SECONDS, SOON_SECONDS = 40.0, 6.0
SWITCHES_A_SECOND, MEMORY_TO_FLOOR = 0.05, 1.3
LOOK_SECONDS = 0.5  # between looks from outside, which cost the watched programs nothing


def measure(plan: Plan) -> Found:
    """Watch all programs over the same seconds."""
    application = ground.fonts()
    with desktop(FULL_HD) as screen:
        settle(screen)
        screen.eyes.show_picture(*ground.ground(FULL_HD))
        floor = screen.start(sys.executable, "-m", "benchmarks.floor_tray")
        program = Dzwonek(screen)
        floor.wait_quiet()
        rest(SOON_SECONDS if plan.is_quick else AFTER_START_SECONDS)
        figures = _figures(screen, program, floor, plan.idle_seconds)
    del application
    return Found(figures)


def _figures(
    screen: Desktop, program: Dzwonek, floor: Running, seconds: float
) -> tuple[Figure, ...]:
    ours, its = Activity(program.running.pid), Activity(floor.pid)
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        rest(LOOK_SECONDS)
        ours.look()
        its.look()
    turns, used = ours.switches, ours.processor_ms
    floor_turns, floor_used = its.switches, its.processor_ms
    resident, dirty = program.memory_mb()
    floor_resident, floor_dirty = memory_mb(Path(f"/proc/{floor.pid}/smaps_rollup").read_text())
    loaded = ", ".join(program.ask("modules", "modules")) or "none"
    over = f"{turns} and {floor_turns} over {seconds:.0f} s, by thread: {ours.told()}"
    return (
        Figure(
            "idle: context switches", turns / seconds, "/s", floor=floor_turns / seconds,
            judged=turns / seconds, judged_as="/s", at_most=SWITCHES_A_SECOND, note=over,
        ),
        Figure("idle: processor", used / seconds, "ms/s", floor=floor_used / seconds),
        Figure(
            "idle: resident memory", resident, "MB", floor=floor_resident,
            judged=resident / floor_resident, judged_as="x minimal tray",
            at_most=MEMORY_TO_FLOOR, note=f"heavy modules loaded: {loaded}",
        ),
        Figure(
            "idle: private dirty memory", dirty, "MB", floor=floor_dirty,
            judged=dirty / floor_dirty, judged_as="x minimal tray", at_most=MEMORY_TO_FLOOR,
        ),
    )  # fmt: skip
