"""What the demo plays on: the desktop of Windows, elsewhere a virtual X server.

A play of its own needs a screen that nobody else works at. Linux can have one; on Windows the
operator's own desktop is played on, for the few seconds that it takes.
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

SIZE = (1920, 1080)
PATIENCE_SECONDS = 30.0  # a cold start on a busy computer
STOP_SECONDS = 3.0
PACKAGE = "xvfb"


class NoDisplayError(Exception):
    """No X server can be had; the message names what is missing."""


class Desktop:
    """The desktop that is there; what is started on it ends with the play."""

    geometry = ""  # the whole screen

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        """Take it as it is; raises NoDisplayError."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End what was started, the server last."""
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def run(self, command: list[str]) -> subprocess.Popen[bytes]:
        """Start a program that ends with the display."""
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )
        self._running.append(process)
        return process

    def run_until_ready(self, command: list[str]) -> None:
        """Start a program and wait for its first line of output; raises NoDisplayError."""
        process = self.run(command)
        assert process.stdout is not None
        patience = threading.Timer(PATIENCE_SECONDS, process.kill)
        patience.start()
        line = process.stdout.readline()
        patience.cancel()
        if not line:
            raise NoDisplayError(" ".join(command[:3]))

    def run_module(self, module: str, *arguments: str) -> None:
        """Start one of our modules in a process of its own and wait for its first line."""
        self.run_until_ready([sys.executable, "-m", module, *arguments])


class VirtualDisplay(Desktop):
    """Starts Xvfb (and openbox, trayer where they are installed) and points DISPLAY to it."""

    geometry = f"{SIZE[0]}x{SIZE[1]}+0+0"

    def __enter__(self) -> Self:
        """Start; raises NoDisplayError."""
        server = shutil.which("Xvfb")
        if server is None:
            raise NoDisplayError(f"Xvfb (apt-get install {PACKAGE})")
        os.environ["DISPLAY"] = f":{self._start_server(server)}"
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
        os.environ["TZ"] = "Europe/Warsaw"  # the stage's own clock
        for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM", "XAUTHORITY"):
            os.environ.pop(name, None)
        for helper in (["openbox"], ["trayer", "--edge", "bottom", "--align", "right"]):
            if program := shutil.which(helper[0]):
                self.run([program, *helper[1:]])
        return self

    def _start_server(self, server: str) -> str:
        ours, theirs = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        command = [server, "-displayfd", str(theirs), "-screen", "0", size, "-noreset"]
        self._running.append(
            subprocess.Popen(
                [*command, "-nolisten", "tcp"],
                pass_fds=(theirs,),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(theirs)
        number = _first_line(ours)
        os.close(ours)
        if not number:
            raise NoDisplayError(server)
        return number


def own_desktop() -> Desktop:
    """Give what a play may be shown on here; enter it, and programs can be started on it."""
    return Desktop() if sys.platform == "win32" else VirtualDisplay()


def _first_line(descriptor: int) -> str:
    """Read one line, or nothing when none comes in time."""
    got = b""
    while b"\n" not in got:
        readable, _, _ = select.select([descriptor], [], [], PATIENCE_SECONDS)
        piece = os.read(descriptor, 256) if readable else b""
        if not piece:
            return ""
        got += piece
    return got.split(b"\n")[0].decode()
