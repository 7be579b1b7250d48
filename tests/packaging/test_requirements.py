"""The locks hold what pyproject.toml asks for, every file by its hash, and name no host."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "packaging" / "requirements").glob("*.lock"))
# Tools that are installed apart from the program and its tests.
OF_THEIR_OWN = ("freeze", "sbom", "windows-python")
HOST = re.compile(r"https?:|\b[\w-]+\.(?:org|com|net|io|dev)\b", re.IGNORECASE)


def project() -> dict[str, Any]:
    """Give pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def group(name: str) -> list[str]:
    """Give the requirements of a dependency group, its included groups too."""
    wanted: list[str] = []
    for entry in project()["dependency-groups"][name]:
        wanted += [entry] if isinstance(entry, str) else group(entry["include-group"])
    return wanted


def wanted_by(lock: str) -> list[str]:
    """Give the requirements that a lock is made of."""
    runtime = project()["project"]["dependencies"]
    demo = project()["project"]["optional-dependencies"]["demo"]
    sources: dict[str, list[str]] = {
        "runtime": runtime,
        "demo": [*runtime, *demo],
        "build": group("build"),
        "test": [*runtime, *demo, *group("test")],
    }
    return sources.get(lock) or group(lock)


def requirements(lock: Path) -> Iterable[str]:
    """Give a lock's requirements, each with its hashes in one line."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def pins(lock: Path) -> dict[str, Version]:
    """Give the version of each package in a lock."""
    locked = [Requirement(line.partition("--hash=")[0]) for line in requirements(lock)]
    return {
        canonicalize_name(each.name): Version(str(each.specifier).removeprefix("=="))
        for each in locked
    }


def test_there_is_a_lock_for_each_purpose() -> None:
    assert [lock.stem for lock in LOCKS] == [
        *("build", "demo", "freeze", "runtime", "sbom", "test", "windows-python"),
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_requirement_is_pinned_and_has_a_hash(lock: Path) -> None:
    for line in requirements(lock):
        parts = re.fullmatch(r"(.*?)(?:\s+--hash=sha256:[0-9a-f]{64})+\s*", line)
        assert parts, line
        assert re.fullmatch(r"==[\w.]+", str(Requirement(parts[1]).specifier)), line


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_pin_lies_in_the_range_that_the_project_asks_for(lock: Path) -> None:
    locked = pins(lock)
    for text in wanted_by(lock.stem):
        wanted = Requirement(text)
        assert wanted.specifier.contains(locked[canonicalize_name(wanted.name)]), text


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_host(lock: Path) -> None:
    assert HOST.search(lock.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_all_locks_agree_on_versions(lock: Path) -> None:
    everything = pins(ROOT / "packaging" / "requirements" / "test.lock")
    ours = pins(lock)
    if lock.stem in OF_THEIR_OWN:  # what they add is nowhere else; the rest is the same
        ours = {name: version for name, version in ours.items() if name in everything}
    assert ours.items() <= everything.items()


def test_the_build_group_says_what_the_build_system_requires() -> None:
    assert group("build") == project()["build-system"]["requires"]


def test_the_program_and_its_build_take_the_same_range_of_pyside() -> None:
    texts = [*project()["project"]["dependencies"], *project()["build-system"]["requires"]]
    pyside = {Requirement(text) for text in texts if text.startswith("PySide6")}
    assert [str(each.specifier) for each in pyside] == ["<6.12,>=6.10"]
