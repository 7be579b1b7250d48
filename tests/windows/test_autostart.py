"""Starting with the session, in this computer's own registry."""

from __future__ import annotations

import shlex
import subprocess
import sys
import winreg
from collections.abc import Iterator
from pathlib import Path

import pytest

assert sys.platform == "win32"

from dzwonek.desktop.autostart import autostart_for  # noqa: E402 - Windows alone
from dzwonek.desktop.autostart_windows import APPROVED, NAME, RUN  # noqa: E402
from dzwonek.domain.ports import Autostart, AutostartNote  # noqa: E402
from dzwonek.domain.problem import Code, Problem, ProblemError  # noqa: E402
from dzwonek.startup.command import own_command  # noqa: E402

HIVES = (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER)
LINE = r'"C:\Program Files\Dzwonek\Dzwonek.exe" --hidden'


@pytest.fixture(autouse=True)
def _clean_registry() -> Iterator[None]:
    """Leave the registry without any value of ours, before and after."""
    _clear()
    yield
    _clear()


@pytest.fixture
def autostart() -> Autostart:
    return autostart_for({}, sys.platform, (r"C:\Program Files\Dzwonek\Dzwonek.exe",))


def test_the_switch_writes_the_users_own_run_key_with_quotes(autostart: Autostart) -> None:
    assert not autostart.is_on()
    autostart.set_on(True)
    assert autostart.is_on()
    assert read(winreg.HKEY_CURRENT_USER, RUN) == LINE
    assert read(winreg.HKEY_LOCAL_MACHINE, RUN) is None
    autostart.set_on(False)
    assert read(winreg.HKEY_CURRENT_USER, RUN) is None


def test_what_the_installer_wrote_is_on_and_fixed(autostart: Autostart) -> None:
    write(winreg.HKEY_LOCAL_MACHINE, RUN, winreg.REG_SZ, LINE)
    assert autostart.is_on()
    assert autostart.note() == AutostartNote(Problem(Code.AUTOSTART_FOR_ALL), is_fixed=True)
    assert read(winreg.HKEY_CURRENT_USER, RUN) is None


@pytest.mark.parametrize("hive", HIVES)
def test_the_off_switch_of_the_task_manager_is_respected_and_never_written(
    autostart: Autostart, hive: int
) -> None:
    write(winreg.HKEY_LOCAL_MACHINE, RUN, winreg.REG_SZ, LINE)
    off = b"\x03\x00\x00\x00" + bytes(8)
    write(hive, APPROVED, winreg.REG_BINARY, off)
    assert not autostart.is_on()
    with pytest.raises(ProblemError):
        autostart.set_on(True)
    assert read(hive, APPROVED) == off


def test_the_written_command_starts_the_program(tmp_path: Path) -> None:
    command = own_command()
    autostart_for({}, sys.platform, command).set_on(True)
    line = read(winreg.HKEY_CURRENT_USER, RUN)
    assert isinstance(line, str)
    program, *arguments = shlex.split(line, posix=False)
    assert arguments[-1] == "--hidden"
    # `version` in place of `--hidden`, and a Python with an output in place of the one without.
    shown = line.replace("pythonw.exe", "python.exe").replace("--hidden", "version")
    told = subprocess.run(shown, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("dzwonek ")
    assert program.startswith('"')


def _clear() -> None:
    for hive in HIVES:
        for key in (RUN, APPROVED):
            try:
                with winreg.OpenKey(hive, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, NAME)
            except FileNotFoundError:
                continue


def read(hive: int, key: str) -> object:
    try:
        with winreg.OpenKey(hive, key) as opened:
            return winreg.QueryValueEx(opened, NAME)[0]
    except FileNotFoundError:
        return None


def write(hive: int, key: str, kind: int, value: str | bytes) -> None:
    with winreg.CreateKey(hive, key) as opened:
        winreg.SetValueEx(opened, NAME, 0, kind, value)
