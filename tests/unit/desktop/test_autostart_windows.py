"""Starting with the Windows session, on a registry in memory."""

from __future__ import annotations

import pytest

from dzwonek.desktop.autostart_windows import (
    APPROVED,
    NAME,
    RUN,
    WindowsAutostart,
    command_line,
)
from dzwonek.desktop.registry_windows import Hive
from dzwonek.domain.ports import AutostartNote
from dzwonek.domain.problem import Code, Problem, ProblemError
from tests.fakes.windows_registry import FakeRegistry

PROGRAM = r"C:\Program Files\Dzwonek\Dzwonek.exe"
LINE = rf'"{PROGRAM}" --hidden'
ON, ON_TOO, OFF = b"\x02" + bytes(11), b"\x06" + bytes(11), b"\x03" + bytes(11)


@pytest.fixture
def registry() -> FakeRegistry:
    return FakeRegistry()


@pytest.fixture
def autostart(registry: FakeRegistry) -> WindowsAutostart:
    return WindowsAutostart(registry, (PROGRAM,))


def test_the_switch_writes_and_removes_the_users_own_value(
    registry: FakeRegistry, autostart: WindowsAutostart
) -> None:
    assert not autostart.is_on()
    assert autostart.note() is None
    autostart.set_on(True)
    assert autostart.is_on()
    assert registry.values == {(Hive.USER, RUN, NAME): LINE}
    autostart.set_on(False)
    assert not autostart.is_on()
    assert registry.values == {}


def test_the_installers_value_is_on_and_only_the_administrators(
    registry: FakeRegistry, autostart: WindowsAutostart
) -> None:
    registry.values[Hive.COMPUTER, RUN, NAME] = LINE
    assert autostart.is_on()
    assert autostart.note() == AutostartNote(Problem(Code.AUTOSTART_FOR_ALL), is_fixed=True)
    autostart.set_on(True)
    with pytest.raises(ProblemError) as failure:
        autostart.set_on(False)
    assert failure.value.problem.code is Code.AUTOSTART_FOR_ALL
    assert registry.written == []


@pytest.mark.parametrize("hive", [Hive.COMPUTER, Hive.USER])
def test_what_the_user_switched_off_in_the_task_manager_is_off(
    registry: FakeRegistry, autostart: WindowsAutostart, hive: Hive
) -> None:
    registry.values[Hive.COMPUTER, RUN, NAME] = LINE
    registry.values[hive, APPROVED, NAME] = OFF
    assert not autostart.is_on()
    assert autostart.note() == AutostartNote(Problem(Code.AUTOSTART_SWITCHED_OFF), is_fixed=True)
    with pytest.raises(ProblemError) as failure:
        autostart.set_on(True)
    assert failure.value.problem.code is Code.AUTOSTART_SWITCHED_OFF
    autostart.set_on(False)
    assert registry.written == []


@pytest.mark.parametrize("switch", [ON, ON_TOO, b""])
def test_a_switch_that_says_on_changes_nothing(
    registry: FakeRegistry, autostart: WindowsAutostart, switch: bytes
) -> None:
    autostart.set_on(True)
    registry.values[Hive.USER, APPROVED, NAME] = switch
    assert autostart.is_on()
    assert autostart.note() is None


def test_our_box_never_turns_the_users_switch_and_says_where_it_is(
    registry: FakeRegistry, autostart: WindowsAutostart
) -> None:
    registry.values[Hive.USER, APPROVED, NAME] = OFF
    with pytest.raises(ProblemError) as failure:
        autostart.set_on(True)
    assert failure.value.problem.code is Code.AUTOSTART_SWITCHED_OFF
    assert registry.text(Hive.USER, RUN, NAME) == LINE  # or the Task Manager would not list it
    assert registry.written == [RUN]
    assert autostart.note() == AutostartNote(Problem(Code.AUTOSTART_SWITCHED_OFF), is_fixed=False)


def test_the_computers_switch_does_not_concern_the_users_value(
    registry: FakeRegistry, autostart: WindowsAutostart
) -> None:
    registry.values[Hive.COMPUTER, APPROVED, NAME] = OFF
    autostart.set_on(True)
    assert autostart.is_on()


def test_a_registry_that_refuses_is_a_problem(
    registry: FakeRegistry, autostart: WindowsAutostart
) -> None:
    registry.error = PermissionError(13, "no")
    with pytest.raises(ProblemError) as failure:
        autostart.set_on(True)
    assert failure.value.problem == Problem(Code.AUTOSTART_FAILED, {"reason": "no"})


def test_a_command_too_long_for_windows_is_not_written(registry: FakeRegistry) -> None:
    autostart = WindowsAutostart(registry, ("C:\\" + "d" * 260 + "\\Dzwonek.exe",))
    with pytest.raises(ProblemError):
        autostart.set_on(True)
    assert registry.values == {}


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ((r"C:\d\Dzwonek.exe", "--hidden"), r'"C:\d\Dzwonek.exe" --hidden'),
        ((r"C:\p y\python.exe", "-m", "dzwonek"), r'"C:\p y\pythonw.exe" -m dzwonek'),
        ((r"C:\d.exe", "a b", 'say "x"'), r'"C:\d.exe" "a b" "say \"x\""'),
        ((r"C:\d.exe",), r'"C:\d.exe"'),
    ],
)
def test_the_program_always_stands_in_quotes(command: tuple[str, ...], line: str) -> None:
    assert command_line(command) == line
