"""Screens for tests: a scripted one, and a real X server with monitors of any size."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dzwonek.domain.picture import Capture, Screenshot
from dzwonek.domain.problem import Problem
from tests.session.programs import Programs, need

MOMENT = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
SLATE = (0x33, 0x66, 0x99)  # red, green, blue


def plain_shot(
    monitor: str = "L",
    width: int = 64,
    height: int = 48,
    colour: tuple[int, int, int] = SLATE,
    left: int = 0,
    taken_at: datetime = MOMENT,
) -> Screenshot:
    """Make a screenshot of one colour."""
    red, green, blue = colour
    pixels = bytearray(bytes((blue, green, red, 0)) * (width * height))
    return Screenshot(monitor, left, 0, width, height, width * 4, pixels, taken_at)


class FakeScreens:
    """A ScreenSource that shows what it is told to, and counts."""

    def __init__(self, shots: Sequence[Screenshot] = (), problem: Problem | None = None) -> None:
        self.shots = tuple(shots)
        self.problem = problem
        self.captures = 0
        self.warmed = 0
        self.changes = 0
        self.is_closed = False

    def capture(self) -> Capture:
        self.captures += 1
        return Capture(MOMENT, self.shots, self.problem)

    def warm(self) -> None:
        self.warmed += 1

    def monitors_changed(self) -> None:
        self.changes += 1

    def close(self) -> None:
        self.is_closed = True


@dataclass(frozen=True, slots=True)
class XServer:
    """A running X server without a window manager."""

    display: str
    process: subprocess.Popen[bytes]

    @property
    def env(self) -> dict[str, str]:
        """Give the environment of a program that draws on it."""
        return {**os.environ, "DISPLAY": self.display}

    def run(self, *command: str) -> bytes:
        """Run a program on the display and give what it wrote."""
        line = (need(command[0]), *command[1:])
        return subprocess.run(
            line, env=self.env, stdout=subprocess.PIPE, check=True, timeout=30
        ).stdout

    def set_monitors(self, *places: tuple[str, int, int, int, int]) -> None:
        """Cut the screen into monitors: name, left, top, width, height; the first is primary."""
        for number, (name, left, top, width, height) in enumerate(places):
            shape = f"{width}/{width // 4}x{height}/{height // 4}+{left}+{top}"
            star, output = ("*", "screen") if number == 0 else ("", "none")
            self.run("xrandr", "--setmonitor", star + name, shape, output)

    def fill(self, colour: str) -> None:
        """Paint the whole screen in one colour, such as `#336699`."""
        self.run("xsetroot", "-solid", colour)

    def show(self, picture: bytes) -> None:
        """Paint a PNG on the screen, one pixel to one."""
        line = (need("display"), "-window", "root", "png:-")
        # It exits with 1 even when it has painted.
        subprocess.run(line, env=self.env, input=picture, check=False, timeout=30)

    def seen_by_imagemagick(self) -> bytes:
        """Grab the whole screen with another program: rows of R, G, B, eight bits each."""
        return self.run("import", "-window", "root", "-depth", "8", "rgb:-")


@contextmanager
def x_server(width: int, height: int) -> Iterator[XServer]:
    """Run an X server of one screen on a display that nobody has."""
    folder = Path(tempfile.mkdtemp(prefix="dzx-"))
    programs = Programs(folder)
    readable, writable = os.pipe()
    screen = ("-screen", "0", f"{width}x{height}x24", "-noreset", "-nolisten", "tcp")
    try:
        process = programs.start(
            "Xvfb",
            "-displayfd",
            str(writable),
            *screen,
            env={"PATH": os.environ["PATH"]},
            pass_fds=(writable,),
        )
        os.close(writable)
        with os.fdopen(readable) as told:
            number = told.readline().strip()
        yield XServer(f":{number}", process)
    finally:
        programs.stop()
        shutil.rmtree(folder, ignore_errors=True)
