"""Processor time, context switches and memory while nothing happens, beside a minimal tray.

The memory stands beside a second floor, too: the minimal tray with what was asked for beside it,
held ready and bare. What that takes, no program that does the work can go below.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from benchmarks import ground
from benchmarks.display import FULL_HD, desktop
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
        parts = screen.start(sys.executable, "-m", "benchmarks.floor_parts")
        program = Dzwonek(screen)
        floor.wait_quiet()
        parts.wait_quiet()
        rest(SOON_SECONDS if plan.is_quick else AFTER_START_SECONDS)
        figures = (
            *_activity(program, floor, plan.idle_seconds),
            *_memory(program, floor, parts),
        )
    del application
    return Found(figures)


def _activity(program: Dzwonek, floor: Running, seconds: float) -> tuple[Figure, ...]:
    ours, its = Activity(program.running.pid), Activity(floor.pid)
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        rest(LOOK_SECONDS)
        ours.look()
        its.look()
    turns, used = ours.switches, ours.processor_ms
    floor_turns, floor_used = its.switches, its.processor_ms
    over = f"{turns} and {floor_turns} over {seconds:.0f} s, by thread: {ours.told()}"
    return (
        Figure(
            "idle: context switches", turns / seconds, "/s", floor=floor_turns / seconds,
            judged=turns / seconds, judged_as="/s", at_most=SWITCHES_A_SECOND, note=over,
        ),
        Figure("idle: processor", used / seconds, "ms/s", floor=floor_used / seconds),
    )  # fmt: skip


def _memory(program: Dzwonek, floor: Running, parts: Running) -> tuple[Figure, ...]:
    loaded = ", ".join(program.ask("modules", "modules")) or "none"
    sizes = zip(program.memory_mb(), _memory_of(floor), _memory_of(parts), strict=True)
    resident, dirty = (_compared(*three) for three in sizes)
    note = f"{resident.note}; heavy modules loaded: {loaded}"
    return (
        replace(resident, name="idle: resident memory", note=note),
        replace(dirty, name="idle: private dirty memory"),
    )


def _compared(ours: float, floor: float, parts: float) -> Figure:
    return Figure(
        "", ours, "MB", floor=floor, peer=parts, peer_name="bare parts",
        judged=ours / floor, judged_as="x minimal tray", at_most=MEMORY_TO_FLOOR,
        note=f"{ours / parts:.2f} x the bare parts, which are {parts / floor:.2f} x minimal tray",
    )  # fmt: skip


def _memory_of(running: Running) -> tuple[float, float]:
    return memory_mb(Path(f"/proc/{running.pid}/smaps_rollup").read_text())
