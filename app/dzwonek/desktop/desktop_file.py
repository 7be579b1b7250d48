"""Writes and reads desktop entry files: the words of the launcher and of autostart.

Source: Desktop Entry Specification 1.5,
https://specifications.freedesktop.org/desktop-entry-spec/latest/.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

APP_ID = "pl.dzwonek.Dzwonek"
FILE_NAME = f"{APP_ID}.desktop"
GROUP = "Desktop Entry"
NEEDS_QUOTES = re.compile(r"""[\s"'\\><~|&;$*?#()`]|^$""")
NEEDS_BACKSLASH = re.compile(r'(["`$\\])')
NAMES = {
    "Name": "Dzwonek",
    "Comment": "Report a problem to Daktela support",
    "Comment[pl]": "Zgłoś problem do wsparcia Daktela",
    "Comment[cs]": "Nahlásit problém podpoře Daktela",
    "Comment[uk]": "Повідомити про проблему підтримці Daktela",
}


def exec_line(command: Sequence[str]) -> str:
    """Write a command as the value of `Exec`: arguments quoted, `%` and backslashes doubled.

    Quoting applies first and the escapes of a string value upon it, as the specification says.
    """
    arguments = (_argument(argument) for argument in command)
    return " ".join(arguments).replace("\\", "\\\\").replace("%", "%%")


def compose(groups: Mapping[str, Mapping[str, str]]) -> str:
    """Write groups of keys as the text of a desktop entry file."""
    blocks = (
        "\n".join((f"[{group}]", *(f"{key}={value}" for key, value in keys.items())))
        for group, keys in groups.items()
    )
    return "\n\n".join(blocks) + "\n"


def read_keys(text: str) -> dict[str, str]:
    """Give the keys of the main group; comments, other groups and nonsense are passed over."""
    keys: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip().strip("[]")
        elif group == GROUP and "=" in line and not line.startswith("#"):
            key, value = line.split("=", 1)
            keys[key.strip()] = value.strip()
    return keys


def write_if_changed(path: Path, content: bytes) -> bool:
    """Put the content in place, whole or not at all; say whether anything changed.

    Raises OSError.
    """
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return True


def _argument(argument: str) -> str:
    if not NEEDS_QUOTES.search(argument):
        return argument
    return '"' + NEEDS_BACKSLASH.sub(r"\\\1", argument) + '"'
