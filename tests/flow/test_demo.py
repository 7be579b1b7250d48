"""`dzwonek demo --auto`: the whole way, with nothing of the person's own touched."""

from __future__ import annotations

import email
import email.policy
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

if sys.platform != "linux":
    pytest.skip("virtual X displays", allow_module_level=True)

from tests.session.letters import seven_lines
from tests.session.programs import Programs, need, until

pytestmark = [pytest.mark.flow, pytest.mark.gui]

APP = Path(__file__).parents[2] / "app"
PATIENCE = 60.0
BOUND = 30.0  # seconds that the whole demo may take
STEPS = ["hotkey", "form", "call", "description", "send", "saved", "list", "delivered"]
PLACES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


class Stranger:
    """A person's computer: empty homes that have to stay so, and a display that is not ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.programs = Programs(folder)
        self.env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(APP)}
        for name in (*PLACES, "XDG_RUNTIME_DIR", "TMPDIR", "DZWONEK_HOME"):
            place = folder / name.lower()
            place.mkdir(mode=0o700)
            self.env[name] = str(place)
        self.env["DISPLAY"] = ":65123"  # --auto has to leave it alone
        self.env["PYTHONDONTWRITEBYTECODE"] = "1"

    def demo(self) -> int:
        """Run the demo to its end and give its exit code."""
        command = (sys.executable, "-m", "dzwonek", "demo", "--auto", "--out", str(self.out))
        self.running = self.programs.start(*command, env=self.env)
        return self.running.wait(PATIENCE)

    def said(self) -> str:
        """Give what was printed."""
        return (self.folder / f"{Path(sys.executable).name}.log").read_text("utf-8")

    def touched(self) -> list[Path]:
        """List what lies in the homes now."""
        homes = (self.env[name] for name in (*PLACES, "DZWONEK_HOME", "TMPDIR", "XDG_RUNTIME_DIR"))
        return [path for home in homes for path in Path(home).rglob("*")]


@pytest.fixture(name="stranger")
def stranger_fixture(tmp_path: Path) -> Iterator[Stranger]:
    """Give the computer; what still runs on it is ended behind the test."""
    need("Xvfb")
    stranger = Stranger(tmp_path)
    yield stranger
    stranger.programs.stop()


def test_the_demo_leaves_one_message_its_pictures_and_nothing_else(stranger: Stranger) -> None:
    stranger.out.mkdir()
    (stranger.out / "DZW-000000.eml").write_bytes(b"of an earlier demo")
    began_at = time.monotonic()
    code = stranger.demo()

    assert code == 0, stranger.said()
    assert time.monotonic() - began_at <= BOUND
    assert not stranger.programs.alive()
    assert stranger.touched() == []
    (message,) = stranger.out.glob("*.eml")
    shown = sorted(stranger.out.glob("*.png"))
    assert len(shown) == 4
    assert sorted(stranger.out.iterdir()) == sorted(
        [message, *shown, stranger.out / "summary.json"]
    )
    for picture in shown:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (1920, 1080)
        assert has_colours(image)


def test_the_demos_message_and_summary_say_the_same(stranger: Stranger) -> None:
    assert stranger.demo() == 0, stranger.said()

    (message,) = stranger.out.glob("*.eml")
    raw = message.read_bytes()
    summary = json.loads((stranger.out / "summary.json").read_text("utf-8"))
    assert summary["version"] == 1
    assert summary["is_delivered"] is True
    assert summary["code"] == message.stem
    assert summary["bytes"] == len(raw)
    assert [step["name"] for step in summary["steps"]] == STEPS
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    assert parsed["Message-ID"] == summary["message_id"]
    assert seven_lines(raw)[2] == (
        "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756"
    )
    assert message.stem in stranger.said()


def test_without_an_x_server_the_demo_names_the_package(stranger: Stranger) -> None:
    empty = stranger.folder / "bin"
    empty.mkdir()
    stranger.env["PATH"] = str(empty)
    del stranger.env["DISPLAY"]

    assert stranger.demo() == 1
    assert "xvfb" in stranger.said()
    assert not list(stranger.out.glob("*.png"))
    assert stranger.touched() == []


def test_an_interrupted_demo_ends_everything_it_started(stranger: Stranger) -> None:
    command = (sys.executable, "-m", "dzwonek", "demo", "--auto", "--out", str(stranger.out))
    running = stranger.programs.start(*command, env=stranger.env)
    first = stranger.out / "01-przed-zgloszeniem.png"
    until(first.exists, "the demo's first picture", PATIENCE)
    running.send_signal(signal.SIGINT)

    assert running.wait(PATIENCE) == 1
    assert not stranger.programs.alive()
    assert stranger.touched() == []


def has_colours(image: QImage) -> bool:
    """Say whether a picture shows more than one plain ground."""
    places = ((x, y) for x in range(0, image.width(), 16) for y in range(0, image.height(), 9))
    return len({image.pixel(x, y) for x, y in places}) > 20
