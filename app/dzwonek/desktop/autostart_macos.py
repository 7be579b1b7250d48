"""Starts the program with the macOS session, by a launch agent.

Source: launchd.plist(5). A person's own switch in the system settings ("Login items") is kept by
launchd where no program can read it.
"""

from __future__ import annotations

import os
import plistlib
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from dzwonek.desktop.desktop_file import APP_ID, write_if_changed
from dzwonek.domain.ports import AutostartNote
from dzwonek.domain.problem import Code, Problem, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE_NAME = f"{APP_ID}.plist"
AGENTS = "Library/LaunchAgents"  # in the user's home, and at the root for everybody


class AgentAutostart:
    """A launch agent in the user's home; the administrator's goes before (port Autostart)."""

    def __init__(self, home: Path, root: Path, command: Sequence[str]) -> None:
        """Take the user's home, the root of the disk and the command, without `--hidden`."""
        self._own = home / AGENTS / FILE_NAME
        self._shared = root / AGENTS / FILE_NAME
        self._command = (*command, "--hidden")

    def is_on(self) -> bool:
        """Say whether the session will start us."""
        return _starts(self._shared) or _starts(self._own)

    def note(self) -> AutostartNote | None:
        """Say that the administrator decided."""
        if not _starts(self._shared):
            return None
        return AutostartNote(Problem(Code.AUTOSTART_FOR_ALL), is_fixed=True)

    def set_on(self, wanted: bool) -> None:
        """Write or remove the user's agent.

        Raises ProblemError (AUTOSTART_FAILED, AUTOSTART_FOR_ALL).
        """
        if _starts(self._shared):
            if not wanted:
                raise trouble(Code.AUTOSTART_FOR_ALL)
            return
        try:
            if wanted:
                write_if_changed(self._own, self._agent())
            else:
                self._own.unlink(missing_ok=True)
        except OSError as error:
            raise trouble(Code.AUTOSTART_FAILED, reason=error.strerror or "") from error

    def _agent(self) -> bytes:
        return plistlib.dumps(
            {
                "Label": APP_ID,
                "ProgramArguments": [os.fspath(part) for part in self._command],
                "RunAtLoad": True,
                "ProcessType": "Interactive",
            }
        )


def _starts(agent: Path) -> bool:
    try:
        keys = plistlib.loads(agent.read_bytes())
    except (OSError, ValueError, ExpatError, plistlib.InvalidFileException):
        return False
    return bool(isinstance(keys, dict) and keys.get("RunAtLoad") and not keys.get("Disabled"))
