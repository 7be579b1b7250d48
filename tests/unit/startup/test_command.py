"""How the program is started again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dzwonek.cli.parser import WISHES
from dzwonek.startup.command import own_command, restart_arguments


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = str(tmp_path / "Dzwonek.exe")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", program)
    assert own_command() == (program,)


def test_the_one_for_the_command_line_starts_the_one_for_windows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    console = tmp_path / "dzwonek.com"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(console))
    assert own_command() == (str(console),)
    windowed = tmp_path / "dzwonek.exe"
    windowed.touch()
    assert own_command() == (str(windowed),)


def test_from_its_source_python_starts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["pytest"])
    assert own_command() == (sys.executable, "-m", "dzwonek")


def test_what_an_upgrade_starts_again_is_no_automatic_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert restart_arguments() == ""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert restart_arguments() in WISHES
    assert restart_arguments() != "--hidden"
