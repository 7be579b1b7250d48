"""The choice of hotkeys and the one that has none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dzwonek.desktop.hotkeys import WatchedHotkeys, hotkeys_for
from dzwonek.domain.events import Slot
from dzwonek.domain.ports import Binding
from dzwonek.domain.problem import Code, Problem

APP = Path(__file__).parents[3] / "app"


@pytest.mark.parametrize(
    ("environment", "platform", "reason"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "hotkey_unavailable_wayland"),
        ({"XDG_SESSION_TYPE": "wayland"}, "linux", "hotkey_unavailable_wayland"),
        ({}, "linux", "hotkey_unavailable"),
        ({"DISPLAY": ":9999"}, "linux", "hotkey_unavailable"),
        ({"DISPLAY": "nonsense"}, "linux", "hotkey_unavailable"),
        ({"DISPLAY": ":0"}, "darwin", "hotkey_unavailable"),
        ({}, "win32", "hotkey_unavailable"),
    ],
)
def test_a_desktop_without_hotkeys_says_why(
    environment: dict[str, str], platform: str, reason: str
) -> None:
    hotkeys = hotkeys_for(environment, platform)
    for slot, command in ((Slot.REPORT, "dzwonek --report"), (Slot.FLAG, "dzwonek --flag")):
        binding = hotkeys.bind(slot, ["Pause", "F9"])
        told = Problem(Code(reason), {"key": "Pause, F9", "command": command})
        assert binding == Binding(slot, None, (told,))
        assert hotkeys.binding(slot) == binding
    assert not hotkeys.retry_first()
    assert not isinstance(hotkeys, WatchedHotkeys)


def test_xcffib_is_not_loaded_before_it_is_needed() -> None:
    asked = "import sys, dzwonek.desktop.hotkeys; print('xcffib' in sys.modules)"
    told = subprocess.run(
        (sys.executable, "-c", asked),
        env={**os.environ, "PYTHONPATH": str(APP)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
