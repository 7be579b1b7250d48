"""A sealed file that another program keeps open is destroyed later, and holds nobody up."""

from __future__ import annotations

import errno
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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


@contextmanager
def scanner(folder: Path) -> Iterator[None]:
    """Open every file of a folder again and again for a moment, as a virus scanner does."""
    is_over = threading.Event()

    def scan() -> None:
        while not is_over.is_set():
            for path in folder.rglob("*"):
                with suppress(OSError), open(path, "rb") as file:
                    file.read(1)
                    is_over.wait(0.02)

    scanning = threading.Thread(target=scan, name="scanner")
    scanning.start()
    yield
    is_over.set()
    scanning.join()


def test_a_scanner_at_work_keeps_no_report_from_being_saved_sent_and_destroyed(
    outbox: SealedOutbox, desk: Desk
) -> None:
    with scanner(outbox.folder):
        ids = [desk.submit(number) for number in range(4)]
        desk.run(timedelta(minutes=1))
        assert {outbox.entry(report_id).state for report_id in ids} == {State.DELIVERED}
        outbox.discard(ids[0])
        desk.clock.advance(WEEKS)
        outbox.shredder.purge()
    outbox.shredder.purge()
    assert list((outbox.folder / "spool").iterdir()) == []


if sys.platform == "win32":

    def test_a_report_whose_file_is_held_for_long_is_deleted_once_it_is_free(
        outbox: SealedOutbox, desk: Desk, expected_warnings: list[str]
    ) -> None:
        expected_warnings.append("file left for later")
        report_id = desk.submit(1)
        file = file_of(outbox, report_id)
        with open(file, "rb") as held_open:  # Windows removes no file that is open
            outbox.discard(report_id)
            assert not any(held_open.read(1024))
        assert file.exists()
        outbox.shredder.purge()
        assert not file.exists()
