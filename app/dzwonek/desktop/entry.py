"""Makes the program known to the desktop: launcher entry and icon, for this user.

Notices name the entry, and the desktop's start menu shows it.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from dzwonek.desktop.desktop_file import (
    APP_ID,
    FILE_NAME,
    GROUP,
    NAMES,
    compose,
    exec_line,
    write_if_changed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

log = logging.getLogger("dzwonek.desktop")


def install_entry(data_home: Path, command: Sequence[str], icons: Mapping[str, bytes]) -> bool:
    """Write entry and icons below `$XDG_DATA_HOME` where they differ; say whether any did.

    `icons` maps a folder of the hicolor theme ("scalable", "48x48") to the picture's bytes, SVG
    for the first and PNG for the others (Icon Theme Specification). A failure is logged and
    never raised: the program runs without an entry.
    """
    try:
        return _install(data_home, command, icons)
    except OSError as error:
        log.info("no desktop entry: %s", error.strerror)
        return False


def _install(data_home: Path, command: Sequence[str], icons: Mapping[str, bytes]) -> bool:
    theme = data_home / "icons" / "hicolor"
    drawn = [
        write_if_changed(theme / size / "apps" / f"{APP_ID}.{_ending(size)}", picture)
        for size, picture in icons.items()
    ]
    if any(drawn):
        os.utime(theme)  # tells icon caches to look again
    entry = data_home / "applications" / FILE_NAME
    return write_if_changed(entry, _entry(command).encode()) or any(drawn)


def _ending(size: str) -> str:
    return "svg" if size == "scalable" else "png"


def _entry(command: Sequence[str]) -> str:
    return compose(
        {
            GROUP: {
                "Type": "Application",
                **NAMES,
                "Exec": exec_line(command),
                "Icon": APP_ID,
                "Terminal": "false",
                "Categories": "Utility;",
                "StartupNotify": "false",
                "Actions": "report;flag;",
            },
            "Desktop Action report": {
                "Name": "Report a problem",
                "Name[pl]": "Zgłoś problem",
                "Name[cs]": "Nahlásit problém",
                "Name[uk]": "Повідомити про проблему",
                "Exec": exec_line((*command, "--report")),
            },
            "Desktop Action flag": {
                "Name": "Flag now, describe later",
                "Name[pl]": "Oznacz teraz, opisz później",
                "Name[cs]": "Označit teď, popsat později",
                "Name[uk]": "Позначити зараз, описати пізніше",
                "Exec": exec_line((*command, "--flag")),
            },
        }
    )
