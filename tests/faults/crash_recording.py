"""What a program did to its files, call by call, as strace saw it, and turned into plain steps.

A call that would change a file in a way not known here is an error, and the steps are played once
more to the end and compared with the files that are there: nothing is left out in silence.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
CALLS = (
    "open,openat,creat,close,dup,dup2,dup3,write,pwrite64,writev,pwritev,pwritev2,lseek,truncate,"
    "ftruncate,fallocate,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,fsync,fdatasync,sync,syncfs,sync_file_range,sendfile,copy_file_range"
)
MEMORY = "-shm"  # SQLite's shared memory: nothing in it has to outlive the system
_CALL = re.compile(r"(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+|\?)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
OUTPUT = 1
HOME, BEFORE, TRACE, SAID = "home", "before", "trace", "said"


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes that go to a place in a file."""

    file: int
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    """A file that gets another length."""

    file: int
    length: int


@dataclass(frozen=True, slots=True)
class Link:
    """A new name in a folder, of a file or a folder."""

    folder: int
    name: str
    node: int


@dataclass(frozen=True, slots=True)
class Unlink:
    """A name that goes."""

    folder: int
    name: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A name that becomes another, at one stroke."""

    folder: int
    name: str
    to_folder: int
    to_name: str
    node: int


@dataclass(frozen=True, slots=True)
class Sync:
    """A file or a folder that is durable once this step is done."""

    node: int


@dataclass(frozen=True, slots=True)
class Told:
    """What the program said, which the world outside knows from here on."""

    words: tuple[str, ...]


NameStep = Link | Unlink | Rename
Step = Write | Resize | NameStep | Sync | Told
ROOT_NODE = 0


@dataclass
class Tree:
    """Files and folders by number; the folder 0 is the home."""

    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {ROOT_NODE: {}})
    files: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, home: Path) -> Tree:
        """Read what lies on a disk."""
        tree = cls()
        tree._load(home, ROOT_NODE)
        return tree

    def _load(self, folder: Path, node: int) -> None:
        for path in sorted(folder.iterdir()):
            child = len(self.folders) + len(self.files)
            self.folders[node][path.name] = child
            if path.is_dir():
                self.folders[child] = {}
                self._load(path, child)
            else:
                self.files[child] = path.read_bytes()

    def copy(self) -> Tree:
        """Give a tree that can be changed by itself."""
        return Tree({node: dict(names) for node, names in self.folders.items()}, dict(self.files))

    def contents(
        self, node: int = ROOT_NODE, place: str = ""
    ) -> Iterator[tuple[str, bytes | None]]:
        """List what has a name: the paths, a folder's before those in it, None for its bytes."""
        for name, child in self.folders[node].items():
            if child in self.folders:
                yield f"{place}{name}", None
                yield from self.contents(child, f"{place}{name}/")
            else:
                yield f"{place}{name}", self.files[child]

    def take(self, step: Step) -> None:
        """Do one step."""
        match step:
            case Write(node, offset, content):
                self.files[node] = written(self.files[node], offset, content)
            case Resize(node, length):
                self.files[node] = self.files[node][:length].ljust(length, b"\0")
            case Link(folder, name, node):
                self.folders[folder][name] = node
            case Unlink(folder, name):
                self.folders[folder].pop(name, None)
            case Rename(folder, name, to_folder, to_name, node):
                self.folders[folder].pop(name, None)
                self.folders[to_folder][to_name] = node


def written(old: bytes, offset: int, content: bytes) -> bytes:
    """Give a file's bytes after a write; a hole is zeros."""
    return old[:offset].ljust(offset, b"\0") + content + old[offset + len(content) :]


@dataclass
class Recording:
    """What was there before, what had been said, and each step since.

    `births` are the numbers of what came to be, each with whether it is a folder.
    """

    scenario: str
    before: Tree
    said: list[tuple[str, ...]]
    steps: list[Step]
    births: dict[int, bool]

    @classmethod
    def read(cls, folder: Path) -> Recording:
        """Read what `record` left in a folder."""
        before = Tree.of(folder / BEFORE)
        reader = Reader(folder / HOME, before)
        with (folder / TRACE).open() as lines:
            for line in lines:
                reader.read(line)
        said = [tuple(line.split()) for line in (folder / SAID).read_text().splitlines()]
        return cls(folder.name, before, said, reader.steps, reader.births)

    def start(self) -> Tree:
        """Give the tree before the first step; what comes to be is there, without a name."""
        tree = self.before.copy()
        for node, is_folder in self.births.items():
            if is_folder:
                tree.folders[node] = {}
            else:
                tree.files[node] = b""
        return tree


def record(strace: str, folder: Path, variant: str = "") -> Recording:
    """Let the program prepare a home and then work in it, under the eyes of strace.

    The folder's name is the scenario's; raises AssertionError when the recording is not whole.
    """
    home = folder / HOME
    home.mkdir(parents=True)
    said = run(command(home, folder.name, "prepare"))
    (folder / SAID).write_text("".join(f"{line}\n" for line in said))
    shutil.copytree(home, folder / BEFORE)
    eyes = [strace, "-f", "-qq", "-xx", "-s", "16777216", "-e", f"trace={CALLS}"]
    words = command(home, folder.name, "play", *([variant] if variant else []))
    run([*eyes, "-o", str(folder / TRACE), *words])
    recording = Recording.read(folder)
    compare(recording, home)
    shutil.rmtree(home)
    return recording


def command(home: Path, *words: str) -> list[str]:
    """Give the command line of a life of the program."""
    return [sys.executable, "-m", "tests.faults.crash_program", str(home), *words]


def run(words: list[str]) -> list[str]:
    """Run to the end and give the lines that were said."""
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    result = subprocess.run(
        words, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    if result.returncode != 0:
        raise RuntimeError(f"{words}: {result.stderr}")
    return result.stdout.splitlines()


def compare(recording: Recording, home: Path) -> None:
    """Play all steps and hold them against the files: the recording has to be whole."""
    tree = recording.start()
    for step in recording.steps:
        tree.take(step)
    seen = dict(tree.contents())
    there = {
        path: content for path, content in Tree.of(home).contents() if not path.endswith(MEMORY)
    }
    if seen != there:
        odd = sorted(
            path for path in seen.keys() | there.keys() if seen.get(path) != there.get(path)
        )
        raise AssertionError(f"the recording differs from the files: {odd}")


class Reader:
    """Reads strace's lines one after the other."""

    def __init__(self, home: Path, before: Tree) -> None:
        self._home = str(home)
        self._tree = before.copy()
        self._open: dict[int, int] = {}
        self._at: dict[int, int] = {}
        self._readable: set[int] = set()
        self._ignored: set[int] = set()
        self._next = len(before.folders) + len(before.files)
        self.births: dict[int, bool] = {}
        self.steps: list[Step] = []

    def read(self, line: str) -> None:
        """Take one line in; raises ValueError for a call that is not foreseen."""
        found = _CALL.match(line)
        if found is None:
            if "exited with" in line or "+++" in line or "---" in line:
                return
            raise ValueError(f"not foreseen: {line[:200]}")
        name, text, result = found[1], found[2], found[3]
        if result == "?" or int(result) < 0:
            return
        if "..." in _TEXT.sub(lambda each: each[2] or "", text):
            raise ValueError(f"cut short: {name}")
        texts = [bytes.fromhex(each[1].replace("\\x", "")) for each in _TEXT.finditer(text)]
        plain = [word.strip() for word in _TEXT.sub('"', text).split(",")]
        getattr(self, f"_{name}", self._unknown)(name, plain, texts, int(result))

    def _unknown(self, name: str, plain: list[str], texts: list[bytes], result: int) -> None:
        is_ours = any(self._place(text.decode("utf-8", "replace")) for text in texts)
        is_ours |= any(word.isdigit() and int(word) in self._open for word in plain)
        if is_ours or name in {"sync", "syncfs"}:
            raise ValueError(f"not foreseen: {name} {plain}")

    def _place(self, path: str) -> tuple[int, str] | None:
        """Find the folder and name of a path in our home; the home itself has the name ""."""
        if path != self._home and not path.startswith(self._home + "/"):
            return None
        parts = [part for part in path[len(self._home) :].split("/") if part]
        node = ROOT_NODE
        for part in parts[:-1]:
            node = self._tree.folders[node][part]
        return node, parts[-1] if parts else ""

    def _step(self, step: Step) -> None:
        self._tree.take(step)
        self.steps.append(step)

    def _born(self, *, is_folder: bool) -> int:
        node, self._next = self._next, self._next + 1
        self.births[node] = is_folder
        if is_folder:
            self._tree.folders[node] = {}
        else:
            self._tree.files[node] = b""
        return node

    def _openat(self, name: str, plain: list[str], texts: list[bytes], result: int) -> None:
        self._open.pop(result, None)
        self._ignored.discard(result)
        path = texts[0].decode()
        place = self._place(path)
        if place is None:
            if plain[0] != "AT_FDCWD" and int(plain[0]) in self._open:
                raise ValueError(f"not foreseen: {name} beside a folder")
            return
        if path.endswith(MEMORY):
            return
        folder, last = place
        node = self._tree.folders[folder].get(last, -1) if last else folder
        if node < 0:
            node = self._born(is_folder=False)
            self._step(Link(folder, last, node))
        elif "O_TRUNC" in plain[2]:
            self._step(Resize(node, 0))
        if "O_APPEND" in plain[2]:
            raise ValueError("not foreseen: O_APPEND")
        self._open[result], self._at[result] = node, 0
        (self._readable.add if "O_RDWR" in plain[2] else self._readable.discard)(result)

    def _close(self, _: str, plain: list[str], __: list[bytes], ___: int) -> None:
        self._open.pop(int(plain[0]), None)

    def _lseek(self, _: str, plain: list[str], __: list[bytes], result: int) -> None:
        self._at[int(plain[0])] = result

    def _write(self, _: str, plain: list[str], texts: list[bytes], result: int) -> None:
        descriptor = int(plain[0])
        content = texts[0][:result]
        if descriptor == OUTPUT:
            for line in content.decode().splitlines():
                self._step(Told(tuple(line.split())))
        elif descriptor in self._open:
            if descriptor in self._readable:
                raise ValueError("not foreseen: write where something may have been read")
            self._step(Write(self._open[descriptor], self._at[descriptor], content))
            self._at[descriptor] += result

    def _pwrite64(self, _: str, plain: list[str], texts: list[bytes], result: int) -> None:
        if int(plain[0]) in self._open:
            offset = int(plain[3])
            self._step(Write(self._open[int(plain[0])], offset, texts[0][:result]))

    def _ftruncate(self, _: str, plain: list[str], __: list[bytes], ___: int) -> None:
        if int(plain[0]) in self._open:
            self._step(Resize(self._open[int(plain[0])], int(plain[1])))

    def _fallocate(self, name: str, plain: list[str], texts: list[bytes], result: int) -> None:
        if int(plain[0]) in self._open:
            raise ValueError(f"not foreseen: {name}")

    def _fsync(self, _: str, plain: list[str], __: list[bytes], ___: int) -> None:
        if int(plain[0]) in self._open:
            self._step(Sync(self._open[int(plain[0])]))

    _fdatasync = _fsync

    def _rename(self, name: str, _: list[str], texts: list[bytes], __: int) -> None:
        places = [self._place(text.decode()) for text in texts]
        if places == [None, None] or texts[0].decode().endswith(MEMORY):
            return
        if None in places:
            raise ValueError(f"not foreseen: {name} into or out of the home")
        (folder, old), (to_folder, new) = (place for place in places if place is not None)
        self._step(Rename(folder, old, to_folder, new, self._tree.folders[folder][old]))

    _renameat2 = _renameat = _rename

    def _link(self, name: str, _: list[str], texts: list[bytes], __: int) -> None:
        places = [self._place(text.decode()) for text in texts]
        if places == [None, None]:
            return
        if None in places:
            raise ValueError(f"not foreseen: {name} into or out of the home")
        (folder, old), (to_folder, new) = (place for place in places if place is not None)
        self._step(Link(to_folder, new, self._tree.folders[folder][old]))

    _linkat = _link

    def _unlink(self, _: str, __: list[str], texts: list[bytes], ___: int) -> None:
        path = texts[0].decode()
        place = self._place(path)
        if place is not None and not path.endswith(MEMORY):
            self._step(Unlink(*place))

    _rmdir = _unlink

    def _unlinkat(self, name: str, plain: list[str], texts: list[bytes], result: int) -> None:
        if plain[0] != "AT_FDCWD" and int(plain[0]) in self._open:
            raise ValueError("not foreseen: unlinkat beside a folder")
        self._unlink(name, plain, texts, result)

    def _mkdir(self, _: str, __: list[str], texts: list[bytes], ___: int) -> None:
        place = self._place(texts[0].decode())
        if place is not None:
            self._step(Link(*place, self._born(is_folder=True)))
