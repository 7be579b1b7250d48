"""Names and identity between two reports, sealed."""

from __future__ import annotations

from pathlib import Path

from dzwonek.domain.identity import Agent, Identity, IdentitySource, Remembered
from dzwonek.domain.problem import Code, Problem
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.remembered import SealedMemory
from tests.fakes.clock import START, FakeClock
from tests.fakes.reports import NAME
from tests.fakes.secret_box import MemorySecretBox

REMEMBERED = Remembered(
    Identity(Agent(NAME, "swieczka"), IdentitySource.DAKTELA, START, "Europe/Warsaw"),
    (NAME, "Anna Przykład"),
)


def test_what_was_saved_is_remembered_and_not_readable(tmp_path: Path, keys: KeyRing) -> None:
    path = tmp_path / "data" / "remembered"

    SealedMemory(path, keys).save(REMEMBERED)

    assert SealedMemory(path, keys).load() == REMEMBERED
    assert NAME.encode() not in path.read_bytes()


def test_nothing_is_remembered_at_first(tmp_path: Path, keys: KeyRing) -> None:
    assert SealedMemory(tmp_path / "none", keys).load() == Remembered()


def test_an_unreadable_memory_is_an_empty_one(tmp_path: Path, keys: KeyRing) -> None:
    path = tmp_path / "remembered"
    SealedMemory(path, keys).save(REMEMBERED)
    path.write_bytes(path.read_bytes()[:-3])

    assert SealedMemory(path, keys).load() == Remembered()


def test_a_memory_that_cannot_be_saved_stops_nobody(tmp_path: Path, clock: FakeClock) -> None:
    box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    keys = KeyRing(tmp_path / "state", box, clock, is_file_allowed=False)

    SealedMemory(tmp_path / "remembered", keys).save(REMEMBERED)

    assert not (tmp_path / "remembered").exists()
