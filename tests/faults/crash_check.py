"""What has to hold on a disk found after a crash, checked with the real outbox."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox import disk
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.fakes.reports import CUSTOMER, DESCRIPTION, NAME
from tests.fakes.secret_box import MemorySecretBox
from tests.faults.crash_recording import Tree

LATER = timedelta(days=45)  # the crash is over, and nobody's time is
LONG_ENOUGH = timedelta(minutes=10)  # all is due by then; the longest floor is a minute
MOST_LOOKS = 300
FOR_EVER = timedelta(days=3650)
ENDED = frozenset({State.TOMBSTONE, State.EXPIRED})
LATE = "at the end"
SHARED_MEMORY = "data/index.db-shm"
PLAIN = tuple(text.encode() for text in (DESCRIPTION, NAME, CUSTOMER)) + (b"IEND-canary",)


@dataclass
class World:
    """What the program had told until the crash."""

    allowed: dict[str, set[str]] = field(default_factory=dict)
    saved: set[str] = field(default_factory=set)
    taken: Counter[str] = field(default_factory=Counter)
    delivered: set[str] = field(default_factory=set)
    condemned: dict[str, set[bytes]] = field(default_factory=dict)
    destroying: set[str] = field(default_factory=set)
    destroyed: set[str] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    versions: dict[str, tuple[int, int]] = field(default_factory=dict)
    dropping: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    dead: set[bytes] = field(default_factory=set)

    def hear(self, words: tuple[str, ...]) -> None:
        """Take down one line; a version is kept as (told to be there, perhaps there)."""
        match words:
            case ("SAVING", report_id, print_):
                self.allowed.setdefault(report_id, set()).add(print_)
            case ("SAVED", report_id, print_):
                self.saved.add(report_id)
                self.allowed[report_id] = {print_}
            case ("TAKEN", report_id):
                self.taken[report_id] += 1
            case ("DELIVERED", report_id):
                self.delivered.add(report_id)
            case ("OUTDATED", report_id, wrap):
                self.condemned.setdefault(report_id, set()).add(bytes.fromhex(wrap))
            case ("DESTROYING", report_id, wrap):
                self.condemned.setdefault(report_id, set()).add(bytes.fromhex(wrap))
                self.destroying.add(report_id)
            case ("STUCK", report_id):
                self.stuck.add(report_id)
            case ("DESTROYED", report_id):
                self.destroyed.add(report_id)
                self.dead |= self.condemned[report_id]
            case (word, *_):
                self._hear_of_draft(word, words[1], words[2:])

    def _hear_of_draft(self, word: str, name: str, rest: tuple[str, ...]) -> None:
        match word:
            case "DRAFTING" | "PICTURING":
                self.versions[name] = (self.versions.get(name, (0, 0))[0], int(rest[0]))
            case "DRAFTED" | "PICTURED":
                self.versions[name] = (int(rest[0]), int(rest[0]))
                self.dead |= {bytes.fromhex(wrap) for wrap in rest[1:] if wrap != "-"}
            case "DROPPING":
                self.dropping.add(name)
            case "DROPPED":
                self.dropped.add(name)
                self.dead |= {bytes.fromhex(wrap) for wrap in rest}
            case _:
                raise ValueError(word)


def lay(tree: Tree, home: Path, random: Random) -> None:
    """Put an image on a real disk, with the garbage that shared memory may hold by then."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    for path, content in tree.contents():
        if content is None:
            (home / path).mkdir()
        else:
            with (home / path).open("xb", buffering=0) as file:
                file.write(content)
    if (home / "data").is_dir() and random.random() < 0.3:
        noise = random.choice((b"", bytes(32768), random.randbytes(32768)))
        (home / SHARED_MEMORY).write_bytes(noise)


class Finding:
    """One disk after one crash, and all that is wrong with it."""

    def __init__(self, home: Path, world: World, *, may_rebuild: bool) -> None:
        self._home = home
        self._world = world
        self._may_rebuild = may_rebuild
        self.faults: list[str] = []
        self.doubled = 0

    def look(self) -> None:
        """Read the disk as it is, start the program, let it send all, and read once more."""
        self._search(self._world.dead, "after the crash")
        clock = FakeClock(START + LATER)
        box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
        keys = KeyRing(self._home / "state", box, clock)
        outbox = SealedOutbox(self._home / "data", keys, clock, FOR_EVER, keep_undelivered=FOR_EVER)
        try:
            self._start(outbox, clock)
            self._look_at_drafts(SealedDrafts(self._home / "data" / "drafts", keys))
            ended = {row.id for row in outbox.index.rows() if row.state in ENDED}
            wraps: set[bytes] = set()
            condemned = self._world.condemned
            self._search(wraps.union(*(condemned.get(each, ()) for each in ended)), LATE)
        except ProblemError as error:
            self.faults.append(f"does not work: {error.problem}")
        except Exception as error:  # noqa: BLE001  (each is a finding)
            self.faults.append(f"broke off: {error!r}")
        finally:
            outbox.close()

    def _start(self, outbox: SealedOutbox, clock: FakeClock) -> None:
        recovery = outbox.recover()
        if recovery.quarantined or (recovery.is_rebuilt and not self._may_rebuild):
            self.faults.append(f"corrupt: {recovery}")
        post = Post()
        self._send(Desk(outbox, post, clock))
        sent = Counter(message.report_id for message in post.messages)
        for message in post.messages:
            if self._world.allowed.get(message.report_id, set()).isdisjoint(
                prints(message.content)
            ):
                self.faults.append(f"sent with other bytes: {message.report_id}")
        entries = {entry.id: entry for entry in outbox.entries()}
        self._compare(entries, sent)
        for entry in entries.values():
            if entry.state in {State.DELIVERED, State.REJECTED}:
                outbox.message(entry.id)

    def _send(self, desk: Desk) -> None:
        end = desk.clock.now() + LONG_ENOUGH
        for _ in range(MOST_LOOKS):
            wait = desk.look()
            if wait is None or desk.clock.now() + wait > end:
                return
            desk.clock.advance(wait)
        self.faults.append("the courier finds no rest")

    def _compare(self, entries: dict[str, Entry], sent: Counter[str]) -> None:
        world = self._world
        for report_id in world.saved - world.destroying:
            is_out = world.taken[report_id] + sent[report_id] or report_id in world.stuck
            if report_id not in entries or not is_out:
                self.faults.append(f"lost: {report_id}")
        alive = {entry.id for entry in entries.values() if entry.state not in ENDED}
        for report_id in world.destroyed & (alive | sent.keys()):
            self.faults.append(f"destroyed and back: {report_id}")
        for report_id in alive - world.stuck:
            if entries[report_id].state is not State.DELIVERED:
                self.faults.append(f"not sent: {entries[report_id].state} {report_id}")
        for report_id, number in sent.items():
            spare = world.taken[report_id] + number - 1
            self.doubled += spare
            if spare > (report_id in world.taken and report_id not in world.delivered):
                self.faults.append(f"doubled without a reason: {report_id}")

    def _look_at_drafts(self, drafts: SealedDrafts) -> None:
        world = self._world
        found = {draft.id: draft.description for draft in drafts.drafts()}
        if drafts.unreadable:
            self.faults.append(f"unreadable drafts: {drafts.unreadable}")
        for draft_id in world.dropped & found.keys():
            self.faults.append(f"dropped and back: {draft_id}")
        for name, (told, perhaps) in world.versions.items():
            draft_id, _, picture_id = name.partition("/")
            if draft_id in world.dropping or not told:
                continue
            number = found.get(draft_id, "")
            if picture_id:
                number = drafts.picture(draft_id, picture_id).split()[0].decode()
            if number not in {str(told), str(perhaps)}:
                self.faults.append(f"draft {name}: {number}, not {told}")

    def _search(self, wraps: Iterable[bytes], when: str) -> None:
        needles = {needle for wrap in wraps for needle in traces(wrap)}
        for path, content in files(self._home):
            if any(needle in content for needle in needles):
                self.faults.append(f"a destroyed key is back {when}: {path.name}")
            if when == LATE and path.name.endswith(disk.PART):
                self.faults.append(f"half a file is left: {path.name}")
            if any(text in content for text in PLAIN):
                self.faults.append(f"plain text {when}: {path.name}")


def prints(content: bytes) -> set[str]:
    """Give the SHA-256 of a message, and of its body alone."""
    body = content.partition(b"\r\n\r\n")[2]
    return {hashlib.sha256(content).hexdigest(), hashlib.sha256(body).hexdigest()}


def traces(wrap: bytes) -> Iterator[bytes]:
    """Give what of a wrapped key must not be found: its middle, as bytes and as base64."""
    yield wrap[12:44]  # behind the nonce, without the tag
    yield base64.b64encode(wrap)[16:56]


def files(home: Path) -> Iterator[tuple[Path, bytes]]:
    """Read all files under a folder."""
    for folder, _, names in os.walk(home):
        for name in names:
            path = Path(folder) / name
            yield path, path.read_bytes()
