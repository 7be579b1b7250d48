"""An index is set aside only by one who has it alone, and only when it is the one at fault."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import occupancy
from dzwonek.outbox.index import IndexDamagedError, IndexFile
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope

OTHERS_FAULTS = [
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_BUSY_RECOVERY,
    sqlite3.SQLITE_BUSY_SNAPSHOT,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_LOCKED_SHAREDCACHE,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_IOERR_LOCK,
    sqlite3.SQLITE_IOERR_SHMMAP,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_READONLY_DBMOVED,
    sqlite3.SQLITE_CANTOPEN,
]
posix_only = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows itself refuses to rename an open file"
)


class Refusing:
    """A connection whose every statement fails with one of SQLite's codes."""

    def __init__(self, code: int) -> None:
        self._code = code

    def execute(self, *_: object) -> object:
        error = sqlite3.OperationalError("refused")
        error.sqlite_errorcode = self._code
        error.sqlite_errorname = f"SQLITE_{self._code}"
        raise error

    def close(self) -> None:
        """Do nothing."""


@pytest.mark.parametrize("code", OTHERS_FAULTS)
def test_a_sound_index_is_never_set_aside_for_anothers_fault(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    outbox.close()
    later = reopen()

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *_, **__: Refusing(code))
        with pytest.raises(ProblemError) as caught:
            later.recover()

    assert not isinstance(caught.value, IndexDamagedError)
    assert list((tmp_path / "data").glob("outbox.corrupt-*")) == []
    assert not later.recover().is_rebuilt
    assert later.entry(report_id).state is State.QUEUED


def test_a_start_beside_a_busy_process_leaves_the_index_where_it_is(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    monkeypatch.setattr("dzwonek.outbox.schema.FIRST", ("PRAGMA busy_timeout=1",))
    index = tmp_path / "data" / "index.db"
    busy = sqlite3.connect(index, isolation_level=None)
    busy.execute("PRAGMA locking_mode=EXCLUSIVE")
    busy.execute("BEGIN EXCLUSIVE")

    with pytest.raises(ProblemError) as caught:
        reopen().recover()

    busy.close()
    assert not isinstance(caught.value, IndexDamagedError)
    assert list(index.parent.glob("outbox.corrupt-*")) == []


@pytest.mark.parametrize(
    ("text", "is_damage"),
    [
        ("Tree 4 page 9: unable to get the page. error code=10", False),
        ("Tree 4 page 9: unable to get the page. error code=3082", False),
        ("Tree 4 page 9: unable to get the page. error code=11", True),
        ("row 1 missing from index report_waiting", True),
    ],
)
def test_a_page_that_the_disk_did_not_give_is_no_damage_of_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, is_damage: bool
) -> None:
    file = IndexFile(tmp_path / "index.db")
    monkeypatch.setattr(file, "read", lambda _: [{"quick_check": text}])

    with pytest.raises(ProblemError) as caught:
        file.check()

    assert isinstance(caught.value, IndexDamagedError) is is_damage


@pytest.mark.parametrize(("place", "value"), [(18, 9), (47, 9)])
def test_damage_that_sqlite_gives_another_name_is_damage(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    expected_warnings: list[str],
    place: int,
    value: int,
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    index = tmp_path / "data" / "index.db"
    content = bytearray(index.read_bytes())
    content[place] = value
    index.write_bytes(content)
    expected_warnings.append("index unreadable")

    assert reopen().recover().is_rebuilt


def spoil(index: Path) -> None:
    with index.open("r+b") as file:
        file.write(os.urandom(index.stat().st_size))


@posix_only
def test_an_index_is_not_set_aside_while_another_store_has_it_open(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    monkeypatch.setattr(occupancy, "PATIENCE", 0.05)
    outbox.submit(envelope(), SUMMARY, START)
    outbox.index.tidy()  # else the log still holds every page
    spoil(tmp_path / "data" / "index.db")
    expected_warnings.append("another process has it open")

    later = reopen()
    with pytest.raises(ProblemError) as caught:
        later.recover()

    assert caught.value.problem.code is Code.DISK_FAILED
    assert list((tmp_path / "data").glob("outbox.corrupt-*")) == []
    outbox.close()
    expected_warnings.append("rebuilt from the sealed files")
    assert later.recover().is_rebuilt


@posix_only
def test_a_start_that_finds_the_index_made_anew_meanwhile_uses_it(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    monkeypatch.setattr(occupancy, "PATIENCE", 0.05)
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    spoil(tmp_path / "data" / "index.db")
    faster, slower = reopen(), reopen()
    whole = slower.index.file.close
    expected_warnings.append("index unreadable")

    def overtaken() -> None:
        whole()
        monkeypatch.setattr(slower.index.file, "close", whole)
        assert faster.recover().is_rebuilt

    monkeypatch.setattr(slower.index.file, "close", overtaken)

    assert not slower.recover().is_rebuilt
    assert len(list((tmp_path / "data").glob("outbox.corrupt-*Z"))) == 1


@posix_only
def test_after_setting_an_index_aside_the_new_one_is_shared_with_others(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    expected_warnings: list[str],
) -> None:
    outbox.close()
    spoil(tmp_path / "data" / "index.db")
    expected_warnings.append("index unreadable")
    first, second = reopen(), reopen()

    assert first.recover().is_rebuilt
    assert not second.recover().is_rebuilt


def test_a_report_whose_file_is_named_as_delivered_is_not_sent_again(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    desk = Desk(outbox, Post(), clock)
    report_id = desk.submit()
    outbox.spool.mark_sent(report_id)

    desk.run(timedelta(minutes=5))

    entry = outbox.entry(report_id)
    assert (desk.post.attempts, desk.post.connections) == ([], 0)
    assert (entry.state, entry.attempts) == (State.DELIVERED, 0)
