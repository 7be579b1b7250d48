"""An installer's whole life on wine's computer: installed, run, upgraded, refused and removed.

Each step is checked and timed; the log says what was seen.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from windows.cycle_log import CycleError, Log
from windows.cycle_seen import (
    CONSOLE,
    OURS,
    POLICIES,
    WINDOWS,
    Seen,
)
from windows.msi.source import product_code
from windows.msi.wixl import table
from windows.pictures import differing, save_png, taskbar
from windows.wine.computer import Computer
from windows.wine.hand import Answer
from windows.wine.place import windows_path
from windows.wine.programs import Program

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
TYPED = "zerwane po trzech minutach"
AUTOSTART_POLICY = rf"{POLICIES}\Dzwonek"
DWORD_0 = ("/t", "REG_DWORD", "/d", "0")
WINDOWS_VERSION = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
TEMPLATES = r"C:\PolicyDefinitions"
OLDEST_BUILD = "17763"  # Windows 10 1809
REFUSED_PROPERTIES = ("MAILPORT=abc", "MAILPORT=70000", "LANGUAGE=xx", "MAILSECURITY=ssl")


class Cycle:
    """One computer on which one program is installed, and taken away again."""

    def __init__(
        self, computer: Computer, programs: tuple[Path, Path], pictures: Path, log: Log
    ) -> None:
        """Take the folders that were packed, of two versions, and one where pictures go."""
        self._computer = computer
        self._program, self._later = programs
        self._pictures = pictures
        self._log = log
        self._seen = Seen(computer, log)
        self._install_seconds: list[float] = []

    def carry_out(self, installers: Mapping[str, Path]) -> None:
        """Go through it all; `installers` holds two versions, the older first.

        Raises `CycleError` at the first thing that is not as it has to be.
        """
        (old, first), (new, second) = installers.items()
        size = first.stat().st_size
        self._log.check(size <= MOST_BYTES, f"the installer has {size / 1e6:.1f} MB, at most 35")
        self._refuse_old_windows(first)
        for told in REFUSED_PROPERTIES:
            self._refuse_told(first, told)
        self._install(first, "silently", DEFAULTS[1])
        self._seen.see_files(self._program)
        self._seen.see_registration(old, "1")
        self._use_commands(old)
        kept = self._seen.reports()
        with self._running() as running:
            self._seen.see_archive_held(self._program)
            self._remove(old)
            ended = running.wait(PATIENCE_SECONDS)
        self._log.check(ended.code == 0, "the running program ended itself", ended)
        self._seen.see_nothing_left(kept)

        self._install(first, "with defaults", *DEFAULTS)
        self._seen.see_defaults(old, EXPECTED)
        self._upgrade_while_it_runs(second)
        self._seen.see_files(self._later)
        self._seen.see_defaults(new, AFTERWARDS)
        self._refuse(first)
        self._seen.see_defaults(new, AFTERWARDS)
        self._remove(new)
        self._seen.see_nothing_left(kept)
        # A computer that does other things as well says nothing about a single one of them.
        least = min(self._install_seconds)
        self._log.check(least <= MOST_SECONDS, f"an installation takes {least:.1f} s, at most 10")

    # -- what is done

    def _install(self, installer: Path, how: str, *properties: str) -> None:
        with self._log.timed(f"installed {installer.name} {how}") as seconds:
            code, said = self._msiexec("/i", windows_path(installer), *properties)
        self._install_seconds += seconds
        self._log.check(code == 0, f"msiexec installs {how}", (code, said[-2000:]))

    def _upgrade_while_it_runs(self, installer: Path) -> None:
        """Upgrade over an open form, with an autostart that a policy has forbidden meanwhile.

        wine has no Restart Manager, as a Windows where an administrator switched it off.
        """
        with self._running() as running:
            self._computer.hand.type(TYPED)
            with self._log.timed("what was typed is in the draft"):
                self._until(lambda: TYPED in self._seen.drafts())
            self._policy("add", AUTOSTART_POLICY, "/v", "Autostart", *DWORD_0)
            self._install(installer, "over the old one, which runs", "HOTKEY2=-")
            ended = running.wait(PATIENCE_SECONDS)
        self._log.check(ended.code == 0, "the old program ended itself", ended)
        with self._log.timed("the new one runs, though nothing may start it at log-on"):
            self._until(self._seen.is_running)
        self._look("after-the-upgrade")
        self._log.check(TYPED in self._seen.drafts(), "the draft holds what was typed")
        done = self._computer.run(CONSOLE, "--quit")
        self._log.check(done.code == 0 and not self._seen.is_running(), "it ends when asked", done)
        self._policy("delete", POLICIES)

    def _policy(self, action: str, key: str, *more: str) -> None:
        done = self._computer.run("reg", action, f"HKLM\\{key}", *more, "/f")
        self._log.check(done.code == 0, f"reg {action}s a policy", done)

    def _refuse_old_windows(self, installer: Path) -> None:
        """Try it on a Windows that is too old, as wine's own is, and then make that one newer."""
        self._refuse_told(installer, "AUTOSTART=1")
        told = ("HKLM\\" + WINDOWS_VERSION, "/v", "CurrentBuildNumber", "/d", OLDEST_BUILD, "/f")
        done = self._computer.run("reg", "add", *told)
        self._log.check(done.code == 0, f"the same Windows with the build {OLDEST_BUILD}", done)

    def _refuse_told(self, installer: Path, told: str) -> None:
        code, said = self._msiexec("/i", windows_path(installer), told)
        is_early = "LaunchConditions" in said and "CostInitialize" not in said
        self._log.check(code == REFUSED and is_early, f"{told} is refused", (code, said[-2000:]))
        is_gone = not self._computer.linux_path(WINDOWS).exists()
        self._log.check(is_gone and self._seen.registry()[OURS] is None, "and nothing was written")

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
        done = computer.run(CONSOLE, "policy", "admx", TEMPLATES)
        is_there = computer.linux_path(f"{TEMPLATES}\\pl-PL\\dzwonek.adml").exists()
        self._log.check(done.code == 0 and is_there, "the templates are written", done.said)
        doctor = json.loads(computer.run(CONSOLE, "doctor", "--json").said)
        self._log.check(doctor["version"] == 1, "doctor answers as JSON", doctor)
        told = ("--kind", "call-in", "--customer", "730 770 660", "--ours", "+44 20 7946 0000")
        words = ("--agent", "Tobiasz Świeczka", "--description", "Zażółć gęślą")
        report = computer.run(CONSOLE, "report", *told, *words)
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


DEFAULTS = (
    *("AUTOSTART=0", "SYSTEMURL=https://twojanazwa.daktela.com", "MAILHOST=smtp.firma.example"),
    *("MAILPORT=587", "MAILSECURITY=starttls", "MAILFROM=dzwonek@firma.example"),
    *("HOTKEY=Pause", "HOTKEY2=Ctrl+Shift+F9", "FLAGHOTKEY=Ctrl+Shift+F8", "LANGUAGE=uk"),
)
EXPECTED: Mapping[str, Any] = {
    "SystemUrl": "https://twojanazwa.daktela.com",
    "DeliveryMailHost": "smtp.firma.example",
    "DeliveryMailPort": 587,
    "DeliveryMailSecurity": "starttls",
    "DeliveryMailFrom": "dzwonek@firma.example",
    "HotkeysReport": ["Pause", "Ctrl+Shift+F9"],
    "HotkeysFlag": ["Ctrl+Shift+F8"],
    "UiLanguage": "uk",
}
AFTERWARDS: Mapping[str, Any] = {**EXPECTED, "HotkeysReport": ["Pause"]}


def decoded(log: bytes) -> str:
    """Read a log of Windows Installer: UTF-16 on Windows, UTF-8 or a code page in wine."""
    if log.startswith(b"\xff\xfe") or log[1:2] == b"\0":
        return log.decode("utf-16-le", errors="replace")
    try:
        return log.decode("utf-8")
    except UnicodeDecodeError:
        return log.decode("cp1250", errors="replace")
