"""A disk that loses power: what is durable, what is under way, and what may be left of it.

The model is the weakest that POSIX allows, weaker than ext4 and xfs:

- a file's bytes and length are durable once that file was synced, its name once its folder was;
  syncing a file says nothing about its name, and nothing else orders anything;
- of what is under way any subset may be left: names independently of bytes, one folder
  independently of the other, one file's writes independently of each other, and of one write any
  sectors of 512 bytes, or zeros where the file grew;
- one rename is whole or not at all, and so is one sector.

Half of the images follow what journals do instead: of all names a prefix in the order of time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.faults.crash_recording import (
    NameStep,
    Recording,
    Rename,
    Resize,
    Step,
    Sync,
    Told,
    Tree,
    Write,
    written,
)

SECTOR = 512
DataStep = Write | Resize


@dataclass
class CrashDisk:
    """The disk after some of a recording's steps."""

    durable: Tree
    names: list[NameStep] = field(default_factory=list)
    data: dict[int, list[DataStep]] = field(default_factory=dict)

    @classmethod
    def before(cls, recording: Recording) -> CrashDisk:
        """Give the disk before the first step; all that was there is durable."""
        return cls(recording.start())

    def take(self, step: Step) -> None:
        """Do one step."""
        match step:
            case Sync(node):
                self._sync(node)
            case Write() | Resize():
                self.data.setdefault(step.file, []).append(step)
            case Told():
                pass
            case _:
                self.names.append(step)

    def _sync(self, node: int) -> None:
        if node in self.durable.files:
            for step in self.data.pop(node, ()):
                self.durable.take(step)
            return
        for name in self.names:
            if _is_in(name, node):
                self.durable.take(name)
        self.names = [name for name in self.names if not _is_in(name, node)]

    def image(self, random: Random) -> Tree:
        """Give one of the disks that may be found when the power comes back."""
        tree = self.durable.copy()
        for name in _some_names(self.names, random):
            tree.take(name)
        mood = random.choice(("none", "all", "mixed", "mixed", "mixed"))
        for node, steps in self.data.items():
            way = random.choice(("none", "all", "first", "any", "any")) if mood == "mixed" else mood
            tree.files[node] = _some_data(tree.files[node], steps, way, random)
        return tree


def _is_in(name: NameStep, folder: int) -> bool:
    return name.folder == folder or (isinstance(name, Rename) and name.to_folder == folder)


def _some_names(names: list[NameStep], random: Random) -> list[NameStep]:
    if random.random() < 0.5:
        return names[: random.randint(0, len(names))]
    share = random.choice((0.1, 0.5, 0.9))
    return [name for name in names if random.random() < share]


def _some_data(old: bytes, steps: list[DataStep], way: str, random: Random) -> bytes:
    """Give what is left of one file; `way` says which of its writes."""
    if way == "none":
        return old
    last = len(steps)
    share = 1.0
    if way == "first":
        last = random.randint(0, len(steps))
    elif way == "any":
        share = random.choice((0.1, 0.5, 0.9))
    for number, step in enumerate(steps[:last], 1):
        if random.random() >= share:
            continue
        if isinstance(step, Resize):
            old = old[: step.length].ljust(step.length, b"\0")
        elif way == "all" or (way == "first" and number < last):
            old = written(old, step.offset, step.content)
        else:
            old = _torn(old, step, random)
    return old


def _torn(old: bytes, step: Write, random: Random) -> bytes:
    """Give a file after a write of which some sectors arrived."""
    end = step.offset + len(step.content)
    first, last = step.offset // SECTOR, (end - 1) // SECTOR
    sectors = range(first, last + 1)
    match random.choice(("head", "tail", "any", "whole")):
        case "head":
            kept = set(sectors[: random.randint(0, len(sectors))])
        case "tail":
            kept = set(sectors[random.randint(0, len(sectors)) :])
        case "any":
            kept = {sector for sector in sectors if random.random() < 0.5}
        case _:
            kept = set(sectors)
    content = bytearray(old)
    if random.random() < 0.5 and len(content) < end:
        content.extend(bytes(end - len(content)))  # the length arrived, these bytes did not
    for sector in sorted(kept):
        start, stop = max(step.offset, sector * SECTOR), min(end, (sector + 1) * SECTOR)
        if len(content) < start:
            content.extend(bytes(start - len(content)))
        content[start:stop] = step.content[start - step.offset : stop - step.offset]
    return bytes(content)
