"""Freed memory goes back to the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dzwonek.capture import memory

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="glibc alone keeps freed memory")
APP = Path(__file__).parents[3] / "app"
# Each runs in a process of its own: what is set there stays set, and what is kept is counted.
START = """
import threading
import psutil
from dzwonek.capture.memory import give_back_memory, keep_large_blocks_apart

def resident():
    return psutil.Process().memory_info().rss
"""
SMALL_BLOCKS = """
blocks = [bytearray(b"x" * 60_000) for _ in range(1000)]
last = blocks.pop()
blocks.clear()
before = resident()
assert give_back_memory()
print(before - resident())
"""
PICTURES_IN_THREADS = """
def work():
    for megabytes in (12, 24, 12):
        bytearray(b"x") * (megabytes * 1_000_000)

assert keep_large_blocks_apart()
before = resident()
for _ in range(2):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    give_back_memory()
print(resident() - before)
"""
# glibc sets 64 MB of addresses aside for each heap of a thread; stacks take 8.
HEAPS = """
from dzwonek.capture.memory import share_one_heap

together = threading.Barrier(5)

def work():
    kept = [bytearray(5_000) for _ in range(100)]
    together.wait()
    together.wait()

def addresses():
    return psutil.Process().memory_info().vms

assert share_one_heap()
before = addresses()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
together.wait()
print(addresses() - before)
together.wait()
"""


def printed(script: str) -> int:
    command = (sys.executable, "-c", START + script)
    environment = {"PYTHONPATH": str(APP)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=60)
    return int(done.stdout)


@on_linux
def test_memory_freed_below_a_block_in_use_goes_back() -> None:
    assert printed(SMALL_BLOCKS) > 30_000_000


@on_linux
def test_pictures_that_a_thread_worked_on_leave_nothing_behind() -> None:
    assert printed(PICTURES_IN_THREADS) < 4_000_000  # 21,000,000 if left to glibc


@on_linux
def test_threads_have_no_heaps_of_their_own() -> None:
    assert printed(HEAPS) < 64_000_000  # 300,000,000 if left to glibc


def test_other_systems_need_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not memory.give_back_memory()
    assert not memory.keep_large_blocks_apart()
    assert not memory.share_one_heap()
