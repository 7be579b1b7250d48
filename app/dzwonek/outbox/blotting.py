"""Another file in a sealed one's place: the old one's key is overwritten once its name is gone.

Best effort, as is all overwriting: a disk that copies on writing may keep the old blocks, and so
does a crash between the new name and the overwriting.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dzwonek.outbox import disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


if sys.platform == "win32":

    @contextmanager
    def blotted_afterwards(path: Path) -> Iterator[None]:
        """Keep a second name of the old file, since an open one cannot be replaced here.

        It is named as an unfinished file, so that the next start sweeps what a crash leaves. A
        disk without second names (FAT, some shares) lets the old file go as it is.
        """
        second = disk.part_name(path)
        with suppress(OSError):
            os.link(path, second)
        try:
            yield
        except BaseException:
            disk.unlink(second)  # the file still stands under its own name
            raise
        with suppress(OSError):
            disk.shred(second)

else:

    @contextmanager
    def blotted_afterwards(path: Path) -> Iterator[None]:
        """Hold the old file, so that its key can be overwritten once its name is the new one's."""
        try:
            old = disk.open_regular(path, os.O_WRONLY)
        except (FileNotFoundError, disk.StrangeFileError):  # nothing of ours lies there
            yield
            return
        try:
            yield
            with suppress(OSError):
                disk.blot_open(old)
        finally:
            os.close(old)
