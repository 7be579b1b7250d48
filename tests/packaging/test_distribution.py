"""What is shipped: an sdist that builds the wheel, and a wheel that works where nothing else is."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "requirements" / "demo.lock"

pytestmark = [pytest.mark.flow, pytest.mark.timeout(900)]


def run(command: list[str], environment: dict[str, str], folder: Path) -> None:
    """Run a program that has to succeed, and show what it said when it does not."""
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def hatchling(source: Path, kind: str, target: Path) -> Path:
    """Build an sdist or a wheel from the folder `source`."""
    target.mkdir(parents=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sdist of this checkout."""
    return hatchling(ROOT, "sdist", tmp_path_factory.mktemp("sdist") / "dist")


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the unpacked sdist."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return source


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the wheel that the sdist builds."""
    return hatchling(unpacked, "wheel", tmp_path_factory.mktemp("wheel") / "dist")


def test_the_sdist_holds_sources_only(unpacked: Path) -> None:
    assert not list(unpacked.rglob("resources_rc.py"))
    assert not list(unpacked.rglob("__pycache__"))
    for name in ("LICENSE", "README.md", "resources/icons/dzwonek.svg", "packaging/hatch_build.py"):
        assert (unpacked / name).is_file(), name


def test_the_wheel_holds_the_program_and_nothing_of_the_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"dzwonek"}
    assert "dzwonek/resources_rc.py" in names
    assert "dzwonek/config/profiles/daktela-pl.toml" in names
    assert not [name for name in names if "test" in name or "__pycache__" in name]


def test_the_same_sources_give_the_same_wheel(wheel: Path, unpacked: Path, tmp_path: Path) -> None:
    assert hatchling(unpacked, "wheel", tmp_path / "again").read_bytes() == wheel.read_bytes()


def test_a_fresh_installation_of_the_wheel_delivers_a_report(
    wheel: Path, tmp_path: Path, outside: dict[str, str], component: Callable[[str, str], str]
) -> None:
    component("Xvfb", "xvfb")
    # pip finds its settings and its cache as outside; the program has a home of its own.
    pip_environment = {k: v for k, v in outside.items() if not k.startswith("PYTHON")}
    run([sys.executable, "-m", "venv", "venv"], pip_environment, tmp_path)
    pip = ["venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "-r", str(LOCK)], pip_environment, tmp_path)
    run([*pip, "--no-deps", "--no-index", str(wheel)], pip_environment, tmp_path)

    bare = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    run(["venv/bin/dzwonek", "demo", "--auto", "--out", "shown"], bare, tmp_path)
    (message,) = (tmp_path / "shown").glob("*.eml")
    assert b"DZW-" in message.read_bytes()
    assert list((tmp_path / "shown").glob("*.png"))
    assert json.loads((tmp_path / "shown" / "summary.json").read_text(encoding="utf-8"))
