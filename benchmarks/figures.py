"""Figures: what was measured, beside what, and whether the goal is met."""

from __future__ import annotations

import json
import platform
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

HEADINGS = ("figure", "ours", "floor", "peer", "ratio", "goal", "met")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `ratio` is what the goal speaks of, whatever it was made of.

    A goal of None means that the line is for orientation only. `floor` and `peer` are in `unit`
    too, with what they are behind them.
    """

    name: str
    ours: float
    unit: str
    floor: float | None = None
    peer: float | None = None
    peer_name: str = ""
    judged: float | None = None
    judged_as: str = ""
    at_most: float | None = None
    note: str = ""

    @property
    def is_met(self) -> bool | None:
        """Say whether the goal is met; None where there is none, or nothing to compare with."""
        if self.at_most is None or self.judged is None:
            return None
        return self.judged <= self.at_most


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be measured here, and why."""

    name: str
    reason: str


def median(values: Sequence[float]) -> float:
    """Give the middle value."""
    return statistics.median(values)


def ratio(ours: Sequence[float], others: Sequence[float]) -> float:
    """Compare two series by the median of each round's ratio: noise falls on both alike."""
    return statistics.median(one / other for one, other in zip(ours, others, strict=True))


def percentile(values: Sequence[float], part: float) -> float:
    """Give the value below which `part` of all lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(part * len(ordered) + 0.5) - 1))]


def spread(values: Sequence[float]) -> str:
    """Say how far the values lie apart."""
    return f"{min(values):.3g}-{max(values):.3g}, n={len(values)}"


def table(figures: Sequence[Figure], gaps: Sequence[Gap]) -> str:
    """Write everything as text, columns aligned, notes below."""
    rows = [HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    lines += [f"  {figure.name}: {figure.note}" for figure in figures if figure.note]
    lines += [f"  not measured: {gap.name}: {gap.reason}" for gap in gaps]
    return "\n".join(lines)


def _cells(figure: Figure) -> tuple[str, ...]:
    judged = "" if figure.judged is None else f"{figure.judged:.3g} {figure.judged_as}".rstrip()
    goal = "" if figure.at_most is None else f"<= {figure.at_most:g}"
    is_met = {True: "yes", False: "NO", None: ""}[figure.is_met]
    peer = _amount(figure.peer)
    if peer and figure.peer_name:
        peer += f" {figure.peer_name}"
    ours = f"{_amount(figure.ours)} {figure.unit}"
    return figure.name, ours, _amount(figure.floor), peer, judged, goal, is_met


def _amount(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def write_json(path: Path, figures: Sequence[Figure], gaps: Sequence[Gap]) -> None:
    """Write the figures for machines, with the machine and the moment."""
    content = {
        "version": 1,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "figures": [{**asdict(figure), "is_met": figure.is_met} for figure in figures],
        "gaps": [asdict(gap) for gap in gaps],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def machine() -> str:
    """Describe the machine in a line, its load included: absolute figures depend on it."""
    cpus = sum(
        line.startswith("processor") for line in Path("/proc/cpuinfo").read_text().splitlines()
    )
    load = Path("/proc/loadavg").read_text().split()[0]
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    python = platform.python_version()
    return f"{system}, {platform.machine()}, {cpus} CPUs, load {load}, Python {python}"
