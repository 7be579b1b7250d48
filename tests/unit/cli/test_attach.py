"""Which files go along with a report, and how many bytes of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dzwonek.cli.attach import read_files
from dzwonek.domain.problem import Code, ProblemError

MEGABYTE = 1024 * 1024


def refusal_of(*files: Path, limit: int = MEGABYTE) -> tuple[Code, object]:
    with pytest.raises(ProblemError) as caught:
        read_files([str(file) for file in files], limit)
    return caught.value.problem.code, caught.value.problem.values["name"]


def file_of(folder: Path, name: str, size: int) -> Path:
    file = folder / name
    file.write_bytes(b"x" * size)
    return file


def test_files_are_read_whole_with_name_and_type(tmp_path: Path) -> None:
    first, second = file_of(tmp_path, "a.txt", 3), file_of(tmp_path, "b.żółw", 0)
    found = read_files([str(first), str(second)], 3)
    assert [(each.name, each.media_type, each.content) for each in found] == [
        ("a.txt", "text/plain", b"xxx"),
        ("b.żółw", "application/octet-stream", b""),
    ]


def test_the_limit_holds_for_all_files_together(tmp_path: Path) -> None:
    files = [file_of(tmp_path, name, 600_000) for name in ("a.bin", "b.bin")]
    assert len(read_files([str(files[0])], MEGABYTE)) == 1
    assert refusal_of(*files) == (Code.ATTACHMENT_TOO_LARGE, "b.bin")


def test_a_file_of_just_one_byte_too_many_is_refused(tmp_path: Path) -> None:
    assert refusal_of(file_of(tmp_path, "a", 11), limit=10) == (Code.ATTACHMENT_TOO_LARGE, "a")


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) == (Code.ATTACHMENT_UNREADABLE, tmp_path.name)
    assert refusal_of(tmp_path / "brak") == (Code.ATTACHMENT_UNREADABLE, "brak")


def test_a_refused_file_is_named_with_its_whole_path_and_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file_of(tmp_path, "duzy", 11)
    for name, reason in (("brak", "ENOENT"), ("duzy", "EFBIG")):
        with pytest.raises(ProblemError) as caught:
            read_files([name], 10)
        told = caught.value.problem.values
        assert (told["reason"], told["path"]) == (reason, str(tmp_path / name))


if sys.platform != "win32":

    @pytest.mark.timeout(10)
    def test_a_pipe_is_refused_without_waiting_for_its_writer(tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "rura")
        assert refusal_of(tmp_path / "rura") == (Code.ATTACHMENT_UNREADABLE, "rura")

    def test_a_device_without_end_is_refused() -> None:
        assert refusal_of(Path("/dev/zero")) == (Code.ATTACHMENT_UNREADABLE, "zero")

    def test_no_more_than_the_limit_is_ever_read(tmp_path: Path) -> None:
        file = file_of(tmp_path, "wielki", 1)
        os.truncate(file, 1 << 42)  # a hole, which takes no room on the disk; no memory holds it
        assert refusal_of(file) == (Code.ATTACHMENT_TOO_LARGE, "wielki")
