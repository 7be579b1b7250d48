"""A computer whose folders are searched at each stop of the program's life on it."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec

from dzwonek.sandbox.story import AGENT
from tests.faults.at_rest_life import Orders
from tests.faults.at_rest_search import Canary, hits, size_of

ROOT = Path(__file__).parents[2]
ON_PURPOSE = "agent's login in program/cache/printed.txt"  # the doctor says who is signed in
PROTECTED = "core (0, 0) dumpable 0"


def words(orders: Orders) -> list[Canary]:
    """List what nobody may find."""
    customer = orders.customer
    threes = " ".join(customer[start : start + 3] for start in range(0, len(customer), 3))
    named = {
        "token": orders.token,
        "mail password": orders.mail_password,
        "proxy password": orders.proxy_password,
        "customer": customer,
        "customer in threes": threes,
        "customer, international": f"+48 {threes}",
        "customer's name": orders.customer_name,
        "customer's surname": orders.customer_name.split()[1],
        "description": orders.description,
        "a word of the description": orders.description.split()[-1],
        "another word of it": orders.description.split()[0],
        "agent": AGENT.title,
        "agent's surname": AGENT.title.split()[1],
        "agent's login": AGENT.login,
        "sender": orders.sender,
        **{f"colleague {number}": name for number, name in enumerate(orders.colleagues)},
        **{f"surname {number}": name.split()[1] for number, name in enumerate(orders.colleagues)},
    }
    return [Canary(name, word.encode()) for name, word in named.items()]


class Computer:
    """The folders of one program, its servers, and its lives one after another."""

    def __init__(self, folder: Path, orders: Orders) -> None:
        self.orders = orders
        self.canaries = words(orders)
        self.searches = 0
        self.searched = 0
        self.hits: list[str] = []
        folder.mkdir(exist_ok=True)
        self._place = folder / "orders.json"
        self._place.write_bytes(msgspec.json.encode(orders))
        self.home = folder / "computer"
        self.folders = {
            name: self.home / name for name in ("program", "temp", "home", "run", "work")
        }
        for each in self.folders.values():
            each.mkdir(parents=True, mode=0o700)

    @property
    def environment(self) -> dict[str, str]:
        """Give a life its folders."""
        home = self.folders["home"]
        return {
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "DZWONEK_HOME": str(self.folders["program"]),
            "TMPDIR": str(self.folders["temp"]),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(self.folders["run"]),
            **{f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE")},
        }

    def live(self, name: str) -> int:
        """Let a life go from stop to stop and search at each; give its exit code."""
        command = [sys.executable, "-m", "tests.faults.at_rest_life", str(self._place), name]
        said = self.folders["work"] / f"{name}.txt"
        with (
            said.open("w") as errors,
            subprocess.Popen(
                command,
                env=self.environment,
                cwd=self.folders["work"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            ) as process,
        ):
            assert process.stdin is not None
            assert process.stdout is not None
            for line in process.stdout:
                self._search(**json.loads(line))
                process.stdin.write("go on\n")
                process.stdin.flush()
            process.wait(60)
        self._search(f"{name} has ended", [])
        return process.returncode

    def _search(self, stage: str, seen: list[str]) -> None:
        if stage.startswith("core"):
            assert stage == PROTECTED
            return
        known = {canary.word for canary in self.canaries}
        for word in {base64.b64decode(each) for each in seen} - known:
            self.canaries.append(Canary(f"picture {len(self.canaries)}", word))
        found = [hit for hit in hits([self.home], self.canaries) if hit != ON_PURPOSE]
        self.hits += [f"{stage}: {hit}" for hit in found]
        self.searches += 1
        self.searched += size_of([self.home])
