"""What a start puts right after a crash, a damaged index, or lost files."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import Phase, State
from dzwonek.domain.problem import Code, Problem
from dzwonek.outbox import contents, seal
from dzwonek.outbox import owner as owners
from dzwonek.outbox import recovery as recovery_module
from dzwonek.outbox.contents import Stored
from dzwonek.outbox.owner import Owner
from dzwonek.outbox.pace import Moment
from dzwonek.outbox.rows import Row
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import TRY_LATER, Post
from tests.fakes.reports import SUMMARY, envelope

MINUTE = timedelta(minutes=1)
DEAD = Owner("", 999_999_999, "", "gone")


@pytest.fixture(scope="module")
def other() -> Iterator[Owner]:
    """Let another process of this computer live as long as the tests want it."""
    waiting = (sys.executable, "-c", "input()")
    with subprocess.Popen(waiting, stdin=subprocess.PIPE) as process:
        started = owners.start_of(process.pid)
        yield replace(owners.this_process(), pid=process.pid, life="other", started=started)
        process.communicate(b"\n")


def spool(folder: Path) -> Path:
    return folder / "data" / "spool"


def leave_sending(outbox: SealedOutbox, report_id: str, holder: Owner, phase: Phase) -> None:
    """Leave a row behind as a process that was killed in the middle of an attempt does."""
    row = outbox.index.row(report_id)
    assert row is not None
    until = outbox.clock.now() + timedelta(minutes=20)
    outbox.index.lease(row, str(holder), until, outbox.clock.now())
    outbox.index.write_phase(report_id, str(holder), phase, until)


def dead(outbox: SealedOutbox) -> Owner:
    return replace(DEAD, host=outbox.owner.host, boot=outbox.owner.boot)


@pytest.mark.parametrize(
    ("phase", "state"),
    [
        (Phase.NONE, State.QUEUED),
        (Phase.CONNECTED, State.QUEUED),
        (Phase.MAIL, State.QUEUED),
        (Phase.RCPT, State.QUEUED),
        (Phase.DATA_OPEN, State.QUEUED),
        (Phase.DOT_SENT, State.UNCERTAIN),
    ],
)
def test_a_report_that_a_dead_process_was_sending_is_queued_or_uncertain(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], phase: Phase, state: State
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    leave_sending(outbox, report_id, dead(outbox), phase)

    later = reopen()
    recovery = later.recover()

    entry = later.entry(report_id)
    assert recovery.freed == 1
    assert (entry.state, entry.uncertain_count) == (state, int(state is State.UNCERTAIN))


def test_an_uncertain_report_of_a_dead_process_waits_its_minute(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], clock: FakeClock
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    leave_sending(outbox, report_id, dead(outbox), Phase.DOT_SENT)
    later = reopen()
    later.recover()
    desk = Desk(later, Post(), clock)

    desk.run(timedelta(seconds=59))
    assert desk.post.attempts == []
    desk.run(timedelta(seconds=2))
    assert desk.post.attempts == [report_id]


def test_the_lease_of_a_living_process_is_not_freed(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], clock: FakeClock, other: Owner
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    leave_sending(outbox, report_id, other, Phase.MAIL)

    later = reopen()
    later.recover()
    clock.advance(timedelta(hours=3))
    later.recover()

    assert later.entry(report_id).state is State.SENDING


@pytest.mark.parametrize(
    ("change", "hours", "is_lost"),
    [
        ({"pid": 999_999_999}, 0, True),
        ({"boot": "another start of the system"}, 0, True),
        ({"life": "an earlier life under the same number"}, 0, True),
        ({"host": "another computer"}, 0, False),
        ({"host": "another computer"}, 1, True),
    ],
)
def test_a_lease_is_lost_when_its_holder_is(
    change: dict[str, object], hours: int, is_lost: bool
) -> None:
    me = owners.this_process()
    holder = replace(me, **change)  # type: ignore[arg-type]  # fields by name
    until = START + timedelta(minutes=20)

    assert me.has_lost(str(holder), until, START + timedelta(hours=hours)) is is_lost


@pytest.mark.parametrize(
    ("change", "hours", "is_lost"),
    [
        ({}, 0, False),
        ({}, 3, False),
        ({}, 30, True),
        ({}, -30, True),
        ({"started": ""}, 3, False),
        ({"started": "1"}, 0, True),
    ],
)
def test_a_lease_is_not_lost_while_its_holder_lives_unless_the_number_is_anothers(
    other: Owner, change: dict[str, str], hours: int, is_lost: bool
) -> None:
    holder = replace(other, **change)  # type: ignore[arg-type]  # fields by name
    until = START + timedelta(minutes=20)

    now = START + timedelta(hours=hours)
    assert owners.this_process().has_lost(str(holder), until, now) is is_lost


def test_a_living_holder_that_an_earlier_version_wrote_down_keeps_its_lease(other: Owner) -> None:
    me = owners.this_process()
    holder = f"{me.host}|{other.pid}|{me.boot}|a1b2c3d4"

    assert not me.has_lost(holder, START, START)


def test_a_process_knows_when_it_began() -> None:
    assert owners.start_of(os.getpid()) == owners.start_of(os.getpid()) != ""
    assert owners.start_of(999_999_999) == ""


def test_a_holder_that_makes_no_sense_holds_nothing() -> None:
    assert owners.this_process().has_lost("nonsense", START, START)


def test_a_file_without_a_row_is_indexed_and_delivered(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], clock: FakeClock
) -> None:
    message = envelope()
    outbox.submit(message, SUMMARY, START)
    outbox.index.forget(message.report_id)

    later = reopen()
    recovery = later.recover()
    entry = later.entry(message.report_id)
    desk = Desk(later, Post(), clock)
    desk.run(timedelta(minutes=2))

    assert recovery.reindexed == 1
    assert (entry.state, entry.summary, entry.created_at) == (State.QUEUED, SUMMARY, START)
    assert desk.post.messages == [message]


def test_a_row_without_a_file_is_quarantined_and_stays_in_the_list(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    (spool(tmp_path) / f"{report_id}.dzw").unlink()

    later = reopen()
    recovery = later.recover()

    entry = later.entry(report_id)
    assert recovery.quarantined == 1
    assert entry.state is State.QUARANTINED
    assert entry.problem == Problem(Code.SEALED_FILE_DAMAGED, {"reason": "missing"})


def test_a_file_that_makes_no_sense_is_quarantined_and_not_deleted(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    message = envelope()
    sound = outbox.submit(envelope(1), SUMMARY, START)
    path = spool(tmp_path) / f"{message.report_id}.dzw"
    path.write_bytes(b"")

    later = reopen()
    later.recover()

    entry = later.entry(message.report_id)
    assert entry.state is State.QUARANTINED
    assert entry.created_at == START
    assert path.exists()
    assert later.entry(sound.id).state is State.QUEUED


def damaged_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(4096))


def cut_off(path: Path) -> None:
    os.truncate(path, 5000)


def emptied(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 99)


def someone_elses(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()


def crafted(report_id: str, changes: dict[str, str | int]) -> bytes:
    """Make the bytes of a file whose readable header is not what a program would write."""
    meta: dict[str, str | int] = {
        "message_id": "<x@firma.example>",
        "date": START.isoformat(),
        "channel": "mail",
        "created": START.isoformat(),
        "size": 1,
    }
    fields = dict.fromkeys((seal.SUMMARY, seal.ENVELOPE, seal.PAYLOAD), b"x")
    sealed = seal.seal(report_id, fields, seal.Key("other", bytes(32)), {**meta, **changes})
    return b"".join(sealed.chunks)


@pytest.mark.parametrize(
    "changes",
    [
        {"created": "2026-02-27T14:55:00"},
        {"date": "2026-02-27T14:55:00"},
        {"created": "9999-12-31T23:59:00-12:00"},
        {"created": "0001-01-01T00:00:00+12:00"},
        {"size": 2**70},
        {"size": -1},
        {"size": "many"},
    ],
)
def test_a_header_with_impossible_values_is_quarantined_and_the_others_go_out(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    clock: FakeClock,
    changes: dict[str, str | int],
) -> None:
    sound = outbox.submit(envelope(1), SUMMARY, START).id
    outbox.index.forget(sound)
    odd = envelope(2).report_id
    (spool(tmp_path) / f"{odd}.dzw").write_bytes(crafted(odd, changes))

    later = reopen()
    recovery = later.recover()
    desk = Desk(later, Post(), clock)
    desk.run(timedelta(minutes=2))

    assert (recovery.reindexed, recovery.quarantined) == (1, 1)
    assert later.entry(odd).state is State.QUARANTINED
    assert later.entry(odd).created_at == START
    assert desk.post.attempts == [sound]


@pytest.mark.parametrize("is_indexed", [False, True])
def test_a_file_that_nobody_foresaw_stops_neither_the_start_nor_the_others(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
    is_indexed: bool,
) -> None:
    odd, sound = (outbox.submit(envelope(number), SUMMARY, START).id for number in (1, 2))
    outbox.index.forget(sound)
    if not is_indexed:
        outbox.index.forget(odd)
    whole = contents.row_of, recovery_module._reconcile

    def row_of(stored: Stored, now: Moment, due: datetime) -> Row:
        if stored.sealed.header.id == odd:
            raise RuntimeError("odd")
        return whole[0](stored, now, due)

    def reconcile(outbox: SealedOutbox, row: Row, is_sent: bool | None) -> bool:
        if row.id == odd:
            raise RuntimeError("odd")
        return whole[1](outbox, row, is_sent)

    monkeypatch.setattr("dzwonek.outbox.recovery.row_of", row_of)
    monkeypatch.setattr(recovery_module, "_reconcile", reconcile)
    expected_warnings.append(f"left alone id={odd}" if is_indexed else f"quarantined id={odd}")

    later = reopen()
    later.recover()

    assert later.entry(sound).state is State.QUEUED
    assert later.entry(odd).state is (State.QUEUED if is_indexed else State.QUARANTINED)


def test_a_file_that_cannot_be_destroyed_stops_no_start(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    expected_warnings: list[str],
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    outbox.discard(report_id)
    (spool(tmp_path) / f"{report_id}.dzw" / "inside").mkdir(parents=True)
    expected_warnings.append("file left alone")

    later = reopen()
    later.recover()

    assert later.entries() == ()
    sound = later.submit(envelope(1), SUMMARY, START)
    assert [entry.id for entry in later.entries()] == [sound.id]


@pytest.mark.parametrize("is_asked_for", [False, True])
def test_a_report_of_a_lost_index_waits_its_minute_whoever_asks_for_it(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    clock: FakeClock,
    expected_warnings: list[str],
    is_asked_for: bool,
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    leave_sending(outbox, report_id, dead(outbox), Phase.DOT_SENT)
    outbox.close()
    damaged_page(tmp_path / "data" / "index.db")
    expected_warnings.append("index unreadable")
    later = reopen()
    later.recover()
    desk = Desk(later, Post(), clock)

    if is_asked_for:
        later.retry(report_id)
    else:
        desk.rounds.hasten()
    desk.run(timedelta(seconds=59))
    assert desk.post.attempts == []
    desk.run(timedelta(seconds=2))
    assert desk.post.attempts == [report_id]


@pytest.mark.parametrize("damage", [damaged_page, cut_off, emptied, someone_elses])
def test_an_unreadable_index_is_set_aside_and_rebuilt_from_the_files(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    clock: FakeClock,
    expected_warnings: list[str],
    damage: Callable[[Path], None],
) -> None:
    messages = [envelope(number) for number in range(5)]
    for message in messages:
        outbox.submit(message, SUMMARY, START)
    desk = Desk(outbox, Post(), clock)
    desk.look()
    delivered = desk.post.attempts
    outbox.close()
    damage(tmp_path / "data" / "index.db")
    expected_warnings.append("index unreadable")

    later = reopen()
    recovery = later.recover()
    again = Desk(later, Post(), clock)
    again.run(timedelta(minutes=3))

    assert recovery.is_rebuilt
    assert [problem.code for problem in recovery.problems] == [Code.STORE_REBUILT]
    assert list((tmp_path / "data").glob("outbox.corrupt-*"))
    assert sorted(delivered + again.post.attempts) == sorted(m.report_id for m in messages)
    assert later.entry(delivered[0]).state is State.DELIVERED
    assert not set(delivered) & set(again.post.attempts)


def test_a_spoilt_row_stops_no_other_report_and_the_next_start_mends_it(
    desk: Desk,
    reopen: Callable[[], SealedOutbox],
    expected_warnings: list[str],
) -> None:
    spoilt, sound = desk.submit(1), desk.submit(2)
    desk.outbox.index.file.write("UPDATE report SET date_hdr = 'x' WHERE id = ?", (spoilt,))
    expected_warnings.extend(["row unreadable", "index unreadable"])

    desk.run(timedelta(seconds=5))
    assert desk.post.attempts == [sound]
    desk.outbox.close()

    later = reopen()
    assert later.recover().is_rebuilt
    assert later.entry(spoilt).state is State.QUEUED


def test_random_damage_never_stops_the_start_and_every_sound_report_goes_out(
    outbox: SealedOutbox,
    reopen: Callable[[], SealedOutbox],
    tmp_path: Path,
    clock: FakeClock,
    expected_warnings: list[str],
) -> None:
    chance = random.Random(11)
    index = tmp_path / "data" / "index.db"
    expected_warnings.append("index unreadable")
    for number in range(12):
        ids = [outbox.submit(envelope(number * 10 + k), SUMMARY, START).id for k in range(3)]
        outbox.close()
        content = bytearray(index.read_bytes())
        for _ in range(chance.randrange(1, 400)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        index.write_bytes(content)

        outbox = reopen()
        outbox.recover()
        desk = Desk(outbox, Post(), clock, seed=number)
        desk.run(timedelta(minutes=30))

        assert set(ids) <= set(desk.post.attempts)
        assert {m.report_id: m.content for m in desk.post.messages}.keys() >= set(ids)


def test_a_discard_that_a_crash_cut_short_is_finished(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    content = (spool(tmp_path) / f"{report_id}.dzw").read_bytes()
    outbox.discard(report_id)
    (spool(tmp_path) / f"{report_id}.dzw").write_bytes(content)

    later = reopen()
    later.recover()

    assert list(spool(tmp_path).iterdir()) == []
    assert later.entries() == ()


def test_a_report_submitted_again_after_a_crash_before_its_row_is_one_report(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    message = envelope()
    outbox.submit(message, SUMMARY, START)
    outbox.index.forget(message.report_id)

    outbox.submit(message, SUMMARY, START)
    desk = Desk(outbox, Post(), clock)
    desk.run(MINUTE)

    assert desk.post.messages == [message]


def test_a_waiting_report_keeps_count_and_reason_over_a_restart(
    desk: Desk, reopen: Callable[[], SealedOutbox]
) -> None:
    desk.post.answers.append(TRY_LATER)
    report_id = desk.submit()
    desk.look()
    before = desk.entry(report_id)

    later = reopen()
    later.recover()

    assert later.entry(report_id) == before


def test_a_floor_survives_a_restart(
    desk: Desk, reopen: Callable[[], SealedOutbox], clock: FakeClock
) -> None:
    desk.post.answers.append(replace(TRY_LATER, floor=timedelta(seconds=300)))
    report_id = desk.submit()
    desk.look()
    later = reopen()
    later.recover()
    again = Desk(later, Post(), clock)

    later.retry(report_id)
    again.run(timedelta(seconds=299))
    assert again.post.attempts == []
    again.run(timedelta(seconds=2))
    assert again.post.attempts == [report_id]


def test_recovering_twice_changes_nothing(outbox: SealedOutbox) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    before = outbox.entries()

    assert outbox.recover() == outbox.recover()
    assert outbox.entries() == before


def test_an_sql_index_that_hides_a_row_from_the_courier_is_noticed(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], expected_warnings: list[str]
) -> None:
    expected_warnings.append("rebuilt from the sealed files")
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    outbox.close()
    connection = sqlite3.connect(outbox.folder / "index.db", isolation_level=None)
    connection.execute("CREATE INDEX empty ON report (state) WHERE 0")
    pages = dict(connection.execute("SELECT name, rootpage FROM sqlite_master").fetchall())
    connection.execute("PRAGMA writable_schema=ON")
    for name, other in (("report_open", "empty"), ("empty", "report_open")):
        change = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"
        connection.execute(change, (pages[other], name))
    connection.close()

    later = reopen()
    recovery = later.recover()

    assert recovery.is_rebuilt
    assert [row.id for row in later.index.active()] == [report_id]


def test_a_floor_that_no_answer_can_have_asked_for_parks_nothing(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    columns = "floor_ms = ?, tried_wall = 1772204100000, tried_mono = 3600000, tried_boot = ?"
    values = (10**14, outbox.owner.boot)
    outbox.index.file.write(f"UPDATE report SET {columns}", values)

    row = outbox.index.row(report_id)

    assert row is not None
    assert row.floor.length == timedelta(days=1)


def test_files_of_a_later_version_are_counted_and_left(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], expected_warnings: list[str]
) -> None:
    expected_warnings.append("file left alone .* code=store_newer")
    path = spool(outbox.folder.parent) / "019c9f98-0000-7000-8000-000000000001.dzw"
    path.parent.mkdir()
    path.write_bytes(b"DZW\x1a\x02later")

    later = reopen()
    recovery = later.recover()

    assert recovery.left == 1
    assert recovery.problems == (Problem(Code.STORE_NEWER, {"version": 0, "left": 1}),)
    assert later.entries() == ()
    assert path.read_bytes() == b"DZW\x1a\x02later"


def test_half_written_keys_notes_and_reserves_of_dead_processes_are_destroyed_at_start(
    reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    left = [
        tmp_path / place / f"{name}.999999999-0a1b2c3d.part"
        for place, name in (
            ("state", "queue.key"),
            ("state", "queue-key.toml"),
            ("data", "ballast"),
            ("data", "remembered.sealed"),
        )
    ]
    under_way = tmp_path / "data" / f"ballast.{os.getpid()}-0a1b2c3d.part"
    for path in (*left, under_way):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
    held = tmp_path / "held"
    os.link(left[0], held)

    reopen().recover()

    assert not any(path.exists() for path in left)
    assert under_way.exists()
    assert not any(held.read_bytes())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no folder to sync")
@pytest.mark.parametrize("is_started_anew", [True, False])
def test_the_name_of_a_killed_process_s_file_is_durable_before_its_row_is(
    reopen: Callable[[], SealedOutbox], monkeypatch: pytest.MonkeyPatch, *, is_started_anew: bool
) -> None:
    outbox = reopen()
    outbox.recover()
    message = envelope()
    outbox.contents.store(message, SUMMARY, START)  # as far as a submit came that was killed
    done: list[str] = []
    settle, insert = outbox.spool.settle, outbox.index.insert

    def noted_settle() -> None:
        done.append("names")
        settle()

    def noted_insert(row: Row) -> bool:
        done.append("row")
        return insert(row)

    monkeypatch.setattr(outbox.spool, "settle", noted_settle)
    monkeypatch.setattr(outbox.index, "insert", noted_insert)

    if is_started_anew:
        outbox.recover()
    outbox.submit(message, SUMMARY, START)

    assert done == ["names", "row"]


def cut_short_change_of_the_version(folder: Path) -> None:
    """Leave an index behind whose change outside the log a crash cut short before its end."""
    change = sqlite3.connect(folder / "index.db", isolation_level=None)
    change.execute("PRAGMA journal_mode=DELETE")
    change.execute("PRAGMA cache_size=1")
    change.execute("PRAGMA synchronous=FULL")
    change.execute("BEGIN")
    change.execute("PRAGMA user_version=99")
    change.execute("CREATE TABLE filler (words TEXT)")
    change.execute("INSERT INTO filler VALUES (zeroblob(400000))")
    change.execute("SELECT count(*) FROM filler").fetchall()
    journal = (folder / "index.db-journal").read_bytes()
    change.execute("COMMIT")
    change.close()
    (folder / "index.db-journal").write_bytes(journal)


def test_a_change_cut_short_outside_the_log_is_undone_first(
    tmp_path: Path, outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    saved = outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    cut_short_change_of_the_version(tmp_path / "data")
    head = (tmp_path / "data" / "index.db").read_bytes()[:64]
    assert int.from_bytes(head[60:64], "big") == 99

    later = reopen()
    assert not later.recover().problems
    assert later.entry(saved.id).state is State.QUEUED
