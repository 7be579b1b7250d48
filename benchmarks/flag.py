"""Flag key → draft stored: its pictures encoded, sealed and on the disk, its text behind them."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import mss
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from benchmarks import ground
from benchmarks.display import FULL_HD, LAYOUTS, Desktop, Layout, desktop
from benchmarks.figures import Figure, Gap, median, ratio, spread
from benchmarks.plan import Found, Plan
from benchmarks.processes import rest, until
from benchmarks.world import Dzwonek, settle

AT_MOST_MS = 300.0
LOOK_SECONDS = 0.0005
JPEG_QUALITY = 88


def measure(plan: Plan) -> Found:
    """Measure all layouts; in each round everybody has a turn."""
    figures: list[Figure] = []
    gaps: list[Gap] = []
    has_peer = shutil.which("flameshot") is not None
    if not has_peer:
        gaps.append(Gap("flag beside flameshot", "it is not installed"))
    application = ground.fonts()
    for layout in (FULL_HD,) if plan.is_quick else LAYOUTS:
        with desktop(layout) as screen:
            figures.append(_figure(screen, layout, plan.rounds, has_peer=has_peer))
    del application
    return Found(tuple(figures), tuple(gaps))


def _figure(screen: Desktop, layout: Layout, rounds: int, *, has_peer: bool) -> Figure:
    settle(screen)
    screen.eyes.show_picture(*ground.ground(layout))
    program = Dzwonek(screen)
    ours, floor, peer = [], [], []
    for number in range(rounds + 1):  # the first is the first use, and counts for nothing
        times = _flagged(screen, layout, program), _bare(screen, screen.folder / "floor.jpg")
        saved = _saved_by_peer(screen) if has_peer else 0.0
        if number:
            ours.append(times[0])
            floor.append(times[1])
            peer.append(saved)
        else:
            first = times[0]
    return Figure(
        f"flag -> draft stored, {layout.name}",
        median(ours),
        "ms",
        floor=median(floor),
        peer=median(peer) if has_peer else None,
        peer_name="flameshot full" if has_peer else "",
        judged=median(ours),
        judged_as="ms",
        at_most=AT_MOST_MS,
        note=f"{spread(ours)}; first use {first:.0f} ms"
        f"; to the floor (grab, JPEG, fsync) {ratio(ours, floor):.2f}"
        + (f", to the peer {ratio(ours, peer):.2f}" if has_peer else ""),
    )


def _flagged(screen: Desktop, layout: Layout, program: Dzwonek) -> float:
    """Press the flag key and wait for the whole draft; in milliseconds."""
    drafts = program.data / "drafts"
    before = set(os.listdir(drafts)) if drafts.exists() else set()
    began = screen.eyes.press("Shift_L+Pause")
    ends_at = began + 10
    while not _is_whole(drafts, before, layout.monitors):
        if time.monotonic() > ends_at:
            raise TimeoutError("no draft within 10 s")
        rest(LOOK_SECONDS)
    took = time.monotonic() - began
    program.running.wait_quiet()
    return took * 1000


def _is_whole(drafts: Path, before: set[str], monitors: int) -> bool:
    """Say whether a new draft has all its pictures and, later than these, its text."""
    new = set(os.listdir(drafts)) - before if drafts.exists() else set()
    if not new:
        return False
    text = 0
    pictures = []
    for entry in os.scandir(drafts / new.pop()):
        if entry.name == "draft.dzw":
            text = entry.stat().st_mtime_ns
        elif entry.name.startswith("picture-") and entry.name.endswith(".dzw"):
            pictures.append(entry.stat().st_mtime_ns)
    return len(pictures) == monitors and text >= max(pictures)


def _bare(screen: Desktop, path: Path) -> float:
    """Grab, encode as JPEG and write durably, with nothing else; in milliseconds."""
    with mss.MSS(display=screen.env["DISPLAY"]) as eyes:
        monitor = eyes.monitors[0]
        eyes.grab(monitor)
        began = time.monotonic()
        shot = eyes.grab(monitor)
        width, height = shot.size
        image = QImage(shot.raw, width, height, width * 4, QImage.Format.Format_RGB32)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, b"jpeg")
        writer.setQuality(JPEG_QUALITY)
        writer.write(image)
        with path.open("wb") as file:
            file.write(buffer.data().data())
            file.flush()
            os.fsync(file.fileno())
        return (time.monotonic() - began) * 1000


def _saved_by_peer(screen: Desktop) -> float:
    """Let Flameshot save the whole screen, from its start to its file; in milliseconds."""
    path = screen.folder / "peer.png"
    path.unlink(missing_ok=True)
    peer = screen.start("flameshot", "full", "--path", str(path))
    until(lambda: path.exists() and path.stat().st_size > 0, "flameshot's file")
    took = time.monotonic() - peer.started_at
    peer.process.wait(10)
    screen.end(peer)
    return took * 1000
