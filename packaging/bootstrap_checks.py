"""What `check` and `test` run, and the summary of what passed, failed and did not run."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from bootstrap_process import Beside, carry_out, say

# Kinds of tests that have commands, machines or hours of their own.
APART = ("windows", "bench")
SLOW = ("gui", "flow", "faults")
FAULTS = Path("tests", "faults")
# Sessions of X and their servers, which wait more than they work: they run beside the other tests.
DESKTOP = ("tests/flow", "tests/gallery")
LONGEST_FAULT = 900  # seconds for one test of a full run
# What is for Windows as well; the flows and galleries steer X servers and process groups.
PORTABLE = ("app", "packaging", "tests/unit", "tests/contract", "tests/windows")


@dataclass(frozen=True, slots=True)
class Stage:
    """One program that judges the project."""

    title: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a stage ended; `seconds` is its wall time."""

    title: str
    is_passed: bool
    seconds: float


def lint_stages(python: Path) -> list[Stage]:
    """Give the stages that read the code: style, form, types on both systems, import law."""
    module = (str(python), "-m")
    linux = ("--platform", "linux", "--cache-dir", ".mypy_cache/linux")
    windows = ("--platform", "win32", "--cache-dir", ".mypy_cache/win32", *PORTABLE)
    return [
        Stage("ruff check", (*module, "ruff", "check", ".")),
        Stage("ruff format", (*module, "ruff", "format", "--check", ".")),
        Stage("mypy, Linux", (*module, "mypy", *linux)),
        Stage("mypy, Windows", (*module, "mypy", *windows)),
        Stage("import law", (str(python.parent / "lint-imports"), "--no-cache")),
    ]


def pytest_stages(
    python: Path, folder: Path, *, fast: bool, arguments: Sequence[str]
) -> list[Stage]:
    """Give the stages that run the tests; their records for the summary go to `folder`.

    There are two, to be run at once, when all tests are wanted.
    """
    if fast or arguments:
        lanes = {"tests": arguments}
    else:
        others = [f"--ignore={path}" for path in DESKTOP]
        lanes = {"tests": others, "tests of the desktop": DESKTOP}
    left_out = " or ".join((*APART, *SLOW) if fast else APART)
    command = (str(python), "-m", "pytest", "-m", f"not ({left_out})")
    return [
        Stage(title, (*command, f"--junitxml={folder / title}.xml", *further))
        for title, further in lanes.items()
    ]


def faults_stage(python: Path, root: Path, arguments: Sequence[str]) -> Stage:
    """Give the stage that does the damage in full; names among the arguments choose the kinds.

    Raises ValueError for a name that there is none of.
    """
    known = {path.stem.removeprefix("test_"): path for path in (root / FAULTS).glob("test_*.py")}
    names = [argument for argument in arguments if not argument.startswith("-")]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise ValueError(f"no fault tests named {', '.join(unknown)}; there are: {_listed(known)}")
    options = [argument for argument in arguments if argument.startswith("-")]
    files = [str(known[name].relative_to(root)) for name in names] or [str(FAULTS)]
    command = (str(python), "-m", "pytest", f"--timeout={LONGEST_FAULT}", *options, *files)
    return Stage(f"faults in full: {_listed(names or known)}", command)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def run_stages(stages: Sequence[Stage], root: Path) -> list[Outcome]:
    """Run one stage after the other, also after one that failed."""
    outcomes = []
    for stage in stages:
        say(f"-- {stage.title}")
        start = time.monotonic()
        code = carry_out(stage.command, root)
        outcomes.append(Outcome(stage.title, code == 0, time.monotonic() - start))
    return outcomes


def nothing() -> list[Outcome]:
    """Give no outcome: what there is to do behind the tests when only some are wanted."""
    return []


def run_beside(
    stages: Sequence[Stage], root: Path, behind_first: Callable[[], list[Outcome]] = nothing
) -> list[Outcome]:
    """Run stages at the same time, and `behind_first` as soon as the first one has ended.

    What all but the first one write is shown at the end.
    """
    first, *others = stages
    with ExitStack() as stack:
        started = [(each, stack.enter_context(Beside(each.command, root))) for each in others]
        outcomes = [*run_stages([first], root), *behind_first()]
        for stage, running in started:
            say(f"-- {stage.title}")
            code, seconds = running.wait_and_show()
            outcomes.append(Outcome(stage.title, code == 0, seconds))
    return outcomes


def run_tests(
    python: Path,
    root: Path,
    *,
    fast: bool,
    arguments: Sequence[str],
    behind_tests: Callable[[], list[Outcome]] = nothing,
) -> tuple[list[Outcome], list[str]]:
    """Run all stages; give their outcomes, and a line for each reason why tests did not run.

    `behind_tests` may begin while the sessions of the desktop's tests still go on.
    """
    with tempfile.TemporaryDirectory(prefix="dzwonek-tests-") as folder:
        records = Path(folder)
        tests = pytest_stages(python, records, fast=fast, arguments=arguments)
        outcomes = [*run_stages(lint_stages(python), root), *run_beside(tests, root, behind_tests)]
        return outcomes, [line for each in records.iterdir() for line in skipped(each)]


def skipped(record: Path) -> list[str]:
    """Give a line for each reason that tests were skipped for, with their number."""
    if not record.is_file():
        return []
    marks = ElementTree.parse(record).iter("skipped")
    reasons = Counter(reason for mark in marks if (reason := _reason(mark)))
    return [f"{count} x {reason}" for reason, count in sorted(reasons.items())]


def failures(record: Path) -> tuple[str, ...]:
    """Give the names of the tests that failed, in their order; each stands once."""
    if not record.is_file():
        return ()
    cases = ElementTree.parse(record).iter("testcase")
    failed = (case for case in cases if {part.tag for part in case} & {"failure", "error"})
    return tuple(dict.fromkeys(case.get("name", "") for case in failed))


def _reason(mark: ElementTree.Element) -> str:
    if mark.get("type") == "pytest.skip":
        return mark.get("message", "")
    if mark.get("message") == "collection skipped":  # a whole file: "('path', 12, 'Skipped: why')"
        return (mark.text or "").partition("Skipped: ")[2].rstrip("')\"") + " (a whole file)"
    return ""  # known to fail


def summary(outcomes: Sequence[Outcome], not_run: Sequence[str]) -> str:
    """Give the closing lines of a run."""
    lines = ["", "-- Dzwonek"]
    for outcome in outcomes:
        verdict = "passed" if outcome.is_passed else "FAILED"
        lines.append(f"{verdict}  {outcome.title} ({outcome.seconds:.0f} s)")
    lines += [f"not run: {line}" for line in not_run]
    return "\n".join(lines)
