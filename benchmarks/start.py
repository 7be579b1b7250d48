"""Process start → icon painted in the tray."""

from __future__ import annotations

import shutil
import sys
import time

from benchmarks import ground
from benchmarks.display import FULL_HD, TRAY_HEIGHT, TRAY_WIDTH, Desktop, desktop
from benchmarks.eyes import LOOK_SECONDS, Region
from benchmarks.figures import Figure, Gap, median, ratio, spread
from benchmarks.plan import Found, Plan
from benchmarks.processes import rest
from benchmarks.world import settle

TO_FLOOR, TO_NORMCAP = 1.25, 0.8
WATCHED_SECONDS = 1.5  # behind the first change: the icon is the picture that then stays
STILL_SECONDS = 0.4
DZWONEK, FLOOR = "dzwonek", "floor"
STARTS = {
    DZWONEK: (sys.executable, "-m", "dzwonek", "--hidden"),
    FLOOR: (sys.executable, "-m", "benchmarks.floor_tray"),
    "flameshot": ("flameshot",),
    "ksnip": ("ksnip",),
}


def measure(plan: Plan) -> Found:
    """Start everybody in turns."""
    starts = {
        name: command
        for name, command in STARTS.items()
        if name in (DZWONEK, FLOOR) or shutil.which(name)
    }
    gaps = [
        Gap(f"start beside {name}", "it is not installed") for name in set(STARTS) - set(starts)
    ]
    if plan.normcap:
        starts["normcap"] = (plan.normcap, "--tray", "True", "--show-introduction", "False",
                             "--update", "False", "--background-mode")  # fmt: skip
    else:
        gaps.append(Gap("start beside NormCap", "it is not installed"))
    times: dict[str, list[float]] = {name: [] for name in starts}
    application = ground.fonts()
    with desktop(FULL_HD) as screen:
        settle(screen)
        screen.eyes.show_picture(*ground.ground(FULL_HD))
        open_panel(screen)
        for number in range(plan.rounds + 1):  # the first fills the disk's cache
            for name in list(starts):
                try:
                    took = _started(screen, starts[name])
                except TimeoutError as error:
                    gaps.append(Gap(f"start beside {name}", str(error)))
                    del starts[name]
                    continue
                if number:
                    times[name].append(took)
    del application
    if DZWONEK not in starts or FLOOR not in starts:
        return Found(gaps=tuple(gaps))
    return Found(_figures({name: times[name] for name in starts}), tuple(gaps))


def _started(screen: Desktop, command: tuple[str, ...]) -> float:
    """Start a program, watch the tray, end it; in milliseconds."""
    eyes = screen.eyes
    tray = Region(0, FULL_HD.height - TRAY_HEIGHT, TRAY_WIDTH, TRAY_HEIGHT)
    empty = _still(screen, tray)
    running = screen.start(*command)
    seen = [(eyes.when(tray, lambda pixels: pixels != empty, f"{running.name}'s icon"), b"")]
    while time.monotonic() < seen[0][0] + WATCHED_SECONDS:
        pixels = eyes.see(tray)
        if pixels != seen[-1][1]:
            seen.append((time.monotonic(), pixels))
        rest(LOOK_SECONDS)
    screen.end(running)
    eyes.when(tray, lambda pixels: pixels == empty, f"the tray without {running.name}")
    last = seen[-1][1]
    # what stays, and when it stood there for the first time
    at = next(moment for moment, pixels in seen if pixels == last)
    return (at - running.started_at) * 1000


def open_panel(screen: Desktop) -> None:
    """Let the tray show itself: it stays hidden until its first icon, and then for good."""
    first = screen.start(*STARTS[FLOOR])
    tray = Region(0, FULL_HD.height - TRAY_HEIGHT, TRAY_WIDTH, TRAY_HEIGHT)
    empty = screen.eyes.see(tray)
    screen.eyes.when(tray, lambda pixels: pixels != empty, "the tray")
    screen.end(first)


def _still(screen: Desktop, region: Region) -> bytes:
    """Wait until a part of the screen stays as it is, and give its pixels."""
    pixels, since = screen.eyes.see(region), time.monotonic()
    while time.monotonic() - since < STILL_SECONDS:
        rest(0.01)
        now = screen.eyes.see(region)
        if now != pixels:
            pixels, since = now, time.monotonic()
    return pixels


def _figures(times: dict[str, list[float]]) -> tuple[Figure, ...]:
    ours = times[DZWONEK]
    floor = times[FLOOR]
    figures = [
        Figure(
            "start -> icon",
            median(ours),
            "ms",
            floor=median(floor),
            judged=ratio(ours, floor),
            judged_as="x minimal tray",
            at_most=TO_FLOOR,
            note=spread(ours),
        )
    ]
    for name, others in times.items():
        if name in (DZWONEK, FLOOR):
            continue
        figures.append(
            Figure(
                f"start -> icon, beside {name}",
                median(ours),
                "ms",
                peer=median(others),
                peer_name=name,
                judged=ratio(ours, others),
                judged_as=f"x {name}",
                at_most=TO_NORMCAP if name == "normcap" else None,
            )
        )
    return tuple(figures)
