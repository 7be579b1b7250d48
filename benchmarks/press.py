"""Key press → form painted on the screen, at each layout, first use and warm."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass, field

from benchmarks import ground
from benchmarks.display import FULL_HD, LAYOUTS, Desktop, Layout, desktop
from benchmarks.figures import Figure, Gap, median, ratio, spread
from benchmarks.plan import Found, Plan
from benchmarks.processes import Running, rest
from benchmarks.world import Dzwonek, settle

PEERS = {
    "flameshot": ("flameshot", "gui"),
    "ksnip": ("ksnip", "--rectarea"),
}
RESIDENT = {"flameshot": ("flameshot",), "ksnip": ("ksnip",)}
TO_PEER, TO_WARM = 0.25, 1.5
SETTLE_SECONDS = 0.4


@dataclass(slots=True)
class Series:
    """The times of all rounds in milliseconds."""

    first: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    peers: dict[str, list[float]] = field(default_factory=dict)


def measure(plan: Plan) -> Found:
    """Measure all layouts; in each round everybody has a turn."""
    figures: list[Figure] = []
    gaps = [
        Gap(f"press beside {name}", "it is not installed")
        for name in PEERS
        if not shutil.which(name)
    ]
    application = ground.fonts()
    for layout in (FULL_HD,) if plan.is_quick else LAYOUTS:
        with desktop(layout) as screen:
            series = _series(screen, layout, plan.rounds)
        figures += _figures(layout, series)
    del application
    return Found(tuple(figures), tuple(gaps))


def _series(screen: Desktop, layout: Layout, rounds: int) -> Series:
    settle(screen)
    screen.eyes.show_picture(*ground.ground(layout))
    band = ground.band_of(layout)
    screen.eyes.when(band, ground.is_band, "the ground")
    floor = screen.start(sys.executable, "-m", "benchmarks.floor_form", is_spoken_to=True)
    floor.hear("the floor")
    peers = {name: screen.start(*RESIDENT[name]) for name in PEERS if shutil.which(name)}
    rest(1.0)  # they show their icons now
    series = Series(peers={name: [] for name in peers})
    for number in range(rounds + 1):  # the first warms up the disk's cache and counts for nothing
        one = _round(screen, layout, floor, list(peers))
        if number:
            series.first.append(one.first[0])
            series.warm.append(median(one.warm))
            series.floor.append(one.floor[0])
            for name, times in one.peers.items():
                series.peers[name] += times
    return series


def _round(screen: Desktop, layout: Layout, floor: Running, peers: list[str]) -> Series:
    one = Series()
    program = Dzwonek(screen)
    try:
        one.first.append(_pressed(screen, layout, "Pause", program.running))
        one.warm += [_pressed(screen, layout, "Pause", program.running) for _ in range(2)]
    finally:
        program.end()
    one.floor.append(_pressed(screen, layout, "F10", floor))
    for name in peers:
        with suppress(TimeoutError):
            one.peers[name] = [_triggered(screen, layout, name)]
    return one


def _pressed(screen: Desktop, layout: Layout, key: str, program: Running) -> float:
    """Press, see the form, put it away with Esc; in milliseconds."""
    eyes, band = screen.eyes, ground.band_of(layout)
    began = eyes.press(key)
    seen = eyes.when(band, ground.is_covered, f"{program.name}'s form")
    rest(SETTLE_SECONDS)
    eyes.press("Escape")
    eyes.when(band, ground.is_band, f"the ground after {program.name}'s form")
    program.wait_quiet()
    return (seen - began) * 1000


def _triggered(screen: Desktop, layout: Layout, name: str) -> float:
    """Give a peer's command, as a desktop's own key binding does, and see its overlay."""
    eyes, band = screen.eyes, ground.band_of(layout)
    trigger = screen.start(*PEERS[name])
    try:
        seen = eyes.when(band, ground.is_covered, f"{name}'s overlay", 8.0)
    finally:
        rest(SETTLE_SECONDS)
        eyes.press("Escape")
        screen.end(trigger)
    eyes.when(band, ground.is_band, f"the ground after {name}")
    rest(SETTLE_SECONDS)
    return (seen - trigger.started_at) * 1000


def _figures(layout: Layout, series: Series) -> list[Figure]:
    name = f"press -> form painted, {layout.name}"
    others = {peer: times for peer, times in series.peers.items() if len(times) == len(series.warm)}
    beside = others.get("flameshot")
    figures = [
        Figure(
            f"{name}, warm",
            median(series.warm),
            "ms",
            floor=median(series.floor),
            peer=median(beside) if beside else None,
            peer_name="flameshot",
            judged=ratio(series.warm, beside) if beside else None,
            judged_as="x flameshot",
            at_most=TO_PEER,
            note=f"{spread(series.warm)}; to the floor {ratio(series.warm, series.floor):.2f}",
        ),
        Figure(
            f"{name}, first use",
            median(series.first),
            "ms",
            judged=ratio(series.first, series.warm),
            judged_as="x warm",
            at_most=TO_WARM,
            note=spread(series.first),
        ),
    ]
    if "ksnip" in others:
        figures.append(
            Figure(
                f"{name}, beside ksnip",
                median(series.warm),
                "ms",
                peer=median(others["ksnip"]),
                peer_name="ksnip",
                judged=ratio(series.warm, others["ksnip"]),
                judged_as="x ksnip",
            )
        )
    return figures
