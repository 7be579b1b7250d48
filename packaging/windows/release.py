"""The steps of a Windows release, each a command; the same ones run on Linux and on Windows.

    python packaging/windows/release.py STEP …

`.github/workflows/windows-release.yml` and `package.py` put them in order.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent.parent
ROOT = PACKAGING.parent
if __name__ == "__main__":
    sys.path.insert(0, str(PACKAGING))

from windows.manifests import filled_in  # noqa: E402 - the path comes first
from windows.msi import wix, wixl  # noqa: E402
from windows.msi.source import whole_source  # noqa: E402
from windows.signatures import unsigned  # noqa: E402

SPEC = PACKAGING / "pyinstaller" / "dzwonek.spec"


def main(arguments: Sequence[str]) -> int:
    """Carry out one step; 0 when it is done."""
    chosen = parser().parse_args(arguments)
    STEPS[chosen.step](chosen)
    return 0


def parser() -> argparse.ArgumentParser:
    """Give what each step takes."""
    whole = argparse.ArgumentParser(prog="release.py", description=__doc__)
    steps = whole.add_subparsers(dest="step", required=True)
    for name, purpose in PURPOSES.items():
        step = steps.add_parser(name, help=purpose, description=purpose)
        for option in OPTIONS[name]:
            is_address = option.endswith("-address")
            step.add_argument(f"--{option}", type=str if is_address else Path, required=True)
        if name == "tag":
            step.add_argument("name")
    return whole


PURPOSES = {
    "freeze": "make the program's folder, in a Windows Python",
    "unsigned": "list what has to be signed, relative to the catalog",
    "installer": "make the installer of a program's folder",
    "manifests": "fill in the manifests of winget",
    "checksums": "write SHA256SUMS of what a folder holds",
    "tag": "fail unless the tag names the version",
}
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "freeze": ("out",),
    "unsigned": ("folder", "catalog"),
    "installer": ("folder", "out"),
    "manifests": ("installer", "installer-address", "project-address", "out"),
    "checksums": ("folder",),
    "tag": (),
}


def own_version() -> str:
    """Give the version that the program says of itself."""
    return _said_of_itself("__version__")


def released() -> date:
    """Give the day of the release that the program says of itself."""
    return date.fromisoformat(_said_of_itself("__released__"))


def _said_of_itself(name: str) -> str:
    # Read, not imported: the Python that builds need not be able to run the program.
    text = (ROOT / "app" / "dzwonek" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(rf'^{name} = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError(f"app/dzwonek/__init__.py does not say its {name}")
    return found[1]


def freeze(program: Path, work: Path) -> None:
    """Make the folder `program` with PyInstaller in this Windows Python.

    Raises `subprocess.CalledProcessError`.
    """
    command = [sys.executable, "-X", "utf8", "-m", "PyInstaller", *freeze_options()]
    fixed = {**os.environ, **FREEZE_ENVIRONMENT}
    paths = ["--distpath", str(program), "--workpath", str(work), str(SPEC)]
    subprocess.run([*command, *paths], env=fixed, check=True)


# The order of sets is the same in every run, so that the same sources give the same archive. The
# archive is packed by the installer, all modules together, and not a second time, each for itself:
# the installer is 1 MB smaller, a start unpacks nothing, and 8 MB more lie on the disk.
FREEZE_ENVIRONMENT = {"PYTHONHASHSEED": "1", "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}


def freeze_options() -> tuple[str, ...]:
    """Give PyInstaller's options that do not name a folder."""
    return ("--noconfirm", "--clean", "--log-level", "WARN")


def installer_name(version: str) -> str:
    """Give the file's name of a version's installer."""
    return f"Dzwonek-{version}-x64.msi"


def make_installer(program: Path, target: Path, version: str, work: Path) -> None:
    """Make the installer of the folder `program`, beside which its icon lies.

    Raises ValueError, `subprocess.CalledProcessError`.
    """
    work.mkdir(parents=True, exist_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    build = wix.build if sys.platform == "win32" else wixl.build
    build(whole_source(program, version), program.parent, target, work)


def write_checksums(folder: Path) -> Path:
    """Write the SHA-256 of each file in `folder` as `sha256sum --check` reads it."""
    files = sorted(each for each in folder.iterdir() if each.is_file())
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in files
        if file.name != "SHA256SUMS"
    ]
    sums = folder / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return sums


def _freeze(chosen: argparse.Namespace) -> None:
    freeze(chosen.out, chosen.out.parent / "work")


def _unsigned(chosen: argparse.Namespace) -> None:
    base = chosen.catalog.resolve().parent
    names = [os.path.relpath(file.resolve(), base) for file in unsigned(chosen.folder)]
    chosen.catalog.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    print(f"{len(names)} files to sign")


def _installer(chosen: argparse.Namespace) -> None:
    target = chosen.out / installer_name(own_version())
    make_installer(chosen.folder, target, own_version(), chosen.folder.parent / "work")


def _manifests(chosen: argparse.Namespace) -> None:
    addresses = (chosen.installer_address, chosen.project_address)
    texts = filled_in(chosen.installer, own_version(), released(), *addresses)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (chosen.out / name).write_text(text, encoding="utf-8", newline="\n")


def _checksums(chosen: argparse.Namespace) -> None:
    print(write_checksums(chosen.folder).read_text(encoding="utf-8"), end="")


def _tag(chosen: argparse.Namespace) -> None:
    if chosen.name != f"v{own_version()}":
        sys.exit(
            f"The tag {chosen.name} is not v{own_version()}, which app/dzwonek/__init__.py says."
        )


STEPS = {
    "freeze": _freeze,
    "unsigned": _unsigned,
    "installer": _installer,
    "manifests": _manifests,
    "checksums": _checksums,
    "tag": _tag,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
