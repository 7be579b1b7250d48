"""A Windows computer to test on: wine's Windows on an X server of its own, with a hand at its keys.

Each has a copy of the installed Windows to itself, so that several run at once, and nothing that a
program does to it is left for the next.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from windows.wine.hand import ADDRESS, Hand, served
from windows.wine.place import PYTHON, Place, used
from windows.wine.prefix import copy_prefix, environment, set_values
from windows.wine.programs import LONGEST_SECONDS, Finished, Program
from windows.wine.runs import kill_left, own_folder
from windows.wine.screens import (
    PLAIN,
    ComputerError,
    Desktop,
    dying_with_us,
    end,
    x_server,
)

__all__ = ["Computer", "ComputerError", "Finished", "Program", "started"]

# Explorer shows its taskbar, which holds the tray, on a desktop of this name alone.
NAME = "shell"
PERSONALIZE = "Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Themes\\\\Personalize"
SHELL_SECONDS = 30.0
BOOT_TRIES = 3
SERVER_LOG = "wineserver.log"
# Asked inside Windows, until it is true.
TASKBAR_IS_THERE = 'user32.FindWindowW("Shell_TrayWnd", None)'
COUNTS_MONITORS = "user32.GetSystemMetrics(80) == {}"  # SM_CMONITORS
ASK = f"""
import ctypes, sys, threading, time
user32 = ctypes.windll.user32
until, nobody_sets_it = time.monotonic() + {SHELL_SECONDS}, threading.Event()
while not ({{}}):
    if time.monotonic() > until:
        sys.exit("it never was")
    nobody_sets_it.wait(0.02)
"""


class Computer:
    """A running computer; `drive_c` is its C:, `hand` presses its keys and sees its screen."""

    def __init__(self, folder: Path, desktop: Desktop, display: str) -> None:
        self.folder = folder
        self.desktop = desktop
        self.drive_c = folder / "prefix" / "drive_c"
        self.env = environment(folder / "prefix", folder / "home")
        # Only what Linux's Python has compiled is read; the checkout is left as it is.
        self.env |= {"DISPLAY": display, "PYTHONDONTWRITEBYTECODE": "1"}
        self.hand = Hand(self.env, desktop.origin)
        self._programs: list[subprocess.Popen[bytes]] = []
        self._windows = self._boot()

    def start(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        folder: Path | None = None,
        hear: Callable[[str], None] = lambda _: None,
    ) -> Program:
        """Start a Windows program: `C:\\…\\x.exe`, or the name of one in System32.

        `env` is added to its environment; `folder` of Linux is where it starts; `hear` gets each
        line as it comes. It ends with the computer at the latest.
        """
        process = subprocess.Popen(
            dying_with_us(["wine", *command]),
            env={**self.env, **(env or {})},
            cwd=folder or self.drive_c,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # a Windows Python dies of a plain file in wine
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._programs.append(process)
        return Program(process, hear, self._windows)

    def run(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        folder: Path | None = None,
        hear: Callable[[str], None] = lambda _: None,
        seconds: float = LONGEST_SECONDS,
    ) -> Finished:
        """Run a Windows program to its end; raises `ComputerError` when that takes longer."""
        return self.start(*command, env=env, folder=folder, hear=hear).wait(seconds)

    def python(self, *arguments: str, env: Mapping[str, str] | None = None) -> Finished:
        """Run the Windows Python to its end."""
        return self.run(PYTHON, "-X", "utf8", *arguments, env=env)

    def linux_path(self, path: str) -> Path:
        """Find a file of the computer, such as `C:\\Program Files\\x`, from Linux."""
        drive, _, rest = path.partition(":")
        if drive.upper() != "C":
            raise ValueError(f"not on C: {path}")
        return self.drive_c.joinpath(*rest.strip("\\").split("\\"))

    def show(self) -> None:
        """Bring up desktop, taskbar and tray, and wait for them; raises `ComputerError`."""
        if len(self.desktop.monitors) == 1:
            (only,) = self.desktop.monitors
            self.start("explorer", f"/desktop={NAME},{only.width}x{only.height}")
        else:
            self.start("explorer", "/desktop")
        self.wait_for(TASKBAR_IS_THERE)
        # Wine counts the monitors again when somebody looks for new ones.
        subprocess.run(("xrandr", "--query"), env=self.env, capture_output=True, check=True)
        self.wait_for(COUNTS_MONITORS.format(len(self.desktop.monitors)))

    def wait_for(self, claim: str) -> None:
        """Wait until a claim in Python on `user32` holds in Windows; raises `ComputerError`."""
        told = self.python("-c", ASK.format(claim))
        if told.code:
            raise ComputerError(f"Windows does not say that {claim}: {told.said}")

    def shut_down(self) -> None:
        """End every program, and Windows."""
        subprocess.run(("wineserver", "--kill"), env=self.env, capture_output=True, check=False)
        for process in (*reversed(self._programs), self._windows):
            end(process)
        kill_left(self.folder)

    def _boot(self) -> subprocess.Popen[bytes]:
        """Start Windows; its server runs as our child, so it is known whether it still does."""
        for _ in range(BOOT_TRIES):
            windows = self._serve()
            # Else the first program starts the services, which would hold its pipe open for good.
            subprocess.run(
                ("wine", "wineboot"),
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            if windows.poll() is None:
                return windows
            # On a busy machine wineboot may look for the server too early, and start its own one.
            subprocess.run(("wineserver", "--kill"), env=self.env, capture_output=True, check=False)
        said = (self.folder / SERVER_LOG).read_text(errors="replace")
        raise ComputerError(f"Windows ended as it started ({windows.returncode}): {said}")

    def _serve(self) -> subprocess.Popen[bytes]:
        with (self.folder / SERVER_LOG).open("ab") as log:
            return subprocess.Popen(
                dying_with_us(("wineserver", "--foreground", "--persistent")),
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


@contextmanager
def started(place: Place, desktop: Desktop = PLAIN) -> Iterator[Computer]:
    """Run a computer of `.windows`, which `setup.prepare` has built; raises `ComputerError`."""
    if sys.platform == "win32":
        raise NotImplementedError("this is Windows already")
    with used(place), ExitStack() as stack:
        folder = stack.enter_context(own_folder(place))
        (folder / "home").mkdir()
        copy_prefix(place.prefix, folder / "prefix")
        set_values(folder / "prefix", _settings(desktop))
        display = stack.enter_context(x_server(desktop, folder))
        computer = Computer(folder, desktop, display)
        stack.callback(computer.shut_down)
        computer.show()
        computer.env[ADDRESS] = stack.enter_context(served(computer.hand))
        yield computer


def _settings(desktop: Desktop) -> Mapping[str, Mapping[str, str]]:
    dots = f"dword:{desktop.dots_per_inch:08x}"
    scale = {
        "Control Panel\\\\Desktop": {"LogPixels": dots},
        PERSONALIZE: {"SystemUsesLightTheme": "dword:00000001"},  # wine's taskbar is white
    }
    if len(desktop.monitors) > 1:
        # Wine's own desktop is one monitor, so there is none here; but no window manager either.
        return {**scale, "Software\\\\Wine\\\\X11 Driver": {"Managed": '"N"'}}
    (only,) = desktop.monitors
    explorer = "Software\\\\Wine\\\\Explorer"
    size = f'"{only.width}x{only.height}"'
    return {**scale, explorer: {"Desktop": f'"{NAME}"'}, f"{explorer}\\\\Desktops": {NAME: size}}
