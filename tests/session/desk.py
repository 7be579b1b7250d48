"""What a person does at a test session's desk: keys, mouse, looking at windows and screen."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tests.session.programs import need, until

if TYPE_CHECKING:
    from typing import Self

MODIFIERS = {"Ctrl": "ctrl", "Control": "ctrl", "Shift": "shift", "Alt": "alt"}


class Desk:
    """Hands and eyes at one X display; `env` names it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = dict(env)
        self._layout = ""

    def run(self, *command: str, check: bool = True) -> str:
        """Run a program in the session to its end and give its output."""
        done = subprocess.run(
            (need(command[0]), *command[1:]),
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        if check and done.returncode:
            raise RuntimeError(f"{command}: exit {done.returncode}: {done.stderr}")
        return done.stdout

    # -- keyboard

    def layout(self, name: str, option: str = "") -> None:
        """Change the keyboard layout: `pl`, `de`, `us,ru` with `grp:rctrl_toggle`."""
        self.run("setxkbmap", "-option", "", name, *(("-option", option) if option else ()))
        self._layout = name

    def key(self, *combinations: str) -> Self:
        """Press and release combinations such as `Pause` or `Ctrl+Shift+F9`."""
        self.run("xdotool", "key", *map(_spelt, combinations))
        return self

    def hold(self, combination: str) -> None:
        """Press and do not release."""
        self.run("xdotool", "keydown", _spelt(combination))

    def let_go(self, combination: str) -> None:
        """Release."""
        self.run("xdotool", "keyup", _spelt(combination))

    def type_text(self, text: str) -> None:
        """Type, Polish letters too; the layout is Polish from then on.

        On any other layout xdotool moves keys about to find the letters, and some come out wrong.
        """
        if self._layout != "pl":
            self.layout("pl")
        self.run("xdotool", "type", "--delay", "12", "--", text)

    # -- mouse

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place of the desktop."""
        self.run("xdotool", "mousemove", str(x), str(y), "click", str(button))

    # -- windows

    def windows(self, name: str) -> tuple[int, ...]:
        """List the visible windows of exactly this title."""
        return self._search("--name", name)

    def windows_of(self, program: str) -> tuple[int, ...]:
        """List the visible windows of exactly this class (`Dunst`, `XTerm`)."""
        return self._search("--class", program)

    def wait_window(self, name: str, seconds: float = 20.0) -> int:
        """Wait for a visible window of this title and give its id; raises TimeoutError."""
        return until(lambda: self.windows(name), f"window {name!r}", seconds)[0]

    def active_window(self) -> str:
        """Give the title of the window that has the focus, or nothing."""
        return self.run("xdotool", "getactivewindow", "getwindowname", check=False).strip()

    def focus(self, window: int) -> None:
        """Give a window the focus and wait until it has it."""
        self.run("xdotool", "windowactivate", "--sync", str(window))

    def place_of(self, window: int) -> tuple[int, int, int, int]:
        """Give a window's x, y, width and height on the desktop."""
        told = self.run("xdotool", "getwindowgeometry", "--shell", str(window))
        values = dict(line.split("=", 1) for line in told.split())
        x, y, width, height = (int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
        return x, y, width, height

    def click_window(self, window: int, button: int = 1) -> None:
        """Click into the middle of a window."""
        x, y, width, height = self.place_of(window)
        self.click(x + width // 2, y + height // 2, button)

    # -- screen

    def screenshot(self, path: Path) -> Path:
        """Save what the whole desktop shows as a picture of the path's kind."""
        self.run("import", "-window", "root", str(path))
        return path

    def _search(self, by: str, what: str) -> tuple[int, ...]:
        told = self.run(
            "xdotool", "search", "--onlyvisible", by, f"^{re.escape(what)}$", check=False
        )
        return tuple(map(int, told.split()))


def _spelt(combination: str) -> str:
    return "+".join(MODIFIERS.get(part, part) for part in combination.split("+"))
