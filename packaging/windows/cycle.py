"""An installer's whole life on wine's computer: installed, run, upgraded, refused and removed.

Each step is checked and timed; the log says what was seen.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from windows.msi.source import product_code
from windows.msi.wixl import table
from windows.pictures import differing, save_png, taskbar
from windows.wine.computer import Computer
from windows.wine.hand import Answer
from windows.wine.place import windows_path
from windows.wine.programs import Program

INSTALLED = "C:\\Program Files\\Dzwonek"
WINDOWS, CONSOLE = f"{INSTALLED}\\Dzwonek.exe", f"{INSTALLED}\\dzwonek.com"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
OURS = r"Software\Dzwonek"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
POLICIES = r"Software\Policies\Dzwonek"
MOST_BYTES = 35_000_000
MOST_SECONDS = 10.0
PATIENCE_SECONDS = 60.0
LOOK_SECONDS = 0.2
REFUSED = 1603 % 256  # ERROR_INSTALL_FAILURE, as much of it as Linux takes of an exit code
REFUSING = (
    "Na tym komputerze jest już nowsza wersja",
    "A newer version of Dzwonek is installed here",
)
# wine writes its log in a code page without Polish letters.
STAYING = ("oszenia zosta", "Reports not sent yet stay")
TASKBAR_PIXELS = 20
# Bytes of a picture: a bell of 16 by 16 pixels, and a window of 300 by 300, of which much is white.
LEAST_OF_AN_ICON, LEAST_OF_A_WINDOW = 150, 150_000
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


class CycleError(Exception):
    """Something was not as it has to be; the message says what."""


@dataclass
class Log:
    """The lines of one run, which stand in a file as well as soon as they are said."""

    file: Path
    say: Callable[[str], None]
    _start: float = field(default_factory=time.monotonic)

    def tell(self, text: str) -> None:
        """Note one line, with the seconds since the beginning."""
        line = f"{time.monotonic() - self._start:7.1f} s  {text}"
        self.say(line)
        with self.file.open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")

    @contextmanager
    def timed(self, text: str) -> Iterator[list[float]]:
        """Note how long something took, and give the seconds in a list when it is over."""
        start = time.monotonic()
        seconds: list[float] = []
        yield seconds
        seconds.append(time.monotonic() - start)
        self.tell(f"{text}: {seconds[0]:.1f} s")

    def check(self, is_so: bool, claim: str, seen: object = "") -> None:
        """Note that a claim holds; raises `CycleError` when it does not."""
        if not is_so:
            self.tell(f"FAILED: {claim} {seen}")
            raise CycleError(f"{claim}: {seen}")
        self.tell(f"ok: {claim}")


class Cycle:
    """One computer on which one program is installed, and taken away again."""

    def __init__(self, computer: Computer, program: Path, pictures: Path, log: Log) -> None:
        """Take the folder that was packed, and one where pictures go."""
        self._computer = computer
        self._program = program
        self._pictures = pictures
        self._log = log
        self._install_seconds: list[float] = []

    def carry_out(self, installers: Mapping[str, Path]) -> None:
        """Go through it all; `installers` holds two versions, the older first.

        Raises `CycleError` at the first thing that is not as it has to be.
        """
        (old, first), (new, second) = installers.items()
        size = first.stat().st_size
        self._log.check(size <= MOST_BYTES, f"the installer has {size / 1e6:.1f} MB, at most 35")
        self._install(first, "silently", DEFAULTS[1])
        self._see_files()
        self._see_registration(old, "1")
        self._use_commands(old)
        kept = self._reports()
        with self._running() as running:
            self._remove(old)
            ended = running.wait(PATIENCE_SECONDS)
        self._log.check(ended.code == 0, "the running program ended itself", ended)
        self._see_nothing_left(kept)

        self._install(first, "with defaults", *DEFAULTS)
        self._see_defaults(old)
        self._install(second, "over the old one")
        self._see_files()
        self._see_defaults(new)
        self._refuse(first)
        self._see_defaults(new)
        self._remove(new)
        self._see_nothing_left(kept)
        # A computer that does other things as well says nothing about a single one of them.
        least = min(self._install_seconds)
        self._log.check(least <= MOST_SECONDS, f"an installation takes {least:.1f} s, at most 10")

    # -- what is done

    def _install(self, installer: Path, how: str, *properties: str) -> None:
        with self._log.timed(f"installed {installer.name} {how}") as seconds:
            code, said = self._msiexec("/i", windows_path(installer), *properties)
        self._install_seconds += seconds
        self._log.check(code == 0, f"msiexec installs {how}", (code, said[-2000:]))

    def _remove(self, version: str) -> None:
        with self._log.timed(f"removed {version}"):
            code, said = self._msiexec("/x", f"{{{product_code(version)}}}")
        self._log.check(code == 0, "msiexec removes it", (code, said[-2000:]))
        for words in STAYING:
            self._log.check(words in said, f"the log says “{words}”", said[-2000:])

    def _refuse(self, older: Path) -> None:
        code, said = self._msiexec("/i", windows_path(older))
        self._log.check(code == REFUSED, "an older version is refused", code)
        is_early = "LaunchConditions" in said and "CostInitialize" not in said
        self._log.check(is_early, "and before anything is touched", said[-2000:])
        told = str(table(older, "LaunchCondition"))  # wine shows these words, and logs them not
        for words in REFUSING:
            self._log.check(words in told, f"the refusal says “{words}”", told)

    def _msiexec(self, *what: str) -> tuple[int, str]:
        log = self._computer.linux_path("C:\\msiexec.log")
        log.unlink(missing_ok=True)
        fixed = ("/qn", "/norestart", "/l*v", "C:\\msiexec.log")
        done = self._computer.run("msiexec", *what, *fixed)
        content = log.read_bytes() if log.exists() else b""
        return done.code, decoded(content)

    def _use_commands(self, version: str) -> None:
        computer = self._computer
        with self._log.timed("dzwonek.com version"):
            said = computer.run(CONSOLE, "version").said
        self._log.check(said.strip() == f"dzwonek {version}", "dzwonek.com prints", said)
        doctor = json.loads(computer.run(CONSOLE, "doctor", "--json").said)
        self._log.check(doctor["version"] == 1, "doctor answers as JSON", doctor)
        told = ("--kind", "other", "--agent", "Tobiasz Świeczka", "--description", "Zażółć gęślą")
        report = computer.run(CONSOLE, "report", *told)
        self._log.check(report.code == 0 and "DZW-" in report.said, "a report is sealed", report)

    @contextmanager
    def _running(self) -> Iterator[Program]:
        """Run the installed program: its bell in the tray, its form at a key."""
        before = self._tray()
        with self._log.timed("the bell stands in the tray"):
            running = self._computer.start(WINDOWS, "--hidden")
            self._until(lambda: differing(before, self._tray()) > LEAST_OF_AN_ICON)
        shown = self._look("tray")

        def stands() -> bool:
            # The bell comes before the keys; pressed again, a key raises the form that is there.
            self._computer.hand.press("Pause")
            threading.Event().wait(LOOK_SECONDS * 5)
            return differing(shown, self._computer.hand.picture()) > LEAST_OF_A_WINDOW

        with self._log.timed("the form stands after Pause"):
            self._until(stands)
        self._look("form")
        self._log.check(running.is_running, "the program runs", running.said)
        yield running

    def _tray(self) -> Answer:
        return taskbar(self._computer.hand.picture(), TASKBAR_PIXELS)

    def _look(self, name: str) -> Answer:
        seen = self._computer.hand.picture()
        save_png(seen, self._pictures / f"{name}.png")
        self._log.tell(f"picture: {name}.png")
        return seen

    def _until(self, is_so: Callable[[], bool]) -> None:
        until, nobody_sets_it = time.monotonic() + PATIENCE_SECONDS, threading.Event()
        while not is_so():
            if time.monotonic() > until:
                self._look("in-vain")
                raise CycleError("waited in vain: see in-vain.png")
            nobody_sets_it.wait(LOOK_SECONDS)

    # -- what is seen

    def _see_files(self) -> None:
        folder = self._computer.linux_path(INSTALLED)
        self._log.check(
            contents(folder) == contents(self._program), "every file is there, unharmed"
        )
        links = list(self._computer.drive_c.glob("**/Dzwonek.lnk"))
        is_right = len(links) == 1 and "Dzwonek.exe".encode("utf-16-le") in links[0].read_bytes()
        self._log.check(is_right, "the Start menu has a shortcut", links)

    def _see_registration(self, version: str, autostart: str) -> None:
        told = self._registry()
        entry = told[UNINSTALL][f"{{{product_code(version)}}}"]
        seen = (entry["DisplayName"], entry["DisplayVersion"])
        self._log.check(seen == ("Dzwonek", version), "Windows lists the program", entry)
        others = [name for name, each in told[UNINSTALL].items() if "Dzwonek" in str(each)]
        self._log.check(len(others) == 1, "and lists it once", others)
        expected = f'"{WINDOWS}" --hidden' if autostart == "1" else None
        run = (told[RUN] or {}).get("Dzwonek")
        self._log.check(run == expected, f"AUTOSTART={autostart}: the Run value is {expected}", run)
        self._log.check(told[POLICIES] is None, "the policies' key is left alone", told[POLICIES])

    def _see_defaults(self, version: str) -> None:
        self._see_registration(version, "0")
        seen = (self._registry()[OURS] or {}).get("Dzwonek")
        self._log.check(seen == EXPECTED, "the defaults are as they were told", seen)

    def _see_nothing_left(self, kept: Mapping[str, bytes]) -> None:
        told = self._registry()
        self._log.check(told[OURS] is None, "no key of ours is left", told[OURS])
        self._log.check("Dzwonek" not in (told[RUN] or {}), "no Run value is left", told[RUN])
        self._log.check("Dzwonek" not in str(told[UNINSTALL]), "Windows lists it no more")
        folder = self._computer.linux_path(INSTALLED)
        left = sorted(contents(folder)) if folder.exists() else []
        self._log.check(not folder.exists(), "no file is left", left)
        links = list(self._computer.drive_c.glob("**/Dzwonek.lnk"))
        self._log.check(not links, "no shortcut is left", links)
        now = self._reports()
        self._log.check(bool(now) and now == kept, "the users' reports are untouched", sorted(now))

    def _registry(self) -> dict[str, Any]:
        done = self._computer.python("-c", READ, RUN, OURS, UNINSTALL, POLICIES)
        told: dict[str, Any] = json.loads(done.said.partition("<<")[2].rpartition(">>")[0])
        return told

    def _reports(self) -> dict[str, bytes]:
        """Give the sealed reports of every user that wait to be sent."""
        found = self._computer.drive_c.glob("users/*/AppData/Local/Dzwonek/**/spool/*.dzw")
        return {str(file): file.read_bytes() for file in found}


DEFAULTS = (
    *("AUTOSTART=0", "SYSTEMURL=https://twojanazwa.daktela.com", "MAILHOST=smtp.firma.example"),
    *("MAILPORT=587", "MAILSECURITY=starttls", "MAILFROM=dzwonek@firma.example"),
    *("HOTKEY=Ctrl+Shift+F9", "HOTKEY2=Pause", "FLAGHOTKEY=Ctrl+Shift+F8", "LANGUAGE=uk"),
)
EXPECTED: Mapping[str, Any] = {
    "SystemUrl": "https://twojanazwa.daktela.com",
    "DeliveryMailHost": "smtp.firma.example",
    "DeliveryMailPort": 587,
    "DeliveryMailSecurity": "starttls",
    "DeliveryMailFrom": "dzwonek@firma.example",
    "HotkeysReport": ["Ctrl+Shift+F9", "Pause"],
    "HotkeysFlag": ["Ctrl+Shift+F8"],
    "UiLanguage": "uk",
}


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file under `folder`, with what it holds."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def decoded(log: bytes) -> str:
    """Read a log of Windows Installer: UTF-16 on Windows, UTF-8 or a code page in wine."""
    if log.startswith(b"\xff\xfe") or log[1:2] == b"\0":
        return log.decode("utf-16-le", errors="replace")
    try:
        return log.decode("utf-8")
    except UnicodeDecodeError:
        return log.decode("cp1250", errors="replace")
