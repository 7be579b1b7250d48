"""Reports and drafts brought into another folder: nothing lost, nothing sent twice."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import Phase, State
from dzwonek.domain.identity import Remembered
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.outbox import disk
from dzwonek.outbox import owner as owners
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.index import IndexFile
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.moving import Moved, Store, move_in
from dzwonek.outbox.remembered import SealedMemory
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.reports import PNG, SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

LEFT_BEHIND = r"dzwonek\.outbox\.moving: left behind"


@pytest.fixture
def old(tmp_path: Path, keys: KeyRing) -> Store:
    """Give the folder of the other tests, which begin with an open outbox there."""
    return Store(tmp_path / "data", keys)


@pytest.fixture
def new(tmp_path: Path, clock: FakeClock) -> Store:
    """Give a folder with a key of its own, in a file beside it."""
    keys = KeyRing(tmp_path / "new" / "keys", MemorySecretBox(), clock, is_file_wanted=True)
    return Store(tmp_path / "new", keys)


@pytest.fixture
def taken_up(new: Store, clock: FakeClock) -> Callable[[], SealedOutbox]:
    """Open the new folder as the next start does."""

    def recovered() -> SealedOutbox:
        outbox = SealedOutbox(new.folder, new.keys, clock)
        outbox.recover()
        return outbox

    return recovered


def submitted(outbox: SealedOutbox, number: int = 0) -> str:
    report = envelope(number)
    outbox.submit(report, SUMMARY, START)
    return report.report_id


def draft(new_text: str = "cisza") -> Draft:
    return Draft(id=new_id(START), created_at=START, occurred_at=START, description=new_text)


def picture() -> Picture:
    return Picture(PictureNote("one", "DP-1", 1920, 1080, "image/png", START), PNG)


def test_a_waiting_report_comes_along_with_every_byte_and_no_try_within_the_minute(
    outbox: SealedOutbox, old: Store, new: Store, taken_up: Callable[[], SealedOutbox]
) -> None:
    report_id = submitted(outbox)
    before = outbox.envelope(report_id)
    outbox.close()
    assert move_in(old, new, outbox.clock) == Moved(came=1)
    moved = taken_up()
    assert moved.envelope(report_id) == before
    entry = moved.entry(report_id)
    assert (entry.state, entry.created_at) == (State.QUEUED, START)
    row = moved.index.row(report_id)
    assert row is not None
    assert row.floor.remaining(moved.now()) == timedelta(seconds=60)
    moved.close()


def test_nothing_sealed_and_no_index_stays_in_the_old_folder(
    outbox: SealedOutbox, old: Store, new: Store
) -> None:
    submitted(outbox)
    drafts = SealedDrafts(old.folder / "drafts", old.keys)
    drafts.save(draft())
    outbox.close()
    move_in(old, new, outbox.clock)
    left = [path.name for path in old.folder.rglob("*") if path.is_file()]
    assert left == ["outbox.lock"]
    assert list((old.folder / "drafts").iterdir()) == []


def test_a_delivered_report_is_delivered_in_the_new_folder_too(
    outbox: SealedOutbox, old: Store, new: Store, taken_up: Callable[[], SealedOutbox]
) -> None:
    report_id = submitted(outbox)
    row = outbox.index.row(report_id)
    assert row is not None
    # as a kill between the commit and the renaming of the file leaves it
    outbox.index.change(
        row, {"state": State.DELIVERED.value, "delivered_wall": 1, "due_wall": None}
    )
    outbox.close()
    assert move_in(old, new, outbox.clock) == Moved(came=1)
    moved = taken_up()
    assert moved.entry(report_id).state is State.DELIVERED
    moved.close()


def test_a_report_whose_answer_was_lost_keeps_its_name_and_waits_its_minute(
    outbox: SealedOutbox, old: Store, new: Store, taken_up: Callable[[], SealedOutbox]
) -> None:
    report_id = submitted(outbox)
    row = outbox.index.row(report_id)
    assert row is not None
    dead = owners.Owner(outbox.owner.host, 999_999_999, outbox.owner.boot, "gone")
    until = START + timedelta(minutes=20)
    outbox.index.lease(row, str(dead), until, START)
    outbox.index.write_phase(report_id, str(dead), Phase.DOT_SENT, until)
    message_id = row.message_id
    outbox.close()
    move_in(old, new, outbox.clock)
    moved = taken_up()
    found = moved.index.row(report_id)
    assert found is not None
    assert found.message_id == message_id
    assert found.floor.remaining(moved.now()) == timedelta(seconds=60)
    moved.close()


def test_drafts_come_along_with_pictures_and_their_age(
    old: Store, new: Store, clock: FakeClock
) -> None:
    mine = draft()
    drafts = SealedDrafts(old.folder / "drafts", old.keys, clock)
    drafts.put_picture(mine.id, picture())
    drafts.save(mine)
    text = old.folder / "drafts" / mine.id / "draft.dzw"
    os.utime(text, (1_700_000_000, 1_700_000_000))
    assert move_in(old, new, clock) == Moved(came=2)
    moved = SealedDrafts(new.folder / "drafts", new.keys, clock)
    assert moved.drafts() == (mine,)
    assert moved.picture(mine.id, "one") == PNG
    there = new.folder / "drafts" / mine.id / "draft.dzw"
    assert round(there.stat().st_mtime) == 1_700_000_000


def test_remembered_names_come_along_unless_the_new_folder_has_its_own(
    old: Store, new: Store, clock: FakeClock
) -> None:
    first = Remembered(names=("Tobiasz Świeczka",))
    SealedMemory(old.folder / "remembered.sealed", old.keys).save(first)
    assert move_in(old, new, clock) == Moved(came=1)
    assert SealedMemory(new.folder / "remembered.sealed", new.keys).load() == first
    SealedMemory(old.folder / "remembered.sealed", old.keys).save(Remembered(names=("Ewa",)))
    move_in(old, new, clock)
    assert SealedMemory(new.folder / "remembered.sealed", new.keys).load() == first
    assert not (old.folder / "remembered.sealed").exists()


def test_a_crash_before_the_old_file_is_destroyed_sends_nothing_twice(
    outbox: SealedOutbox,
    old: Store,
    new: Store,
    taken_up: Callable[[], SealedOutbox],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report_id = submitted(outbox)
    outbox.close()

    def killed(path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(disk, "shred", killed)
        with pytest.raises(KeyboardInterrupt):
            move_in(old, new, outbox.clock)
    moved = taken_up()
    moved.spool.mark_sent(report_id)  # meanwhile it is delivered there
    row = moved.index.row(report_id)
    assert row is not None
    moved.index.change(row, {"state": State.DELIVERED.value, "delivered_wall": 1, "due_wall": None})
    moved.close()
    assert move_in(old, new, outbox.clock) == Moved(came=1)
    assert sorted(path.name for path in (new.folder / "spool").iterdir()) == [
        f"{report_id}.sent.dzw"
    ]


def test_a_report_that_the_new_folder_has_destroyed_is_not_taken_in_again(
    outbox: SealedOutbox, old: Store, new: Store, taken_up: Callable[[], SealedOutbox]
) -> None:
    report_id = submitted(outbox)
    kept = (old.folder / "spool" / f"{report_id}.dzw").read_bytes()
    outbox.close()
    move_in(old, new, outbox.clock)
    moved = taken_up()
    moved.discard(report_id)
    moved.close()
    disk.make_folder(old.folder / "spool")
    (old.folder / "spool" / f"{report_id}.dzw").write_bytes(kept)
    move_in(old, new, outbox.clock)
    moved = taken_up()
    assert moved.entries() == ()
    assert list((new.folder / "spool").iterdir()) == []
    moved.close()


def test_what_another_process_has_open_is_left_for_later(
    outbox: SealedOutbox, old: Store, new: Store
) -> None:
    submitted(outbox)
    assert move_in(old, new, outbox.clock) == Moved(is_busy=True)
    assert not (new.folder / "spool").exists()
    outbox.close()
    assert move_in(old, new, outbox.clock) == Moved(came=1)


def test_what_cannot_be_opened_stays_with_its_index(
    outbox: SealedOutbox,
    old: Store,
    new: Store,
    box: MemorySecretBox,
    clock: FakeClock,
    tmp_path: Path,
    expected_warnings: list[str],
) -> None:
    submitted(outbox)
    outbox.close()
    box.problem = Problem(Code.KEYRING_LOCKED)
    locked = Store(old.folder, KeyRing(tmp_path / "state", box, clock))
    expected_warnings.append(LEFT_BEHIND)
    assert move_in(locked, new, clock) == Moved(left=1)
    assert (old.folder / "index.db").exists()
    box.problem = None
    clock.advance(timedelta(minutes=6))
    unlocked = Store(old.folder, KeyRing(tmp_path / "state", box, clock))
    assert move_in(unlocked, new, clock) == Moved(came=1)


def test_a_damaged_report_stays_and_the_others_come(
    outbox: SealedOutbox, old: Store, new: Store, expected_warnings: list[str]
) -> None:
    damaged, sound = submitted(outbox), submitted(outbox, 1)
    path = old.folder / "spool" / f"{damaged}.dzw"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    outbox.close()
    expected_warnings.append(LEFT_BEHIND)
    assert move_in(old, new, outbox.clock) == Moved(came=1, left=1)
    assert path.exists()
    assert (new.folder / "spool" / f"{sound}.dzw").exists()


def test_a_later_programs_folder_is_left_to_it(
    outbox: SealedOutbox, old: Store, new: Store
) -> None:
    submitted(outbox)
    outbox.close()
    index = IndexFile(old.folder / "index.db")
    index.write("UPDATE meta SET value = 99 WHERE name = 'min_reader'")
    index.read("PRAGMA user_version=99")
    index.close()
    assert move_in(old, new, outbox.clock) == Moved(left=1)
    assert not (new.folder / "spool").exists()


def test_a_full_disk_leaves_the_old_file_in_its_place(
    outbox: SealedOutbox, old: Store, new: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = submitted(outbox)
    outbox.close()

    def full(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_durably", full)
        with pytest.raises(ProblemError) as caught:
            move_in(old, new, outbox.clock)
    assert caught.value.problem.code is Code.DISK_FULL
    assert (old.folder / "spool" / f"{report_id}.dzw").exists()
    assert move_in(old, new, outbox.clock) == Moved(came=1)


def test_an_empty_folder_is_not_even_opened(tmp_path: Path, new: Store, clock: FakeClock) -> None:
    old = Store(tmp_path / "nothing", new.keys)
    (tmp_path / "nothing" / "spool").mkdir(parents=True)
    assert move_in(old, new, clock) == Moved()
    assert not (tmp_path / "nothing" / "index.db").exists()


def test_the_new_folders_key_is_in_its_own_file_whatever_keyring_there_is(new: Store) -> None:
    key = new.keys.current()
    assert key.id in (new.folder / "keys" / "queue.key").read_text(encoding="ascii")
