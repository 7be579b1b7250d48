"""The bootstrap: what it asks for, what it installs and when, and how it ends."""

from __future__ import annotations

import ast
import json
import os
import runpy
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap_process
import bootstrap_system
from bootstrap_checks import (
    Outcome,
    Stage,
    faults_stage,
    pytest_stages,
    run_beside,
    skipped,
    summary,
)
from bootstrap_commands import main, read_wish
from bootstrap_process import Beside
from bootstrap_system import NEEDS, AptRule, missing, provide
from bootstrap_venv import Environment, SetupError

ROOT = Path(__file__).resolve().parents[2]
BOOTSTRAP = ROOT / "packaging" / "bootstrap.py"

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Debian packages")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a small checkout whose interpreter only notes what it is told."""
    (tmp_path / "app" / "dzwonek").mkdir(parents=True)
    (tmp_path / "packaging" / "requirements").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("demo", "build", "test"):
        (tmp_path / "packaging" / "requirements" / f"{name}.lock").write_text(f"{name}==1\n")
    for name in ("pyproject.toml", "packaging/hatch_build.py", "resources/bell.svg"):
        (tmp_path / name).write_text("first\n")
    (tmp_path / "app" / "dzwonek" / "__init__.py").write_text("first\n")
    (tmp_path / "app" / "dzwonek" / "resources_rc.py").write_text("compiled\n")
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\n[ "$1" = -c ] || echo "$*" >> "{tmp_path}/told"\n')
    python.chmod(0o755)
    return tmp_path


def told(checkout: Path) -> list[str]:
    """Give what the checkout's interpreter was told since the last look."""
    note = checkout / "told"
    lines = note.read_text().splitlines() if note.exists() else []
    note.unlink(missing_ok=True)
    return lines


def test_an_old_python_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.9"):
        runpy.run_path(str(BOOTSTRAP), run_name="__main__")


def test_an_old_python_can_read_the_file_that_tells_it() -> None:
    too_new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match, ast.FunctionDef)
    tree = ast.parse(BOOTSTRAP.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, too_new)]
    assert "annotations" not in {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }


def test_arguments_for_the_program_keep_their_order() -> None:
    wish = read_wish(["test", "-k", "queue", "--fast", "tests/unit", "--no-apt", "-x"])
    assert wish.is_fast
    assert wish.apt is AptRule.FORBIDDEN
    assert wish.arguments == ("-k", "queue", "tests/unit", "-x")


def test_everything_behind_two_dashes_goes_to_the_program() -> None:
    wish = read_wish(["run", "--apt", "--", "--help", "--no-apt"])
    assert wish.apt is AptRule.ALLOWED
    assert wish.arguments == ("--help", "--no-apt")


def test_the_tests_of_windows_are_asked_for_by_name_and_alone() -> None:
    wish = read_wish(["test", "--windows", "tests/windows", "-k", "notepad"])
    assert wish.is_windows
    assert wish.arguments == ("tests/windows", "-k", "notepad")
    with pytest.raises(SystemExit):
        read_wish(["test", "--windows", "--fast"])


def test_an_unknown_command_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["tset"])
    assert ended.value.code == 2
    assert "demo" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["demo", "run", "test", "check", "bench"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert "--no-apt" in capsys.readouterr().out


@linux_only
def test_dependencies_and_project_are_installed_once(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.prepare("program")
    locked, project = told(checkout)
    assert "--require-hashes" in locked
    assert locked.endswith("demo.lock -r " + str(checkout / "packaging/requirements/build.lock"))
    assert "--no-build-isolation --editable" in project
    environment.prepare("program")
    assert told(checkout) == []


@linux_only
def test_what_the_tests_need_is_enough_for_the_program(checkout: Path) -> None:
    Environment(checkout).prepare("tests")
    told(checkout)
    Environment(checkout).prepare("program")
    assert told(checkout) == []


@linux_only
@pytest.mark.parametrize("changed", ["resources/bell.svg", "pyproject.toml"])
def test_a_changed_resource_is_compiled_without_fetching_anything(
    checkout: Path, changed: str
) -> None:
    Environment(checkout).prepare("program")
    told(checkout)
    (checkout / changed).write_text("second\n")
    Environment(checkout).prepare("program")
    (line,) = told(checkout)
    assert "--editable" in line


@linux_only
def test_a_lost_compilation_is_made_again(checkout: Path) -> None:
    Environment(checkout).prepare("program")
    told(checkout)
    (checkout / "app" / "dzwonek" / "resources_rc.py").unlink()
    Environment(checkout).prepare("program")
    assert len(told(checkout)) == 1


@linux_only
def test_a_changed_lock_is_installed(checkout: Path) -> None:
    Environment(checkout).prepare("program")
    told(checkout)
    (checkout / "packaging" / "requirements" / "build.lock").write_text("build==2\n")
    Environment(checkout).prepare("program")
    (line,) = told(checkout)
    assert "--require-hashes" in line


@linux_only
def test_a_failed_installation_is_tried_again_next_time(checkout: Path) -> None:
    python = checkout / ".venv" / "bin" / "python"
    works = python.read_text()
    python.write_text('#!/bin/sh\n[ "$1" = -c ]\n')
    with pytest.raises(SetupError, match="dependencies"):
        Environment(checkout).prepare("program")
    python.write_text(works)
    Environment(checkout).prepare("program")
    assert len(told(checkout)) == 2


@linux_only
def test_a_damaged_note_of_the_last_setup_only_costs_another_one(checkout: Path) -> None:
    (checkout / ".venv" / "dzwonek-setup.json").write_text("[")
    Environment(checkout).prepare("program")
    noted = json.loads((checkout / ".venv" / "dzwonek-setup.json").read_text())
    assert set(noted) == {"program", "project"}


@linux_only
@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no Debian")
def test_installed_and_missing_packages_are_told_apart() -> None:
    assert missing(["dpkg", "no-such-package-in-debian", "apt"]) == ["no-such-package-in-debian"]


@linux_only
@pytest.mark.skipif(shutil.which("apt-get") is None, reason="no Debian")
def test_a_missing_package_is_named_with_its_command_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(NEEDS, "run", ("dpkg", "no-such-package-in-debian"))
    absent = provide("run", AptRule.FORBIDDEN, with_venv=False)
    assert absent == ["no-such-package-in-debian"]
    said = capsys.readouterr().out
    assert "apt-get install -y --no-install-recommends no-such-package-in-debian" in said
    assert "--no-apt" in said


@linux_only
def test_no_service_starts_while_packages_are_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy-rc.d"
    monkeypatch.setattr(bootstrap_system, "POLICY", policy)
    with bootstrap_system.no_services_started(["env"]):
        assert stat.S_IMODE(policy.stat().st_mode) == 0o755
        assert subprocess.run([policy, "postfix", "start"], check=False).returncode == 101
    assert not policy.exists()


@linux_only
def test_somebody_elses_rule_for_services_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 0\n")
    monkeypatch.setattr(bootstrap_system, "POLICY", policy)
    with bootstrap_system.no_services_started(["env"]):
        pass
    assert policy.read_text() == "#!/bin/sh\nexit 0\n"


def test_fast_leaves_out_displays_and_servers() -> None:
    (fast,), (whole,) = (
        pytest_stages(Path("python"), Path("records"), fast=is_fast, arguments=["-x"])
        for is_fast in (True, False)
    )
    assert "gui or flow" in " ".join(fast.command)
    assert "flow" not in " ".join(whole.command)
    assert fast.command[-1] == "-x"


def test_all_tests_run_in_two_lanes_that_leave_none_out(tmp_path: Path) -> None:
    lanes = pytest_stages(Path("python"), tmp_path, fast=False, arguments=[])
    left_out, taken = ([each for each in lane.command if "tests/" in each] for lane in lanes)
    assert left_out == [f"--ignore={path}" for path in taken]
    assert all((ROOT / path).is_dir() for path in taken)
    records = {each for lane in lanes for each in lane.command if "xml" in each}
    assert len(records) == 2


@linux_only
def test_stages_run_beside_each_other_and_tell_how_they_ended(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    meet = """
import os, sys
mine, other = sys.argv[1:]
os.mkfifo(mine)
while not os.path.exists(other): pass
print("met", other)
sys.exit(mine == "b")
"""
    pairs = (("a", "b"), ("b", "a"))
    stages = [Stage(mine, (sys.executable, "-c", meet, mine, other)) for mine, other in pairs]
    package = Outcome("package", True, 1.0)
    outcomes = run_beside(stages, tmp_path, lambda: [package])
    ends = [(each.title, each.is_passed) for each in outcomes]
    assert ends == [("a", True), ("package", True), ("b", False)]
    assert all(each.seconds > 0 for each in outcomes)
    said = capfd.readouterr().out
    assert said.split("\n")[:4] == ["-- a", "met b", "-- b", "met a"]


@linux_only
def test_a_program_beside_an_interrupted_one_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap_process, "PATIENCE", 0.1)
    asleep = "import signal; held = open('fifo', 'w'); signal.pause()"
    os.mkfifo(tmp_path / "fifo")
    with Beside((sys.executable, "-c", asleep), tmp_path):
        held = (tmp_path / "fifo").open()
    with held:
        assert held.read() == ""  # comes back only when the program has let go


def test_damage_in_full_is_chosen_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "faults"
    folder.mkdir(parents=True)
    for name in ("kills", "clocks"):
        (folder / f"test_{name}.py").touch()

    stage = faults_stage(Path("python"), tmp_path, ["kills", "-x"])

    assert stage.command[-2:] == ("-x", str(Path("tests", "faults", "test_kills.py")))
    with pytest.raises(ValueError, match="named nothing; there are: clocks, kills"):
        faults_stage(Path("python"), tmp_path, ["nothing"])


def test_the_summary_names_what_failed_and_what_did_not_run(tmp_path: Path) -> None:
    record = tmp_path / "tests.xml"
    record.write_text(
        "<testsuite>"
        '<skipped type="pytest.skip" message="needs Xvfb (apt-get install xvfb)"/>'
        '<skipped type="pytest.skip" message="needs Xvfb (apt-get install xvfb)"/>'
        '<skipped type="pytest.xfail" message="known"/>'
        "<skipped message=\"collection skipped\">('a.py', 12, 'Skipped: netlink')</skipped>"
        "</testsuite>"
    )
    outcomes = [Outcome("ruff check", True, 0.2), Outcome("tests", False, 61.0)]
    text = summary(outcomes, skipped(record))
    assert "passed  ruff check" in text
    assert "FAILED  tests (61 s)" in text
    assert "not run: 2 x needs Xvfb (apt-get install xvfb)" in text
    assert "not run: 1 x netlink (a whole file)" in text
    assert "known" not in text


@linux_only
@pytest.mark.parametrize("reaches", ["both, as Ctrl+C does", "the bootstrap alone"])
def test_an_interruption_ends_the_started_program_and_is_told_in_a_word(
    tmp_path: Path, reaches: str
) -> None:
    started = "import signal; print('started', flush=True); signal.pause()"
    driver = tmp_path / "driver.py"
    driver.write_text(
        "import sys, bootstrap_commands as commands, bootstrap_process\n"
        "bootstrap_process.PATIENCE = 0.1\n"
        f"started = [sys.executable, '-c', {started!r}]\n"
        "commands._carry_out = lambda wish: commands.carry_out(started)\n"
        "sys.exit(commands.main(['check']))\n"
    )
    with subprocess.Popen(
        [sys.executable, str(driver)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "packaging")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as bootstrap:
        assert bootstrap.stdout is not None
        assert bootstrap.stdout.readline() == "started\n"
        everybody = -bootstrap.pid
        os.kill(everybody if reaches.startswith("both") else bootstrap.pid, signal.SIGINT)
        said, _ = bootstrap.communicate()  # ends only when the started program has let go as well
    assert bootstrap.returncode == 130
    assert said.strip() == "Stopped."


def test_continuous_integration_runs_what_the_readme_tells() -> None:
    command = "python3 packaging/bootstrap.py test"
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[-1] == command
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
