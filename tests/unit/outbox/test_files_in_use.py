"""A sealed file that another program keeps open is destroyed later, and holds nobody up."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import disk
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.courier_desk import Desk

WEEKS = timedelta(days=15)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Give a set of files that refuse to be removed, as they do on Windows while they are open."""
    files: set[Path] = set()
    whole = disk.unlink

    def unlink(path: Path) -> None:
        if path in files:
            raise OSError(errno.EACCES, "in use")
        whole(path)

    monkeypatch.setattr(disk, "unlink", unlink)
    return files


def file_of(outbox: SealedOutbox, report_id: str, end: str = ".dzw") -> Path:
    return outbox.folder / "spool" / f"{report_id}{end}"


def test_a_report_deleted_while_its_file_is_open_is_gone_and_the_file_follows(
    outbox: SealedOutbox, desk: Desk, held: set[Path], expected_warnings: list[str]
) -> None:
    expected_warnings.append("file left for later")
    report_id = desk.submit(1)
    held.add(file := file_of(outbox, report_id))

    outbox.discard(report_id)

    with pytest.raises(ProblemError) as caught:
        outbox.entry(report_id)
    assert caught.value.problem.code is Code.REPORT_UNKNOWN
    assert file.exists()
    assert not any(file.read_bytes()[:1024])  # what wrapped its key is overwritten all the same
    assert outbox.shredder.purge() == timedelta(minutes=1)

    held.clear()
    outbox.shredder.purge()
    assert not file.exists()


def test_one_open_file_keeps_no_other_from_being_destroyed(
    outbox: SealedOutbox, desk: Desk, held: set[Path], expected_warnings: list[str]
) -> None:
    expected_warnings.append("file left for later")
    ids = [desk.submit(number) for number in range(3)]
    desk.run(timedelta(minutes=1))
    held.add(file_of(outbox, ids[0], ".sent.dzw"))
    desk.clock.advance(WEEKS)

    outbox.shredder.purge()

    left = [path.name for path in (outbox.folder / "spool").iterdir()]
    assert left == [f"{ids[0]}.sent.dzw"]
    assert {entry.state for entry in outbox.entries()} == {State.TOMBSTONE}


def test_the_next_start_destroys_what_was_left(
    outbox: SealedOutbox,
    desk: Desk,
    held: set[Path],
    reopen: Callable[[], SealedOutbox],
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("file left for later")
    report_id = desk.submit(1)
    held.add(file := file_of(outbox, report_id))
    outbox.discard(report_id)
    outbox.close()
    held.clear()

    reopen().recover()

    assert not file.exists()
