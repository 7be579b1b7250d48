"""The release's workflow calls what is here, pins what is not, and names no place of download."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bootstrap_commands import read_wish
from windows import release

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / ".github" / "workflows" / "windows-release.yml"
GUIDE = ROOT / "packaging" / "windows" / "README.md"
HOST = re.compile(r"https?:|\b(?!dzwonek\.com)[\w-]+\.(?:org|com|net|io|dev)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    """Give the workflow's jobs."""
    read: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["jobs"]
    return read


@pytest.fixture(scope="module")
def steps(jobs: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the steps of all jobs."""
    return [step for job in jobs.values() for step in job["steps"]]


def lines(steps: list[dict[str, Any]]) -> list[str]:
    """Give every line that a shell is given."""
    return [line.strip() for step in steps for line in step.get("run", "").splitlines()]


def test_it_starts_by_a_tag_and_by_hand_and_may_do_no_more_than_it_needs() -> None:
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    assert set(read[True]) == {"push", "workflow_dispatch"}  # YAML 1.1 reads the key "on" so
    assert read[True]["push"] == {"tags": ["v*"]}
    assert read["permissions"] == {"contents": "read"}


def test_tests_come_before_the_package_and_the_package_before_the_draft(
    jobs: dict[str, Any],
) -> None:
    assert [(name, job.get("needs")) for name, job in jobs.items()] == [
        ("test", None),
        ("package", "test"),
        ("publish", "package"),
    ]
    assert jobs["package"]["runs-on"] == "windows-latest"
    assert jobs["publish"]["if"] == "github.ref_type == 'tag'"
    assert all("timeout-minutes" in job for job in jobs.values())


def test_every_action_is_pinned_to_a_commit(steps: list[dict[str, Any]]) -> None:
    used = [step["uses"] for step in steps if "uses" in step]
    assert len(used) >= 8
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), action


def test_every_step_of_ours_exists_and_takes_what_it_is_given(
    steps: list[dict[str, Any]],
) -> None:
    called = set()
    for line in lines(steps):
        before, name, after = line.partition("packaging/windows/release.py ")
        if name:
            assert before.endswith("python ")
            given = shlex.split(re.sub(r"\(.*?\)", "file", after))
            called.add(release.parser().parse_args(given).step)
    assert called == set(release.STEPS)


def test_the_bootstraps_command_exists(steps: list[dict[str, Any]]) -> None:
    (call,) = [line for line in lines(steps) if "bootstrap.py" in line]
    wish = read_wish(shlex.split(call)[2:])
    assert (wish.command, wish.is_windows) == ("test", True)


def test_what_a_release_carries_and_the_oldest_promised_python_are_tried_before() -> None:
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    tried = read["jobs"]["test"]["strategy"]["matrix"]["python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {read["env"]["PYTHON"], project["requires-python"].removeprefix(">=")} == set(tried)
    for name, told in (("test", "matrix.python"), ("package", "env.PYTHON")):
        (setup,) = [s for s in read["jobs"][name]["steps"] if "setup-python@" in s.get("uses", "")]
        assert setup["with"]["python-version"] == f"${{{{ {told} }}}}"


def test_every_lock_that_is_installed_is_there_and_its_hashes_are_asked_for(
    steps: list[dict[str, Any]],
) -> None:
    installs = [line for line in lines(steps) if " install " in line and "-r " in line]
    named = [file for line in installs for file in re.findall(r"-r (\S+)", line)]
    assert all("--require-hashes" in line for line in installs)
    assert {Path(file).stem for file in named} == {"runtime", "freeze", "build", "sbom"}
    assert all((ROOT / file).is_file() for file in named)


def test_the_program_is_signed_before_it_is_packed_and_the_installer_after(
    jobs: dict[str, Any],
) -> None:
    names = [step.get("name", "") for step in jobs["package"]["steps"]]
    wanted = ["Program", "Sign the program", "Installer", "Sign the installer", "Every signature"]
    wanted += ["List of parts", "Manifests"]
    places = [next(n for n, name in enumerate(names) if name.startswith(each)) for each in wanted]
    assert places == sorted(places)
    for step in jobs["package"]["steps"]:
        if "artifact-signing-action" in step.get("uses", ""):
            assert step["with"]["file-digest"] == step["with"]["timestamp-digest"] == "SHA256"


def test_it_names_no_place_of_download() -> None:
    assert HOST.search(FILE.read_text(encoding="utf-8")) is None


def test_no_expression_gets_into_a_shell(steps: list[dict[str, Any]]) -> None:
    assert not [line for line in lines(steps) if "${{" in line]


def test_every_variable_and_secret_is_explained() -> None:
    used = set(re.findall(r"(?:vars|secrets)\.(\w+)", FILE.read_text(encoding="utf-8")))
    assert len(used) == 9
    guide = GUIDE.read_text(encoding="utf-8")
    assert [name for name in sorted(used) if f"`{name}`" not in guide] == []
