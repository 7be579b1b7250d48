"""The project's own `.venv`: locked dependencies and Dzwonek itself, installed once."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bootstrap_process import carry_out, say

# The lock files of each set of dependencies; the second holds everything of the first.
LOCKS = {"program": ("demo", "build"), "tests": ("test",)}


class SetupError(Exception):
    """Setting up failed; the message says at what and what to do."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The virtual environment of one checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where the environment stands."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter that has the dependencies."""
        windows = sys.platform == "win32"
        return self.folder / ("Scripts/python.exe" if windows else "bin/python")

    def is_usable(self) -> bool:
        """Tell whether there is an interpreter of the right age, with pip."""
        if not self.python.exists():
            return False
        question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        command = [str(self.python), "-c", question]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0

    def prepare(self, dependencies: str) -> None:
        """Bring the environment up to date with the locks and with `resources/`.

        `dependencies` is "program" or "tests". Raises `SetupError`.
        """
        if not self.is_usable():
            self._create()
        stamp = self._stamp()
        if not self._has_locked(dependencies, stamp):
            self._install_locked(dependencies)
            stamp = {**stamp, dependencies: _locks_digest(self.root, dependencies)}
            self._write_stamp(stamp)
        project = _project_digest(self.root)
        compiled = self.root / "app" / "dzwonek" / "resources_rc.py"
        if stamp.get("project") != project or not compiled.is_file():
            self._install_project()
            self._write_stamp({**stamp, "project": project})

    def _create(self) -> None:
        say(f"Making the environment {self.folder} ...")
        if carry_out([sys.executable, "-m", "venv", "--clear", str(self.folder)]) != 0:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise SetupError(
                f"Python {version} could not make an environment. On Debian its venv is a package"
                f" of its own: apt-get install python{version}-venv"
            )

    def _install_locked(self, dependencies: str) -> None:
        say("Installing the locked dependencies (the first time some 150 MB are fetched) ...")
        files = [
            self.root / "packaging" / "requirements" / f"{name}.lock"
            for name in LOCKS[dependencies]
        ]
        options = [option for file in files for option in ("-r", str(file))]
        if self._pip("--require-hashes", *options) != 0:
            raise SetupError("The dependencies could not be installed: see pip's message above.")

    def _install_project(self) -> None:
        say("Compiling icons and translations, and installing Dzwonek from this folder ...")
        if self._pip("--no-deps", "--no-build-isolation", "--editable", str(self.root)) != 0:
            raise SetupError("Dzwonek itself could not be installed: see the message above.")

    def _pip(self, *arguments: str) -> int:
        fixed = ["install", "--quiet", "--no-input", "--disable-pip-version-check"]
        return carry_out([str(self.python), "-m", "pip", *fixed, *arguments], self.root)

    def _has_locked(self, dependencies: str, stamp: dict[str, str]) -> bool:
        larger = ("tests",) if dependencies == "tests" else ("tests", "program")
        return any(stamp.get(name) == _locks_digest(self.root, name) for name in larger)

    def _stamp(self) -> dict[str, str]:
        try:
            noted = json.loads((self.folder / "dzwonek-setup.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def _write_stamp(self, stamp: dict[str, str]) -> None:
        text = json.dumps(stamp, indent=1, sort_keys=True)
        (self.folder / "dzwonek-setup.json").write_text(text + "\n", encoding="utf-8")


def _locks_digest(root: Path, dependencies: str) -> str:
    locks = root / "packaging" / "requirements"
    return _digest(root, [locks / f"{name}.lock" for name in LOCKS[dependencies]])


def _project_digest(root: Path) -> str:
    resources = sorted(file for file in (root / "resources").rglob("*") if file.is_file())
    build = [root / "pyproject.toml", root / "packaging" / "hatch_build.py"]
    version = root / "app" / "dzwonek" / "__init__.py"
    return _digest(root, [*build, version, *resources])


def _digest(root: Path, files: Iterable[Path]) -> str:
    # The root is part of it: an environment remembers where its checkout stood.
    digest = hashlib.sha256(str(root).encode())
    for file in files:
        digest.update(str(file.relative_to(root)).encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
