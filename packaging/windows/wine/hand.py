"""The hand at the computer's keyboard and mouse, and the eye before its screen, for the tests.

A test runs inside wine; what a person does comes from outside, through X. So a small server on
loopback takes one request a line, as JSON, and answers with one line, behind which a picture's
bytes may follow. `tests/windows/rig_hand.py` is its other end.
"""

from __future__ import annotations

import json
import re
import socketserver
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

ADDRESS = "DZWONEK_TEST_HAND"
PATIENCE_SECONDS = 60.0
KEYS = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt", "AltGr": "ISO_Level3_Shift", "Win": "super"}
POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
ON_KEY = dict(zip(POLISH, "acelnosxzACELNOSXZ", strict=True))
PAUSE = "0.06"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request brings: some values, and perhaps a picture's red, green and blue bytes."""

    values: dict[str, Any]
    picture: bytes = b""


class Hand:
    """Presses, clicks, types and looks at one X display.

    `origin` is where Windows's 0, 0 lies on it.
    """

    def __init__(self, env: Mapping[str, str], origin: tuple[int, int]) -> None:
        self._env = dict(env)
        self._origin = origin
        self._requests: dict[str, Callable[..., Answer]] = {
            "press": self.press,
            "hold": self.hold,
            "down": self.down,
            "up": self.up,
            "type": self.type,
            "click": self.click,
            "move": self.move,
            "drag": self.drag,
            "picture": self.picture,
            "layout": self.layout,
            "focus": self.focus,
        }

    def answer(self, request: Mapping[str, Any]) -> Answer:
        """Do what a request says; raises whatever goes wrong."""
        values = dict(request)
        return self._requests[values.pop("do")](**values)

    def press(self, keys: str) -> Answer:
        """Press and release combinations, set apart by blanks: `Pause`, `Ctrl+Shift+F9`."""
        return self._x("key", *map(_spelt, keys.split()))

    def hold(self, keys: str, seconds: float) -> Answer:
        """Hold a combination down for a while, so that it repeats."""
        spelt = _spelt(keys)
        return self._x("keydown", spelt, "sleep", str(seconds), "keyup", spelt)

    def down(self, keys: str) -> Answer:
        """Press a combination and do not release it."""
        return self._x("keydown", _spelt(keys))

    def up(self, keys: str) -> Answer:
        """Release a combination."""
        return self._x("keyup", _spelt(keys))

    def type(self, text: str) -> Answer:
        """Type, Polish letters too; the keyboard is Polish."""
        for plain, letter in re.findall(f"([^{POLISH}]*)([{POLISH}]?)", text):
            if plain:
                self._x("type", "--delay", "12", "--", plain)
            if letter:
                self._type_with_altgr(ON_KEY[letter])
        return Answer({})

    def click(self, x: int, y: int, button: int = 1, times: int = 1) -> Answer:
        """Click at a place of Windows's desktop."""
        often = ("--repeat", str(times), "--delay", "60")
        return self._x(*self._move(x, y), "click", *often, str(button))

    def move(self, x: int, y: int) -> Answer:
        """Move the pointer there."""
        return self._x(*self._move(x, y))

    def drag(self, x: int, y: int, to_x: int, to_y: int) -> Answer:
        """Press the left button at one place, and release it at another."""
        half = self._move((x + to_x) // 2, (y + to_y) // 2)
        there = self._move(to_x, to_y)
        return self._x(*self._move(x, y), "mousedown", "1", *half, *there, "mouseup", "1")

    def picture(self) -> Answer:
        """Give what the whole desktop shows."""
        told = self._run(["import", "-window", "root", "-depth", "8", "ppm:-"])
        width, height, pixels = _ppm(told)
        left, top = self._origin
        values = {"width": width, "height": height, "left": -left, "top": -top}
        return Answer(values, pixels)

    def layout(self, name: str) -> Answer:
        """Change the keyboard's layout: `pl`, `de`, `us`."""
        self._run(["setxkbmap", name])
        return Answer({})

    def focus(self, window: int) -> Answer:
        """Let X send the keys to a window of its own, by its number there."""
        return self._x("windowfocus", str(window))

    def _type_with_altgr(self, key: str) -> None:
        # Wine applies the AltGr of this very moment to every letter that still waits to be read:
        # so those before it and the letter itself are given their time.
        around = ("keydown", "ISO_Level3_Shift"), ("keyup", "ISO_Level3_Shift")
        self._x("sleep", PAUSE, *around[0], "key", key, "sleep", PAUSE, *around[1], "sleep", PAUSE)

    def _move(self, x: int, y: int) -> Sequence[str]:
        across, down = self._origin
        return ("mousemove", str(x + across), str(y + down))

    def _x(self, *arguments: str) -> Answer:
        self._run(["xdotool", *arguments])
        return Answer({})

    def _run(self, command: Sequence[str]) -> bytes:
        done = subprocess.run(
            command,
            env=self._env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode(errors='replace')}")
        return done.stdout


@contextmanager
def served(hand: Hand) -> Iterator[str]:
    """Let programs of the computer use the hand; gives `host:port` for the variable `ADDRESS`."""

    class Conversation(socketserver.StreamRequestHandler):
        """One test's requests, one after the other."""

        def handle(self) -> None:
            """Answer until the other end hangs up."""
            for line in self.rfile:
                values, picture = _answered(hand, line)
                values["bytes"] = len(picture)
                self.wfile.write(json.dumps(values).encode() + b"\n" + picture)

    class Server(socketserver.ThreadingTCPServer):
        """A server that never keeps the program from ending."""

        daemon_threads = True

    with Server(("127.0.0.1", 0), Conversation) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            host, port = server.server_address[:2]
            yield f"{host!s}:{port}"
        finally:
            server.shutdown()
            thread.join()


def _answered(hand: Hand, line: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        answer = hand.answer(json.loads(line))
    except Exception as error:  # noqa: BLE001 - the test that asked is told, whatever it was
        return {"error": f"{type(error).__name__}: {error}"}, b""
    return dict(answer.values), answer.picture


def _ppm(told: bytes) -> tuple[int, int, bytes]:
    # https://netpbm.sourceforge.net/doc/ppm.html
    kind, width, height, rest = told.split(None, 3)
    if kind != b"P6" or not rest.startswith(b"255"):
        raise RuntimeError("import gave no picture that can be read")
    size = int(width) * int(height) * 3
    return int(width), int(height), rest[-size:]


def _spelt(combination: str) -> str:
    return "+".join(KEYS.get(part, part) for part in combination.split("+"))
