"""A store of the version before, killed at each call of its migration; a store of a later version.

The store in `tests/data/store-1` was written by the program as it was before the second schema.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox import schema
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.courier_desk import Desk
from tests.fakes.one_report import FilePost
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope
from tests.faults.conftest import Extent, Figures
from tests.faults.migration_start import STORE, later, opened

ROOT = Path(__file__).parents[2]
DURABLE = ("write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate", "openat")
PARALLEL = 2
SENT = {
    "held_key",
    "retry_wait",
    "uncertain",
    "rejected",
    "held_channel",
    "sending",
    "urgent",
    "queued",
}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made of strace and POSIX calls")


class LostError(AssertionError):
    """Something of the store is not as it was."""


def store(home: Path, variant: str = "closed") -> Path:
    """Lay a copy of the old store at `home`."""
    for part in ("data", "state"):
        shutil.copytree(STORE / part, home / part)
    if variant == "unclosed":
        for path in (STORE / "unclosed").iterdir():
            shutil.copyfile(path, home / "data" / path.name)
    return home


def expected() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((STORE / "expected.json").read_text())
    return found


def body(content: bytes) -> str:
    return hashlib.sha256(content.split(b"\r\n\r\n", 1)[1]).hexdigest()


def check_whole(home: Path) -> None:
    """Start on what was left, and find everything as it was; then let it all go out once."""
    clock = later()
    outbox = opened(home, clock)
    recovery = outbox.recover()
    if recovery.is_rebuilt:
        raise LostError("the index had to be rebuilt")
    rows = {row.id: row for row in outbox.index.rows()}
    for report_id, told in expected().items():
        state = "uncertain" if told["name"] == "sending" else told["state"]
        if (rows[report_id].state, rows[report_id].hold) != (state, told["hold"]):
            raise LostError(f"{told['name']} is {rows[report_id].state}")
        if rows[report_id].root_message_id != rows[report_id].message_id:
            raise LostError(f"{told['name']} has no root")
    check_sent(outbox, clock)
    names = {path.name for path in (home / "data").iterdir()}
    if left := {name for name in names if "backup" in name or "older" in name}:
        raise LostError(f"left behind: {left}")


def check_sent(outbox: SealedOutbox, clock: object) -> None:
    """Let all that can go out go out, once and byte for byte."""
    desk = Desk(outbox, Post(), clock)  # type: ignore[arg-type]  # the clock of `opened`
    wanted = expected()
    for report_id, told in wanted.items():
        if told["name"] == "rejected":
            outbox.retry(report_id)
    desk.run(timedelta(hours=1))
    outbox.close()
    got = {message.report_id: body(message.content) for message in desk.post.messages}
    known = {key: told["body"] for key, told in wanted.items() if told["name"] in SENT}
    if got != known or len(desk.post.messages) != len(known):
        raise LostError("not what was to be sent")


def run(words: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"}
    return subprocess.run(
        words, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def command(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-B", "-m", "tests.faults.migration_start", str(home), *words]


def calls_of(strace: str, home: Path, *words: str) -> list[tuple[str, int]]:
    """List the calls of one undisturbed run that touch its home, each by its number."""
    log = home.with_suffix(".log")
    traced = [strace, "-y", "-qq", "-e", f"trace={','.join(DURABLE)}", "-o", str(log)]
    result = run([*traced, *command(home, *words)])
    assert result.returncode == 0, result.stderr
    counts: Counter[str] = Counter()
    places = []
    for line in log.read_text(errors="replace").splitlines():
        name = line.partition("(")[0]
        counts[name] += 1
        if str(home) in line and not (name == "openat" and "O_CREAT" not in line):
            places.append((name, counts[name]))
    return places


def killed(strace: str, home: Path, place: tuple[str, int], *words: str) -> bool:
    """Kill a run at one call; say whether it was killed."""
    name, number = place
    inject = f"inject={name}:signal=SIGKILL:when={number}"
    traced = [strace, "-qq", "-e", f"trace={name}", "-e", inject, "-o", os.devnull]
    return run([*traced, *command(home, *words)]).returncode != 0


def kills(
    strace: str, folder: Path, lay: Callable[[Path], Path], every: int, *words: str
) -> Iterator[tuple[tuple[str, int], Path]]:
    """Kill a fresh copy at each (or each n-th) call in turn; give the place and what it left."""
    places = calls_of(strace, lay(folder / "whole"), *words)[::every]

    def kill(place: tuple[str, int]) -> tuple[tuple[str, int], Path]:
        home = lay(folder / f"{place[0]}{place[1]}")
        assert killed(strace, home, place, *words), place
        return place, home

    with ThreadPoolExecutor(PARALLEL) as pool:
        yield from pool.map(kill, places)


@pytest.mark.parametrize("variant", ["closed", "unclosed"])
def test_the_store_of_the_version_before_is_taken_over_whole(tmp_path: Path, variant: str) -> None:
    check_whole(store(tmp_path / "home", variant))


@pytest.mark.timeout(400)
def test_killed_at_any_call_of_the_migration_nothing_is_lost_and_the_next_start_ends_it(
    component: Callable[[str, str], str], tmp_path: Path, extent: Extent, figures: Figures
) -> None:
    strace, points = component("strace", "strace"), 0
    for variant in ("closed", "unclosed"):

        def lay(home: Path, variant: str = variant) -> Path:
            return store(home, variant)

        for place, home in kills(strace, tmp_path / variant, lay, extent.of(14, 1)):
            try:
                check_whole(home)
            except LostError as error:
                raise AssertionError(f"{variant}, killed at {place}") from error
            points += 1
    figures.add("migration", f"killed at {points} calls: 0 lost, every next start ended it")


@pytest.mark.timeout(400)
def test_the_harness_catches_a_migration_without_transactions(
    component: Callable[[str, str], str],
    tmp_path: Path,
    extent: Extent,
    figures: Figures,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("index unreadable, rebuilt")
    strace, caught, points = component("strace", "strace"), [], 0
    places = calls_of(strace, store(tmp_path / "whole"), "careless")
    # where the careless steps write: the log of the index, one transaction after the other
    for place in [each for each in places if each[0] == "fdatasync"][:: extent.of(4, 1)]:
        home = store(tmp_path / f"{place[0]}{place[1]}")
        assert killed(strace, home, place, "careless")
        points += 1
        try:
            check_whole(home)
        except LostError as error:
            caught.append((place, str(error)))
    assert caught
    figures.add("migration, control", f"caught at {len(caught)} of {points} calls")


LATER = 3
CHANGES = (
    "ALTER TABLE report ADD COLUMN ticket TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE letter (id TEXT PRIMARY KEY) STRICT",
    "INSERT OR REPLACE INTO meta VALUES ('min_reader', 3)",
    f"PRAGMA user_version={LATER}",
)
UNKNOWN_ID = "019c9f98-0000-7000-8000-000000000001"


def later_store(home: Path) -> Path:
    """Lay a store that a later version left, with its log not emptied and a file of its own."""
    ready = store(home.with_name(f"{home.name}-ready"))
    outbox = opened(ready, later())
    outbox.recover()
    outbox.close()
    connection = sqlite3.connect(ready / "data" / "index.db", isolation_level=None)
    for change in CHANGES:
        connection.execute(change)
    shutil.copytree(ready, home)
    connection.close()
    spool = home / "data" / "spool"
    some = next(path for path in spool.iterdir() if ".sent" not in path.name)
    content = some.read_bytes()
    (spool / f"{UNKNOWN_ID}.dzw").write_bytes(content[:4] + b"\x02" + content[5:])
    shutil.rmtree(ready)
    return home


def index_bytes(home: Path) -> tuple[bytes, bytes]:
    data = home / "data"
    return (data / "index.db").read_bytes(), (data / "index.db-wal").read_bytes()


def recovered_by_the_later(monkeypatch: pytest.MonkeyPatch, home: Path) -> SealedOutbox:
    """Start the later program."""
    with monkeypatch.context() as patch:
        patch.setattr(schema, "VERSION", LATER)
        outbox = opened(home, later())
        outbox.recover()
    return outbox


def test_a_later_store_is_left_byte_for_byte_and_its_known_files_go_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    expected_warnings.append("file left alone .* code=store_newer")
    home = later_store(tmp_path / "home")
    before = index_bytes(home)
    unknown = (home / "data" / "spool" / f"{UNKNOWN_ID}.dzw").read_bytes()
    clock = later()
    older = opened(home, clock)

    recovery = older.recover()
    # what the later program held as rejected is tried again: the substitute cannot know
    desk = Desk(older, Post(), clock)
    new = older.submit(envelope(99), SUMMARY, clock.now()).id
    desk.run(timedelta(hours=1))
    older.close()

    told = Problem(Code.STORE_NEWER, {"version": LATER, "left": 1})
    assert (recovery.problems, older.problems) == ((told,), (told,))
    sent = Counter(message.report_id for message in desk.post.messages)
    names = {key: each["name"] for key, each in expected().items()}
    assert set(sent.values()) == {1}
    assert {names.get(report_id, "new") for report_id in sent} == SENT | {"new"}
    assert index_bytes(home) == before
    assert (home / "data" / "spool" / f"{UNKNOWN_ID}.dzw").read_bytes() == unknown

    expected_warnings.append("file left alone")
    newer = recovered_by_the_later(monkeypatch, home)
    states = Counter(row.state for row in newer.index.rows() if row.id in sent)
    assert states == {State.DELIVERED: len(sent)}
    assert newer.entry(new).state is State.DELIVERED
    assert not (home / "data" / "index-older.db").exists()
    newer.close()


def test_what_the_older_program_only_saved_is_sent_by_the_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    expected_warnings.append("file left alone")
    home = later_store(tmp_path / "home")
    older = opened(home, later())
    older.recover()
    new = older.submit(envelope(99), SUMMARY, older.clock.now()).id
    older.close()

    newer = recovered_by_the_later(monkeypatch, home)

    assert newer.entry(new).state is State.QUEUED
    newer.close()


def test_beside_the_running_later_program_the_older_one_only_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    expected_warnings.append("file left alone")
    home = later_store(tmp_path / "home")
    newer = recovered_by_the_later(monkeypatch, home)
    older = opened(home, later())

    with pytest.raises(ProblemError) as caught:
        older.recover()

    assert caught.value.problem.code is Code.STORE_NEWER
    assert not (home / "data" / "index-older.db").exists()
    newer.close()
    older.recover()
    assert older.is_stand_in
    older.close()


@pytest.mark.timeout(400)
def test_killed_anywhere_beside_a_later_store_nothing_is_lost_or_sent_twice_for_no_reason(
    component: Callable[[str, str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    extent: Extent,
    figures: Figures,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("file left alone")
    ready = later_store(tmp_path / "ready")
    before = index_bytes(ready)

    def lay(home: Path) -> Path:
        return Path(shutil.copytree(ready, home))

    points, doubled = 0, 0
    every = extent.of(60, 3)
    for place, home in kills(component("strace", "strace"), tmp_path, lay, every, "send"):
        assert index_bytes(home) == before, place
        post = FilePost(home / "mailbox")
        newer = recovered_by_the_later(monkeypatch, home)
        clock = newer.clock
        for row in newer.index.rows():
            if row.state is State.REJECTED:
                newer.retry(row.id)
        Desk(newer, post, clock).run(timedelta(hours=1))  # type: ignore[arg-type]  # a FakeClock
        newer.close()
        copies = Counter(post.received())
        names = {expected()[report_id]["name"] for report_id in copies}
        assert names == SENT, place
        again = sum(copies.values()) - len(copies)
        assert again <= 1, place  # the one whose answer the kill lost
        doubled += again
        points += 1
    figures.add("later store", f"killed at {points} calls: 0 lost, {doubled} sent again")
