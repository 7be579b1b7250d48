"""The lock file that decides who runs, where there is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there it is a mutex", allow_module_level=True)
assert sys.platform != "win32"

from dzwonek.desktop import instance_lock  # noqa: E402 - not on Windows
from dzwonek.desktop.instance_lock import InstanceLock  # noqa: E402 - not on Windows


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
