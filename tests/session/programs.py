"""Starts the programs of a test session, each in a process group of its own, and ends them all."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest

Found = TypeVar("Found")
PACKAGES = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-x11",
    "dunstctl": "dunst",
    "file": "file",
    "gio": "libglib2.0-bin",
    "gnome-keyring-daemon": "gnome-keyring",
    "import": "imagemagick",
    "notify-send": "libnotify-bin",
    "secret-tool": "libsecret-tools",
    "desktop-file-validate": "desktop-file-utils",
    "setpriv": "util-linux",
    "setxkbmap": "x11-xkb-utils",
    "xdg-email": "xdg-utils",
    "xdg-mime": "xdg-utils",
    "xdg-open": "xdg-utils",
    "xmodmap": "x11-xserver-utils",
    "xprop": "x11-utils",
    "xrandr": "x11-xserver-utils",
    "xset": "x11-xserver-utils",
    "xsetroot": "x11-xserver-utils",
    "zbarimg": "zbar-tools",
}
END_SECONDS = 2.0
LOOK_SECONDS = 0.01


def need(program: str) -> str:
    """Give the program's path; without it the test fails in CI and is skipped elsewhere."""
    found = shutil.which(program)
    if found is not None:
        return found
    reason = f"needs {program} (apt-get install {PACKAGES.get(program, program)})"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def until(look: Callable[[], Found | None], what: str, seconds: float = 20.0) -> Found:
    """Look until there is something to give; raises TimeoutError that says what did not come."""
    ends_at = time.monotonic() + seconds
    nobody_sets_it = threading.Event()
    while not (found := look()):
        if time.monotonic() > ends_at:
            raise TimeoutError(f"{what}: not within {seconds} s")
        nobody_sets_it.wait(LOOK_SECONDS)
    return found


class Programs:
    """The running programs of one session; their output goes to files in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self._started: set[int] = set()

    def start(
        self,
        *command: str,
        env: Mapping[str, str],
        stdin: bytes | None = None,
        pass_fds: tuple[int, ...] = (),
    ) -> subprocess.Popen[bytes]:
        """Start a program that dies with us whatever happens; `stdin` is all it will read."""
        name = Path(command[0]).name
        with (self._folder / f"{name}.log").open("ab") as log:
            started = subprocess.Popen(
                (need("setpriv"), "--pdeathsig=KILL", "--", need(command[0]), *command[1:]),
                env=dict(env),
                stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        if started.stdin is not None:
            with started.stdin as pipe:
                pipe.write(stdin or b"")
        self._running.append(started)
        self._started.add(started.pid)
        return started

    def alive(self) -> tuple[int, ...]:
        """List the processes that belong to programs started here, their children included."""
        found = []
        for status in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                state, _, _, session = status.read_text().rsplit(")", 1)[1].split()[:4]
                is_ours = int(session) in self._started and state != "Z"  # proc_pid_stat(5)
                found += [int(status.parent.name)] if is_ours else []
        return tuple(found)

    def stop(self) -> None:
        """End everything, the youngest first, children included."""
        while self._running:
            end(self._running.pop())
        until(lambda: not self.alive(), "the end of all programs")


def end(program: subprocess.Popen[bytes], seconds: float = END_SECONDS) -> None:
    """Ask a program of `Programs.start` to end, then make it; its whole group goes with it."""
    if sys.platform == "win32":
        raise NotImplementedError("X sessions run on Linux")
    if program.returncode is not None:
        return
    watch = os.pidfd_open(program.pid)  # unlike wait() it leaves the group's number ours
    try:
        os.killpg(program.pid, signal.SIGTERM)
        select.select([watch], [], [], seconds)
        os.killpg(program.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        os.close(watch)
        program.wait()
