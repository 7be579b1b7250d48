"""PySide6 reads no source of what is loaded behind it, and nothing heavy is loaded while idle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dzwonek.startup.tray import sources

APP = Path(__file__).parents[3] / "app"
START = "import json, linecache, sys\nimport PySide6.QtCore\n"
END = "\nfrom colorsys import rgb_to_hls\nprint(json.dumps(sorted(linecache.cache)))"
LEAVE = "from dzwonek.startup.tray.sources import leave_sources_unread\n"
IDLE = """
import json, sys
import dzwonek.startup.core, dzwonek.startup.tray.program, dzwonek.ui.switchboard
import dzwonek.desktop.bus, dzwonek.desktop.notify, dzwonek.outbox.store, dzwonek.outbox.courier
import dzwonek.ui.form.window, dzwonek.ui.screen_grab, dzwonek.capture.screens
if sys.platform == "linux":
    import dzwonek.desktop.hotkeys_x11, dzwonek.capture.x11
print(json.dumps(sorted(sys.modules)))
"""
BELL = """
import json, runpy, sys
import dzwonek.startup.tray
sys.argv = ["dzwonek", "--hidden"]
dzwonek.startup.tray.run_tray = lambda *_: print(json.dumps(sorted(sys.modules)))
runpy.run_module("dzwonek", run_name="__main__")
"""
BEHIND_THE_BELL = {
    "msgspec", "sqlite3", "dzwonek.config.settings", "dzwonek.domain.events",
    "dzwonek.domain.delivery", "dzwonek.outbox", "dzwonek.reporting", "dzwonek.startup.core",
    "dzwonek.ui.words",
}  # fmt: skip
FOR_LATER = {
    "requests", "urllib3", "ssl", "smtplib", "email", "cryptography", "keyring", "phonenumbers",
    "holidays", "tomlkit", "isal", "asyncio", "http.client", "html.entities", "psutil", "segno",
    "_hashlib",
}  # fmt: skip


def told(script: str) -> Any:
    """Run a script in a process of its own; gives what it printed as JSON."""
    command = (sys.executable, "-c", script)
    environment = {**os.environ, "PYTHONPATH": str(APP)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=60)
    return json.loads(done.stdout)


def test_the_bell_does_not_wait_for_what_stands_behind_it() -> None:
    assert BEHIND_THE_BELL.isdisjoint(told(BELL))


def test_no_source_is_read_or_kept_of_what_is_loaded_behind_qt() -> None:
    assert told(f"{START}{LEAVE}assert leave_sources_unread(){END}") == []


def test_left_to_itself_qt_would_read_the_sources() -> None:
    """When this one fails, PySide6 has mended it, and the module `sources` can go."""
    assert any(name.endswith("colorsys.py") for name in told(f"{START}{END}"))


def test_a_version_of_qt_that_looks_in_another_way_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, sources.FEATURES, ModuleType(sources.FEATURES))
    assert not sources.leave_sources_unread()


def test_an_idle_program_has_not_loaded_what_only_a_report_needs() -> None:
    assert FOR_LATER.isdisjoint(told(IDLE))
