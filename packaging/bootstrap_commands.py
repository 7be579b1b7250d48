"""The commands of the bootstrap: what each sets up, and what it starts then."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bootstrap_checks import (
    Outcome,
    faults_stage,
    lint_stages,
    nothing,
    run_stages,
    run_tests,
    summary,
)
from bootstrap_process import carry_out, say
from bootstrap_system import WINDOWS, AptRule, provide
from bootstrap_venv import Environment, SetupError

ROOT = Path(__file__).resolve().parent.parent
INTERRUPTED = 130
OURS = frozenset({"--apt", "--no-apt", "--fast", "--faults", "--windows", "-h", "--help"})

DESCRIPTION = """\
Sets up everything that Dzwonek needs, then does what the command says. Setting up makes .venv with
the locked dependencies and compiles icons and translations; what is up to date is left alone.
"""
EPILOG = """\
Missing system packages are named with the exact command, and installed when this runs as root or
with --apt. Arguments that the bootstrap does not know go on to the program it starts; after "--"
all of them do, for example: bootstrap.py run -- --help
"""
COMMANDS = {
    "demo": "show the whole way of a report, on a mailbox and a Daktela of its own",
    "run": "start Dzwonek (arguments as for the command dzwonek)",
    "test": "style, types, import law and all tests (arguments as for pytest)",
    "check": "style, types and import law only",
    "bench": "run the benchmarks (arguments as for python -m benchmarks)",
    "package": "build the Windows program and its installer in wine, and try the installer's life",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    command: str
    apt: AptRule
    is_fast: bool
    has_faults: bool
    is_windows: bool
    arguments: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Carry out a command line; gives the exit code."""
    wish = read_wish(arguments)
    try:
        return _carry_out(wish)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return INTERRUPTED


def read_wish(arguments: Sequence[str]) -> Wish:
    """Tell our own options from those that go on to the program, whose order they keep."""
    own, further = _split(arguments)
    chosen = _parser().parse_args(own)
    rule = {True: AptRule.ALLOWED, False: AptRule.FORBIDDEN, None: AptRule.WHEN_ROOT}[chosen.apt]
    fast = bool(getattr(chosen, "fast", False))
    faults = bool(getattr(chosen, "faults", False))
    windows = bool(getattr(chosen, "windows", False))
    if chosen.command in {"check", "package"} and further:
        _parser().error(f"{chosen.command} takes no arguments: {' '.join(further)}")
    return Wish(chosen.command, rule, fast, faults, windows, tuple(further))


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    own: list[str] = []
    further: list[str] = []
    for position, argument in enumerate(arguments):
        if argument == "--":
            return own, [*further, *arguments[position + 1 :]]
        is_ours = not own or argument in OURS
        (own if is_ours else further).append(argument)
    return own, further


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose, epilog=EPILOG)
        apt = command.add_mutually_exclusive_group()
        apt.add_argument("--apt", action="store_true", default=None, help="install system packages")
        apt.add_argument("--no-apt", dest="apt", action="store_false", help="never install any")
        if name == "test":
            extent = command.add_mutually_exclusive_group()
            extent.add_argument(
                "--fast", action="store_true", help="leave out displays, servers and damage"
            )
            extent.add_argument(
                "--faults",
                action="store_true",
                help="only the damage done on purpose, in full; names choose (tests/faults/)",
            )
            extent.add_argument(
                "--windows",
                action="store_true",
                help="only what runs in a Windows Python: in wine, or on this Windows",
            )
    return parser


def _carry_out(wish: Wish) -> int:
    environment = Environment(ROOT)
    absent = provide(_needs(wish), wish.apt, with_venv=not environment.is_usable())
    environment.prepare("program" if wish.command in {"demo", "run"} else "tests")
    python = environment.python
    match wish.command:
        case "check":
            return _close(run_stages(lint_stages(python), ROOT), [], [])
        case "test" if wish.has_faults:
            return _close(_do_damage(python, wish.arguments), [], absent)
        case "test" if wish.is_windows:
            return _close(*_test_windows(python, wish.arguments, absent), absent)
        case "test":
            return _test(python, wish, absent)
        case "bench":
            return carry_out([str(python), "-m", "benchmarks", *wish.arguments], ROOT)
        case "package":
            return _package(python, absent)
        case "demo":
            return carry_out([str(python), "-m", "dzwonek", "demo", *wish.arguments])
        case _:
            return carry_out([str(python), "-m", "dzwonek", *wish.arguments])


def _test(python: Path, wish: Wish, absent: list[str]) -> int:
    is_whole = not (wish.is_fast or wish.arguments)  # arguments are meant for Linux's tests
    can_package = is_whole and sys.platform == "linux" and not absent
    outcomes, reasons = run_tests(
        python,
        ROOT,
        fast=wish.is_fast,
        arguments=wish.arguments,
        behind_tests=partial(_package_tried, python) if can_package else nothing,
    )
    if is_whole:
        further, why_not = _test_windows(python, (), absent)
        outcomes, reasons = [*outcomes, *further], [*reasons, *why_not]
    return _close(outcomes, reasons, absent)


def _needs(wish: Wish) -> str:
    if wish.is_fast:
        return "test --fast"
    return "test --windows" if wish.is_windows else wish.command


def _test_windows(
    python: Path, arguments: Sequence[str], absent: Sequence[str]
) -> tuple[list[Outcome], list[str]]:
    from windows.wine.stages import run_windows_tests

    has_parts = not set(WINDOWS) & set(absent)
    if sys.platform != "win32" and not (has_parts and shutil.which("wine")):
        return [], ["the tests of Windows, which need wine"]
    return run_windows_tests(python, ROOT, arguments)


def _package(python: Path, absent: Sequence[str]) -> int:
    if sys.platform != "linux":
        raise SetupError("This builds in wine, on Linux; packaging/windows/README.md tells more.")
    if absent:
        raise SetupError(f"This cannot be done without {' '.join(absent)}.")
    from windows.package import run_package

    return run_package(python, ROOT)


def _package_tried(python: Path) -> list[Outcome]:
    """Build the Windows package and go through its life, as one more stage of the tests."""
    say("-- Windows, package and installer")
    start = time.monotonic()
    try:
        is_passed = _package(python, ()) == 0
    except SetupError as error:  # the other tests go on
        say(str(error))
        is_passed = False
    return [Outcome("Windows, package and installer", is_passed, time.monotonic() - start)]


def _do_damage(python: Path, arguments: Sequence[str]) -> list[Outcome]:
    try:
        stage = faults_stage(python, ROOT, arguments)
    except ValueError as error:
        raise SetupError(str(error)) from error
    os.environ["DZWONEK_FAULTS"] = "full"
    return run_stages([stage], ROOT)


def _close(outcomes: list[Outcome], reasons: list[str], absent: list[str]) -> int:
    not_run = [*reasons, *(f"what needs the system package {name}" for name in absent)]
    say(summary(outcomes, not_run))
    is_passed = all(outcome.is_passed for outcome in outcomes)
    if absent and os.environ.get("CI") == "true":
        say("A continuous integration run has to have every system package: FAILED")
        return 1
    return 0 if is_passed else 1
