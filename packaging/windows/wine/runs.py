"""The folders of running computers: each belongs to one, and none outlives it for long."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from windows.wine.place import Place

# Held for as long as the folder is wanted; the system lets go of it when its program dies.
OCCUPIED = "occupied"


@contextmanager
def own_folder(place: Place) -> Iterator[Path]:
    """Give a new folder to a computer, and remove it afterwards.

    Those of computers whose program was killed are removed on the way.
    """
    if sys.platform == "win32":
        raise NotImplementedError("this is Windows already")
    import fcntl

    place.runs.mkdir(parents=True, exist_ok=True)
    with (place.folder / "runs.lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)  # nobody finds a folder before it is occupied
        remove_left(place)
        folder = Path(tempfile.mkdtemp(dir=place.runs))
        occupied = (folder / OCCUPIED).open("w")
        fcntl.flock(occupied, fcntl.LOCK_EX)
    with occupied:
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def remove_left(place: Place) -> None:
    """End and remove the computers whose program was killed."""
    if sys.platform == "win32":
        return
    import fcntl

    for folder in place.runs.glob("*"):
        with suppress(OSError), (folder / OCCUPIED).open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            kill_left(folder)
            shutil.rmtree(folder, ignore_errors=True)


def kill_left(folder: Path) -> None:
    """Kill what still runs on the computer of a folder; programs hang when Windows has died."""
    if sys.platform == "win32":
        return
    wanted = f"WINEPREFIX={folder / 'prefix'}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if wanted in (process / "environ").read_bytes().split(b"\0"):
                os.kill(int(process.name), signal.SIGKILL)
