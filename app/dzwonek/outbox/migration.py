"""An earlier program's index becomes today's: a copy first, then step by step, each step whole.

A step is one transaction together with its `user_version`: who is killed in the middle finds the
step undone and does it at the next start. The copy is durable before the first step begins; where
it does not fit on the disk, nothing is begun. `remains.py` says how long the copy is kept.
"""

from __future__ import annotations

import logging
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from dzwonek.outbox import disk, schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dzwonek.outbox.rows import Scalar

    Run = Callable[[str], list[dict[str, Scalar]]]

BACKUP = "{name}.v{version}-{stamp}.backup"

_log = logging.getLogger(__name__)


def migrate(run: Run, path: Path) -> None:
    """Bring the index at `path` to `schema.VERSION`; `run` executes one statement on it.

    Raises what `run` raises, and OSError; the index is then at a whole version still.
    """
    version = version_of(run)
    if version >= schema.VERSION:
        return
    back_up(run, path, version)
    while version < schema.VERSION:
        step(run, version)
        version = version_of(run)
        _log.info("index migrated version=%d", version)


def version_of(run: Run) -> int:
    """Read the version of the index."""
    found = run("PRAGMA user_version")[0]["user_version"]
    return found if isinstance(found, int) else 0


def step(run: Run, version: int) -> None:
    """Go from `version` to the next one, whole or not at all; nothing when somebody just did."""
    run("BEGIN IMMEDIATE")
    try:
        if version_of(run) == version:
            for statement in schema.STEPS[version]:
                run(statement)
            run(f"PRAGMA user_version={version + 1}")
        run("COMMIT")
    except BaseException:
        with suppress(Exception):
            run("ROLLBACK")
        raise


def back_up(run: Run, path: Path, version: int) -> None:
    """Leave a durable copy beside the index, readable by this user alone."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    backup = path.with_name(BACKUP.format(name=path.name, version=version, stamp=stamp))
    part = disk.write_part(backup, ())  # SQLite takes over an empty file and its permissions
    try:
        run(f"VACUUM INTO '{str(part).replace(chr(39), chr(39) * 2)}'")
        _sync(part)
        disk.replace(part, backup)
        disk.sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
