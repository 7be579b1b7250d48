"""The X servers that show the computer's desktop: one screen, or several monitors side by side."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from windows.wine.place import SOURCES

START_SECONDS = 20.0
END_SECONDS = 3.0
LAYOUT = "pl"
SERVER = "/usr/lib/xorg/Xorg"  # itself, not Debian's wrapper, which asks for a console
# The whole that the monitors may cover together; the same as in two-monitors.conf.
LARGEST = (3840, 2160)


class ComputerError(Exception):
    """The computer does not work; the message says what failed."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """One monitor: its size and place in physical pixels, as Windows counts them.

    The first of a desktop is the primary one and lies at 0, 0; the others may lie left of it.
    """

    width: int = 1280
    height: int = 800
    left: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Desktop:
    """What the computer's desktop looks like; 144 dots an inch are Windows's 150 %."""

    monitors: tuple[Monitor, ...] = (Monitor(),)
    dots_per_inch: int = 96

    @property
    def origin(self) -> tuple[int, int]:
        """Where the primary monitor's corner lies on the X screen."""
        left = min(monitor.left for monitor in self.monitors)
        top = min(monitor.top for monitor in self.monitors)
        return -left, -top


PLAIN = Desktop()
SCALED = Desktop(dots_per_inch=144)
TWO_MONITORS = Desktop((Monitor(), Monitor(1024, 768, left=-1024, top=16)))


@contextmanager
def x_server(desktop: Desktop, folder: Path) -> Iterator[str]:
    """Run an X server that shows `desktop` and give its display; its files go to `folder`.

    Raises `ComputerError`.
    """
    if sys.platform == "win32":
        raise NotImplementedError("Windows shows its own desktop")
    ours, theirs = os.pipe()
    command = _command(desktop, folder, theirs)
    with (folder / "x-server.log").open("wb") as log:
        server = subprocess.Popen(
            dying_with_us(command),
            pass_fds=(theirs,),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    os.close(theirs)
    try:
        display = f":{_number(ours, folder)}"
        env = {**os.environ, "DISPLAY": display}
        _told(["setxkbmap", LAYOUT], env)  # wine looks at the keyboard when it starts
        if len(desktop.monitors) > 1:
            _arrange(desktop, env)
        yield display
    finally:
        os.close(ours)
        end(server)


def dying_with_us(command: Sequence[str]) -> list[str]:
    """Give the command of a program that ends when this one does, however that happens."""
    return ["setpriv", "--pdeathsig=KILL", "--", *command]


def end(program: subprocess.Popen[bytes]) -> None:
    """Ask a program to end, then make it."""
    if program.poll() is None:
        program.terminate()
        try:
            program.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _command(desktop: Desktop, folder: Path, descriptor: int) -> list[str]:
    common = ["-displayfd", str(descriptor), "-noreset", "-nolisten", "tcp"]
    if len(desktop.monitors) == 1:
        (only,) = desktop.monitors
        return ["Xvfb", *common, "-screen", "0", f"{only.width}x{only.height}x24"]
    # Xvfb knows no second monitor.
    server = SERVER if Path(SERVER).exists() else "Xorg"
    config = ("-config", str(SOURCES / "two-monitors.conf"), "-logfile", str(folder / "xorg.log"))
    return [server, *common, *config, "-novtswitch", "-sharevts"]


def _number(descriptor: int, folder: Path) -> str:
    told = b""
    while b"\n" not in told:
        readable, _, _ = select.select([descriptor], [], [], START_SECONDS)
        piece = os.read(descriptor, 64) if readable else b""
        if not piece:
            log = (folder / "x-server.log").read_text(errors="replace")
            raise ComputerError(f"The X server did not start:\n{log[-2000:]}")
        told += piece
    return told.decode().strip()


def _arrange(desktop: Desktop, env: Mapping[str, str]) -> None:
    across, down = desktop.origin
    command = ["xrandr", "--fb", f"{LARGEST[0]}x{LARGEST[1]}"]
    for index, monitor in enumerate(desktop.monitors):
        name, mode = f"DUMMY{index}", f"{monitor.width}x{monitor.height}-{index}"
        timings = _timings(monitor)
        _told(["xrandr", "--newmode", mode, *timings], env)
        _told(["xrandr", "--addmode", name, mode], env)
        place = f"{monitor.left + across}x{monitor.top + down}"
        command += ["--output", name, "--mode", mode, "--pos", place]
        command += ["--primary"] if index == 0 else []
    wide = max(monitor.left + across + monitor.width for monitor in desktop.monitors)
    tall = max(monitor.top + down + monitor.height for monitor in desktop.monitors)
    command[2] = f"{wide}x{tall}"
    _told(command, env)


def _timings(monitor: Monitor) -> list[str]:
    # Any that the dummy driver takes: 60 pictures a second of the size and some blanks around it.
    width, height = monitor.width, monitor.height
    clock = (width + 160) * (height + 30) * 60 / 1e6
    across = (width, width + 48, width + 80, width + 160)
    down = (height, height + 3, height + 9, height + 30)
    return [f"{clock:.2f}", *map(str, (*across, *down))]


def _told(command: Sequence[str], env: Mapping[str, str]) -> None:
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ComputerError(f"{' '.join(command)}: {done.stderr}")
