"""Starts the program with the Windows session, by a value in the registry's `Run` keys.

The installer writes the computer's key, and then it is the administrator's matter. Where it has
not, the user's own key is ours to write. The off switch of the Task Manager lies in
`StartupApproved`; it is read and never written, for it belongs to the user.
https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys
"""

from __future__ import annotations

import ntpath
import subprocess
from typing import TYPE_CHECKING

from dzwonek.desktop.registry_windows import Hive
from dzwonek.domain.ports import AutostartNote
from dzwonek.domain.problem import Code, Problem, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.desktop.registry_windows import Registry

NAME = "Dzwonek"  # of the value; the installer writes the same
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
LONGEST = 260  # characters that Windows takes of such a command
COMPUTER_FIRST = (Hive.COMPUTER, Hive.USER)
CONSOLE, WINDOWED = "python.exe", "pythonw.exe"


class WindowsAutostart:
    """The value in the computer's key if there is one, else that of the user (port Autostart)."""

    def __init__(self, registry: Registry, command: Sequence[str]) -> None:
        """Take the program's command, without `--hidden`."""
        self._registry = registry
        self._line = command_line((*command, "--hidden"))

    def is_on(self) -> bool:
        """Say whether the session will start us; the Task Manager's off switch counts."""
        return self._is_entered() and not self._is_switched_off()

    def note(self) -> AutostartNote | None:
        """Say that the administrator decided, or that it is switched off in the Task Manager."""
        is_ours = not self._is_entered_for_all()
        if self._is_switched_off():
            return AutostartNote(Problem(Code.AUTOSTART_SWITCHED_OFF), is_fixed=not is_ours)
        if is_ours:
            return None
        return AutostartNote(Problem(Code.AUTOSTART_FOR_ALL), is_fixed=True)

    def set_on(self, wanted: bool) -> None:
        """Write or remove the user's value.

        Raises ProblemError (AUTOSTART_FAILED, AUTOSTART_FOR_ALL, AUTOSTART_SWITCHED_OFF). The last
        comes with the value written: the Task Manager only lists what is there.
        """
        if self._is_entered_for_all():
            if wanted != self.is_on():
                raise trouble(Code.AUTOSTART_SWITCHED_OFF if wanted else Code.AUTOSTART_FOR_ALL)
            return
        try:
            self._set(wanted)
        except OSError as error:
            raise trouble(Code.AUTOSTART_FAILED, reason=error.strerror or "") from error
        if wanted and self._is_switched_off():
            raise trouble(Code.AUTOSTART_SWITCHED_OFF)

    def _set(self, wanted: bool) -> None:
        if wanted:
            if len(self._line) > LONGEST:
                raise OSError(0, "the command is too long")
            self._registry.write(Hive.USER, RUN, NAME, self._line)
        else:
            self._registry.remove(Hive.USER, RUN, NAME)

    def _is_entered(self) -> bool:
        return any(self._entry(hive) for hive in COMPUTER_FIRST)

    def _is_entered_for_all(self) -> bool:
        return self._entry(Hive.COMPUTER)

    def _entry(self, hive: Hive) -> bool:
        try:
            return bool(self._registry.text(hive, RUN, NAME))
        except OSError:
            return False

    def _is_switched_off(self) -> bool:
        """Read the switch: an odd first byte is off, no value is on.

        For a value of the computer's key Windows keeps the switch in the computer's hive as a rule;
        either hive's "off" is respected.
        """
        hives = COMPUTER_FIRST if self._is_entered_for_all() else (Hive.USER,)
        return any(self._switch(hive) % 2 == 1 for hive in hives)

    def _switch(self, hive: Hive) -> int:
        try:
            return (self._registry.binary(hive, APPROVED, NAME) or b"\0")[0]
        except OSError:
            return 0


def command_line(command: Sequence[str]) -> str:
    """Write a command for the registry: the program always in quotes, blanks or not.

    Without them Windows would try `C:\\Program.exe` for `C:\\Program Files\\…`. A console Python
    gives way to the one without a window.
    """
    program, *arguments = command
    folder, name = ntpath.split(program)
    if name.lower() == CONSOLE:
        program = ntpath.join(folder, WINDOWED)
    return " ".join(part for part in (f'"{program}"', subprocess.list2cmdline(arguments)) if part)
