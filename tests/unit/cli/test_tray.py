"""What a start does when a program runs already, or seems to."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

import pytest

from dzwonek.cli import tray
from dzwonek.cli.parser import WISHES
from dzwonek.config.places import places
from dzwonek.desktop import single_instance
from dzwonek.domain.command import Command
from dzwonek.domain.problem import Code, ProblemError


class Running:
    """A running program that answers the n-th time, or that is gone at the n-th claim."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answers: int = 0, claimed: int = 0) -> None:
        self._answers, self._claimed = answers, claimed
        self.asked: list[Command] = []
        self.claims = 0
        self.instance = object()
        monkeypatch.setattr(single_instance, "hand_over", self._hand_over)
        monkeypatch.setattr(single_instance, "claim", self._claim)

    def _hand_over(
        self, folder: Path, command: Command, deadline: object, *, ending: object = None
    ) -> bool:
        assert (ending is not None) == (command is Command.QUIT)
        self.asked.append(command)
        return len(self.asked) == self._answers

    def _claim(self, folder: Path) -> object | None:
        self.claims += 1
        return self.instance if self.claims == self._claimed else None


def start(**wishes: bool) -> int:
    wishes_there_are = [each.removeprefix("--").replace("-", "_") for each in WISHES]
    usual = dict.fromkeys(wishes_there_are, False)
    return tray.run(Namespace(**{**usual, **wishes}))


@pytest.mark.parametrize("answers", [1, 2])
def test_a_wish_that_is_taken_ends_the_second_start(
    monkeypatch: pytest.MonkeyPatch, answers: int
) -> None:
    running = Running(monkeypatch, answers)
    assert start(report=True) == 0
    assert running.asked == [Command.REPORT] * answers


def test_a_program_that_is_there_and_does_not_answer_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Running(monkeypatch)
    with pytest.raises(ProblemError) as failure:
        start(report=True)
    assert failure.value.problem.code is Code.INSTANCE_SILENT


def test_at_log_on_nobody_is_told_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    Running(monkeypatch)
    assert start(hidden=True) == 0


def test_asking_nobody_to_quit_is_done_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DZWONEK_HOME", str(tmp_path / "none"))
    Running(monkeypatch)
    assert start(quit=True) == 0


def test_a_program_that_does_not_hear_that_it_is_to_quit_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DZWONEK_HOME", str(tmp_path))
    places(os.environ).runtime.mkdir(parents=True, exist_ok=True)
    Running(monkeypatch)
    with pytest.raises(ProblemError) as failure:
        start(quit=True)
    assert failure.value.problem.code is Code.INSTANCE_SILENT


@pytest.mark.parametrize("claimed", [1, 2])
def test_one_that_ended_meanwhile_is_replaced(
    monkeypatch: pytest.MonkeyPatch, claimed: int
) -> None:
    import dzwonek.startup.tray as program

    running = Running(monkeypatch, claimed=claimed)
    begun: list[object] = []

    def run(instance: object, wish: Command) -> int:
        begun.append(instance)
        return 7

    monkeypatch.setattr(program, "run_tray", run)
    assert start(flag=True) == 7
    assert begun == [running.instance]


def test_what_made_way_for_an_upgrade_comes_back_once_whatever_autostart_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun = begun_wishes(monkeypatch)
    monkeypatch.setenv("DZWONEK_HOME", str(tmp_path))
    monkeypatch.setattr(tray, "_may_start_by_itself", lambda: False)
    places(os.environ).runtime.mkdir(parents=True)
    running = Running(monkeypatch, answers=1)
    assert start(make_way=True) == 0
    assert running.asked == [Command.QUIT]
    Running(monkeypatch, claimed=1)
    assert start(come_back=True) == 7
    assert begun == [Command.HIDDEN]
    again = Running(monkeypatch, claimed=1)
    assert start(come_back=True) == 0
    assert (begun, again.asked) == ([Command.HIDDEN], [])


def test_where_nothing_ran_nothing_is_started_by_an_upgrade(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DZWONEK_HOME", str(tmp_path / "none"))
    Running(monkeypatch)
    assert start(make_way=True) == 0
    running = Running(monkeypatch, claimed=1)
    assert start(come_back=True) == 0
    assert (running.asked, running.claims) == ([], 0)


def test_what_the_restart_manager_ended_it_starts_again_whatever_autostart_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = begun_wishes(monkeypatch)
    monkeypatch.setattr(tray, "_may_start_by_itself", lambda: False)
    Running(monkeypatch, claimed=1)
    assert start(hidden=True) == 0
    assert start(again=True) == 7
    assert begun == [Command.HIDDEN]


def begun_wishes(monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    """Note with what wish the program would have begun, in place of doing so."""
    import dzwonek.startup.tray as program

    begun: list[Command] = []

    def run(instance: object, wish: Command) -> int:
        begun.append(wish)
        return 7

    monkeypatch.setattr(program, "run_tray", run)
    return begun
