"""The longest gap between two beats of the event loop while a report is encoded, sealed, sent."""

from __future__ import annotations

from benchmarks import ground
from benchmarks.display import FULL_HD, UHD, Desktop, Layout, desktop
from benchmarks.figures import Figure, median, spread
from benchmarks.plan import Found, Plan
from benchmarks.world import Dzwonek, settle

ABOVE_MS = 16.0
NOISE = 150_000


def measure(plan: Plan) -> Found:
    """Let reports and rests take turns."""
    figures = []
    application = ground.fonts()
    for layout in (UHD,) if plan.is_quick else (FULL_HD, UHD):
        with desktop(layout) as screen:
            figures.append(_figure(screen, layout, plan.rounds))
    del application
    return Found(tuple(figures))


def _figure(screen: Desktop, layout: Layout, rounds: int) -> Figure:
    settle(screen)
    screen.eyes.show_picture(*ground.ground(layout, NOISE))
    program = Dzwonek(screen)
    busy, idle, first = [], [], 0.0
    for number in range(rounds + 1):
        gap, seconds = program.ask("send", "gap", 60.0)
        program.running.wait_quiet()
        at_rest, _ = program.ask(f"idle {seconds}", "gap", 60.0)
        if number:
            busy.append(gap)
            idle.append(at_rest)
        else:
            first = gap  # what is loaded at the first use counts, too: see the note
    above = median([one - other for one, other in zip(busy, idle, strict=True)])
    return Figure(
        f"longest stall while a report goes out, {layout.name}", median(busy), "ms",
        floor=median(idle), judged=above, judged_as="ms above idle", at_most=ABOVE_MS,
        note=f"{spread(busy)}, idle {spread(idle)}; first report {first:.1f} ms",
    )  # fmt: skip
