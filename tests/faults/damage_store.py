"""A store of thirty reports, what is known of each, and two hundred ways to damage it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from dzwonek.domain.delivery import Envelope, Outcome, Verdict
from dzwonek.domain.problem import Code, Problem
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import DELIVERED, TRY_LATER, Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

PAGE = 4096
REPORTS = 30
CUT_OFF = Outcome(Verdict.UNCERTAIN, "lost")
FOREIGN_ID = "019c9f98-0000-7000-8000-00000000000a"
ANSWERS = {3: TRY_LATER, 4: CUT_OFF, 25: TRY_LATER, 26: CUT_OFF}
DELIVERED_ONES = frozenset({0, 1, 2, 10, 11, 22, 23})
DISCARDED = frozenset({5, 24})


@dataclass
class Known:
    """What the store holds: messages that wait, and ids that must never be sent (again)."""

    waiting: dict[str, Envelope] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)


def opened(home: Path, clock: FakeClock) -> SealedOutbox:
    """Open the outbox under `home`, its key in a file."""
    box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    return SealedOutbox(home / "data", KeyRing(home / "state", box, clock), clock)


def build(home: Path) -> Known:
    """Make the store in `home/closed`, and in `home/unclosed` with its log not yet emptied."""
    clock, known = FakeClock(), Known()
    closed = home / "closed"
    outbox = opened(closed, clock)
    outbox.recover()
    desk = Desk(outbox, Post(), clock)
    for number in range(REPORTS):
        if number == REPORTS * 2 // 3:
            outbox.index.tidy()
        _live(desk, known, number)
    outbox.ballast.release()
    shutil.copytree(closed, home / "unclosed")
    outbox.close()
    return known


def _live(desk: Desk, known: Known, number: int) -> None:
    """Submit one report and let happen to it what its number says."""
    message = envelope(number, 40 * number)
    desk.outbox.submit(message, SUMMARY, START)
    if number in DELIVERED_ONES or number in ANSWERS:
        desk.post.answers.append(ANSWERS.get(number, DELIVERED))
        desk.rounds.look(message.report_id)
    if number in DISCARDED:
        desk.outbox.discard(message.report_id)
    if number in DELIVERED_ONES | DISCARDED:
        known.over.add(message.report_id)
    else:
        known.waiting[message.report_id] = message
    desk.clock.advance(timedelta(seconds=10))


@dataclass
class Damage:
    """One damage: what was done (for the record), and whose file it touched."""

    random: Random
    home: Path
    touched: set[str] = field(default_factory=set)
    done: list[str] = field(default_factory=list)

    @property
    def index(self) -> Path:
        """Give the index."""
        return self.home / "data" / "index.db"

    @property
    def log(self) -> Path:
        """Give the index's log."""
        return self.home / "data" / "index.db-wal"

    def files(self) -> list[Path]:
        """List the sealed files, in order."""
        return sorted((self.home / "data" / "spool").iterdir())

    def a_file(self) -> Path:
        """Choose a sealed file; its report counts as damaged from now on."""
        path = self.random.choice(self.files())
        self.touched.add(path.name.partition(".")[0])
        return path

    def change(self, path: Path, how: Callable[[bytearray], None]) -> None:
        """Change the bytes of a file."""
        content = bytearray(path.read_bytes())
        if content:
            how(content)
        path.write_bytes(content)

    # -- single kinds

    def flip(self, content: bytearray) -> None:
        """Turn one to eight bits over."""
        for _ in range(self.random.choice((1, 1, 2, 8))):
            content[self.random.randrange(len(content))] ^= 1 << self.random.randrange(8)

    def blank(self, content: bytearray) -> None:
        """Fill one to three pages with zeros."""
        pages = max(1, len(content) // PAGE)
        for _ in range(self.random.randint(1, 3)):
            start = self.random.randrange(pages) * PAGE
            content[start : start + PAGE] = bytes(len(content[start : start + PAGE]))

    def blank_first(self, content: bytearray) -> None:
        """Fill the first page with zeros."""
        content[:PAGE] = bytes(len(content[:PAGE]))

    def cut(self, content: bytearray) -> None:
        """Cut the end off."""
        del content[self.random.randrange(len(content)) :]

    def empty(self, content: bytearray) -> None:
        """Leave nothing."""
        content.clear()

    def scramble(self, content: bytearray) -> None:
        """Put noise in its place."""
        content[:] = self.random.randbytes(len(content))


def index_kinds(damage: Damage) -> Iterator[tuple[str, Callable[[], object]]]:
    """Name the ways to damage the index and its log."""
    for each in ("flip", "flip", "flip", "blank", "blank_first", "cut", "empty", "scramble"):
        yield (
            f"index {each}",
            lambda each=each: damage.change(damage.index, getattr(damage, each)),  # type: ignore[misc]  # bound at once
        )
    yield "index missing", damage.index.unlink
    yield "log noise", lambda: damage.log.write_bytes(damage.random.randbytes(32 + 24 + PAGE))
    if damage.log.exists():
        yield "log missing", damage.log.unlink
        for each in ("flip", "blank", "cut", "scramble"):
            yield (
                f"log {each}",
                lambda each=each: damage.change(damage.log, getattr(damage, each)),  # type: ignore[misc]  # bound at once
            )


def spool_kinds(damage: Damage) -> Iterator[tuple[str, Callable[[], object]]]:
    """Name the ways to damage sealed files and what lies beside them."""
    for each in ("flip", "flip", "flip", "blank", "cut", "empty", "scramble"):
        yield (
            f"file {each}",
            lambda each=each: damage.change(damage.a_file(), getattr(damage, each)),  # type: ignore[misc]  # bound at once
        )
    yield "file missing", lambda: damage.a_file().unlink()
    yield "files swapped", lambda: _swap(damage)
    yield "file under a foreign id", lambda: _rename(damage)
    yield "foreign files", lambda: _foreign(damage)


def note_kinds(damage: Damage) -> Iterator[tuple[str, Callable[[], object]]]:
    """Name the ways to damage the note of where the key lives."""
    note = damage.home / "state" / "queue-key.toml"
    for each in ("flip", "cut", "empty", "scramble"):
        yield (
            f"note {each}",
            lambda each=each: damage.change(note, getattr(damage, each)),  # type: ignore[misc]  # bound at once
        )
    yield "note missing", note.unlink


def _swap(damage: Damage) -> None:
    """Let two waiting reports' files change places."""
    one, other = damage.random.sample([p for p in damage.files() if ".sent" not in p.name], 2)
    damage.touched |= {one.name.partition(".")[0], other.name.partition(".")[0]}
    between = one.with_name("between")
    one.rename(between)
    other.rename(one)
    between.rename(other)


def _rename(damage: Damage) -> None:
    path = damage.a_file()
    path.rename(path.with_name(f"{FOREIGN_ID}.dzw"))


def _foreign(damage: Damage) -> None:
    """Put files and folders there that nobody foresaw."""
    spool = damage.home / "data" / "spool"
    (spool / "notes.txt").write_text("not ours")
    (spool / f"{FOREIGN_ID}.dzw").mkdir()
    (spool / "report.dzw").write_bytes(damage.random.randbytes(100))
    (spool / f"{FOREIGN_ID[:-1]}b.dzw").write_bytes(damage.random.randbytes(300))
    (spool / f"{FOREIGN_ID[:-1]}c.dzw.4242-aa.part").write_bytes(b"half")


def inflict(seed: int, ready: Path, home: Path) -> Damage:
    """Lay a copy of the store and damage it once, or twice in one of four cases."""
    random = Random(seed)
    variant = random.choice(("closed", "unclosed"))
    shutil.copytree(ready / variant, home)
    damage = Damage(random, home, done=[variant])
    kinds = {"index": index_kinds, "spool": spool_kinds, "note": note_kinds}
    areas = random.choices(["index", "spool", "note"], [10, 10, 2])
    if random.random() < 0.25:
        areas.append("spool" if areas[0] == "index" else "index")
    for area in areas:
        name, act = random.choice(list(kinds[area](damage)))
        act()
        damage.done.append(name)
    return damage
