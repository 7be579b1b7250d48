"""One running program: hand-over between real processes, and taking over from a killed one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("AF_UNIX sockets and kill", allow_module_level=True)

from dzwonek.desktop.single_instance import claim, hand_over
from dzwonek.domain.command import Command
from dzwonek.domain.events import CommandArrived
from tests.session.listening import listen

pytestmark = pytest.mark.flow

APP = Path(__file__).parents[2] / "app"
RUNNING = """
import select, sys
from pathlib import Path
from dzwonek.desktop.single_instance import claim
instance = claim(Path(sys.argv[1]))
print("runs" if instance else "second", flush=True)
while instance:
    select.select([instance.fileno()], [], [])
    for event in instance.pump():
        print(event.command, flush=True)
"""
DEADLINE = timedelta(seconds=5)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    program = start(tmp_path)
    yield program
    program.kill()
    program.communicate()


def start(folder: Path) -> subprocess.Popen[str]:
    """Start a program that claims `folder`, and wait for its first word."""
    program = subprocess.Popen(
        (sys.executable, "-c", RUNNING, str(folder)),
        env={**os.environ, "PYTHONPATH": str(APP)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "runs\n"
    return program


def test_a_second_start_hands_its_wish_over(tmp_path: Path, running: subprocess.Popen[str]) -> None:
    assert running.stdout is not None
    assert claim(tmp_path) is None
    for command in (Command.SHOW, Command.NUDGE):
        assert hand_over(tmp_path, command, DEADLINE)
        assert running.stdout.readline().strip() == command.value


def test_a_killed_program_is_taken_over_from(
    tmp_path: Path, running: subprocess.Popen[str]
) -> None:
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert not hand_over(tmp_path, Command.SHOW, DEADLINE)
    heir = claim(tmp_path)
    assert heir is not None
    done: list[bool] = []
    second = threading.Thread(
        target=lambda: done.append(hand_over(tmp_path, Command.REPORT, DEADLINE))
    )
    second.start()
    assert listen(heir) == [CommandArrived(Command.REPORT)]
    second.join()
    assert done == [True]
    heir.close()


def test_a_stopped_program_does_not_keep_the_second_start_waiting(
    tmp_path: Path, running: subprocess.Popen[str]
) -> None:
    os.kill(running.pid, signal.SIGSTOP)
    assert not hand_over(tmp_path, Command.SHOW, timedelta(milliseconds=200))


def test_of_many_that_start_at_once_one_runs(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen(
            (sys.executable, "-c", RUNNING, str(tmp_path)),
            env={**os.environ, "PYTHONPATH": str(APP)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    words = [program.stdout.readline().strip() for program in programs if program.stdout]
    for program in programs:
        program.kill()
        program.communicate()
    assert sorted(words) == ["runs", *["second"] * 5]
