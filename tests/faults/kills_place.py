"""Where the kill tests put their stores and servers: the disk, or memory when time is short."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.conftest import Extent

MEMORY = Path("/dev/shm")
NEEDED = 512 * 1024 * 1024  # bytes
DISK = "/tmp"


def base(extent: Extent) -> str:
    """Choose the place: memory for a quick run, where a busy disk's syncs cost nothing.

    A kill takes nothing from the system that holds the files, so that both are as good; a full
    run is on the disk all the same.
    """
    if extent.is_full or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < NEEDED:
        return DISK
    return str(MEMORY)


@contextmanager
def folder(extent: Extent) -> Iterator[Path]:
    """Give a folder there, for as long as it is used."""
    with tempfile.TemporaryDirectory(prefix="dz-kills-", dir=base(extent)) as name:
        yield Path(name)
