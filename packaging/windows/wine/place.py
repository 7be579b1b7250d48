"""Where the Windows test computer stands in a checkout, and what it is called from within."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).resolve().parent
PYTHON = "C:\\python\\python.exe"


@dataclass(frozen=True, slots=True)
class Place:
    """The git-ignored folder `.windows` of one checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """Everything that is fetched and built."""
        return self.root / ".windows"

    @property
    def python(self) -> Path:
        """The Windows Python: `C:\\python` of every computer."""
        return self.folder / "python"

    @property
    def prefix(self) -> Path:
        """A freshly installed Windows, which each computer starts with a copy of."""
        return self.folder / "prefix"

    @property
    def runs(self) -> Path:
        """The computers that are running."""
        return self.folder / "runs"

    @property
    def lock(self) -> Path:
        """The requirement that brings CPython's DLLs."""
        return self.root / "packaging" / "requirements" / "windows-python.lock"

    @property
    def wheels(self) -> Path:
        """The requirements of the tests, which Windows has the same of."""
        return self.root / "packaging" / "requirements" / "test.lock"


@contextmanager
def used(place: Place) -> Iterator[None]:
    """Keep what is built from being removed meanwhile; many may use it at once."""
    if sys.platform == "win32":
        raise NotImplementedError("wine stands for Windows on Linux alone")
    import fcntl

    with (place.folder / "users.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield


@contextmanager
def changed(place: Place) -> Iterator[None]:
    """Let nobody else build in the same folder meanwhile."""
    if sys.platform == "win32":
        raise NotImplementedError("wine stands for Windows on Linux alone")
    import fcntl

    with (place.folder / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def unused(place: Place) -> Iterator[bool]:
    """Tell whether nobody uses what is built, and keep everybody from it meanwhile."""
    if sys.platform == "win32":
        raise NotImplementedError("wine stands for Windows on Linux alone")
    import fcntl

    with (place.folder / "users.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def windows_path(path: Path) -> str:
    """Spell a path of Linux for programs of the computer, where Z: is the whole Linux."""
    return "Z:" + str(path).replace("/", "\\")
