"""The demo's scenery: an agent's screen in a process of its own, on a display of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers.daktela_rig import Rig, running_rig

pytestmark = [pytest.mark.flow, pytest.mark.gui]
WIDTH, HEIGHT = 1280, 800


@pytest.fixture
def rig() -> Iterator[Rig]:
    """Give a Daktela."""
    with running_rig() as running:
        yield running


@pytest.fixture
def display(component: Callable[[str, str], str]) -> Iterator[str]:
    """Give an empty display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            component("Xvfb", "xvfb"),
            *("-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"),
            *("-nolisten", "tcp"),
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait(10)


def stage(rig: Rig, display: str, ca_file: Path, *more: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "dzwonek.demo.stage", "--url", rig.daktela.url]
    return subprocess.Popen(
        [*command, "--ca", str(ca_file), *more],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def colours(display: str, component: Callable[[str, str], str]) -> int:
    """Count the colours on the display."""
    command = [component("import", "imagemagick"), "-display", display, "-window", "root"]
    told = subprocess.run(
        [*command, "-format", "%k", "info:"], check=True, capture_output=True, timeout=60
    )
    return int(told.stdout)


def test_it_fills_the_screen_and_says_when_it_stands(
    rig: Rig, display: str, component: Callable[[str, str], str], tmp_path: Path
) -> None:
    assert colours(display, component) == 1
    pem = rig.authority.write(tmp_path / "ca.pem")
    with stage(rig, display, pem, "--geometry", f"{WIDTH}x{HEIGHT}+0+0") as shown:
        assert shown.stdout is not None
        assert shown.stdout.readline() == "ready\n"
        assert colours(display, component) > 20
        assert [request.target for request in rig.daktela.requests] == ["/desk.json"]
        shown.terminate()
        assert shown.wait(10) != 0


def test_it_stays_away_from_a_server_it_cannot_trust(
    rig: Rig, display: str, tmp_path: Path
) -> None:
    rig.daktela.certificate = rig.authority.server("inna.example")
    pem = rig.authority.write(tmp_path / "ca.pem")
    with stage(rig, display, pem) as shown:
        _, told = shown.communicate(timeout=30)
    assert shown.returncode == 1
    assert "CERTIFICATE_VERIFY_FAILED" in told
