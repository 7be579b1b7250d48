"""The door at which second starts knock."""

from __future__ import annotations

import os
import select
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.desktop.single_instance import Instance, claim, hand_over
from dzwonek.domain.command import Command
from dzwonek.domain.events import CommandArrived
from dzwonek.domain.problem import Code, ProblemError

if sys.platform == "win32":
    pytest.skip("the door is POSIX's", allow_module_level=True)

DEADLINE = timedelta(seconds=5)


def test_nothing_is_left_behind(runtime: dict[str, str], instance: Instance) -> None:
    instance.close()
    assert not list(Path(runtime["XDG_RUNTIME_DIR"]).iterdir())


def test_a_wish_is_handed_over_and_acknowledged(
    tmp_path: Path, runtime: dict[str, str], instance: Instance
) -> None:
    with handing_over(tmp_path, runtime) as said:
        events = pumped(instance)
    assert events == [CommandArrived(Command.REPORT)]
    assert said == [True]


def test_nobody_is_found_at_once_where_nobody_runs(tmp_path: Path, runtime: dict[str, str]) -> None:
    assert not hand_over(tmp_path, Command.SHOW, DEADLINE, runtime)


def test_a_runtime_folder_that_others_can_enter_is_not_used(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    home = tmp_path / "home"
    instance = claim(home, {"XDG_RUNTIME_DIR": str(shared)})
    assert instance is not None
    assert not list(shared.iterdir())
    assert stat.S_IMODE((home / "run").stat().st_mode) == 0o700
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (home / "run").iterdir()}
    assert modes == {0o600}
    instance.close()


def test_a_path_too_long_for_a_socket_works(tmp_path: Path) -> None:
    home = tmp_path / ("długa nazwa " * 9)
    environment = {"XDG_RUNTIME_DIR": str(tmp_path / "none")}
    instance = claim(home, environment)
    assert instance is not None
    with handing_over(home, environment) as said:
        assert pumped(instance) == [CommandArrived(Command.REPORT)]
    assert said == [True]
    instance.close()


@pytest.mark.parametrize(
    "line",
    [
        b"dzwonek 1 format\n",
        b"dzwonek 1  show \n",
        b"dzwonek 2 show\n",
        b"show\n",
        b"\n",
        b"dzwonek 1 show",
        b"dzwonek 1 " + b"x" * 5000 + b"\n",
        b"\xff\xfe\x00\n",
    ],
)
def test_what_is_no_wish_is_refused(
    runtime: dict[str, str], instance: Instance, line: bytes
) -> None:
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(door(runtime)))
        caller.sendall(line)
        caller.shutdown(socket.SHUT_WR)
        assert instance.pump() == ()
        assert instance.pump() == ()  # what did not end at once has ended now
        try:
            answer = caller.recv(10)
        except ConnectionResetError:  # more was sent than is ever read
            answer = b"no\n"
        assert answer == b"no\n"


def test_silent_callers_keep_nobody_out(
    tmp_path: Path, runtime: dict[str, str], instance: Instance
) -> None:
    silent = []
    for _ in range(20):
        caller = socket.socket(socket.AF_UNIX)
        caller.connect(str(door(runtime)))
        assert instance.pump() == ()
        silent.append(caller)
    with handing_over(tmp_path, runtime) as said:
        assert pumped(instance) == [CommandArrived(Command.REPORT)]
    assert said == [True]
    for caller in silent:
        caller.close()
    assert instance.pump() == ()


def test_a_wish_may_come_in_pieces(runtime: dict[str, str], instance: Instance) -> None:
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(door(runtime)))
        caller.sendall(b"dzwonek 1 fl")
        assert instance.pump() == ()
        caller.sendall(b"ag\n")
        assert instance.pump() == (CommandArrived(Command.FLAG),)
        assert caller.recv(10) == b"ok\n"


def test_a_caller_of_another_user_is_not_heard(
    runtime: dict[str, str], instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(door(runtime)))
        caller.sendall(b"dzwonek 1 quit\n")
        somebody_else = os.getuid() + 1
        monkeypatch.setattr(os, "getuid", lambda: somebody_else)
        assert instance.pump() == ()
        with pytest.raises(ConnectionResetError):
            caller.recv(10)


def test_a_place_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file where a folder should be")
    environment = {"XDG_RUNTIME_DIR": str(tmp_path / "none")}
    with pytest.raises(ProblemError) as failure:
        claim(tmp_path, environment)
    assert failure.value.problem.code is Code.INSTANCE_NOT_CLAIMED
    assert failure.value.problem.values["folder"] == str(tmp_path)
    assert not hand_over(tmp_path, Command.SHOW, DEADLINE, environment)


def door(runtime: dict[str, str]) -> Path:
    return next(Path(runtime["XDG_RUNTIME_DIR"]).glob("*.sock"))


def pumped(instance: Instance) -> list[CommandArrived]:
    """Pump until something came; the test's own time limit guards it."""
    events: list[CommandArrived] = []
    while not events:
        select.select([instance.fileno()], [], [], 5)
        events += instance.pump()
    return events


@contextmanager
def handing_over(folder: Path, environment: dict[str, str]) -> Iterator[list[bool]]:
    """Hand REPORT over from another thread while the body pumps; gives what it said."""
    said: list[bool] = []
    second = threading.Thread(
        target=lambda: said.append(hand_over(folder, Command.REPORT, DEADLINE, environment))
    )
    second.start()
    yield said
    second.join()
