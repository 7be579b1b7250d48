"""Copies of the index: how long they lie about, and that none keeps a key of what was shredded."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.outbox.remains import Remains
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START
from tests.fakes.reports import SUMMARY, envelope

COPIES = (
    "index.db.v1-20260227T150000Z.backup",
    "outbox.corrupt-20260227T150000Z",
    "outbox.corrupt-20260227T150000Z-wal",
)


def lay(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"wrapped key " * 20_000)
    return [folder / name for name in names]


def test_the_first_content_that_is_shredded_takes_all_copies_of_the_index_along(
    outbox: SealedOutbox, tmp_path: Path
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    copies = lay(outbox.folder, *COPIES)
    held = [tmp_path / copy.name for copy in copies]
    for copy, link in zip(copies, held, strict=True):
        os.link(copy, link)

    outbox.discard(report_id)

    assert [copy for copy in copies if copy.exists()] == []
    assert not any(any(link.read_bytes()) for link in held)


@pytest.mark.parametrize(("days", "is_kept"), [(6, True), (8, False), (-8, False)])
def test_what_was_set_aside_is_kept_for_a_week(
    outbox: SealedOutbox, days: int, is_kept: bool
) -> None:
    copies = lay(outbox.folder, *COPIES[1:])
    then = time.time() - timedelta(days=days).total_seconds()
    for copy in copies:
        os.utime(copy, (then, then))

    outbox.shredder.purge()

    assert [copy.exists() for copy in copies] == [is_kept, is_kept]


def test_a_start_at_which_the_index_was_made_anew_keeps_the_copy_from_before_the_migration(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], expected_warnings: list[str]
) -> None:
    expected_warnings.append("rebuilt from the sealed files")
    outbox.close()
    (copy,) = lay(outbox.folder, COPIES[0])
    (outbox.folder / "index.db").write_bytes(b"spoilt" * 1000)

    reopen().recover()
    assert copy.exists()
    reopen().recover()
    assert not copy.exists()


def test_nothing_else_in_the_folder_is_touched(tmp_path: Path) -> None:
    names = ("index.db", "index.db-wal", "ballast", "outbox.lock", "index.db.v1.txt", "corrupt")
    others = lay(tmp_path / "data", *names)

    remains = Remains(tmp_path / "data")
    remains.destroy()
    remains.destroy_backups()
    remains.destroy_old()
    remains.destroy_substitute()

    assert [other for other in others if not any(other.read_bytes())] == []


def test_a_folder_that_is_not_there_holds_no_copies(tmp_path: Path) -> None:
    Remains(tmp_path / "none").destroy()
    assert not Remains(tmp_path / "none").has_substitute()
