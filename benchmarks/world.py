"""Dzwonek as an office has it: settings, a Daktela, a mail server, and the running program."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from benchmarks.inside import SECRETS
from benchmarks.processes import memory_mb

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.display import Desktop
    from benchmarks.processes import Running

SETTINGS = """\
[system]
url = "{url}"
[agent]
name = "Tobiasz Świeczka"
email = "{user}"
[delivery.mail]
host = "localhost"
port = {port}
security = "starttls"
user = "{user}"
from = "{user}"
ca_file = "{ca}"
"""


def settle(desktop: Desktop) -> None:
    """Start the servers on a desktop and write settings for them."""
    command = (sys.executable, "-m", "benchmarks.servers", str(desktop.folder))
    servers = desktop.start(*command, is_spoken_to=True)
    told = json.loads(servers.hear("its servers"))
    config = desktop.folder / "dzwonek" / "config"
    config.mkdir(parents=True)
    text = SETTINGS.format(**{key: told[key] for key in ("url", "user", "port", "ca")})
    (config / "settings.toml").write_text(text, encoding="utf-8")
    desktop.env[SECRETS] = json.dumps(told["secrets"])


class Dzwonek:
    """The running program, with its keys taken and its form warm."""

    def __init__(self, desktop: Desktop, *before: str) -> None:
        """Start it and wait until it rests; `before` may name a program that starts it."""
        self._desktop = desktop
        command = (*before, sys.executable, "-m", "benchmarks.inside")
        self.running: Running = desktop.start(*command, is_spoken_to=True)
        self.hear("bound", 30.0)
        self.running.wait_quiet()

    @property
    def data(self) -> Path:
        """Give the folder of drafts and reports."""
        return self._desktop.folder / "dzwonek" / "data"

    def ask(self, line: str, answer: str, seconds: float = 30.0) -> Any:
        """Say a line and give the answer's value."""
        self.running.say(line)
        return self.hear(answer, seconds)

    def hear(self, answer: str, seconds: float = 30.0) -> Any:
        """Wait for an answer, past others that nobody asked for."""
        while True:
            told = json.loads(self.running.hear(answer, seconds))
            if answer in told:
                return told[answer]

    def memory_mb(self) -> tuple[float, float]:
        """Give resident and private dirty memory in MB."""
        return memory_mb(self.ask("memory", "memory"))

    def end(self) -> None:
        """End it."""
        self._desktop.end(self.running)
