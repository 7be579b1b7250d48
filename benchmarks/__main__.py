"""`python -m benchmarks [NAME…]`: measures and prints a table; `--quick` only shows it works."""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.figures import Figure, Gap, machine, table, write_json
from benchmarks.plan import QUICK, Found, Plan
from benchmarks.processes import MissingProgramError

NAMES = {
    "press": "key press -> form painted, first use and warm",
    "flag": "flag key -> draft stored with its pictures",
    "start": "process start -> icon in the tray",
    "idle": "processor, context switches and memory while nothing happens",
    "reports": "submit -> saved, its fsyncs, and memory after many reports",
    "stall": "longest stall of the event loop while a report goes out",
    "list_of_reports": "longest stall while ten thousand reports are read, scrolled, searched",
    "png": "encoding beside Qt's own",
    "sessions": "idle sessions on one Windows computer",
}
EPILOG = """\
Ratios are what counts: everything in one line of the table was measured in turns in the same run,
on a display of its own. Absolute figures hold for this machine at this hour. Needs Xvfb, openbox,
trayer, dbus-daemon and xrandr; flameshot, ksnip, strace and NormCap are used where installed
(NormCap: `--normcap PROGRAM`, or a program of that name in PATH).
"""


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for; gives 1 when a measurement broke, never for a missed goal."""
    wish = _parser().parse_args(arguments)
    plan = QUICK if wish.quick else Plan()
    if wish.rounds:
        plan = replace(plan, rounds=wish.rounds)
    plan = replace(plan, normcap=wish.normcap or shutil.which("normcap") or "")
    figures: list[Figure] = []
    gaps: list[Gap] = []
    is_whole = True
    print(machine(), flush=True)
    for name in wish.names or NAMES:
        print(f"... {name}: {NAMES[name]}", flush=True)
        found, is_done = _measured(name, plan)
        is_whole = is_whole and is_done
        figures += found.figures
        gaps += found.gaps
        print(table(found.figures, found.gaps), flush=True)
    if len(wish.names or NAMES) > 1:
        print(f"\n{table(figures, gaps)}\n{_verdict(figures)}", flush=True)
    if wish.json is not None:
        write_json(wish.json, figures, gaps)
    return 0 if is_whole else 1


def _measured(name: str, plan: Plan) -> tuple[Found, bool]:
    """Run one measurement; what breaks it is told and does not keep the others from running."""
    try:
        found: Found = importlib.import_module(f"benchmarks.{name}").measure(plan)
    except MissingProgramError as error:
        return Found(gaps=(Gap(name, str(error)),)), os.environ.get("CI") != "true"
    except Exception as error:  # noqa: BLE001 - the other measurements are to run; this one is told
        traceback.print_exc()
        return Found(gaps=(Gap(name, f"broke: {error!r}"),)), False
    return found, True


def _verdict(figures: Sequence[Figure]) -> str:
    judged = [figure for figure in figures if figure.is_met is not None]
    missed = [figure.name for figure in judged if not figure.is_met]
    said = f"{len(judged) - len(missed)} of {len(judged)} goals are met."
    return f"{said} Missed: {'; '.join(missed)}." if missed else said


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:8} {purpose}" for name, purpose in NAMES.items())
    parser = argparse.ArgumentParser(
        prog="benchmarks",
        description=f"Measurements:\n{listed}",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which (default: all)")
    parser.add_argument("--quick", action="store_true", help="few rounds: shows that it works")
    parser.add_argument("--rounds", type=int, help="how many rounds (default 9)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--normcap", default="", metavar="PROGRAM", help="NormCap's program")
    return parser


def _checked(arguments: Sequence[str]) -> int:
    unknown = [name for name in _parser().parse_args(arguments).names if name not in NAMES]
    if unknown:
        print(f"benchmarks: no measurement is called {', '.join(unknown)}", file=sys.stderr)
        return 2
    return main(arguments)


if __name__ == "__main__":
    sys.exit(_checked(sys.argv[1:]))
