"""One small thing in one sealed file: stored durably, read checked, destroyed with its key."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble
from dzwonek.outbox import disk, seal
from dzwonek.outbox.keys import KeyRing, MissingKeyError
from dzwonek.outbox.sealed_files import read_sealed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Vault:
    """Reads and writes single sealed files. Calls raise ProblemError (DISK_…, QUEUE_KEY_…)."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def store(self, path: Path, name: str, content: bytes) -> None:
        """Seal `content` under a fresh key; the old file and its key are destroyed."""
        sealed = seal.seal(name, {seal.PAYLOAD: content}, self._keys.current())
        with disk.disk_errors(path):
            disk.make_folder(path.parent)
            with _blotted_afterwards(path):
                disk.write_durably(path, sealed.chunks)

    def read(self, path: Path, name: str) -> bytes:
        """Open a file and check it; FileNotFoundError when there is none.

        Raises ProblemError (SEALED_FILE_DAMAGED) too, when it is not what was sealed as `name`.
        """
        try:
            with disk.disk_errors_but_missing(path):
                sealed = seal.parse(read_sealed(path))
            return seal.open_all(sealed, name, self._keys.key(sealed.header.key))[seal.PAYLOAD]
        except MissingKeyError as error:
            key_id = str(error)
            raise trouble(Code.QUEUE_KEY_UNREACHABLE, key=key_id, reason="missing") from error
        except (seal.DamagedError, KeyError) as error:
            raise trouble(Code.SEALED_FILE_DAMAGED, reason="changed") from error

    def destroy(self, path: Path) -> None:
        """Overwrite the key in a file and unlink it."""
        with disk.disk_errors(path):
            disk.shred(path)


if sys.platform == "win32":

    @contextmanager
    def _blotted_afterwards(path: Path) -> Iterator[None]:
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
    def _blotted_afterwards(path: Path) -> Iterator[None]:
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
