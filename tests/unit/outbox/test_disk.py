"""Files that are whole or not there, and errors of the disk by their right names."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import disk
from dzwonek.outbox.index import IndexFile
from dzwonek.outbox.seal import PAYLOAD, Key, seal
from dzwonek.outbox.spool import MissingFileError, Spool, sweep_parts
from tests.fakes.reports import envelope

ID = envelope().report_id


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Code.DISK_FULL),
        (errno.EDQUOT, Code.DISK_FULL),
        (errno.EROFS, Code.DISK_READ_ONLY),
        (errno.EACCES, Code.DISK_READ_ONLY),
        (errno.EIO, Code.DISK_FAILED),
        (errno.EMFILE, Code.DISK_FAILED),
    ],
)
def test_each_error_of_the_disk_has_its_problem(tmp_path: Path, number: int, code: Code) -> None:
    with pytest.raises(ProblemError) as caught, disk.disk_errors(tmp_path):
        raise OSError(number, "no")

    assert caught.value.problem.code is code
    assert caught.value.problem.values["error"] == errno.errorcode[number]


@pytest.mark.parametrize("name", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_failed_write_leaves_no_file_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    spool = Spool(tmp_path / "spool")
    spool.write(envelope(1).report_id, [b"other"])

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(disk if name == "replace" else os, name, fail)
        with pytest.raises(ProblemError):
            spool.write(ID, [b"content"])

    assert ID not in spool.listing()
    assert [path.name for path in (tmp_path / "spool").iterdir() if path.suffix == ".part"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folder sync")
def test_a_file_whose_folder_could_not_be_synced_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = Spool(tmp_path / "spool")
    spool.write(envelope(1).report_id, [b"other"])

    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", fail)
        with pytest.raises(ProblemError):
            spool.write(ID, [b"content"])

    assert not spool.has(ID)


def test_a_short_write_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda fd, chunk: whole(fd, bytes(chunk[:7])))

    disk.write_durably(tmp_path / "file", [b"0123456789" * 3, b"end"])

    assert (tmp_path / "file").read_bytes() == b"0123456789" * 3 + b"end"


def test_a_shredded_file_is_blotted_before_it_is_gone(tmp_path: Path) -> None:
    path, other = tmp_path / "file", tmp_path / "same file"
    path.write_bytes(b"wrapped key" + bytes(range(255)))
    os.link(path, other)

    disk.shred(path)

    assert not path.exists()
    assert set(other.read_bytes()) == {0}


def test_half_written_files_of_dead_processes_are_swept_and_others_left(tmp_path: Path) -> None:
    dead = tmp_path / "a.dzw.999999999-00.part"
    ours = tmp_path / f"b.dzw.{os.getpid()}-00.part"
    for path in (dead, ours):
        path.touch()

    sweep_parts(tmp_path)

    assert (dead.exists(), ours.exists()) == (False, True)


def test_a_second_name_that_a_crash_left_is_taken_away_and_the_file_stays_whole(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.dzw"
    file.write_bytes(b"sealed")
    second = tmp_path / "a.dzw.999999999-00.part"
    second.hardlink_to(file)

    sweep_parts(tmp_path)

    assert not second.exists()
    assert file.read_bytes() == b"sealed"


def test_a_delivered_file_is_found_under_its_new_name(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool")
    chunks = seal(ID, {PAYLOAD: b"content"}, Key("key", bytes(32))).chunks
    spool.write(ID, chunks)

    spool.mark_sent(ID)
    spool.mark_sent(ID)

    assert spool.read(ID) == b"".join(chunks)
    assert spool.listing() == {ID: True}
    spool.shred(ID)
    with pytest.raises(MissingFileError):
        spool.read(ID)


def test_the_ballast_takes_its_space_and_gives_it_back_once(tmp_path: Path) -> None:
    ballast = disk.Ballast(tmp_path / "ballast")

    assert ballast.lay()
    assert (tmp_path / "ballast").stat().st_size == disk.BALLAST_SIZE
    assert ballast.release()
    assert not ballast.release()


def test_no_ballast_is_laid_on_a_disk_that_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = disk.BALLAST_SIZE

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)

    assert not disk.Ballast(tmp_path / "ballast").lay()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_with_less_than_a_megabyte_left_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = disk.LITTLE

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)
    assert not disk.is_nearly_full(tmp_path)
    Usage.free -= 1
    assert disk.is_nearly_full(tmp_path)


def test_a_disk_that_tells_nothing_is_not_called_full(tmp_path: Path) -> None:
    assert not disk.is_nearly_full(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_CANTOPEN]
)
@pytest.mark.parametrize("is_full", [False, True])
def test_an_error_of_the_database_on_a_nearly_full_disk_says_that_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, is_full: bool
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise database_error(code)

    file = IndexFile(tmp_path / "index.db")
    monkeypatch.setattr(sqlite3, "connect", refuse)
    monkeypatch.setattr(disk, "is_nearly_full", lambda _: is_full)
    with pytest.raises(ProblemError) as caught:
        file.read("SELECT 1")
    file.close()

    assert (caught.value.problem.code is Code.DISK_FULL) is is_full


@pytest.mark.parametrize("is_full", [False, True])
def test_on_a_nearly_full_disk_space_is_freed_before_the_index_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_full: bool
) -> None:
    ballast = disk.Ballast(tmp_path / "ballast")
    assert ballast.lay()
    file = IndexFile(tmp_path / "index.db", ballast.release)
    monkeypatch.setattr(disk, "is_nearly_full", lambda _: is_full)

    assert file.read("SELECT 1 AS one") == [{"one": 1}]
    file.close()

    assert (tmp_path / "ballast").exists() is not is_full


@pytest.mark.parametrize("has_ballast", [False, True])
def test_a_read_that_finds_the_disk_full_frees_space_and_is_tried_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_ballast: bool
) -> None:
    whole, tries = sqlite3.connect, []

    def connect(path: Path, **options: object) -> object:
        tries.append(path)
        if len(tries) == 1:
            raise database_error(sqlite3.SQLITE_FULL)
        return whole(path, **options)  # type: ignore[call-overload]  # passed on as it came

    file = IndexFile(tmp_path / "index.db", lambda: has_ballast)
    monkeypatch.setattr(sqlite3, "connect", connect)
    if has_ballast:
        assert file.read("SELECT 1 AS one") == [{"one": 1}]
    else:
        with pytest.raises(ProblemError) as caught:
            file.read("SELECT 1 AS one")
        assert caught.value.problem.code is Code.DISK_FULL
    file.close()

    assert len(tries) == 1 + has_ballast


def database_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("refused")
    error.sqlite_errorcode = code
    error.sqlite_errorname = f"SQLITE_{code}"
    return error
