"""Which programs a freedesktop desktop has, and whether one opens a kind of file or address."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ASKING = timedelta(seconds=5)


def found(program: str, environment: Mapping[str, str]) -> str:
    """Give the whole path of a program; empty where there is none of that name."""
    place = shutil.which(program, path=environment.get("PATH", os.defpath))
    return str(Path(place).absolute()) if place else ""


def has_opener(kind: str, environment: Mapping[str, str]) -> bool:
    """Ask xdg-mime, or GIO where that does not answer, whether `kind` has a program; may block.

    A kind is a MIME type, or `x-scheme-handler/` with a scheme (freedesktop.org, "Shared MIME-info
    Database"). Takes ten seconds at most.
    """
    asked = _said(("xdg-mime", "query", "default", kind), environment)
    if asked is not None:
        return asked.strip().endswith(".desktop")
    return ".desktop" in (_said(("gio", "mime", kind), environment) or "")


def _said(command: tuple[str, ...], environment: Mapping[str, str]) -> str | None:
    program = found(command[0], environment)
    if not program:
        return None
    try:
        asked = subprocess.run(
            (program, *command[1:]),
            env={**environment, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=ASKING.total_seconds(),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout
