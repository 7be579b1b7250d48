"""The network's return, from the kernel through the running program to the report that waits."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

if sys.platform != "linux":
    pytest.skip("network namespaces", allow_module_level=True)

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.retry import START_SPREAD
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.fakes.secret_box import MemorySecretBox

pytestmark = [pytest.mark.flow]

ROOT = Path(__file__).parents[2]
SPREAD = "woken up or network back"
NETWORK = (
    "link add v0 type veth peer name v1",
    "link set v0 up",
    "link set v1 up",
    "addr add 10.9.0.2/24 dev v0",
    "route add default via 10.9.0.1",
)
PATIENCE = 20.0  # seconds


class Program:
    """The real program in a network of its own, without a display to be seen on."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path, tools: dict[str, str]) -> None:
        self._process = process
        self._log = log
        self._tools = tools

    def ip(self, *calls: str) -> None:
        """Change the program's network."""
        enter = [self._tools["nsenter"], "-t", str(self._process.pid), "-n", self._tools["ip"]]
        for call in calls:
            subprocess.run([*enter, *call.split()], check=True)

    def logged(self, words: str) -> int:
        """Count the log's lines with these words."""
        return self._log.read_text().count(words) if self._log.exists() else 0

    def wait_for(self, words: str, count: int = 1) -> None:
        """Wait until the log says it that often."""
        end = time.monotonic() + PATIENCE
        while self.logged(words) < count:
            assert time.monotonic() < end, f"not in the log: {words}"
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
                pytest.fail("the program ended")


@pytest.fixture
def program(component: Callable[[str, str], str], home: Path) -> Iterator[Program]:
    tools = {
        "unshare": component("unshare", "util-linux"),
        "nsenter": component("nsenter", "util-linux"),
        "ip": component("ip", "iproute2"),
    }
    can = subprocess.run([tools["unshare"], "-n", "true"], check=False, capture_output=True)
    if can.returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("needs root for a network namespace")
        pytest.skip("needs root for a network namespace")
    words = [tools["unshare"], "-n", sys.executable, "-m", "dzwonek", "--hidden"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "app")}
    with subprocess.Popen(
        words, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        started = Program(process, Path(os.environ["DZWONEK_HOME"], "logs", "dzwonek.log"), tools)
        try:
            started.wait_for("outbox recovered")
            yield started
        finally:
            process.terminate()
        assert process.wait(10) == 0


def test_the_running_program_hears_of_each_return_of_the_network_and_of_nothing_else(
    program: Program,
) -> None:
    program.ip(*NETWORK)
    program.wait_for(SPREAD)

    program.ip("addr change 10.9.0.2/24 dev v0 valid_lft 600 preferred_lft 300")
    program.ip("link set v0 down")
    program.ip("link set v0 up", NETWORK[-1])
    program.wait_for(SPREAD, count=2)
    assert program.logged(SPREAD) == 2


@pytest.mark.parametrize("seed", range(5))
def test_when_the_network_is_back_what_is_overdue_goes_within_five_minutes(
    tmp_path: Path, seed: int
) -> None:
    clock = FakeClock()
    box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    outbox = SealedOutbox(tmp_path / "data", KeyRing(tmp_path / "state", box, clock), clock)
    outbox.recover()
    desk = Desk(outbox, Post(), clock, seed)
    report_id = desk.submit()
    clock.advance(timedelta(hours=2))  # asleep, or without a network

    Courier(outbox, desk.post.channel, clock, Random(seed)).spread()

    due = outbox.entry(report_id).due_at
    assert due is not None
    assert timedelta(0) < due - clock.now() < START_SPREAD
    desk.run(START_SPREAD)
    assert outbox.entry(report_id).state is State.DELIVERED
    outbox.close()
