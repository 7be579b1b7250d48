"""One running program for each home folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dzwonek.desktop import instance_lock
from dzwonek.desktop.instance_lock import InstanceLock
from dzwonek.desktop.single_instance import Instance, claim

APP = Path(__file__).parents[3] / "app"


def test_a_second_claim_finds_the_place_taken_until_the_first_ends(
    tmp_path: Path, runtime: dict[str, str], instance: Instance
) -> None:
    assert claim(tmp_path, runtime) is None
    instance.close()
    instance.close()
    again = claim(tmp_path, runtime)
    assert again is not None
    again.close()


def test_another_home_has_a_program_of_its_own(
    tmp_path: Path, runtime: dict[str, str], instance: Instance
) -> None:
    other = claim(tmp_path / "other", runtime)
    assert other is not None
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_lock_file_that_its_last_holder_takes_away_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "x.lock")
    really_lock = instance_lock._lock

    def lock_late(descriptor: int) -> bool:
        monkeypatch.setattr(instance_lock, "_lock", really_lock)
        os.unlink(path)  # the last holder ends between our open and our lock
        return really_lock(descriptor)

    monkeypatch.setattr(instance_lock, "_lock", lock_late)
    first = InstanceLock.take(path)
    assert first is not None
    assert InstanceLock.take(path) is None
    first.free()


def test_little_is_loaded_before_the_answer_is_known() -> None:
    asked = "import sys, dzwonek.desktop.single_instance as s; print(*sys.modules)"
    told = subprocess.run(
        (sys.executable, "-S", "-c", asked),
        env={**os.environ, "PYTHONPATH": str(APP)},
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"dataclasses", "typing", "re", "socket", "hashlib", "logging", "pathlib"}
    assert not heavy & set(told.stdout.split())
