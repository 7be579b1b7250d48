"""What is there of the program on wine's computer: files, registry, reports, drafts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from windows.cycle_log import Log
from windows.msi.source import product_code
from windows.wine.computer import Computer
from windows.wine.place import windows_path

INSTALLED = "C:\\Program Files\\Dzwonek"
WINDOWS, CONSOLE = f"{INSTALLED}\\Dzwonek.exe", f"{INSTALLED}\\dzwonek.com"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
OURS = r"Software\Dzwonek"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
POLICIES = r"Software\Policies\Dzwonek"
APP = Path(__file__).resolve().parents[2] / "app"
# Prints keys of HKLM as JSON: each one's values, and those of the keys below it.
READ = """
import json, sys, winreg
def told(path):
    try:
        key = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path)
    except FileNotFoundError:
        return None
    below, values, _ = winreg.QueryInfoKey(key)
    found = {n: v for n, v, _ in (winreg.EnumValue(key, i) for i in range(values))}
    names = [winreg.EnumKey(key, i) for i in range(below)]
    return {**found, **{name: told(path + chr(92) + name) for name in names}}
print("<<" + json.dumps({path: told(path) for path in sys.argv[1:]}) + ">>")
"""
# Prints the descriptions of all drafts as JSON.
READ_DRAFTS = """
import json, sys
sys.path.insert(0, sys.argv[1])
from dzwonek.startup.core import open_core
with open_core() as core:
    told = [draft.description for draft in core.drafts.drafts()]
print("<<" + json.dumps(told) + ">>")
"""
# Tries to put another file into a file's place.
REPLACE = """
import os, sys
target = sys.argv[1]
with open(target + ".new", "wb") as new:
    new.write(b"another one")
try:
    os.replace(new.name, target)
except OSError as error:
    print(type(error).__name__)
    os.remove(new.name)
"""


class Seen:
    """Looks at one computer, and checks what it sees; raises `CycleError`."""

    def __init__(self, computer: Computer, log: Log) -> None:
        """Take the computer and where claims are noted."""
        self._computer = computer
        self._log = log

    def see_archive_held(self, program: Path) -> None:
        """Try to replace what the running program of a packed folder reads its modules from."""
        archive = f"{INSTALLED}\\Dzwonek.pkg"
        done = self._computer.python("-c", REPLACE, archive)
        self._log.check("PermissionError" in done.said, "nobody can replace its archive", done)
        whole = (program / "Dzwonek.pkg").read_bytes()
        kept = self._computer.linux_path(archive).read_bytes()
        self._log.check(kept == whole, "and the archive is unharmed")

    def see_files(self, program: Path) -> None:
        """See the files of a packed folder, and the shortcut."""
        folder = self._computer.linux_path(INSTALLED)
        self._log.check(contents(folder) == contents(program), "every file is there, unharmed")
        links = list(self._computer.drive_c.glob("**/Dzwonek.lnk"))
        is_right = len(links) == 1 and "Dzwonek.exe".encode("utf-16-le") in links[0].read_bytes()
        self._log.check(is_right, "the Start menu has a shortcut", links)

    def see_registration(self, version: str, autostart: str) -> None:
        """See what Windows knows of the program, and whether it starts with the computer."""
        told = self.registry()
        entry = told[UNINSTALL][f"{{{product_code(version)}}}"]
        seen = (entry["DisplayName"], entry["DisplayVersion"])
        self._log.check(seen == ("Dzwonek", version), "Windows lists the program", entry)
        others = [name for name, each in told[UNINSTALL].items() if "Dzwonek" in str(each)]
        self._log.check(len(others) == 1, "and lists it once", others)
        expected = f'"{WINDOWS}" --hidden' if autostart == "1" else None
        run = (told[RUN] or {}).get("Dzwonek")
        self._log.check(run == expected, f"AUTOSTART={autostart}: the Run value is {expected}", run)
        self._log.check(told[POLICIES] is None, "the policies' key is left alone", told[POLICIES])

    def see_defaults(self, version: str, expected: Mapping[str, Any]) -> None:
        """See what the installer was told, of an installation without autostart."""
        self.see_registration(version, "0")
        seen = (self.registry()[OURS] or {}).get("Dzwonek")
        self._log.check(seen == expected, "the defaults are as they were told", seen)

    def see_nothing_left(self, kept: Mapping[str, bytes]) -> None:
        """See that all is gone but the reports."""
        told = self.registry()
        self._log.check(told[OURS] is None, "no key of ours is left", told[OURS])
        self._log.check("Dzwonek" not in (told[RUN] or {}), "no Run value is left", told[RUN])
        self._log.check("Dzwonek" not in str(told[UNINSTALL]), "Windows lists it no more")
        folder = self._computer.linux_path(INSTALLED)
        left = sorted(contents(folder)) if folder.exists() else []
        self._log.check(not folder.exists(), "no file is left", left)
        links = list(self._computer.drive_c.glob("**/Dzwonek.lnk"))
        self._log.check(not links, "no shortcut is left", links)
        now = self.reports()
        self._log.check(bool(now) and now == kept, "the users' reports are untouched", sorted(now))

    def registry(self) -> dict[str, Any]:
        """Give the keys of this computer that an installer may touch."""
        done = self._computer.python("-c", READ, RUN, OURS, UNINSTALL, POLICIES)
        told: dict[str, Any] = json.loads(done.said.partition("<<")[2].rpartition(">>")[0])
        return told

    def reports(self) -> dict[str, bytes]:
        """Give the sealed reports of every user that wait to be sent."""
        found = self._computer.drive_c.glob("users/*/AppData/Local/Dzwonek/**/spool/*.dzw")
        return {str(file): file.read_bytes() for file in found}

    def drafts(self) -> list[str]:
        """Give the descriptions of the drafts, read by the program's own sources."""
        done = self._computer.python("-c", READ_DRAFTS, windows_path(APP))
        told: list[str] = json.loads(done.said.partition("<<")[2].rpartition(">>")[0] or "[]")
        return told

    def is_running(self) -> bool:
        """Say whether a program answers: `doctor` tries no key that another one holds."""
        said = self._computer.run(CONSOLE, "doctor", "--json").said
        (keys,) = (each for each in json.loads(said)["checks"] if each["id"] == "hotkeys")
        return bool(keys["values"].get("held_by") == "dzwonek")


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file under `folder`, with what it holds."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
