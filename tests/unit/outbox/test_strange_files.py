"""Links, pipes, giants and open doors where a file of ours should be: none is followed or waited
for, and none keeps the other reports back.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox import disk, sealed_files
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keyfile import KeyFile, KeyNotes
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.remains import Remains
from dzwonek.outbox.seal import FILE_LIMIT, DamagedError
from dzwonek.outbox.spool import Spool, sweep_parts
from dzwonek.outbox.store import SealedOutbox
from dzwonek.outbox.vault import Vault
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

WORDS = b"somebody else's words"
DAY = 86_400.0

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="made of links, pipes and modes of POSIX"),
    pytest.mark.timeout(30),
]


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    file = tmp_path / "victim"
    file.write_bytes(WORDS)
    return file


def link(place: Path, victim: Path) -> None:
    place.unlink(missing_ok=True)
    place.symlink_to(victim)


def pipe(place: Path, _: Path) -> None:
    place.unlink(missing_ok=True)
    if sys.platform != "win32":
        os.mkfifo(place)


def folder(place: Path, _: Path) -> None:
    place.unlink(missing_ok=True)
    place.mkdir()


def endless(place: Path, _: Path) -> None:
    place.unlink(missing_ok=True)
    place.symlink_to("/dev/zero")


def giant(place: Path, _: Path) -> None:
    with place.open("ab") as file:
        file.truncate(3 * 1024**3)


STRANGE = (link, pipe, folder, endless)
Lay = Callable[[Path, Path], None]


def expect_a_word(expected_warnings: list[str], lay: Lay) -> None:
    """Expect that the log tells of it; a giant is a file like any other damaged one."""
    if lay is not giant:
        expected_warnings.append("no regular file, not read name=")


def lay_key(tmp_path: Path, box: MemorySecretBox, clock: FakeClock) -> tuple[Path, str]:
    """Let the queue's key live in its file; give the file and the key's id."""
    box.problem = Problem(Code.KEYRING_MISSING)
    key = KeyRing(tmp_path / "state", box, clock).current()
    return tmp_path / "state" / "queue.key", key.id


@pytest.mark.parametrize("lay", [link, pipe])
def test_shredding_a_link_or_a_pipe_takes_it_away_and_nothing_else(
    tmp_path: Path, victim: Path, lay: Lay
) -> None:
    place = tmp_path / "place"
    lay(place, victim)

    disk.shred(place)

    assert not os.path.lexists(place)
    assert victim.read_bytes() == WORDS


def test_an_old_part_that_is_a_link_is_swept_without_its_target(
    tmp_path: Path, victim: Path
) -> None:
    part, nowhere = tmp_path / "x.dzw.1-1.part", tmp_path / "a.dzw.1-1.part"
    link(part, victim)
    link(nowhere, tmp_path / "nowhere")
    then = os.stat(victim).st_mtime - 2 * DAY
    os.utime(part, (then, then), follow_symlinks=False)
    os.utime(nowhere, (then, then), follow_symlinks=False)

    sweep_parts(tmp_path)

    assert (os.path.lexists(part), os.path.lexists(nowhere)) == (False, False)
    assert victim.read_bytes() == WORDS


def test_a_part_that_cannot_be_removed_keeps_no_other_from_being_swept(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.dzw.999999999-1.part").touch()
    folder(tmp_path / "4.dzw.999999999-1.part", tmp_path)

    sweep_parts(tmp_path)

    assert [path.name[0] for path in tmp_path.iterdir()] == ["4"]


@pytest.mark.parametrize("lay", [*STRANGE, giant])
def test_a_strange_file_in_the_spool_is_quarantined_and_the_others_are_sent(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    clock: FakeClock,
    expected_warnings: list[str],
    victim: Path,
    lay: Lay,
) -> None:
    expect_a_word(expected_warnings, lay)
    sound = outbox.submit(envelope(1), SUMMARY, START).id
    odd = envelope(2).report_id
    lay(outbox.folder / "spool" / f"{odd}.dzw", victim)

    later = reopen()
    recovery = later.recover()
    Desk(later, Post(), clock).run(timedelta(minutes=5))

    assert recovery.quarantined == 1
    assert later.entry(sound).state is State.DELIVERED
    assert later.entry(odd).state is State.QUARANTINED
    if lay is not folder:
        later.discard(odd)
        assert odd not in later.spool.listing()
    assert victim.read_bytes() == WORDS


@pytest.mark.parametrize("lay", [*STRANGE, giant])
def test_a_known_report_whose_file_was_exchanged_is_quarantined_by_its_try(
    desk: Desk, expected_warnings: list[str], victim: Path, lay: Lay
) -> None:
    expect_a_word(expected_warnings, lay)
    report_id = desk.submit()
    lay(desk.outbox.folder / "spool" / f"{report_id}.dzw", victim)

    desk.look()

    entry = desk.entry(report_id)
    assert (entry.state, desk.post.attempts) == (State.QUARANTINED, [])
    assert entry.problem == Problem(Code.SEALED_FILE_DAMAGED, {"reason": "changed"})


def test_no_more_of_a_file_is_read_than_its_beginning_promises(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = desk.submit()
    path = desk.outbox.folder / "spool" / f"{report_id}.dzw"
    length = path.stat().st_size
    assert sealed_files.read_sealed(path) == path.read_bytes()

    monkeypatch.setattr("dzwonek.outbox.seal.FILE_LIMIT", length - 1)
    with pytest.raises(DamagedError, match="length"):
        sealed_files.read_sealed(path)
    assert length < FILE_LIMIT


@pytest.mark.parametrize("lay", [*STRANGE, giant])
def test_a_strange_file_of_a_draft_is_damage_and_is_replaced(
    tmp_path: Path, keys: KeyRing, expected_warnings: list[str], victim: Path, lay: Lay
) -> None:
    expect_a_word(expected_warnings, lay)
    path, vault = tmp_path / "sealed", Vault(keys)
    vault.store(path, "name", b"content")
    lay(path, victim)

    with pytest.raises(ProblemError) as caught:
        vault.read(path, "name")
    assert caught.value.problem.code is Code.SEALED_FILE_DAMAGED
    if lay is not folder:
        vault.store(path, "name", b"anew")
        assert vault.read(path, "name") == b"anew"
    assert victim.read_bytes() == WORDS


def test_a_link_in_the_place_of_a_drafts_folder_leads_nowhere(
    tmp_path: Path, keys: KeyRing, victim: Path
) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    others = tmp_path / "others"
    others.mkdir()
    for name in ("letter.txt", "film.part"):
        (others / name).write_bytes(WORDS)
    draft_id = envelope().report_id
    link(drafts / draft_id, others)
    link(drafts / f".{draft_id}.gone", others)
    box = SealedDrafts(drafts, keys)

    box.sweep()
    box.discard(draft_id)

    assert list(drafts.iterdir()) == []
    assert [path.read_bytes() for path in others.iterdir()] == [WORDS, WORDS]


@pytest.mark.parametrize("name", ["index.db", "index.db-wal", "index.db-shm", "index.db-journal"])
@pytest.mark.parametrize("lay", STRANGE)
def test_a_strange_index_is_set_aside_and_made_anew(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    expected_warnings: list[str],
    victim: Path,
    name: str,
    lay: Lay,
) -> None:
    expected_warnings.append("index unreadable, rebuilt")
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    outbox.close()
    lay(outbox.folder / name, victim)

    later = reopen()
    recovery = later.recover()

    assert (recovery.is_rebuilt, recovery.reindexed) == (True, 1)
    assert later.entry(report_id).state is State.QUEUED
    assert len(list(outbox.folder.glob("outbox.corrupt-*"))) == 1 + (name != "index.db")
    assert victim.read_bytes() == WORDS


@pytest.mark.parametrize("lay", [link, pipe])
def test_what_was_set_aside_and_is_no_file_is_destroyed_alone(
    tmp_path: Path, victim: Path, lay: Lay
) -> None:
    place = tmp_path / "outbox.corrupt-20260227T150000Z"
    lay(place, victim)

    Remains(tmp_path).destroy()

    assert not os.path.lexists(place)
    assert victim.read_bytes() == WORDS


def make_later(index: Path, statement: str) -> int:
    """Make a later program's index of it; give the page where its reports stand."""
    connection = sqlite3.connect(index)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'report'"
    page = connection.execute(query).fetchone()
    connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA user_version=99")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return int(page[0])


@pytest.mark.parametrize("statement", ["DROP TABLE meta", "DELETE FROM meta", "SELECT 1"])
def test_a_later_index_that_does_not_tell_who_may_write_is_left_as_it_is(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], statement: str
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    index = outbox.folder / "index.db"
    make_later(index, statement)
    if statement == "SELECT 1":
        index.write_bytes(index.read_bytes()[:100] + b"\xff" * 100_000)
    before = index.read_bytes()

    later = reopen()
    recovery = later.recover()

    assert recovery.problems == (Problem(Code.STORE_NEWER, {"version": 99, "left": 0}),)
    assert later.is_stand_in
    assert index.read_bytes() == before
    assert list(outbox.folder.glob("outbox.corrupt-*")) == []


def test_a_later_index_that_lets_us_write_and_is_damaged_is_not_set_aside(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("index of a later program unreadable")
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    index = outbox.folder / "index.db"
    page = make_later(index, "SELECT 1")
    with index.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)

    later = reopen()
    recovery = later.recover()

    assert recovery.problems == (Problem(Code.STORE_NEWER, {"version": 99, "left": 0}),)
    assert later.is_stand_in
    assert list(outbox.folder.glob("outbox.corrupt-*")) == []


@pytest.mark.parametrize("lay", [*STRANGE, giant])
def test_a_strange_key_file_holds_no_key_and_is_put_aside_for_a_new_one(
    tmp_path: Path,
    box: MemorySecretBox,
    clock: FakeClock,
    expected_warnings: list[str],
    victim: Path,
    lay: Lay,
) -> None:
    expect_a_word(expected_warnings, lay)
    path, old = lay_key(tmp_path, box, clock)
    lay(path, victim)
    if lay is giant:
        path.write_bytes(b"")
        giant(path, victim)

    assert KeyFile(path).read() is None
    new = KeyRing(tmp_path / "state", box, clock).current()

    assert new.id != old
    assert KeyFile(path).read() == new
    assert os.path.lexists(path.with_name("queue.key.unreadable"))
    assert victim.read_bytes() == WORDS


@pytest.mark.parametrize("lay", [link, pipe, endless, giant])
def test_strange_notes_of_the_keys_are_as_good_as_none_and_are_replaced(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock, victim: Path, lay: Lay
) -> None:
    _, key_id = lay_key(tmp_path, box, clock)
    path = tmp_path / "state" / "queue-key.toml"
    lay(path, victim)

    assert KeyNotes(path).read() == ()
    KeyRing(tmp_path / "state", box, clock).current()

    assert [note.id for note in KeyNotes(path).read()] == [key_id]
    assert victim.read_bytes() == WORDS


def test_a_key_file_that_lies_open_is_closed_once_with_a_word_in_the_log(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    path, key_id = lay_key(tmp_path, box, clock)
    path.chmod(0o666)

    with caplog.at_level(logging.INFO, "dzwonek"):
        keys = [KeyFile(path).read() for _ in range(3)]

    assert [key.id for key in keys if key] == [key_id] * 3
    assert stat.S_IMODE(path.stat().st_mode) == disk.PRIVATE_FILE
    assert caplog.messages.count("was open to others, closed name=queue.key") == 1


def test_a_spool_that_lies_open_is_closed_at_the_start_with_a_word_in_the_log(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    caplog: pytest.LogCaptureFixture,
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    spool = outbox.folder / "spool"
    spool.chmod(0o777)

    with caplog.at_level(logging.INFO, "dzwonek"):
        for _ in range(2):
            reopen().recover()

    assert stat.S_IMODE(spool.stat().st_mode) == disk.PRIVATE_FOLDER
    assert caplog.messages.count("was open to others, closed name=spool") == 1


@pytest.mark.parametrize("lay", STRANGE)
def test_a_start_looks_into_no_strange_file_of_a_known_report(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    expected_warnings: list[str],
    victim: Path,
    lay: Lay,
) -> None:
    expect_a_word(expected_warnings, lay)
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    lay(outbox.folder / "spool" / f"{report_id}.dzw", victim)

    later = reopen()

    assert later.recover().quarantined == 0
    assert later.entry(report_id).state is State.QUEUED
    with pytest.raises(DamagedError, match="not a file"):
        later.contents.wrap(report_id)


def test_a_link_that_leads_nowhere_counts_as_a_file_until_it_is_shredded(tmp_path: Path) -> None:
    spool, report_id = Spool(tmp_path / "spool"), envelope().report_id
    (tmp_path / "spool").mkdir()
    link(tmp_path / "spool" / f"{report_id}.dzw", tmp_path / "nowhere")
    assert spool.has(report_id)

    spool.shred(report_id)

    assert not spool.has(report_id)
