"""What the program may ask of submitted reports, and what it is told."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import Entry, Phase, State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import DELIVERED, Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox


def code_of(call: Callable[[], object]) -> Code:
    with pytest.raises(ProblemError) as caught:
        call()
    return caught.value.problem.code


def test_a_submitted_report_is_there_for_the_next_start(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    message = envelope()

    entry = outbox.submit(message, SUMMARY, START)
    later = reopen()
    later.recover()

    assert entry.state is State.QUEUED
    assert entry.summary == SUMMARY
    assert later.entries() == (entry,)
    assert later.envelope(entry.id) == message
    assert later.message(entry.id) == message.content


def test_the_index_keeps_the_contracts_settings(outbox: SealedOutbox) -> None:
    def setting(name: str) -> object:
        return next(iter(outbox.index.file.read(f"PRAGMA {name}")[0].values()))

    wanted = {
        "page_size": 4096,
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "auto_vacuum": 2,
        "busy_timeout": 5000,
        "wal_autocheckpoint": 200,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "journal_size_limit": 4194304,
        "user_version": 2,
        "application_id": int.from_bytes(b"DZWN", "big"),
    }
    assert {name: setting(name) for name in wanted} == wanted


def test_only_the_user_can_read_what_is_kept(outbox: SealedOutbox, tmp_path: Path) -> None:
    outbox.submit(envelope(), SUMMARY, START)

    loose = [
        path.name
        for path in (tmp_path / "data").rglob("*")
        if os.name == "posix" and path.stat().st_mode & 0o077
    ]
    assert loose == []


def test_the_same_report_submitted_again_is_one_entry(outbox: SealedOutbox) -> None:
    message = envelope()

    assert outbox.submit(message, SUMMARY, START) == outbox.submit(message, SUMMARY, START)
    assert len(outbox.entries()) == 1


def test_another_content_under_a_known_id_is_refused_and_changes_nothing(
    outbox: SealedOutbox,
) -> None:
    message = envelope()
    outbox.submit(message, SUMMARY, START)

    other = replace(message, content=b"other")

    assert code_of(lambda: outbox.submit(other, SUMMARY, START)) is Code.REPORT_BUSY
    assert outbox.message(message.report_id) == message.content


def test_a_report_id_that_is_no_uuid_never_becomes_a_path(outbox: SealedOutbox) -> None:
    with pytest.raises(ValueError):
        outbox.submit(replace(envelope(), report_id="../../escape"), SUMMARY, START)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_report_whose_file_cannot_be_written_is_not_saved(
    outbox: SealedOutbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(*_: object) -> int:
        raise OSError(number, "no")

    outbox.discard(outbox.submit(envelope(1), SUMMARY, START).id)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fail)
        code = code_of(lambda: outbox.submit(envelope(), SUMMARY, START))

    assert code in {Code.DISK_FULL, Code.DISK_FAILED, Code.DISK_READ_ONLY}
    assert outbox.entries() == ()
    assert list((tmp_path / "data" / "spool").iterdir()) == []
    assert outbox.submit(envelope(), SUMMARY, START).state is State.QUEUED


class SpoiltFile:
    """Stands before an index file and lets writes fail that begin as told."""

    def __init__(self, outbox: SealedOutbox, error: Code) -> None:
        self.outbox = outbox
        self.error = error
        self.beginning = ""
        self.whole = outbox.index.file.write

    def write(self, statement: str, values: tuple[object, ...] = ()) -> object:
        if self.beginning and statement.startswith(self.beginning):
            raise ProblemError(Problem(self.error))
        return self.whole(statement, values)  # type: ignore[arg-type]  # passed on as it came


def test_a_report_whose_row_cannot_be_written_is_not_saved_and_leaves_no_file(
    outbox: SealedOutbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = SpoiltFile(outbox, Code.DISK_FULL)
    spoilt.beginning = "INSERT OR IGNORE INTO report"
    with monkeypatch.context() as patch:
        patch.setattr(outbox.index.file, "write", spoilt.write)
        code = code_of(lambda: outbox.submit(envelope(), SUMMARY, START))

    assert code is Code.DISK_FULL
    assert outbox.entries() == ()
    assert list((tmp_path / "data" / "spool").iterdir()) == []


def test_a_submit_takes_nothing_from_the_ballast(
    outbox: SealedOutbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = SpoiltFile(outbox, Code.DISK_FULL)
    spoilt.beginning = "INSERT OR IGNORE INTO report"
    monkeypatch.setattr(outbox.index.file, "write", spoilt.write)

    code_of(lambda: outbox.submit(envelope(), SUMMARY, START))

    assert (tmp_path / "data" / "ballast").exists()


def test_a_state_that_finds_the_disk_full_is_written_with_the_ballasts_space(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = desk.submit()
    ballast = tmp_path / "data" / "ballast"
    whole = desk.outbox.index.file.write

    def full_while_the_ballast_lies(statement: str, values: object = ()) -> object:
        if ballast.exists() and statement.startswith("UPDATE"):
            raise ProblemError(Problem(Code.DISK_FULL))
        return whole(statement, values)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(desk.outbox.index.file, "write", full_while_the_ballast_lies)
    desk.look()

    assert desk.entry(report_id).state is State.DELIVERED
    assert not ballast.exists()


def test_without_any_key_nothing_is_stored(
    tmp_path: Path, clock: FakeClock, box: MemorySecretBox
) -> None:
    from dzwonek.outbox.keys import KeyRing

    box.problem = Problem(Code.KEYRING_MISSING)
    keys = KeyRing(tmp_path / "state", box, clock, is_file_allowed=False)
    outbox = SealedOutbox(tmp_path / "data", keys, clock)
    outbox.recover()

    assert code_of(lambda: outbox.submit(envelope(), SUMMARY, START)) is Code.QUEUE_KEY_FORBIDDEN
    assert outbox.entries() == ()
    assert not (tmp_path / "data" / "spool").exists()
    outbox.close()


def test_an_unknown_report_is_said_to_be_unknown(outbox: SealedOutbox) -> None:
    report_id = envelope().report_id

    for call in (outbox.entry, outbox.message, outbox.retry, outbox.discard):
        assert code_of(lambda call=call: call(report_id)) is Code.REPORT_UNKNOWN  # type: ignore[misc]  # bound at once


def test_a_discarded_report_is_gone_from_list_and_disk(
    outbox: SealedOutbox, tmp_path: Path
) -> None:
    entry = outbox.submit(envelope(), SUMMARY, START)

    outbox.discard(entry.id)

    assert outbox.entries() == ()
    assert code_of(lambda: outbox.message(entry.id)) is Code.REPORT_UNKNOWN
    assert list((tmp_path / "data" / "spool").iterdir()) == []


def test_a_discard_has_happened_even_if_the_log_cannot_be_emptied_at_once(
    outbox: SealedOutbox,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("log left for later code=disk_full")
    entry = outbox.submit(envelope(), SUMMARY, START)
    tidied: list[str] = []

    def full() -> None:
        raise ProblemError(Problem(Code.DISK_FULL))

    with monkeypatch.context() as patch:
        patch.setattr(outbox.index, "tidy", full)
        outbox.discard(entry.id)
    monkeypatch.setattr(outbox.index, "tidy", lambda: tidied.append(entry.id))
    desk.look()

    assert outbox.entries() == ()
    assert tidied
    assert desk.post.messages == []


def test_a_report_that_is_being_sent_is_neither_discarded_nor_hurried(desk: Desk) -> None:
    report_id = desk.submit()
    codes: list[Code] = []

    def meddle(phase: Phase) -> None:
        if phase is Phase.DATA_OPEN:
            codes.append(code_of(lambda: desk.outbox.discard(report_id)))
            codes.append(code_of(lambda: desk.outbox.retry(report_id)))

    desk.post.on_phase = meddle
    desk.look()

    assert codes == [Code.REPORT_BUSY, Code.REPORT_BUSY]
    assert desk.entry(report_id).state is State.DELIVERED


def test_the_tally_counts_what_waits_and_what_is_in_trouble(desk: Desk, clock: FakeClock) -> None:
    desk.submit(1)
    clock.advance(timedelta(minutes=5))
    desk.submit(2)
    desk.run(timedelta(0))

    tally = desk.outbox.tally()

    assert (tally.waiting, tally.troubled) == (1, 0)


def test_a_report_waits_since_it_was_sent_off_however_old_its_draft_is(
    outbox: SealedOutbox,
) -> None:
    for minutes in (7, 5):
        message = replace(envelope(minutes), date=START + timedelta(minutes=minutes))
        outbox.submit(message, SUMMARY, START - timedelta(days=4))

    assert outbox.tally().oldest_waiting == START + timedelta(minutes=5)
    assert {entry.submitted_at for entry in outbox.entries()} >= {START + timedelta(minutes=5)}


def test_listeners_hear_of_each_committed_change_and_their_faults_change_nothing(
    desk: Desk, expected_warnings: list[str]
) -> None:
    heard: list[State] = []

    def hear(entry: Entry) -> None:
        heard.append(desk.outbox.entry(entry.id).state)
        raise RuntimeError("the listener is broken")

    leave = desk.outbox.listen(hear)
    expected_warnings.append("listener failed")
    report_id = desk.submit()
    desk.look()
    leave()
    desk.outbox.discard(report_id)

    assert heard == [State.QUEUED, State.SENDING, State.DELIVERED]


def test_a_delivered_content_is_kept_for_its_time_and_then_shredded(
    desk: Desk, clock: FakeClock, tmp_path: Path
) -> None:
    report_id = desk.submit()
    desk.look()

    desk.run(timedelta(days=6))
    assert desk.outbox.message(report_id)
    desk.run(timedelta(days=1, seconds=1))

    entry = desk.entry(report_id)
    assert entry.state is State.TOMBSTONE
    assert entry.summary is None
    assert entry.delivered_at == START
    assert entry.message_id.startswith(f"<{report_id}")
    assert list((tmp_path / "data" / "spool").iterdir()) == []
    assert code_of(lambda: desk.outbox.message(report_id)) is Code.REPORT_UNKNOWN


def test_kept_for_no_time_a_delivered_content_is_shredded_at_once(
    desk: Desk, tmp_path: Path
) -> None:
    desk.outbox.shredder.keep_delivered_for(timedelta(0))
    report_id = desk.submit()

    desk.run(timedelta(seconds=3))

    assert desk.entry(report_id).state is State.TOMBSTONE
    assert desk.entry(report_id).delivered_at is not None
    assert list((tmp_path / "data" / "spool").iterdir()) == []


def made_later(outbox: SealedOutbox) -> None:
    """Let a later program have written the index."""
    outbox.index.file.write("INSERT OR REPLACE INTO meta VALUES ('min_reader', 3)")
    outbox.index.file.write("PRAGMA user_version=3")
    outbox.close()


def test_a_later_programs_index_is_left_as_it_is_and_a_substitute_stands_in(
    desk: Desk, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    report_id = desk.submit()
    made_later(desk.outbox)
    before = (tmp_path / "data" / "index.db").read_bytes()

    later = reopen()
    recovery = later.recover()

    assert recovery.problems == (Problem(Code.STORE_NEWER, {"version": 3, "left": 0}),)
    assert later.problems == recovery.problems
    assert later.is_stand_in
    assert later.submit(envelope(1), SUMMARY, START).state is State.QUEUED
    assert code_of(lambda: later.discard(report_id)) is Code.STORE_NEWER
    later.close()
    assert (tmp_path / "data" / "index.db").read_bytes() == before


def test_only_one_process_may_use_a_substitute(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    made_later(outbox)
    first, second = reopen(), reopen()
    first.recover()

    assert code_of(second.recover) is Code.STORE_NEWER
    first.close()
    assert second.recover().problems


def test_a_damaged_substitute_is_made_anew(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    made_later(outbox)
    (tmp_path / "data" / "index-older.db").write_bytes(b"spoilt" * 1000)

    later = reopen()
    later.recover()

    assert [entry.state for entry in later.entries()] == [State.QUEUED]


def test_a_substitute_purges_nothing_and_tells_of_no_end(
    desk: Desk, reopen: Callable[[], SealedOutbox], clock: FakeClock, tmp_path: Path
) -> None:
    report_id = desk.submit()
    made_later(desk.outbox)
    later = reopen()
    later.recover()
    clock.advance(timedelta(minutes=1))
    Desk(later, desk.post, clock).look()
    assert later.entry(report_id).state is State.DELIVERED
    clock.advance(timedelta(days=100))

    assert later.shredder.purge() is None
    assert later.expiring() == ()
    names = [path.name for path in (tmp_path / "data" / "spool").iterdir()]
    assert names == [f"{report_id}.sent.dzw"]


def test_after_a_substitute_the_true_index_waits_a_minute(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], clock: FakeClock, tmp_path: Path
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    outbox.close()
    (tmp_path / "data" / "index-older.db").touch()

    later = reopen()
    later.recover()
    later.retry(report_id)

    assert Desk(later, Post(), clock).look() == timedelta(minutes=1)
    assert not (tmp_path / "data" / "index-older.db").exists()


def test_what_a_substitute_lost_to_the_later_program_is_forgotten_not_quarantined(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    made_later(outbox)
    first = reopen()
    first.recover()
    first.close()
    (tmp_path / "data" / "spool" / f"{report_id}.dzw").unlink()

    later = reopen()
    later.recover()

    assert later.entries() == ()


def test_a_later_index_that_this_program_may_still_write_is_used(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    outbox.index.file.write("ALTER TABLE report ADD COLUMN ticket TEXT")
    outbox.index.file.write("PRAGMA user_version=3")
    outbox.close()

    later = reopen()
    later.recover()

    assert len(later.entries()) == 1
    assert later.submit(envelope(1), SUMMARY, START).state is State.QUEUED


def test_two_programs_see_each_others_reports(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    other = reopen()
    entry = outbox.submit(envelope(), SUMMARY, START)

    assert other.entry(entry.id) == entry


def test_delivered_stays_delivered_whatever_retry_is_asked(desk: Desk) -> None:
    report_id = desk.submit()
    desk.look()

    assert desk.outbox.retry(report_id).state is State.DELIVERED
    desk.run(timedelta(hours=1))
    assert len(desk.post.messages) == 1


def test_the_index_can_be_read_by_sqlite_as_plain_metadata_without_names(
    outbox: SealedOutbox, tmp_path: Path
) -> None:
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()

    with sqlite3.connect(tmp_path / "data" / "index.db") as connection:
        rows = connection.execute("SELECT * FROM report").fetchall()
    connection.close()

    assert len(rows) == 1
    words = [str(value) for row in rows for value in row]
    assert not [word for word in words if "Świeczka" in word or "730" in word or "rozł" in word]


def test_words_and_key_swapped_between_two_rows_show_nothing(outbox: SealedOutbox) -> None:
    first = outbox.submit(envelope(1), SUMMARY, START).id
    second = outbox.submit(envelope(2), replace(SUMMARY, words="inne"), START).id
    rows = {row.id: row for row in outbox.index.rows()}

    for taker, giver in ((first, second), (second, first)):
        words = {"wrap": rows[giver].wrap, "summary": rows[giver].summary}
        outbox.index.change(rows[taker], words)

    assert [entry.summary for entry in outbox.entries()] == [None, None]


def test_a_report_is_due_at_once_when_the_first_try_is_free(desk: Desk) -> None:
    desk.submit()
    desk.post.answers.append(DELIVERED)

    assert desk.look() == timedelta(0)
    assert len(desk.post.messages) == 1


def test_a_held_report_takes_a_changed_message_and_keeps_its_words(
    outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]
) -> None:
    first = envelope()
    outbox.submit(first, SUMMARY, START)
    changed = replace(
        first, message_id=f"<{first.report_id}.2@firma.example>", content=first.content + b"x"
    )

    entry = outbox.replace(changed)
    later = reopen()
    later.recover()

    assert entry.message_id == changed.message_id
    assert later.envelope(entry.id) == changed
    assert later.entry(entry.id).summary == SUMMARY


def test_a_message_that_may_have_got_through_is_never_changed(
    desk: Desk, outbox: SealedOutbox
) -> None:
    first = envelope()
    outbox.submit(first, SUMMARY, START)
    row = outbox.index.row(first.report_id)
    assert row is not None
    outbox.index.change(row, {"state": State.RETRY_WAIT.value, "uncertain_count": 1})

    assert code_of(lambda: outbox.replace(replace(first, content=b"y"))) is Code.REPORT_BUSY
    assert outbox.envelope(first.report_id) == first


def test_a_full_disk_leaves_the_old_message_in_place(
    outbox: SealedOutbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = envelope()
    outbox.submit(first, SUMMARY, START)

    def refuse(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as full:
        full.setattr(os, "write", refuse)
        assert code_of(lambda: outbox.replace(replace(first, content=b"y"))) is Code.DISK_FULL
    assert outbox.envelope(first.report_id) == first


def test_words_that_no_utf8_can_hold_are_saved_with_a_sign_in_their_place(
    outbox: SealedOutbox,
) -> None:
    spoilt = replace(
        SUMMARY,
        words="po\ud83d",
        customer="\udc00",
        ours="\ud800",
        names=("\ud83d\ude00", "x\udfff"),
    )

    entry = outbox.submit(envelope(), spoilt, START)

    names = ("\U0001f600", "x\ufffd")
    assert entry.summary == replace(
        SUMMARY, words="po\ufffd", customer="\ufffd", ours="\ufffd", names=names
    )
