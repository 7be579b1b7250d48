"""A folder that an administrator chose is one user's alone, or it is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dzwonek.config.own_folder import filled_in, make_own, outbox_folder
from dzwonek.domain.problem import Code, ProblemError

posix = pytest.mark.skipif(sys.platform == "win32", reason="the mode bits are POSIX's")


def test_variables_are_filled_in_as_windows_does() -> None:
    environment = {"UserName": "ewa", "HOMESHARE": r"\\serwer\ewa"}
    assert filled_in(r"D:\%USERNAME%\%username%", environment) == r"D:\ewa\ewa"
    assert filled_in(r"%homeshare%\x", environment) == r"\\serwer\ewa\x"
    assert filled_in("/srv/%USER%", environment) == "/srv/ewa"
    assert filled_in("/srv/%USERNAME%", {"USER": "jan"}) == "/srv/jan"
    assert filled_in("/srv/%NIC%/100%", environment) == "/srv/%NIC%/100%"


@pytest.mark.parametrize("told", ["", "srv/x", "%NIC%", "/srv/%NIC%"])
def test_what_is_no_whole_path_in_the_end_is_refused(told: str) -> None:
    with pytest.raises(ProblemError) as caught:
        outbox_folder(told, {"USER": "ewa"})
    assert caught.value.problem.code is Code.DISK_FAILED
    assert caught.value.problem.values["reason"] == "policy"


@posix
def test_a_new_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "for" / "ewa"
    make_own(folder)
    make_own(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


@posix
@pytest.mark.parametrize("mode", [0o755, 0o770, 0o707, 0o777])
def test_a_folder_that_lies_open_is_refused_and_left_as_it_is(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(ProblemError) as caught:
        make_own(folder)
    assert caught.value.problem.values["reason"] == "open"
    assert folder.stat().st_mode & 0o777 == mode


@posix
def test_a_folder_of_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o700)
    uid = folder.stat().st_uid
    monkeypatch.setattr("os.geteuid", lambda: uid + 1)
    with pytest.raises(ProblemError) as caught:
        make_own(folder)
    assert caught.value.problem.values["reason"] == "owner"


@posix
def test_a_link_or_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "there")
    (tmp_path / "file").touch()
    for name in ("link", "file"):
        with pytest.raises(ProblemError) as caught:
            make_own(tmp_path / name)
        assert caught.value.problem.values["reason"] == "link"
