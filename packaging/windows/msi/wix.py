"""Builds the installer on Windows, with candle and light of WiX 3."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree.ElementTree import Element

from windows.msi.source import write_source

# ICE43 and ICE57 take the Start menu of a user for granted, where a shortcut would have to be
# registered for each one; ours stands in everybody's.
LEFT_OUT = ("-sice:ICE43", "-sice:ICE57")


def build(source: Element, files: Path, target: Path, work: Path) -> None:
    """Make the installer `target` of a whole source, whose files lie under `files`.

    Raises FileNotFoundError without WiX 3, `subprocess.CalledProcessError` when it fails.
    """
    whole, compiled = work / "dzwonek.wxs", work / "dzwonek.wixobj"
    write_source(source, whole)
    for command in commands(whole, compiled, files, target):
        subprocess.run([tool(command[0]), *command[1:]], check=True)


def commands(whole: Path, compiled: Path, files: Path, target: Path) -> list[list[str]]:
    """Give the two commands: the compiler's and the linker's."""
    return [
        ["candle", "-nologo", "-arch", "x64", "-out", str(compiled), str(whole)],
        ["light", "-nologo", "-spdb", *LEFT_OUT, "-b", str(files), "-out", str(target)]
        + [str(compiled)],
    ]


def tool(name: str) -> str:
    """Find a program of WiX: by the variable WIX that its installer sets, else in PATH."""
    home = os.environ.get("WIX")
    known = Path(home, "bin", f"{name}.exe") if home else None
    found = str(known) if known and known.is_file() else shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"WiX 3's {name} is not here: neither under WIX nor in PATH")
    return found
