"""Puts a Windows Python together: CPython's own DLLs, its standard library, the tests' wheels.

CPython's DLLs, as python.org signed them, come from the wheel of Panda3D, which carries them so
that games can be frozen for Windows on any system. `python.exe` and `python3.dll` are made here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from bootstrap_venv import SetupError
from windows.wine.place import SOURCES, Place

VERSION = (3, 11)
DIGITS = "".join(map(str, VERSION))
COMPILER = "x86_64-w64-mingw32-gcc"
BESIDE_PROGRAM = {
    f"python{DIGITS}.dll": f"python{DIGITS}.dll",
    "VCRUNTIME140.dll": "vcruntime140.dll",
}
LIBRARIES = ("libffi-8.dll", "libcrypto-3.dll", "libssl-3.dll", "sqlite3.dll")
# What of Linux's standard library is Linux's, Debian's, or of no use to tests.
LEFT_OUT = shutil.ignore_patterns(
    *("__pycache__", "site-packages", "dist-packages", "lib-dynload", "config-3*"),
    *("_sysconfigdata*", "sitecustomize.py", "EXTERNALLY-MANAGED"),
    *("test", "tests", "idlelib", "turtledemo", "tkinter", "ensurepip"),
)


def build_interpreter(place: Place, linux_python: Path, folder: Path) -> None:
    """Build the Windows Python in the new `folder`; `linux_python` has pip and uv.

    Raises `SetupError`.
    """
    library, compiling = standard_library()
    (folder / "DLLs").mkdir(parents=True)
    shutil.copytree(library, folder / "Lib", ignore=LEFT_OUT)
    (folder / "Lib" / "site-packages").mkdir()
    _unpack(_fetch(place, linux_python, folder / "download"), folder)
    shutil.rmtree(folder / "download")
    _make_program(folder)
    _make_stable_abi(folder)
    _install_wheels(place, linux_python, folder / "Lib" / "site-packages")
    jobs = ("-q", "-j", "0")
    run([compiling, "-m", "compileall", *jobs, str(folder / "Lib")], "compiling", may_fail=True)


def standard_library() -> tuple[Path, str]:
    """Give the folder of a standard library of the right version, and the Python it belongs to.

    Raises `SetupError` where there is no such Python.
    """
    name = ".".join(map(str, VERSION))
    if sys.version_info[:2] == VERSION:
        return Path(sysconfig.get_path("stdlib")), sys.executable
    python = shutil.which(f"python{name}")
    if python is None:
        raise SetupError(f"The Windows tests take Python {name}'s library: install python{name}.")
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"]
    return Path(run(asked, f"asking Python {name}").strip()), python


def run(command: Sequence[str], doing: str, *, may_fail: bool = False) -> str:
    """Run a program to its end and give what it said; raises `SetupError`."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode and not may_fail:
        raise SetupError(f"The Windows Python, {doing}: {command[0]} failed.\n{done.stdout}")
    return done.stdout


def compile_library(source: Path, library: Path, *further: str) -> None:
    """Compile one C file into a DLL; raises `SetupError`."""
    made = ("-shared", "-O2", "-s", "-Wall", "-Werror", "-o", str(library))
    run([COMPILER, *made, str(source), *further], f"compiling {source.name}")


def _fetch(place: Place, linux_python: Path, folder: Path) -> Path:
    platform = ("--platform", "win_amd64", "--python-version", DIGITS, "--only-binary=:all:")
    locked = ("--no-deps", "--require-hashes", "-r", str(place.lock))
    pip = (str(linux_python), "-m", "pip", "download", "-q", "--disable-pip-version-check")
    run([*pip, *platform, *locked, "-d", str(folder)], "fetching CPython")
    (wheel,) = folder.glob("*.whl")
    return wheel


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            path = PurePosixPath(entry.filename)
            if path.parent.name != "deploy_libs":
                continue
            if path.name in BESIDE_PROGRAM:
                (folder / BESIDE_PROGRAM[path.name]).write_bytes(archive.read(entry))
            elif path.suffix == ".pyd" or path.name in LIBRARIES:
                (folder / "DLLs" / path.name).write_bytes(archive.read(entry))


def _make_program(folder: Path) -> None:
    resource = folder / "python.res"
    text = f'1 24 "{SOURCES / "python.manifest"}"\n'
    (folder / "python.rc").write_text(text, encoding="utf-8")
    windres = COMPILER.replace("gcc", "windres")
    run([windres, str(folder / "python.rc"), "-O", "coff", "-o", str(resource)], "its manifest")
    made = ("-O2", "-s", "-municode", "-Wall", "-Werror", "-o", str(folder / "python.exe"))
    run([COMPILER, *made, str(SOURCES / "python.c"), str(resource)], "compiling python.exe")
    resource.unlink()
    (folder / "python.rc").unlink()


def _make_stable_abi(folder: Path) -> None:
    # PySide6 and psutil import python3.dll, each of whose functions is one of python311.dll.
    names = exported_names(folder / f"python{DIGITS}.dll")
    definition = folder / "python3.def"
    lines = [
        "LIBRARY python3.dll",
        "EXPORTS",
        *(f"  {name}=python{DIGITS}.{name}" for name in names),
    ]
    definition.write_text("\n".join(lines) + "\n", encoding="ascii")
    bare = ("-nostdlib", "-Wl,-e,DllMainCRTStartup", str(definition))
    compile_library(SOURCES / "python3.c", folder / "python3.dll", *bare)
    definition.unlink()


def exported_names(library: Path) -> list[str]:
    """Give the names that a DLL exports; raises `SetupError` when it has none."""
    told = run([COMPILER.replace("gcc", "objdump"), "-p", str(library)], f"reading {library.name}")
    _, _, table = told.partition("[Ordinal/Name Pointer] Table")
    rows = table.split("\n\n", 1)[0].splitlines()[1:]
    names = [row.split()[-1] for row in rows if row.lstrip().startswith("[")]
    if not names:
        raise SetupError(f"The Windows Python: {library.name} exports nothing that can be read.")
    return names


def _install_wheels(place: Place, linux_python: Path, folder: Path) -> None:
    version = ".".join(map(str, VERSION))
    platform = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", version)
    locked = ("--only-binary", ":all:", "--require-hashes", "-r", str(place.wheels))
    uv = (str(linux_python), "-m", "uv", "pip", "install", "--quiet")
    where = ("--python", str(linux_python), *_index(linux_python), "--target", str(folder))
    run([*uv, *platform, *locked, *where], "installing the wheels")


def _index(linux_python: Path) -> list[str]:
    # uv, which pip's own settings mean nothing to, takes the wheels from the same place as pip.
    for name in ("global.index-url", "install.index-url"):
        asked = [str(linux_python), "-m", "pip", "config", "get", name]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return ["--default-index", done.stdout.strip()]
    named = os.environ.get("PIP_INDEX_URL")
    return ["--default-index", named] if named else []
