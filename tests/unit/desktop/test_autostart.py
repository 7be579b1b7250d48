"""Starting with the session."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dzwonek.desktop.autostart import XdgAutostart, autostart_for
from dzwonek.desktop.autostart_macos import AgentAutostart
from dzwonek.desktop.desktop_file import FILE_NAME, read_keys
from dzwonek.domain.ports import Autostart
from dzwonek.domain.problem import Code, ProblemError


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / FILE_NAME


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    entry = tmp_path / "etc" / "autostart" / FILE_NAME
    entry.parent.mkdir(parents=True)
    return entry


@pytest.fixture
def autostart(tmp_path: Path) -> Autostart:
    environment = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": f"{tmp_path}/nowhere:{tmp_path}/etc",
    }
    return autostart_for(environment, "linux", ("/opt/a b/dzwonek",))


def test_it_is_off_until_it_is_switched_on(autostart: Autostart, own: Path) -> None:
    assert not autostart.is_on()
    autostart.set_on(True)
    assert autostart.is_on()
    assert read_keys(own.read_text("utf-8"))["Exec"] == '"/opt/a b/dzwonek" --hidden'
    autostart.set_on(False)
    assert not autostart.is_on()
    assert not own.exists()


@pytest.mark.parametrize("switch", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_the_desktops_own_off_switch_is_respected(
    autostart: Autostart, own: Path, switch: str
) -> None:
    autostart.set_on(True)
    own.write_text(own.read_text("utf-8") + switch + "\n", "utf-8")
    assert not autostart.is_on()
    autostart.set_on(True)
    assert autostart.is_on()


@pytest.mark.skipif(sys.platform == "win32", reason="XDG: no drive letter fits a list with colons")
def test_an_entry_of_the_administrator_counts_until_the_user_says_no(
    autostart: Autostart, own: Path, shared: Path
) -> None:
    shared.write_text("[Desktop Entry]\nExec=dzwonek --hidden\n")
    assert autostart.is_on()
    autostart.set_on(False)
    assert not autostart.is_on()
    assert read_keys(own.read_text("utf-8"))["Hidden"] == "true"
    autostart.set_on(True)
    assert autostart.is_on()


def test_an_entry_that_cannot_be_read_starts_nothing(autostart: Autostart, own: Path) -> None:
    own.mkdir(parents=True)
    assert not autostart.is_on()


def test_an_entry_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where a folder should be")
    with pytest.raises(ProblemError) as failure:
        XdgAutostart(tmp_path, (), ("dzwonek",)).set_on(True)
    assert failure.value.problem.code is Code.AUTOSTART_FAILED


def test_the_users_own_entry_is_nobody_elses_matter(autostart: Autostart, shared: Path) -> None:
    shared.write_text("[Desktop Entry]\nExec=dzwonek --hidden\n")
    assert autostart.note() is None


def test_where_no_autostart_is_built_it_is_off_and_says_so() -> None:
    autostart = autostart_for({"HOME": "/"}, "freebsd", ("dzwonek",))
    assert not autostart.is_on()
    assert autostart.note() is None
    autostart.set_on(False)
    with pytest.raises(ProblemError) as failure:
        autostart.set_on(True)
    assert failure.value.problem.values == {"reason": "freebsd"}


def test_each_system_has_its_own_way(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}
    assert isinstance(autostart_for(home, "linux", ("dzwonek",)), XdgAutostart)
    assert isinstance(autostart_for(home, "darwin", ("dzwonek",)), AgentAutostart)
