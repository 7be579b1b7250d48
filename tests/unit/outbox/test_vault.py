"""Single sealed files: whole, and the old one destroyed with its key."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import NoReturn

import pytest

from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import disk
from dzwonek.outbox.disk import HEAD
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.vault import Vault
from tests.fakes.clock import FakeClock
from tests.fakes.secret_box import MemorySecretBox


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(KeyRing(tmp_path / "state", MemorySecretBox(), FakeClock()))


def test_the_key_of_an_old_file_is_overwritten_and_no_second_name_is_left(
    vault: Vault, tmp_path: Path
) -> None:
    file = tmp_path / "vault" / "one"
    vault.store(file, "one", b"first")
    kept = tmp_path / "another name of the old file"
    kept.hardlink_to(file)

    vault.store(file, "one", b"second")

    assert vault.read(file, "one") == b"second"
    assert set(kept.read_bytes()[:HEAD]) == {0}
    assert [path.name for path in file.parent.iterdir()] == ["one"]


def test_a_file_that_finds_no_room_leaves_the_old_one_whole(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "vault" / "one"
    vault.store(file, "one", b"first")

    def refuse(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk, "write_durably", refuse)
    with pytest.raises(ProblemError) as caught:
        vault.store(file, "one", b"second")

    assert caught.value.problem.code is Code.DISK_FULL
    assert vault.read(file, "one") == b"first"
    assert [path.name for path in file.parent.iterdir()] == ["one"]
