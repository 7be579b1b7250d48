"""A DLL that lies where somebody could put it is not loaded, and Qt's own still are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.windows.rig_compiler import compiled

# Looks for a DLL by its bare name, the way a library of others might.
LOOK = """
import ctypes, os, sys
if sys.argv[1] == "hardened":
    from dzwonek.startup.hardening import harden_process
    harden_process()
load = ctypes.WinDLL("kernel32").LoadLibraryW
load.restype = ctypes.c_void_p
print("loaded" if load("dzwonek_probe.dll") else "not found")
"""
SHOW = """
import sys
from dzwonek.cli import main
main(["version"])
import ssl, sqlite3, cryptography.hazmat.primitives.ciphers, mss, psutil, isal.igzip
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("x")
label.show()
app.processEvents()
print(app.platformName(), label.isVisible())
"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a DLL that must not be loaded."""
    folder = tmp_path_factory.mktemp("planted")
    source = folder / "probe.c"
    source.write_text("__declspec(dllexport) int probe(void) { return 1; }\n")
    compiled(source, folder / "dzwonek_probe.dll")
    return folder


@pytest.mark.parametrize("place", ["current folder", "path"])
def test_a_dll_beside_the_work_or_in_path_is_not_loaded(
    planted: Path, tmp_path: Path, place: str
) -> None:
    env = dict(os.environ)
    if place == "path":
        env["PATH"] = f"{planted};{env.get('PATH', '')}"
    folder = tmp_path if place == "path" else planted
    assert looked("as it is", folder, env) == "loaded"  # or the test would prove nothing
    assert looked("hardened", folder, env) == "not found"


def test_everything_that_the_program_needs_is_still_loaded() -> None:
    told = subprocess.run((sys.executable, "-c", SHOW), capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "windows True"


def looked(how: str, folder: Path, env: dict[str, str]) -> str:
    command = (sys.executable, "-c", LOOK, how)
    told = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True)
    return told.stdout.strip()
