"""Lets one call of one life fail, or all from it on, takes the fault away, and judges the rest."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import TextIO

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code
from dzwonek.outbox import seal
from tests.faults.errors_home import UNWRITTEN
from tests.faults.errors_life import (
    ENDED,
    GONE,
    KEPT,
    PICTURE,
    REFUSED,
    SAVED,
    TRIED,
    Aftermath,
    Variant,
    prepare,
    started_anew,
)
from tests.faults.kills_nursery import Nursery
from tests.faults.kills_points import linked
from tests.faults.kills_trace import Call, Watcher

PARALLEL = 2
RETRIES = 50
FEW = 5
EVERYWHERE = ("ENOSPC", "EIO", "EROFS")
ERRORS = {
    "openat": ("EMFILE", *EVERYWHERE),
    "mkdir": EVERYWHERE,
    "write": EVERYWHERE,
    "pwrite64": EVERYWHERE,
    "fsync": EVERYWHERE,
    "fdatasync": EVERYWHERE,
    "rename": EVERYWHERE,
    "link": EVERYWHERE,
    "unlink": EVERYWHERE,
    "ftruncate": EVERYWHERE,
    "fallocate": EVERYWHERE,
}
CODES = {code.value for code in (Code.DISK_FULL, Code.DISK_FAILED, Code.DISK_READ_ONLY)}


@dataclass(frozen=True, slots=True)
class Fault:
    """An error at one call of an operation; with `more` "+" at all that follow, too."""

    operation: str
    at: Call
    error: str
    more: str

    def __str__(self) -> str:
        where = f"{self.at.name}({self.at.target}) {self.at.number}{self.more}"
        return f"{self.operation}: {self.error} at {where}"


@dataclass
class Suffered:
    """What one life said, how it ended, and what the next start found."""

    fault: Fault
    lines: list[list[str]]
    code: int
    wraps: tuple[bytes, ...]  # of the reports that were there before
    folder: Path
    after: Aftermath = field(init=False)

    def said(self, word: str) -> list[str]:
        """Give what stood behind a word, each time that it was said."""
        return [line[1] if len(line) > 1 else "" for line in self.lines if line[0] == word]

    def faults(self) -> list[str]:
        """List what must not be."""
        if self.code != 0 or not self.said(ENDED):
            return [f"{self.fault}: the program ended, {self.code}, after {self.lines}"]
        self.after = started_anew(self.folder, self.fault.operation)
        found = [*self._common(), *getattr(self, f"_{self.fault.operation}")()]
        return [f"{self.fault}: {text}" for text in found]

    def _common(self) -> Iterable[str]:
        if unknown := set(self.said(REFUSED)) - CODES:
            yield f"refused with {unknown}"
        if self.said(UNWRITTEN):
            yield "sent although `sending` was not written"
        if doubled := {one for one, copies in Counter(self.after.received).items() if copies > 1}:
            yield f"doubled: {doubled}"

    def _submit(self) -> Iterable[str]:
        saved = set(self.said(SAVED))
        if lost := saved - set(self.after.received):
            yield f"called saved, and lost: {lost}"
        if not saved:
            yield "not saved once the fault had gone"
        if self.after.drafts:
            yield "the draft outlived its report"

    def _send(self) -> Iterable[str]:
        if set(self.after.states.values()) != {State.DELIVERED}:
            yield f"{self.after.states.values()}"
        if set(self.after.soon) != set(self.after.states):
            yield f"sent within a minute: {len(self.after.soon)} of {len(self.after.states)}"

    def _discard(self) -> Iterable[str]:
        if not self.said(GONE):
            yield "not destroyed once the fault had gone"
        if self.after.received:
            yield "sent although it was destroyed"
        yield from self._remains()

    def _purge(self) -> Iterable[str]:
        if len(self.after.received) != 1:
            yield f"sent {len(self.after.received)} times"
        yield from self._remains()

    def _remains(self) -> Iterable[str]:
        if set(self.after.states.values()) != {State.TOMBSTONE}:
            yield f"{self.after.states.values()}"
        for path in self.folder.rglob("*"):
            if path.is_file() and any(wrap in path.read_bytes() for wrap in self.wraps):
                yield f"the key is still in {path.name}"

    def _type(self) -> Iterable[str]:
        kept = max((int(turn) for turn in self.said(KEPT)), default=0)
        if len(self.after.drafts) != 1:
            yield f"{len(self.after.drafts)} drafts"
            return
        text, picture = self.after.drafts[0]
        if int(text) != kept or not kept:
            yield f"the draft holds {text}, and {kept} was called kept"
        if picture != PICTURE + str(kept).encode():
            yield "another picture than was called kept"


@dataclass(frozen=True, slots=True)
class Lived:
    """A life's calls up to the end of the fault, what it said, how it ended, and its home."""

    calls: list[Call]
    lines: list[list[str]]
    code: int
    home: Path


class Sufferings:
    """Homes to begin with, and lives with and without faults in copies of them."""

    def __init__(self, strace: str, folder: Path, variant: Variant = "") -> None:
        self._strace = strace
        self._folder = folder
        self._variant = variant
        self._turns = count()
        self._wraps: dict[str, tuple[bytes, ...]] = {}

    def faults(self, nursery: Nursery, operation: str) -> list[Fault]:
        """Let the operation be done undisturbed, and give all that can happen to its calls."""
        ready = self._folder / operation
        prepare(ready, operation)
        spool = ready / "data" / "spool"
        self._wraps[operation] = tuple(
            seal.parse(path.read_bytes()).header.wrap for path in spool.glob("*.dzw")
        )
        whole = self._life(nursery, operation, None)
        assert whole.code == 0, whole.lines
        return [
            Fault(operation, call, error, more)
            for call in whole.calls
            if call.is_ours and call.name in ERRORS
            for error in ERRORS[call.name]
            for more in ("", "+")
        ]

    def suffer(self, nursery: Nursery, fault: Fault) -> list[str]:
        """Let a life meet a fault, start anew, and list what must not be."""
        lived = self._life(nursery, fault.operation, fault)
        wraps = self._wraps[fault.operation]
        return Suffered(fault, lived.lines, lived.code, wraps, lived.home).faults()

    def _life(self, nursery: Nursery, operation: str, fault: Fault | None) -> Lived:
        name = f"{operation}-{next(self._turns)}"
        home, said = self._folder / name, self._folder / f"{name}.said"
        shutil.copytree(self._folder / operation, home, copy_function=linked)
        with heard_through(said) as reader:
            tries = str(RETRIES if operation in {"send", "purge"} else FEW)
            life = "tests.faults.errors_life:live"
            pid = nursery.bear(life, str(home), operation, tries, self._variant, said=said)
            log = self._folder / f"{name}.trace"
            _wait_from_now(reader)
            watcher = self._watcher(pid, log, fault)
            nursery.send_on(pid)
            lines = _up_to_tried(reader)
            watcher.leave()
            calls = watcher.calls(home)
            if lines and lines[-1] == [TRIED]:
                nursery.send_on(pid)
            lines += [line.split() for line in reader]
            return Lived(calls, lines, nursery.ended(), home)

    def _watcher(self, pid: int, log: Path, fault: Fault | None) -> Watcher:
        if fault is None:
            return Watcher(self._strace, pid, log)
        return Watcher(self._strace, pid, log, fault.at, f"error={fault.error}", fault.more)


@contextmanager
def heard_through(pipe: Path) -> Iterator[TextIO]:
    """Open the reading end of a named pipe, for a life that opens the other one."""
    if sys.platform == "win32":
        raise NotImplementedError
    os.mkfifo(pipe)
    with os.fdopen(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)) as reader:
        yield reader


def _wait_from_now(reader: TextIO) -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    os.set_blocking(reader.fileno(), True)


def _up_to_tried(reader: TextIO) -> list[list[str]]:
    lines = []
    while line := reader.readline():
        lines.append(line.split())
        if lines[-1] == [TRIED]:
            break
    return lines


def suffered(
    sufferings: Sufferings,
    most: int,
    seed: int,
    operations: Iterable[str],
    only: Callable[[Fault], bool] = lambda _: True,
) -> Suffering:
    """Let at most so many faults happen, chosen by the seed among all that can, or `only` these."""
    free: SimpleQueue[Nursery] = SimpleQueue()

    def suffer(fault: Fault) -> list[str]:
        nursery = free.get()
        try:
            return sufferings.suffer(nursery, fault)
        finally:
            free.put(nursery)

    with ExitStack() as stack:
        for _ in range(PARALLEL):
            free.put(stack.enter_context(Nursery()))
        pool = stack.enter_context(ThreadPoolExecutor(PARALLEL))
        nursery = free.get()
        faults = [each for name in operations for each in sufferings.faults(nursery, name)]
        free.put(nursery)
        faults = [fault for fault in faults if only(fault)]
        chosen = Random(seed).sample(faults, min(most, len(faults)))
        found = [text for texts in pool.map(suffer, chosen) for text in texts]
    return Suffering(chosen, len(faults), found)


@dataclass(frozen=True, slots=True)
class Suffering:
    """The faults that were made, how many there could be, and what must not have been."""

    made: list[Fault]
    possible: int
    found: list[str]
