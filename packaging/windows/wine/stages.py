"""Which tests of Windows run where: on wine's computers, or on the Windows that this is."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bootstrap_checks import Outcome, failures, skipped
from bootstrap_process import carry_out, say
from bootstrap_venv import SetupError
from windows.wine.computer import started
from windows.wine.place import PYTHON, Place, windows_path
from windows.wine.screens import PLAIN, SCALED, TWO_MONITORS, ComputerError, Desktop
from windows.wine.setup import prepare

NOTHING_CHOSEN = 5  # pytest's exit code when it has collected no test
OWN = "tests/windows"
LONGEST_SECONDS = 1800.0  # for the unit tests on a machine that has much else to do
# A desktop in wine is real, and a busy machine may lose it a key: so few tests get a second try.
FORGIVEN = 3
ONLY_FAILED = ("--last-failed", "--last-failed-no-failures", "none")
# What the tests are told of the world outside.
HANDED_IN = ("CI",)
# Folders of pictures for people to look at.
PICTURES = ("DZWONEK_GALLERY", "DZWONEK_PICTURES")


@dataclass(frozen=True, slots=True)
class WindowsStage:
    """Some tests, and the desktop that they run on."""

    title: str
    desktop: Desktop
    marks: str
    paths: tuple[str, ...]


STAGES = (
    WindowsStage(
        "Windows, unit and contract", PLAIN, "not bench", ("tests/unit", "tests/contract")
    ),
    WindowsStage("Windows, desktop", PLAIN, "windows and not (scaled or two_monitors)", (OWN,)),
    WindowsStage("Windows, desktop at 150 %", SCALED, "windows and scaled", (OWN,)),
    WindowsStage("Windows, two monitors", TWO_MONITORS, "windows and two_monitors", (OWN,)),
)


def run_windows_tests(
    python: Path, root: Path, arguments: Sequence[str]
) -> tuple[list[Outcome], list[str]]:
    """Run the stages that `arguments` choose; give their outcomes, and why tests did not run.

    `arguments` are pytest's.
    """
    is_native = sys.platform == "win32"
    outcomes = [] if is_native else [_set_up(python, root)]
    if not all(outcome.is_passed for outcome in outcomes):
        return outcomes, ["the tests of Windows: its computer could not be built"]
    reasons: list[str] = []
    plans: list[_Plan] = []
    for stage in STAGES:
        further = chosen(stage, arguments, root)
        if further is None:
            continue
        if is_native and stage.desktop != PLAIN:
            reasons.append(f"{stage.title}: only wine's computers have such a desktop")
            continue
        plans.append(_Plan(stage, further))
    runs = _all_run(python, root, plans, is_beside=not is_native)
    for run in runs:
        outcomes.append(run.outcome(may_be_empty=bool(arguments)))
        reasons += [f"{run.title}: {line}" for line in run.skipped]
    if all(run.code == NOTHING_CHOSEN for run in runs):
        outcomes.append(Outcome(f"no test of Windows is chosen by {' '.join(arguments)}", False, 0))
    return outcomes, reasons


@dataclass(frozen=True, slots=True)
class _Plan:
    stage: WindowsStage
    arguments: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Run:
    title: str
    code: int
    seconds: float
    skipped: tuple[str, ...]
    tried_again: tuple[str, ...] = ()

    def outcome(self, *, may_be_empty: bool) -> Outcome:
        is_passed = self.code == 0 or (may_be_empty and self.code == NOTHING_CHOSEN)
        again = f"; tried a second time: {', '.join(self.tried_again)}" if self.tried_again else ""
        return Outcome(self.title + again, is_passed, self.seconds)


def _all_run(
    python: Path, root: Path, plans: Sequence[_Plan], *, is_beside: bool
) -> Sequence[_Run]:
    """Run the stages one after the other; in wine the unit tests run beside those of the desktop.

    They need no desktop, and each computer is one of its own. What they wrote is shown at the end.
    """
    beside = [plan for plan in plans if is_beside and OWN not in plan.stage.paths]
    with ThreadPoolExecutor(max_workers=1) as lane:
        held: list[str] = []
        later = {
            plan.stage.title: lane.submit(_run, python, root, plan, held.append) for plan in beside
        }
        done = {
            plan.stage.title: _run(python, root, plan, _repeat)
            for plan in plans
            if plan not in beside
        }
        done |= {title: run.result() for title, run in later.items()}
    _repeat("".join(held))
    return [done[plan.stage.title] for plan in plans]


def _run(python: Path, root: Path, plan: _Plan, hear: Callable[[str], None]) -> _Run:
    title = plan.stage.title
    hear(f"-- {title}\n")
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dzwonek-windows-") as folder:
        record = Path(folder, "tests.xml")
        if sys.platform == "win32":
            code, again = _on_this_windows(python, root, plan.stage, record, plan.arguments), ()
        else:
            code, again = _in_wine_with_patience(root, plan, record, hear)
        return _Run(title, code, time.monotonic() - start, tuple(skipped(record)), again)


def _in_wine_with_patience(
    root: Path, plan: _Plan, record: Path, hear: Callable[[str], None]
) -> tuple[int, tuple[str, ...]]:
    """Run a stage; a few failures on a desktop are tried once more, on a new computer.

    Gives the exit code, and the names of the tests that were tried again.
    """
    code = _in_wine(root, plan.stage, record, plan.arguments, hear)
    failed = failures(record)
    if OWN not in plan.stage.paths or not 0 < len(failed) <= FORGIVEN:
        return code, ()
    hear(f"-- {plan.stage.title}: {len(failed)} of the tests once more\n")
    arguments = [*plan.arguments, *ONLY_FAILED]
    return _in_wine(root, plan.stage, record.with_name("again.xml"), arguments, hear), failed


def _set_up(python: Path, root: Path) -> Outcome:
    start = time.monotonic()
    try:
        prepare(Place(root), python)
    except SetupError as error:
        say(str(error))
        return Outcome("Windows, set-up", False, time.monotonic() - start)
    return Outcome("Windows, set-up", True, time.monotonic() - start)


def chosen(stage: WindowsStage, arguments: Sequence[str], root: Path) -> list[str] | None:
    """Give pytest's arguments for a stage; None when they name paths, but none of the stage's."""
    named = [each for each in arguments if _is_path(each, root)]
    options = [each for each in arguments if each not in named]
    if not named:
        return [*options, *stage.paths]
    own = [each for each in named if any(_lies_in(each, path) for path in stage.paths)]
    return [*options, *own] if own else None


def _is_path(argument: str, root: Path) -> bool:
    return not argument.startswith("-") and (root / argument.partition("::")[0]).exists()


def _lies_in(argument: str, folder: str) -> bool:
    path = Path(os.path.normpath(argument.partition("::")[0]))
    return Path(folder) in (path, *path.parents)


def _in_wine(
    root: Path,
    stage: WindowsStage,
    record: Path,
    arguments: Sequence[str],
    hear: Callable[[str], None],
) -> int:
    env = {name: os.environ[name] for name in HANDED_IN if name in os.environ}
    folders = {name: os.environ[name] for name in PICTURES if name in os.environ}
    env |= {name: windows_path(Path(path).resolve()) for name, path in folders.items()}
    env["PYTHONPATH"] = windows_path(root / "app")
    memory = f"cache_dir={windows_path(record.parent / 'cache')}"
    fixed = ("-o", memory, f"--junitxml={windows_path(record)}", "-m", stage.marks)
    try:
        with started(Place(root), stage.desktop) as computer:
            command = (PYTHON, "-X", "utf8", "-m", "pytest", *fixed, *arguments)
            running = computer.start(*command, env=env, folder=root, hear=hear)
            return running.wait(LONGEST_SECONDS).code
    except ComputerError as error:
        hear(f"{error}\n")
        return 1


def _on_this_windows(
    python: Path, root: Path, stage: WindowsStage, record: Path, arguments: Sequence[str]
) -> int:
    fixed = (f"--junitxml={record}", "-m", stage.marks)
    return carry_out([str(python), "-X", "utf8", "-m", "pytest", *fixed, *arguments], root)


def _repeat(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
