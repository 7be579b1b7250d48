"""How an earlier program's index becomes today's, and what happens when it cannot."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import disk, migration, schema
from dzwonek.outbox.store import SealedOutbox

STORE = Path(__file__).parents[2] / "data" / "store-1"
REPORTS = 12


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Lay the store of the first version where the outbox will look for it."""
    shutil.copytree(STORE / "state", tmp_path / "state")
    return Path(shutil.copytree(STORE / "data", tmp_path / "data"))


def version(data: Path) -> int:
    with closing(sqlite3.connect(data / "index.db")) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def backups(data: Path) -> list[Path]:
    return sorted(data.glob("*.backup*"))


def test_the_first_versions_index_is_taken_over(
    data: Path, reopen: Callable[[], SealedOutbox]
) -> None:
    outbox = reopen()

    recovery = outbox.recover()

    assert not recovery.is_rebuilt
    assert len(outbox.index.rows()) == REPORTS
    assert version(data) == schema.VERSION
    assert all(row.root_message_id == row.message_id for row in outbox.index.rows())


def test_a_migrated_index_and_a_new_one_have_the_same_tables(
    data: Path, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    def shape(outbox: SealedOutbox) -> object:
        columns = outbox.index.file.read("PRAGMA table_info(report)")
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
        return [{**column, "cid": 0} for column in columns], outbox.index.file.read(query)

    migrated = reopen()
    fresh = SealedOutbox(tmp_path / "fresh", migrated.keys, migrated.clock)

    assert shape(migrated) == shape(fresh)
    fresh.close()


def test_before_the_first_step_there_is_a_whole_copy_for_this_user_alone(
    data: Path, reopen: Callable[[], SealedOutbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(migration, "step", fail)
    outbox = reopen()

    with pytest.raises(ProblemError):
        outbox.recover()

    (backup,) = backups(data)
    assert (version(data), backup.name[:12]) == (1, "index.db.v1-")
    assert os.name != "posix" or backup.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM report").fetchone() == (REPORTS,)


def test_the_copy_is_destroyed_once_a_start_went_well(
    data: Path, reopen: Callable[[], SealedOutbox]
) -> None:
    outbox = reopen()
    outbox.index.open()
    held = data.parent / "held"
    os.link(backups(data)[0], held)

    outbox.recover()

    assert backups(data) == []
    assert not any(held.read_bytes())


def test_a_half_written_copy_of_a_killed_start_is_destroyed_too(
    data: Path, reopen: Callable[[], SealedOutbox]
) -> None:
    (data / "index.db.v1-20260227T150000Z.backup.999999999-0a.part").write_bytes(b"half")
    (data / "index.db.v1-20260227T150000Z.backup").write_bytes(b"whole")

    reopen().recover()

    assert backups(data) == []


def test_where_the_copy_does_not_fit_the_migration_is_not_begun_and_says_so(
    data: Path, reopen: Callable[[], SealedOutbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Path:
        raise OSError(errno.ENOSPC, "no")

    outbox = reopen()
    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_part", fail)
        with pytest.raises(ProblemError) as caught:
            outbox.recover()
        assert caught.value.problem.code is Code.DISK_FULL
        assert (version(data), backups(data)) == (1, [])

    outbox.recover()
    assert version(data) == schema.VERSION


def test_the_copy_may_take_the_ballasts_space(
    data: Path, reopen: Callable[[], SealedOutbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    ballast, whole = data / "ballast", disk.write_part
    ballast.write_bytes(b"heavy")

    def full_while_the_ballast_lies(*arguments: object) -> Path:
        if ballast.exists():
            raise OSError(errno.ENOSPC, "no")
        return whole(*arguments)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(disk, "write_part", full_while_the_ballast_lies)
    reopen().index.open()

    assert version(data) == schema.VERSION


def test_a_step_that_somebody_else_just_did_is_not_done_twice(
    outbox: SealedOutbox,
) -> None:
    said: list[str] = []

    def run(statement: str) -> list[dict[str, str | int | bytes | None]]:
        said.append(statement)
        return [{"user_version": 2}]

    migration.step(run, 1)

    assert said == ["BEGIN IMMEDIATE", "PRAGMA user_version", "COMMIT"]


def test_an_index_that_names_no_version_is_damaged_and_made_anew_from_the_files(
    data: Path, reopen: Callable[[], SealedOutbox], expected_warnings: list[str]
) -> None:
    expected_warnings.append("rebuilt from the sealed files")
    with closing(sqlite3.connect(data / "index.db")) as connection:
        connection.execute("PRAGMA user_version=0")

    assert reopen().recover().is_rebuilt


def test_an_index_that_names_an_earlier_version_than_it_is_of_is_made_anew(
    data: Path, reopen: Callable[[], SealedOutbox], expected_warnings: list[str]
) -> None:
    expected_warnings.append("rebuilt from the sealed files")
    first = reopen()
    first.recover()
    first.close()
    with closing(sqlite3.connect(data / "index.db")) as connection:
        connection.execute("PRAGMA user_version=1")

    recovery = reopen().recover()

    assert recovery.is_rebuilt
    assert version(data) == schema.VERSION
