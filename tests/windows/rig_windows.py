"""Looking at the windows on Windows's desktop, and at the programs that a test starts there."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

Found = TypeVar("Found")
LOOK_SECONDS = 0.02
END_SECONDS = 5.0
TRIES, TRY_SECONDS = 5, 8.0


def until(look: Callable[[], Found | None], what: str, seconds: float = 20.0) -> Found:
    """Look until there is something to give; raises TimeoutError that says what did not come."""
    ends_at = time.monotonic() + seconds
    nobody_sets_it = threading.Event()
    while not (found := look()):
        if time.monotonic() > ends_at:
            raise TimeoutError(f"{what}: not within {seconds} s")
        nobody_sets_it.wait(LOOK_SECONDS)
    return found


def again_until(act: Callable[[], None], look: Callable[[], Found | None], what: str) -> Found:
    """Do what a busy computer may lose, such as a first key in a new window, until it has worked.

    Raises TimeoutError.
    """
    for _ in range(TRIES):
        act()
        with suppress(TimeoutError):
            return until(look, what, TRY_SECONDS)
    raise TimeoutError(f"{what}: not after {TRIES} times")


@dataclass(frozen=True, slots=True)
class Window:
    """A visible window that lies on the desktop itself; its place is in physical pixels."""

    handle: int
    title: str
    kind: str
    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """The middle of the window, to click at."""
        return self.left + self.width // 2, self.top + self.height // 2


class Look:
    """The eye for windows: which are there, and which is in front."""

    def __init__(self) -> None:
        if sys.platform != "win32":
            raise NotImplementedError("these windows are Windows's")
        self._user32: Any = ctypes.WinDLL("user32")

    def windows(self) -> tuple[Window, ...]:
        """Give the visible windows of all programs, the foremost first."""
        if sys.platform != "win32":
            return ()
        handles: list[int] = []
        collect = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)

        def note(handle: int, _: int) -> int:
            handles.append(handle)
            return 1

        self._user32.EnumWindows(collect(note), None)
        visible = self._user32.IsWindowVisible
        return tuple(self._seen(each) for each in handles if visible(ctypes.c_void_p(each)))

    def titled(self, title: str) -> Window | None:
        """Give the foremost window that has exactly this title."""
        return next((each for each in self.windows() if each.title == title), None)

    def of_kind(self, kind: str) -> tuple[Window, ...]:
        """Give the visible windows whose class has this in its name."""
        return tuple(each for each in self.windows() if kind in each.kind)

    def wait_titled(self, title: str, seconds: float = 20.0) -> Window:
        """Wait for a window of this title; raises TimeoutError."""
        return until(lambda: self.titled(title), f"window {title!r}", seconds)

    def in_front(self) -> Window:
        """Give the window that the keys go to."""
        self._user32.GetForegroundWindow.restype = ctypes.c_void_p
        return self._seen(self._user32.GetForegroundWindow() or 0)

    def wait_in_front(self, title: str, seconds: float = 20.0) -> Window:
        """Wait until a window of this title is in front; raises TimeoutError."""
        until(lambda: self.in_front().title == title, f"{title!r} in front", seconds)
        return self.in_front()

    def _seen(self, handle: int) -> Window:
        window = ctypes.c_void_p(handle)
        text = ctypes.create_unicode_buffer(512)
        kind = ctypes.create_unicode_buffer(256)
        place = (ctypes.c_long * 4)()
        self._user32.GetWindowTextW(window, text, 512)
        self._user32.GetClassNameW(window, kind, 256)
        self._user32.GetWindowRect(window, ctypes.byref(place))
        left, top, right, bottom = place
        return Window(handle, text.value, kind.value, left, top, right - left, bottom - top)


class Programs:
    """The programs of one test; they end with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program; what it writes is thrown away."""
        started = subprocess.Popen(
            command,
            env=None if env is None else dict(env),
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._running.append(started)
        return started

    def end(self) -> None:
        """End what still runs, the youngest first."""
        while self._running:
            program = self._running.pop()
            program.kill()
            program.wait(END_SECONDS)
