"""Freed memory goes back to the system."""

from __future__ import annotations

import sys

import psutil
import pytest

from dzwonek.capture.memory import give_back_memory

BLOCK = 60_000  # bytes; below the size that glibc takes from the system one by one
BLOCKS = 1000


@pytest.mark.skipif(sys.platform != "linux", reason="glibc alone keeps freed memory")
def test_memory_freed_below_a_block_in_use_goes_back() -> None:
    process = psutil.Process()
    blocks = [bytearray(b"x" * BLOCK) for _ in range(BLOCKS)]
    last = blocks.pop()
    blocks.clear()
    before = process.memory_info().rss
    assert give_back_memory()
    assert before - process.memory_info().rss > BLOCK * BLOCKS // 2
    assert len(last) == BLOCK


def test_other_systems_need_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not give_back_memory()
