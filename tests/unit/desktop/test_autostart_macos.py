"""Starting with the macOS session."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from dzwonek.desktop.autostart_macos import AGENTS, FILE_NAME, AgentAutostart
from dzwonek.domain.problem import Code, ProblemError

COMMAND = ("/Applications/Dzwonek 2.app/Contents/MacOS/Dzwonek",)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "home" / AGENTS / FILE_NAME


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    agent = tmp_path / "root" / AGENTS / FILE_NAME
    agent.parent.mkdir(parents=True)
    return agent


@pytest.fixture
def autostart(tmp_path: Path) -> AgentAutostart:
    return AgentAutostart(tmp_path / "home", tmp_path / "root", COMMAND)


def test_the_switch_writes_and_removes_an_agent(autostart: AgentAutostart, own: Path) -> None:
    assert not autostart.is_on()
    autostart.set_on(True)
    assert autostart.is_on()
    assert autostart.note() is None
    agent = plistlib.loads(own.read_bytes())
    assert agent["ProgramArguments"] == [*COMMAND, "--hidden"]
    assert agent["RunAtLoad"] is True
    autostart.set_on(False)
    assert not autostart.is_on()
    assert not own.exists()


def test_an_agent_of_the_administrator_cannot_be_switched_off_here(
    autostart: AgentAutostart, shared: Path, own: Path
) -> None:
    shared.write_bytes(plistlib.dumps({"RunAtLoad": True}))
    note = autostart.note()
    assert note is not None
    assert note.is_fixed
    autostart.set_on(True)
    assert not own.exists()
    with pytest.raises(ProblemError) as failure:
        autostart.set_on(False)
    assert failure.value.problem.code is Code.AUTOSTART_FOR_ALL


@pytest.mark.parametrize("content", [b"", b"<plist>", plistlib.dumps(["RunAtLoad"])])
def test_what_is_no_agent_starts_nothing(
    autostart: AgentAutostart, own: Path, content: bytes
) -> None:
    own.parent.mkdir(parents=True)
    own.write_bytes(content)
    assert not autostart.is_on()


def test_a_disabled_agent_starts_nothing(autostart: AgentAutostart, own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.write_bytes(plistlib.dumps({"RunAtLoad": True, "Disabled": True}))
    assert not autostart.is_on()


def test_an_agent_that_cannot_be_written_is_a_problem(
    autostart: AgentAutostart, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    with pytest.raises(ProblemError) as failure:
        autostart.set_on(True)
    assert failure.value.problem.code is Code.AUTOSTART_FAILED
