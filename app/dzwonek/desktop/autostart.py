"""Starts the program with the desktop session.

Source: Desktop Application Autostart Specification 0.5,
https://specifications.freedesktop.org/autostart-spec/latest/.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.desktop.desktop_file import (
    APP_ID,
    FILE_NAME,
    GROUP,
    NAMES,
    compose,
    exec_line,
    read_keys,
    write_if_changed,
)
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dzwonek.domain.ports import Autostart, AutostartNote

GNOME_SWITCH = "X-GNOME-Autostart-enabled"  # written by GNOME's and XFCE's session settings


def autostart_for(
    environment: Mapping[str, str], platform: str, command: Sequence[str]
) -> Autostart:
    """Give the autostart of `platform` (as `sys.platform`) for `command` (without `--hidden`)."""
    if sys.platform == "win32" and platform == "win32":
        from dzwonek.desktop.autostart_windows import WindowsAutostart
        from dzwonek.desktop.registry_windows import SystemRegistry

        return WindowsAutostart(SystemRegistry(), command)
    home = Path(environment.get("HOME") or Path.home())
    if platform == "darwin":
        from dzwonek.desktop.autostart_macos import AgentAutostart

        return AgentAutostart(home, Path("/"), command)
    if platform != "linux":
        return NoAutostart(platform)
    own = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    shared = (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
    return XdgAutostart(own, tuple(map(Path, shared)), command)


class XdgAutostart:
    """An entry in the user's autostart folder; it wins over one that an administrator put up."""

    def __init__(self, own: Path, shared: Sequence[Path], command: Sequence[str]) -> None:
        """Take the user's and the system's configuration folders and the program's command."""
        self._entry = own / "autostart" / FILE_NAME
        self._shared = tuple(folder / "autostart" / FILE_NAME for folder in shared)
        self._command = (*command, "--hidden")

    def is_on(self) -> bool:
        """Say whether the session will start us; the desktop's own off switch counts."""
        entry = next((path for path in (self._entry, *self._shared) if path.exists()), None)
        keys = _read(entry) if entry else {}
        if "Exec" not in keys:
            return False
        return keys.get("Hidden") != "true" and keys.get(GNOME_SWITCH, "true") == "true"

    def note(self) -> AutostartNote | None:
        """Say nothing: the user's own entry always wins."""
        return None

    def set_on(self, wanted: bool) -> None:
        """Write or remove the user's entry; raises ProblemError (AUTOSTART_FAILED)."""
        try:
            if wanted:
                write_if_changed(self._entry, self._text({}).encode())
            elif any(path.exists() for path in self._shared):  # ours has to cover theirs
                write_if_changed(self._entry, self._text({"Hidden": "true"}).encode())
            else:
                self._entry.unlink(missing_ok=True)
        except OSError as error:
            raise trouble(Code.AUTOSTART_FAILED, reason=error.strerror or "") from error

    def _text(self, switch: Mapping[str, str]) -> str:
        keys = {
            "Type": "Application",
            **NAMES,
            "Exec": exec_line(self._command),
            "Icon": APP_ID,
            "Terminal": "false",
            "StartupNotify": "false",
            **switch,
        }
        return compose({GROUP: keys})


class NoAutostart:
    """Stands in where no autostart is built: it is off, and switching it on says why not."""

    def __init__(self, platform: str) -> None:
        self._platform = platform

    def is_on(self) -> bool:
        """Say no."""
        return False

    def note(self) -> AutostartNote | None:
        """Say nothing before somebody asks."""
        return None

    def set_on(self, wanted: bool) -> None:
        """Refuse to switch on; raises ProblemError (AUTOSTART_FAILED with the platform)."""
        if wanted:
            raise trouble(Code.AUTOSTART_FAILED, reason=self._platform)


def _read(path: Path) -> dict[str, str]:
    try:
        return read_keys(path.read_text("utf-8", "replace"))
    except OSError:
        return {}
