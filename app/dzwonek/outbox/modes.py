"""Files and folders of this user that lie open to others, closed again."""

from __future__ import annotations

import logging
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from dzwonek.outbox.disk import PRIVATE_FILE, PRIVATE_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


def close_file(descriptor: int, name: str) -> None:
    """Give an open file the mode 0600 back, with a word in the log.

    Nothing happens on Windows, to what another user owns, or where the disk refuses.
    """
    _close(descriptor, name, PRIVATE_FILE)


def close_folder(folder: Path) -> None:
    """Do as `close_file` with 0700 to a folder that is there and is no link; never raises."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            _close(descriptor, folder.name, PRIVATE_FOLDER)
        finally:
            os.close(descriptor)


def _close(descriptor: int, name: str, mode: int) -> None:
    if sys.platform == "win32":
        return
    status = os.fstat(descriptor)
    if status.st_uid != os.geteuid() or not stat.S_IMODE(status.st_mode) & ~mode:
        return
    with suppress(OSError):
        os.fchmod(descriptor, mode)
    if stat.S_IMODE(os.fstat(descriptor).st_mode) == mode:  # some file systems only nod
        _log.info("was open to others, closed name=%s", name)
