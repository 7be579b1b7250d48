"""Where the program's folders stand."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dzwonek.config.places import places
from dzwonek.domain.problem import Code, ProblemError

posix = pytest.mark.skipif(sys.platform == "win32", reason="the mode bits and XDG are POSIX's")


def test_a_home_of_its_own_holds_every_folder(tmp_path: Path) -> None:
    found = places({"DZWONEK_HOME": str(tmp_path), "XDG_CONFIG_HOME": "/elsewhere"})
    assert found.config == tmp_path / "config"
    assert found.settings_file == tmp_path / "config" / "settings.toml"
    assert found.data == tmp_path / "data"
    assert found.state == tmp_path / "state"
    assert found.cache == tmp_path / "cache"
    assert found.logs == tmp_path / "logs"
    assert found.queue_key_file == tmp_path / "state" / "queue.key"


def test_a_relative_home_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places({"DZWONEK_HOME": "here"}).config == tmp_path / "here" / "config"


@posix
def test_a_long_home_keeps_its_sockets_where_their_names_fit() -> None:
    home = "/" + "x" * 120
    found = places({"DZWONEK_HOME": home, "XDG_RUNTIME_DIR": "/run/user/7"})
    other = places({"DZWONEK_HOME": home + "y", "XDG_RUNTIME_DIR": "/run/user/7"})
    assert found.runtime.parent == Path("/run/user/7")
    assert found.runtime != other.runtime


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has folders of its own")
def test_the_freedesktop_folders_are_used_and_a_relative_one_is_ignored() -> None:
    found = places(
        {
            "HOME": "/home/ewa",
            "XDG_CONFIG_HOME": "/etc/ewa",
            "XDG_DATA_HOME": "relative",
            "XDG_RUNTIME_DIR": "/run/user/7",
        }
    )
    assert found.config == Path("/etc/ewa/dzwonek")
    assert found.data == Path("/home/ewa/.local/share/dzwonek")
    assert found.logs == Path("/home/ewa/.local/state/dzwonek/logs")
    assert found.runtime == Path("/run/user/7/dzwonek")


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has folders of its own")
def test_without_a_runtime_folder_sockets_stand_in_the_home_and_never_in_tmp() -> None:
    assert places({"HOME": "/home/ewa"}).runtime == Path("/home/ewa/.local/state/dzwonek/run")


if sys.platform == "win32":

    def test_on_windows_nothing_roams(outside: dict[str, str]) -> None:
        local = Path(outside["LOCALAPPDATA"])  # Windows itself is asked, not the environment
        for folder in places({}).folders().values():
            assert folder.is_relative_to(local)


@posix
def test_folders_are_closed_to_others_even_when_they_stood_open(tmp_path: Path) -> None:
    found = places({"DZWONEK_HOME": str(tmp_path)})
    found.data.mkdir(mode=0o755)
    found.prepare()
    found.prepare()
    for folder in found.folders().values():
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def refusal_of(home: Path) -> tuple[Code, object, object]:
    with pytest.raises(ProblemError) as caught:
        places({"DZWONEK_HOME": str(home)}).prepare()
    problem = caught.value.problem
    return problem.code, problem.values["path"], problem.values["reason"]


@posix
@pytest.mark.parametrize("mode", [0o720, 0o702])
def test_a_folder_that_stays_open_to_others_is_refused(
    mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data").chmod(mode)
    monkeypatch.setattr(Path, "chmod", lambda *_: None)  # as file systems without modes do
    assert refusal_of(tmp_path) == (Code.DISK_FAILED, str(tmp_path / "data"), "open")


@posix
def test_a_folder_of_another_user_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").mkdir(mode=0o700)
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000_000, raising=False)
    assert refusal_of(tmp_path) == (Code.DISK_FAILED, str(tmp_path / "config"), "owner")


@posix
@pytest.mark.parametrize("name", ["data", "state/run"])
def test_a_link_in_place_of_a_folder_is_refused_under_a_home_of_our_own(
    name: str, tmp_path: Path
) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (home / name).parent.mkdir(parents=True)
    (home / name).symlink_to(elsewhere)
    assert refusal_of(home) == (Code.DISK_FAILED, str(home / name), "link")
    assert list(elsewhere.iterdir()) == []


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has folders of its own")
def test_a_link_of_the_users_own_is_followed_where_the_desktop_keeps_settings(
    tmp_path: Path,
) -> None:
    elsewhere = tmp_path / "dotfiles"
    elsewhere.mkdir()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "dzwonek").symlink_to(elsewhere)
    places({"HOME": str(tmp_path)}).prepare()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file stands in the way")
    with pytest.raises(ProblemError) as caught:
        places({"DZWONEK_HOME": str(tmp_path)}).prepare()
    assert caught.value.problem.code is Code.DISK_FAILED
    assert caught.value.problem.values["path"] == str(tmp_path / "config")


def test_a_home_of_our_own_is_made_as_the_system_wants_it_and_the_usual_one_is_not(
    tmp_path: Path,
) -> None:
    made: list[Path] = []
    found = places({"DZWONEK_HOME": str(tmp_path)}, made.append)
    found.prepare()
    inside = [each for each in found.folders().values() if each.is_relative_to(tmp_path)]
    assert made == inside
    assert len(made) >= 5
    assert places({}, made.append).make_home is None


def test_a_junction_in_place_of_a_folder_is_refused_under_a_home_of_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").mkdir(mode=0o700)
    junction = SimpleNamespace(
        st_mode=stat.S_IFDIR | 0o700, st_file_attributes=stat.FILE_ATTRIBUTE_REPARSE_POINT
    )
    monkeypatch.setattr(os, "lstat", lambda _: junction)
    assert refusal_of(tmp_path) == (Code.DISK_FAILED, str(tmp_path / "config"), "link")
