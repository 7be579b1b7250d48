"""The longest stall while *Moje zgłoszenia* reads, scrolls and searches ten thousand reports."""

from __future__ import annotations

import json
import sys

from benchmarks.display import FULL_HD, Desktop, desktop
from benchmarks.figures import Figure, median, ratio, spread
from benchmarks.plan import Found, Plan

REPORTS = 10_000
FEW = 500  # enough to show that it works
ABOVE_MS = 16.0  # one frame
ACTS = {
    "read": "all of them are read and opened",
    "scroll": "the list is scrolled from end to end",
    "filter": "groups are chosen",
    "search": "a search is typed and taken back",
}


def measure(plan: Plan) -> Found:
    """Let each act and a rest of the same length take turns."""
    count = FEW if plan.is_quick else REPORTS
    with desktop(FULL_HD) as screen:
        asked = _Asked(screen, count)
        asked.gap("read")
        return Found(tuple(_figure(asked, act, count, plan.rounds) for act in ACTS))


class _Asked:
    """The program with the list, asked for one act after the other."""

    def __init__(self, screen: Desktop, count: int) -> None:
        folder = str(screen.folder / "list")
        command = (sys.executable, "-m", "benchmarks.list_inside", folder, str(count))
        self._running = screen.start(*command, is_spoken_to=True)
        self._running.hear("the reports", 300.0)

    def gap(self, act: str) -> tuple[float, float, float]:
        """Give the longest gap (ms), how long the act took (s), and the most computed (ms)."""
        self._running.say(act)
        gap, seconds, computed = json.loads(self._running.hear(act, 120.0))
        self._running.wait_quiet(120.0)
        return float(gap), float(seconds), float(computed)


def _figure(asked: _Asked, act: str, count: int, rounds: int) -> Figure:
    busy, idle, took, own = [], [], [], []
    for _ in range(rounds):
        gap, seconds, computed = asked.gap(act)
        busy.append(gap)
        took.append(seconds)
        own.append(computed)
        idle.append(asked.gap(f"idle {seconds}")[0])
    above = median([one - other for one, other in zip(busy, idle, strict=True)])
    return Figure(
        f"longest stall while {ACTS[act]}, {count} reports", median(busy), "ms",
        floor=median(idle), judged=above, judged_as="ms above idle", at_most=ABOVE_MS,
        note=f"{spread(busy)}, idle {spread(idle)}; to idle {ratio(busy, idle):.1f}; "
        f"took {median(took):.2f} s; computed by the window's own thread {spread(own)} ms",
    )  # fmt: skip
