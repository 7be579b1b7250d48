"""Where the queue's keys live, and that none is given up for lost."""

from __future__ import annotations

import os
import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox.keyfile import Place
from dzwonek.outbox.keys import ASK_AGAIN, KeyRing, MissingKeyError
from tests.fakes.clock import FakeClock
from tests.fakes.secret_box import MemorySecretBox

FAILURES = [
    Problem(Code.KEYRING_MISSING),
    Problem(Code.KEYRING_LOCKED),
    Problem(Code.KEYRING_LATE),
    Problem(Code.KEYRING_REFUSED),
]


def ring(
    folder: Path, box: MemorySecretBox, clock: FakeClock, *, is_file_allowed: bool = True
) -> KeyRing:
    return KeyRing(folder / "state", box, clock, is_file_allowed=is_file_allowed)


def key_file(folder: Path) -> Path:
    return folder / "state" / "queue.key"


def test_making_a_ring_reads_and_writes_nothing(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    ring(tmp_path, box, clock)

    assert box.calls == 0
    assert list(tmp_path.iterdir()) == []


def test_the_first_key_goes_into_the_keyring_and_no_file_holds_it(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    key = ring(tmp_path, box, clock).current()

    assert list(box.secrets) == [f"queue-key-{key.id}"]
    assert not key_file(tmp_path).exists()
    assert ring(tmp_path, box, clock).current() == key


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.code.value)
def test_without_a_keyring_the_key_goes_into_a_private_file(
    tmp_path: Path, clock: FakeClock, failure: Problem
) -> None:
    box = MemorySecretBox(failure)

    key = ring(tmp_path, box, clock).current()

    assert ring(tmp_path, box, clock).current() == key
    if sys.platform != "win32":
        assert stat.S_IMODE(key_file(tmp_path).stat().st_mode) == 0o600
        assert stat.S_IMODE(key_file(tmp_path).parent.stat().st_mode) == 0o700


def test_a_keyring_that_does_not_give_back_what_it_took_is_not_trusted(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    box.is_forgetful = True

    key = ring(tmp_path, box, clock).current()

    assert ring(tmp_path, box, clock).key(key.id) == key
    assert key_file(tmp_path).exists()


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.code.value)
def test_where_only_a_keyring_is_allowed_no_file_is_ever_written(
    tmp_path: Path, clock: FakeClock, failure: Problem
) -> None:
    keys = ring(tmp_path, MemorySecretBox(failure), clock, is_file_allowed=False)

    with pytest.raises(ProblemError) as caught:
        keys.current()

    assert caught.value.problem.code is Code.QUEUE_KEY_FORBIDDEN
    assert caught.value.problem.values["reason"] == failure.code.value
    assert not key_file(tmp_path).exists()


def test_the_note_of_places_never_holds_a_key(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    key = ring(tmp_path, box, clock).current()
    note = (tmp_path / "state" / "queue-key.toml").read_text()

    assert key.id in note
    assert 'place = "keyring"' in note
    assert box.secrets[f"queue-key-{key.id}"] not in note


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.code.value)
def test_a_keyring_that_does_not_serve_is_not_missing_and_a_second_key_is_made(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock, failure: Problem
) -> None:
    first = ring(tmp_path, box, clock).current()
    box.problem = failure
    later = ring(tmp_path, box, clock)

    second = later.current()

    assert second.id != first.id
    with pytest.raises(ProblemError) as caught:
        later.key(first.id)
    assert caught.value.problem.code is Code.QUEUE_KEY_UNREACHABLE
    assert caught.value.problem.values["reason"] == failure.code.value


def test_both_keys_open_again_once_the_keyring_is_unlocked(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    first = ring(tmp_path, box, clock).current()
    box.problem = Problem(Code.KEYRING_LOCKED)
    second = ring(tmp_path, box, clock).current()
    box.problem = None

    later = ring(tmp_path, box, clock)

    assert later.key(first.id) == first
    assert later.key(second.id) == second


def test_a_key_that_the_keyring_does_not_know_is_lost(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    keys = ring(tmp_path, box, clock)
    keys.current()

    with pytest.raises(MissingKeyError):
        keys.key("feedfeedfeedfeed")


def test_the_files_key_moves_into_the_keyring_when_there_is_one(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    box.problem = Problem(Code.KEYRING_MISSING)
    key = ring(tmp_path, box, clock).current()
    box.problem = None

    later = ring(tmp_path, box, clock)

    assert later.current() == key
    assert not key_file(tmp_path).exists()
    assert ring(tmp_path, box, clock).key(key.id) == key
    assert [status.place for status in later.status()] == [Place.KEYRING]


def test_the_file_stays_when_the_keyring_does_not_give_the_moved_key_back(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    box.problem = Problem(Code.KEYRING_MISSING)
    key = ring(tmp_path, box, clock).current()
    box.problem, box.is_forgetful = None, True

    assert ring(tmp_path, box, clock).current() == key
    assert key_file(tmp_path).exists()


def test_a_failing_keyring_is_not_asked_for_every_report(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    box.problem = Problem(Code.KEYRING_LATE)
    keys = ring(tmp_path, box, clock)

    def ask() -> int:
        for _ in range(3):
            with pytest.raises(ProblemError):
                keys.key("feedfeedfeedfeed")
        return box.calls

    assert ask() == 1
    clock.advance(ASK_AGAIN + timedelta(seconds=1))
    assert ask() == 2
    keys.ask_again()
    assert ask() == 3


def test_asking_again_uses_a_keyring_that_was_unlocked_meanwhile(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    box.problem = Problem(Code.KEYRING_LOCKED)
    keys = ring(tmp_path, box, clock)
    key = keys.current()
    box.problem = None

    keys.ask_again()

    assert keys.current() == key
    assert not key_file(tmp_path).exists()


def test_the_status_says_where_each_key_lives_and_what_is_wrong(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    first = ring(tmp_path, box, clock).current()
    box.problem = Problem(Code.KEYRING_LOCKED)
    keys = ring(tmp_path, box, clock)
    second = keys.current()

    found = {status.id: status for status in keys.status()}

    assert found[first.id].place is Place.KEYRING
    assert (found[first.id].problem or Problem(Code.DISK_FULL)).code is Code.QUEUE_KEY_UNREACHABLE
    assert found[second.id].place is Place.FILE
    assert found[second.id].is_current
    assert (found[second.id].problem or Problem(Code.DISK_FULL)).code is Code.QUEUE_KEY_IN_FILE


def test_a_lost_or_spoilt_note_loses_no_key(
    tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    key = ring(tmp_path, box, clock).current()
    (tmp_path / "state" / "queue-key.toml").write_bytes(b"\xff[[key")

    assert ring(tmp_path, box, clock).key(key.id) == key


def test_a_spoilt_key_file_is_set_aside_and_not_overwritten(
    tmp_path: Path, clock: FakeClock
) -> None:
    key_file(tmp_path).parent.mkdir()
    key_file(tmp_path).write_text("nonsense")

    key = ring(tmp_path, MemorySecretBox(FAILURES[0]), clock).current()

    assert ring(tmp_path, MemorySecretBox(FAILURES[0]), clock).key(key.id) == key
    assert (tmp_path / "state" / "queue.key.unreadable").read_text() == "nonsense"


def test_a_second_process_uses_the_file_that_the_first_just_made(
    tmp_path: Path, clock: FakeClock
) -> None:
    first = ring(tmp_path, MemorySecretBox(FAILURES[0]), clock)
    second = ring(tmp_path, MemorySecretBox(FAILURES[0]), clock)

    assert first.current() == second.current()
    assert not [name for name in os.listdir(tmp_path / "state") if name.endswith(".part")]


@pytest.mark.parametrize("failure", FAILURES)
def test_a_key_whose_file_is_gone_is_lost_and_no_keyring_need_be_unlocked(
    tmp_path: Path, clock: FakeClock, failure: Problem
) -> None:
    box = MemorySecretBox(failure)
    key = ring(tmp_path, box, clock).current()
    key_file(tmp_path).unlink()

    later = ring(tmp_path, box, clock)
    with pytest.raises(MissingKeyError):
        later.key(key.id)
    with pytest.raises(ProblemError):
        later.key("another")
