"""Builds the parts of the Windows test computer once, and again when their sources changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bootstrap_process import say
from windows.wine.interpreter import build_interpreter, run, standard_library
from windows.wine.place import SOURCES, Place, changed, unused
from windows.wine.prefix import build_prefix

STAMP = "setup.json"
DIGITS = 12  # of a digest, in the name of what was built from it


def prepare(place: Place, linux_python: Path) -> None:
    """Bring `.windows` up to date; `linux_python` has the locked test dependencies.

    Raises `SetupError`. What an interruption leaves half built is built anew.
    """
    place.folder.mkdir(exist_ok=True)
    wanted = {"python": _python_digest(place), "prefix": _prefix_digest(place)}
    makers: dict[str, Callable[[Path], None]] = {
        "python": lambda folder: build_interpreter(place, linux_python, folder),
        "prefix": lambda folder: build_prefix(place, folder),
    }
    with changed(place), ThreadPoolExecutor() as pool:  # downloads beside wine's work
        stale = _stale(place, wanted)
        if not stale:
            return
        say(f"Building the Windows test computer: {' and '.join(stale)} ...")
        built = [pool.submit(_build, place, name, wanted[name], makers[name]) for name in stale]
        for name, part in zip(stale, built, strict=True):
            part.result()
            _note(place, {**_noted(place), name: wanted[name]})
        _remove_old(place)


def _stale(place: Place, wanted: Mapping[str, str]) -> list[str]:
    noted = _noted(place)
    return [
        name
        for name, digest in wanted.items()
        if noted.get(name) != digest or not (place.folder / name).is_dir()
    ]


def _build(place: Place, name: str, digest: str, make: Callable[[Path], None]) -> None:
    # Each in a folder of its own, so that computers which run go on with what they started with.
    folder = place.folder / f"{name}-{digest[:DIGITS]}"
    shutil.rmtree(folder, ignore_errors=True)
    make(folder)
    link = place.folder / f"{name}.new"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    link.replace(place.folder / name)


def _remove_old(place: Place) -> None:
    current = {(place.folder / name).resolve() for name in ("python", "prefix")}
    with unused(place) as is_unused:
        for folder in [*place.folder.glob("python-*"), *place.folder.glob("prefix-*")]:
            if is_unused and folder not in current:
                shutil.rmtree(folder, ignore_errors=True)


def _python_digest(place: Place) -> str:
    sources = [SOURCES / name for name in ("interpreter.py", "python.c", "python.manifest")]
    library, _ = standard_library()
    files = [*sources, SOURCES / "python3.c", place.lock, place.wheels, library / "os.py"]
    return _digest(str(library), files)


def _prefix_digest(place: Place) -> str:
    stand_ins = sorted(SOURCES.glob("*.c"))
    version = run(["wine", "--version"], "asking wine for its version")
    return _digest(f"{place.folder}\n{version}", [SOURCES / "prefix.py", *stand_ins])


def _digest(text: str, files: Iterable[Path]) -> str:
    digest = hashlib.sha256(text.encode())
    for file in files:
        digest.update(file.name.encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _noted(place: Place) -> dict[str, str]:
    try:
        noted = json.loads((place.folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def _note(place: Place, stamp: dict[str, str]) -> None:
    text = json.dumps(stamp, indent=1, sort_keys=True)
    (place.folder / STAMP).write_text(text + "\n", encoding="utf-8")
