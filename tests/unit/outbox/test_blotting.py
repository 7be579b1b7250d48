"""A report's file that is written anew: the key of the old one is gone, and nobody is misled."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from dzwonek.outbox import disk
from dzwonek.outbox.disk import HEAD
from tests.fakes.courier_desk import Desk


def file_of(folder: Path, report_id: str) -> Path:
    (file,) = (folder / "data" / "spool").glob(f"{report_id}*")
    return file


@pytest.mark.parametrize("is_delivered", [False, True])
def test_the_key_under_a_report_without_its_number_is_overwritten(
    desk: Desk, tmp_path: Path, is_delivered: bool
) -> None:
    report_id = desk.submit()
    if is_delivered:
        desk.look()
    kept = tmp_path / "another name of the old file"
    kept.hardlink_to(file_of(tmp_path, report_id))
    message = desk.outbox.message(report_id)

    desk.outbox.confirm(report_id, "12345")

    assert set(kept.read_bytes()[:HEAD]) == {0}
    assert desk.outbox.message(report_id) == message
    assert file_of(tmp_path, report_id).suffixes == [".sent", ".dzw"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file has no other in its place there")
def test_who_reads_a_file_that_is_written_anew_meanwhile_reads_the_new_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = desk.submit()
    desk.look()
    message = desk.outbox.message(report_id)
    real = disk.reading

    @contextmanager
    def overtaken(path: Path) -> Iterator[BinaryIO]:
        with real(path) as file:
            monkeypatch.setattr(disk, "reading", real)
            desk.outbox.confirm(report_id, "12345")
            yield file

    monkeypatch.setattr(disk, "reading", overtaken)
    assert desk.outbox.message(report_id) == message
