"""Makes the program's folder on Linux: PyInstaller runs in the Windows Python of wine's computer.

It sees the locked dependencies of the program and its own alone, and none of the tests': what
libraries would use if it were there does not get into the program.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from bootstrap_venv import SetupError
from windows.release import FREEZE_ENVIRONMENT, SPEC, freeze_options
from windows.wine.computer import Computer
from windows.wine.interpreter import run
from windows.wine.place import Place, windows_path

LOCKS = ("runtime", "freeze")
LONGEST_SECONDS = 1200.0


def freeze_in_wine(computer: Computer, place: Place, linux_python: Path, target: Path) -> None:
    """Make `target`/Dzwonek and its icon anew; raises `SetupError` when PyInstaller fails."""
    python = _python(place, linux_python)
    command = (windows_path(python), "-X", "utf8", "-m", "PyInstaller", *freeze_options())
    folders = ("--distpath", windows_path(target), "--workpath", windows_path(target / "work"))
    done = computer.run(
        *(*command, *folders, windows_path(SPEC)),
        env=FREEZE_ENVIRONMENT,
        folder=target,
        seconds=LONGEST_SECONDS,
    )
    if done.code:
        raise SetupError(f"PyInstaller failed:\n{done.said}")


def _python(place: Place, linux_python: Path) -> Path:
    """Give a Windows Python with the packages of `LOCKS`, made once for each state of them.

    It is the one of the tests, linked, but with packages of its own.
    """
    locks = [place.root / "packaging" / "requirements" / f"{name}.lock" for name in LOCKS]
    built = (place.python / "python.exe").stat().st_mtime_ns
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks))
    digest.update(str(built).encode())
    folder, stamp = place.folder / "freezer", place.folder / "freezer.sha256"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest.hexdigest():
        return folder / "python.exe"
    shutil.rmtree(folder, ignore_errors=True)
    left_out = shutil.ignore_patterns("site-packages")
    shutil.copytree(place.python, folder, copy_function=os.link, ignore=left_out)
    uv = (str(linux_python), "-m", "uv", "pip", "install", "--quiet", "--no-config")
    windows = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11")
    packages = folder / "Lib" / "site-packages"
    chosen = ("--python", str(linux_python), *windows, "--target", str(packages))
    locked = [option for lock in locks for option in ("-r", str(lock))]
    whole = ("--only-binary", ":all:", "--require-hashes")
    run([*uv, *chosen, *whole, *locked], "installing what is frozen")
    stamp.write_text(digest.hexdigest(), encoding="utf-8")
    return folder / "python.exe"
