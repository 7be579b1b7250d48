"""What can be seen and taken away where the data folder takes no writing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.look import Look
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post


@pytest.fixture
def look(tmp_path: Path, keys: KeyRing, clock: FakeClock) -> Look:
    return Look(tmp_path / "data", keys, clock)


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let copies be made in a folder that the test can look into."""
    place = tmp_path / "copies"
    place.mkdir()
    monkeypatch.setattr("dzwonek.outbox.look._elsewhere", lambda: str(place))
    yield place
    assert list(place.iterdir()) == []


def fingerprint(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_nothing_is_listed_where_nothing_was_ever_stored(look: Look, tmp_path: Path) -> None:
    assert look.entries() == ()
    assert not (tmp_path / "data").exists()


def test_what_stands_only_in_the_log_is_listed_and_nothing_is_written(
    desk: Desk, look: Look, tmp_path: Path, copies: Path
) -> None:
    first, second = desk.submit(), desk.submit(1)
    desk.outbox.index.change(desk.outbox.index.rows()[0], {"state": State.REJECTED.value})
    assert (tmp_path / "data" / "index.db-wal").stat().st_size > 0
    message = desk.outbox.message(first)
    before = fingerprint(tmp_path / "data")

    listed = look.entries()

    assert [entry.id for entry in listed] == [second, first]
    assert [entry.state for entry in listed] == [State.REJECTED, State.QUEUED]
    assert listed[0].summary is not None
    assert look.message(first) == message
    assert fingerprint(tmp_path / "data") == before


def test_no_next_attempt_is_promised_where_none_can_be(desk: Desk, look: Look) -> None:
    desk.submit()
    assert [entry.due_at for entry in look.entries()] == [None]


def test_a_damaged_index_hides_no_report(
    desk: Desk, look: Look, tmp_path: Path, copies: Path
) -> None:
    report_id = desk.submit()
    desk.outbox.close()
    (tmp_path / "data" / "index.db").write_bytes(b"spoilt" * 1000)

    (entry,) = look.entries()

    assert (entry.id, entry.state) == (report_id, State.QUEUED)
    assert look.message(report_id)


def test_without_a_place_for_a_copy_the_sealed_files_are_listed(
    desk: Desk, look: Look, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report_id = desk.submit()
    monkeypatch.setattr("dzwonek.outbox.look._elsewhere", lambda: str(tmp_path / "nowhere"))
    assert [entry.id for entry in look.entries()] == [report_id]


def test_a_file_named_as_sent_is_listed_as_delivered(desk: Desk, look: Look) -> None:
    report_id = desk.submit()
    desk.outbox.spool.mark_sent(report_id)
    assert [entry.state for entry in look.entries()] == [State.DELIVERED]


def test_what_was_destroyed_does_not_come_back_with_a_copy_of_its_file(
    desk: Desk, look: Look, tmp_path: Path
) -> None:
    report_id = desk.submit()
    file = tmp_path / "data" / "spool" / f"{report_id}.dzw"
    shutil.copy(file, tmp_path / "kept")
    desk.outbox.discard(report_id)
    os.rename(tmp_path / "kept", file)
    assert look.entries() == ()


def test_a_file_that_is_no_report_is_listed_as_damaged(
    desk: Desk, look: Look, tmp_path: Path, reopen: Callable[[], SealedOutbox], post: Post
) -> None:
    report_id = desk.submit()
    desk.outbox.close()
    (tmp_path / "data" / "index.db").unlink()
    (tmp_path / "data" / "spool" / f"{report_id}.dzw").write_bytes(b"spoilt")
    assert [entry.state for entry in look.entries()] == [State.QUARANTINED]
