"""Compiles a small library for Windows by mingw-w64; in wine that of the Linux around it serves."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.windows.rig_windows import until

COMPILERS = ("x86_64-w64-mingw32-gcc", "gcc")
AROUND_WINE = r"Z:\usr\bin\x86_64-w64-mingw32-gcc"


def compiled(source: Path, library: Path) -> Path:
    """Compile a C source into a DLL; the test is skipped where no compiler is there."""
    found = next((path for path in map(shutil.which, COMPILERS) if path), None)
    if found is not None:
        subprocess.run((found, "-shared", "-O1", "-o", library, source), check=True)
        return library
    if not os.path.exists(AROUND_WINE):
        reason = "needs mingw-w64's gcc"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    unfinished = library.with_suffix(".unfinished")
    names = " ".join(f"'{_around(path)}'" for path in (unfinished, source))
    done = f"mv '{_around(unfinished)}' '{_around(library)}'"
    script = f"PATH=/usr/bin:/bin; x86_64-w64-mingw32-gcc -shared -O1 -o {names} && {done}"
    subprocess.run(("start", "/unix", "/bin/sh", "-c", script), check=True)
    until(library.exists, f"the compiled {library.name}")
    return library


def _around(path: Path) -> str:
    """Name a file as the Linux around wine does."""
    asked = ("winepath", "-u", str(path))
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
