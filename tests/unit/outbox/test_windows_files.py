"""Windows's renames and removals, on a kernel that refuses by rule; and the real one on Windows."""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from dzwonek.domain.problem import Code
from dzwonek.outbox import disk
from dzwonek.outbox.windows_boot import TimeOfDay, started_at
from dzwonek.outbox.windows_files import (
    ACCESS_DENIED,
    LONGEST_STEP,
    MOVEFILE_REPLACE_EXISTING,
    MOVEFILE_WRITE_THROUGH,
    PATH_NOT_FOUND,
    PATIENCE,
    SHARING_VIOLATION,
    WindowsFiles,
    long_name,
)

DISK_FULL = 112


class Refusing:
    """A kernel that answers what it was told to, then always the last of that."""

    def __init__(self, answers: Sequence[int]) -> None:
        self.answers = list(answers)
        self.calls: list[tuple[str, ...]] = []
        self.flags = 0

    def move(self, old: str, new: str, flags: int) -> int:
        self.calls.append((old, new))
        self.flags = flags
        return self._answer()

    def delete(self, path: str) -> int:
        self.calls.append((path,))
        return self._answer()

    def _answer(self) -> int:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Watch:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds

    def now(self) -> float:
        return self.seconds


def files(*answers: int) -> tuple[WindowsFiles, Refusing, Watch]:
    kernel, watch = Refusing(answers), Watch()
    return WindowsFiles(kernel, watch.wait, watch.now), kernel, watch


def test_a_rename_replaces_and_is_written_through(tmp_path: Path) -> None:
    windows, kernel, watch = files(0)

    windows.replace(tmp_path / "new.part", tmp_path / "new")

    assert kernel.flags == MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH
    assert len(kernel.calls) == 1
    assert watch.waits == []


def test_a_claim_is_written_through_and_replaces_nothing(tmp_path: Path) -> None:
    windows, kernel, _ = files(0)

    windows.claim(tmp_path / "key.part", tmp_path / "key")

    assert kernel.flags == MOVEFILE_WRITE_THROUGH


@pytest.mark.parametrize("refusal", [SHARING_VIOLATION, ACCESS_DENIED, 33])
def test_a_file_that_a_scanner_has_open_is_renamed_as_soon_as_it_lets_go(
    tmp_path: Path, refusal: int
) -> None:
    windows, kernel, watch = files(refusal, refusal, refusal, 0)

    windows.replace(tmp_path / "new.part", tmp_path / "new")

    assert len(kernel.calls) == 4
    assert all(later >= earlier for earlier, later in pairwise(watch.waits))
    assert sum(watch.waits) < 0.2


@pytest.mark.parametrize("refusal", [SHARING_VIOLATION, ACCESS_DENIED])
def test_a_file_that_stays_open_is_given_up_within_the_deadline(
    tmp_path: Path, refusal: int
) -> None:
    windows, kernel, watch = files(refusal)

    with pytest.raises(OSError, match=f"Windows error {refusal}"):
        windows.unlink(tmp_path / "file")

    assert PATIENCE - LONGEST_STEP <= sum(watch.waits) <= PATIENCE
    assert len(kernel.calls) > 5


def test_another_refusal_is_told_at_once(tmp_path: Path) -> None:
    windows, kernel, watch = files(DISK_FULL)

    with pytest.raises(OSError, match="Windows error 112"):
        windows.replace(tmp_path / "new.part", tmp_path / "new")

    assert (len(kernel.calls), watch.waits) == (1, [])


def test_an_open_file_in_the_way_is_not_called_a_folder_without_rights(tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    windows, _, _ = files(ACCESS_DENIED)

    with pytest.raises(OSError, match=f"Windows error {SHARING_VIOLATION}"):
        windows.replace(tmp_path / "new.part", tmp_path / "there")


@pytest.mark.parametrize("answer", [0, 2, PATH_NOT_FOUND])
def test_removing_what_is_not_there_is_nothing(tmp_path: Path, answer: int) -> None:
    windows, kernel, _ = files(answer)

    windows.unlink(tmp_path / "file")

    assert len(kernel.calls) == 1


@pytest.mark.parametrize(
    ("number", "code", "name"),
    [
        (32, Code.DISK_FAILED, "SHARING_VIOLATION"),
        (33, Code.DISK_FAILED, "LOCK_VIOLATION"),
        (5, Code.DISK_READ_ONLY, "EACCES"),
        (19, Code.DISK_READ_ONLY, "EACCES"),
        (39, Code.DISK_FULL, "EACCES"),
        (112, Code.DISK_FULL, "EACCES"),
        (1295, Code.DISK_FULL, "EACCES"),
    ],
)
def test_windows_own_refusals_have_their_problems(
    tmp_path: Path, number: int, code: Code, name: str
) -> None:
    class RefusedError(OSError):
        winerror = number

    problem = disk.disk_trouble(RefusedError(13, "no"), tmp_path).problem

    assert (problem.code, problem.values["error"]) == (code, name)


@pytest.mark.skipif(sys.platform == "win32", reason="paths of Windows are taken apart there")
@pytest.mark.parametrize(
    ("path", "name"),
    [
        (r"C:\Users\ania\x.dzw", r"\\?\C:\Users\ania\x.dzw"),
        (r"\\serwer\dom\x.dzw", r"\\?\UNC\serwer\dom\x.dzw"),
        (r"\\?\C:\x.dzw", r"\\?\C:\x.dzw"),
    ],
)
def test_a_name_may_be_longer_than_windows_usually_lets_it(
    monkeypatch: pytest.MonkeyPatch, path: str, name: str
) -> None:
    monkeypatch.setattr("os.path.abspath", str)

    assert long_name(path) == name  # type: ignore[arg-type] # no Path of Windows can be made here


def test_setting_the_clock_does_not_change_the_start_of_the_system() -> None:
    assert ctypes.sizeof(TimeOfDay) == 48
    before = TimeOfDay(boot_time=133_000_000_000, boot_time_bias=0)
    hour = 36_000_000_000
    after = TimeOfDay(boot_time=133_000_000_000 + hour, boot_time_bias=hour)

    assert started_at(before) == started_at(after) != ""
    assert started_at(TimeOfDay()) == ""


if sys.platform == "win32":
    from dzwonek.outbox.owner import boot_id
    from dzwonek.outbox.windows_files import this_windows

    def test_on_windows_a_file_is_replaced_once_its_reader_closes_it(tmp_path: Path) -> None:
        disk.write_durably(tmp_path / "file", [b"old"])
        reader = (tmp_path / "file").open("rb")
        closing = threading.Timer(0.3, reader.close)
        closing.start()

        disk.write_durably(tmp_path / "file", [b"new"])

        closing.join()
        assert (tmp_path / "file").read_bytes() == b"new"
        assert [path.name for path in tmp_path.iterdir()] == ["file"]

    def test_on_windows_an_open_file_is_blotted_and_named_as_open(tmp_path: Path) -> None:
        disk.write_durably(tmp_path / "file", [b"wrapped key"])
        with (
            (tmp_path / "file").open("rb"),
            pytest.raises(OSError, match="Windows error 32") as caught,
        ):
            disk.shred(tmp_path / "file")

        assert disk.disk_trouble(caught.value, tmp_path).problem.code is Code.DISK_FAILED
        assert set((tmp_path / "file").read_bytes()) == {0}
        disk.shred(tmp_path / "file")
        assert list(tmp_path.iterdir()) == []

    def test_on_windows_a_name_that_is_taken_is_not_claimed(tmp_path: Path) -> None:
        for name in ("old", "taken"):
            (tmp_path / name).write_text(name)
        with pytest.raises(FileExistsError):
            disk.claim(tmp_path / "old", tmp_path / "taken")
        assert (tmp_path / "taken").read_text() == "taken"

    def test_on_windows_long_names_are_moved_and_removed(tmp_path: Path) -> None:
        folder = tmp_path
        for _ in range(3):
            folder /= "ą" * 90
            Path(long_name(folder)).mkdir()
        (tmp_path / "file").touch()

        this_windows().replace(tmp_path / "file", folder / "file")

        assert Path(long_name(folder / "file")).exists()
        this_windows().unlink(folder / "file")
        assert not Path(long_name(folder / "file")).exists()

    def test_on_windows_the_start_of_the_system_has_a_name_that_stays() -> None:
        assert boot_id()
        assert boot_id() == boot_id()
