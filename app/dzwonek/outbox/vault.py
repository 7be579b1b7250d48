"""One small thing in one sealed file: stored durably, read checked, destroyed with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble
from dzwonek.outbox import disk, seal
from dzwonek.outbox.blotting import blotted_afterwards
from dzwonek.outbox.keys import KeyRing, MissingKeyError
from dzwonek.outbox.sealed_files import read_sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Vault:
    """Reads and writes single sealed files. Calls raise ProblemError (DISK_…, QUEUE_KEY_…)."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def store(
        self, path: Path, name: str, content: bytes, meta: Mapping[str, str | int] | None = None
    ) -> None:
        """Seal `content` under a fresh key; the old file and its key are destroyed.

        `meta` stands readable in the header, sealed against changes.
        """
        sealed = seal.seal(name, {seal.PAYLOAD: content}, self._keys.current(), meta)
        with disk.disk_errors(path):
            disk.make_folder(path.parent)
            with blotted_afterwards(path):
                disk.write_durably(path, sealed.chunks)

    def read(self, path: Path, name: str) -> bytes:
        """Open a file and check it; FileNotFoundError when there is none.

        Raises ProblemError (SEALED_FILE_DAMAGED) too, when it is not what was sealed as `name`.
        """
        return self.opened(path, name)[0]

    def opened(self, path: Path, name: str) -> tuple[bytes, Mapping[str, str | int]]:
        """Do as `read`, and give what stands in the header beside it; raises as `read`."""
        try:
            with disk.disk_errors_but_missing(path):
                sealed = seal.parse(read_sealed(path))
            fields = seal.open_all(sealed, name, self._keys.key(sealed.header.key))
            return fields[seal.PAYLOAD], sealed.header.meta
        except MissingKeyError as error:
            key_id = str(error)
            raise trouble(Code.QUEUE_KEY_UNREACHABLE, key=key_id, reason="missing") from error
        except (seal.DamagedError, KeyError) as error:
            raise trouble(Code.SEALED_FILE_DAMAGED, reason="changed") from error

    def destroy(self, path: Path) -> None:
        """Overwrite the key in a file and unlink it."""
        with disk.disk_errors(path):
            disk.shred(path)
