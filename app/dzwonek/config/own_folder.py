"""A folder that an administrator chose: it must belong to this user alone.

The whole of it may lie where others have folders, too. One that others may read or write is
refused, not mended: it may be theirs as well, and what they put there would count as ours.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.domain.problem import ProblemError

PRIVATE = 0o700
VARIABLE = re.compile(r"%([^%\\/]+)%")
# Variables that are another folder or name for each user.
OF_A_USER = frozenset(
    {
        *("USERNAME", "USER", "LOGNAME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "TEMP", "TMP"),
        *("HOME", "HOMEPATH", "HOMESHARE", "ONEDRIVE", "ONEDRIVECOMMERCIAL"),
    }
)
# One name for the user on all systems: Windows has the one, others have the other.
SAME = {"USERNAME": "USER", "USER": "USERNAME"}


def outbox_folder(told: str, environment: Mapping[str, str]) -> Path:
    """Give the folder that a policy names, with its variables (`%USERNAME%`) filled in.

    Raises ProblemError (DISK_FAILED with `reason` policy) for one that is no whole path then.
    """
    folder = Path(filled_in(told, environment))
    if not folder.is_absolute() or VARIABLE.search(str(folder)):
        raise trouble(Code.DISK_FAILED, path=told or "OutboxFolder", reason="policy")
    return folder


def filled_in(text: str, environment: Mapping[str, str]) -> str:
    """Fill in `%NAME%` as Windows does: capitals do not count, and an unknown one stays."""
    values = {name.upper(): value for name, value in environment.items()}
    for name, other in SAME.items():
        if other in values:
            values.setdefault(name, values[other])
    return VARIABLE.sub(lambda found: values.get(found[1].upper(), found[0]), text)


def is_shared(told: str) -> bool:
    """Say whether a folder, as a policy names it, would be one and the same for all users."""
    return not any(found[1].upper() in OF_A_USER for found in VARIABLE.finditer(told))


def make_own(folder: Path) -> None:
    """Make the folder if it is not there, closed to others, and check whose it is.

    Raises OSError, and ProblemError (DISK_FAILED with `path` and `reason` link, owner or open).
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        folder.mkdir(mode=PRIVATE)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise _refused(folder, "link")
    if sys.platform == "win32":
        return  # there the startup hands in `desktop.folder_windows` instead
    if status.st_uid != os.geteuid():
        raise _refused(folder, "owner")
    if status.st_mode & 0o077:
        raise _refused(folder, "open")


def _refused(folder: Path, reason: str) -> ProblemError:
    return trouble(Code.DISK_FAILED, path=str(folder), reason=reason)
