"""Damage done on purpose: kills at every durable system call, full disks, two processes at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.one_report import FilePost, opened
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

ROOT = Path(__file__).parents[3]
DURABLE = (
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "link",
    "unlink",
    "ftruncate",
    "mkdir",
)
PARALLEL = 2

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform == "win32", reason="made of strace, mounts and POSIX calls"),
]


def command(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", f"tests.fakes.{module}", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}


def run(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, env=environment(), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def calls_of(strace: str, home: Path, *arguments: str) -> Counter[str]:
    """Count the durable calls of one undisturbed run."""
    log = home.with_suffix(".log")
    traced = [strace, "-f", "-qq", "-e", f"trace={','.join(DURABLE)}", "-o", str(log)]
    result = run([*traced, *command("one_report", str(home), *arguments)])
    assert result.returncode == 0, result.stderr
    return Counter(line.split()[1].partition("(")[0] for line in log.read_text().splitlines())


class Killed:
    """One run that was killed at the n-th call of a name, and what was found afterwards."""

    def __init__(self, strace: str, home: Path, name: str, number: int, *arguments: str) -> None:
        self.place = f"{name} {number}"
        self.home = home
        inject = f"inject={name}:signal=SIGKILL:when={number}"
        traced = [strace, "-f", "-qq", "-e", f"trace={name}", "-e", inject, "-o", os.devnull]
        result = run([*traced, *command("one_report", str(home), *arguments)])
        self.was_saved = "SAVED" in result.stdout
        self.was_killed = result.returncode != 0

    def delivered(self) -> tuple[int, int]:
        """Start anew, let everything go out; give the copies received and the uncertain tries."""
        outbox = opened(self.home)
        outbox.clock = clock = FakeClock(datetime.now(UTC) + timedelta(hours=1))
        outbox = SealedOutbox(outbox.folder, outbox.keys, clock)
        outbox.recover()
        post = FilePost(self.home / "mailbox")
        Desk(outbox, post, clock).run(timedelta(hours=1))
        entries = outbox.entries()
        assert all(entry.state is State.DELIVERED for entry in entries), self.place
        for entry in entries:
            assert outbox.message(entry.id).endswith(b"IEND-canary"), self.place
        outbox.close()
        return len(post.received()), sum(entry.uncertain_count for entry in entries)


def kills(strace: str, folder: Path, *arguments: str) -> Iterator[Killed]:
    counts = calls_of(strace, folder / "whole", *arguments)
    places = [(name, number) for name in DURABLE for number in range(1, counts[name] + 1)]
    assert len(places) > 60

    def kill(place: tuple[str, int]) -> Killed:
        name, number = place
        return Killed(strace, folder / f"{name}{number}", name, number, *arguments)

    with ThreadPoolExecutor(PARALLEL) as pool:
        yield from pool.map(kill, places)


@pytest.mark.timeout(300)
def test_killed_at_any_durable_call_of_submit_and_send_no_report_is_lost_or_doubled_unknown(
    component: Callable[[str, str], str], tmp_path: Path
) -> None:
    doubled = []
    for killed in kills(component("strace", "strace"), tmp_path, "send"):
        assert killed.was_killed, killed.place
        copies, uncertain = killed.delivered()
        assert copies >= killed.was_saved, f"lost at {killed.place}"
        assert copies <= 1 + uncertain, f"doubled without a reason at {killed.place}"
        if copies > 1:
            doubled.append(killed.place)
    # only between the server's yes and its commit: one row of three pages, and the sync
    assert len(doubled) <= 8, doubled


def test_a_warm_submit_syncs_the_disk_three_times(
    component: Callable[[str, str], str], tmp_path: Path
) -> None:
    home, log = tmp_path / "home", tmp_path / "log"
    traced = [component("strace", "strace"), "-f", "-qq", "-e", "trace=fsync,fdatasync,write"]
    code = (
        "import os; from pathlib import Path; from tests.fakes.one_report import *\n"
        f"o = opened(Path({str(home)!r})); o.recover()\n"
        "for n in range(3):\n"
        "    os.write(2, b'BEGIN'); o.submit(envelope(n), SUMMARY, START); os.write(2, b'END')\n"
        "o.discard(o.entries()[0].id)\n"
        "os.write(2, b'BEGIN'); o.submit(envelope(9), SUMMARY, START); os.write(2, b'END')\n"
    )
    result = run([*traced, "-o", str(log), sys.executable, "-c", code])
    assert result.returncode == 0, result.stderr

    parts = log.read_text().split("BEGIN")[1:]
    syncs = [part.split("END")[0].count("sync(") for part in parts]

    assert syncs[1:] == [3, 3, 3]


def test_two_processes_never_hold_the_same_lease(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.recover()
    ids = [outbox.submit(envelope(number), SUMMARY, START).id for number in range(150)]
    lists = [tmp_path / f"list{number}" for number in range(2)]
    start = tmp_path / "start"
    racers = [
        subprocess.Popen(
            command("lease_racer", str(tmp_path), str(notes), str(start)),
            env=environment(),
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        for notes in lists
    ]
    for racer in racers:
        assert racer.stdout is not None
        racer.stdout.readline()
    start.touch()
    for racer in racers:
        assert racer.wait(60) == 0
        assert racer.stdout is not None
        racer.stdout.close()

    taken = [notes.read_text().split() for notes in lists]
    assert sorted(taken[0] + taken[1]) == sorted(ids)
    assert all(taken)
    assert outbox.tally().waiting == 0
    outbox.close()


@pytest.mark.parametrize("name", ["write", "fsync", "replace", "open", "mkdir", "link"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EMFILE, errno.EROFS])
def test_an_error_at_any_call_of_our_own_never_makes_a_false_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    whole = getattr(os, name)
    failures = 0
    for failing in range(1, 40):
        home = tmp_path / str(failing)
        clock = FakeClock()
        keys = KeyRing(home / "state", MemorySecretBox(Problem(Code.KEYRING_MISSING)), clock)
        outbox = SealedOutbox(home / "data", keys, clock)
        outbox.recover()
        calls = 0

        def fail(*arguments: object, **names: object) -> object:
            nonlocal calls
            calls += 1
            if calls == failing:  # noqa: B023  (used within this turn only)
                raise OSError(number, "no")
            return whole(*arguments, **names)

        is_saved = False
        with monkeypatch.context() as patch:
            patch.setattr(os, name, fail)
            try:
                outbox.submit(envelope(), SUMMARY, START)
                is_saved = True
            except ProblemError as error:
                failures += 1
                assert error.problem.code.value.startswith("disk_")
        outbox.close()
        again = SealedOutbox(home / "data", keys, clock)
        again.recover()
        desk = Desk(again, Post(), clock)
        desk.run(timedelta(minutes=10))
        again.close()
        assert len(desk.post.messages) == is_saved
        if calls < failing:
            break
    assert failures >= 1


@pytest.fixture
def small_disk(tmp_path: Path, component: Callable[[str, str], str]) -> Iterator[Path]:
    """A file system of 16 MB; mounting it needs root."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = [component("mount", "mount"), "-t", "tmpfs", "-o", "size=24m", "dzwonek", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("needs root to mount a small disk")
        pytest.skip("needs root to mount a small disk")
    yield folder
    subprocess.run([component("umount", "mount"), str(folder)], check=True)


def fill(folder: Path) -> None:
    with (folder / "filler").open("ab", buffering=0) as file:
        for size in (65536, 1024, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue


def test_on_a_full_disk_nothing_is_falsely_saved_nothing_doubled_and_all_goes_on_afterwards(
    small_disk: Path, clock: FakeClock, box: MemorySecretBox
) -> None:
    keys = KeyRing(small_disk / "state", box, clock)
    outbox = SealedOutbox(small_disk / "data", keys, clock)
    outbox.recover()
    desk = Desk(outbox, Post(), clock)
    waiting = [desk.submit(number) for number in range(3)]
    fill(small_disk)

    codes = []
    for number in range(50):
        try:
            desk.submit(100 + number, padding=100_000)
        except ProblemError as error:
            codes.append(error.problem.code)
        try:
            desk.look()
        except ProblemError as error:
            assert error.problem.code in {Code.DISK_FULL, Code.DISK_FAILED}
        clock.advance(timedelta(seconds=2))
        fill(small_disk)

    assert set(codes) == {Code.DISK_FULL}
    saved = {entry.id for entry in outbox.entries()}
    assert len(codes) == 50 - (len(saved) - len(waiting))
    (small_disk / "filler").unlink()
    desk.run(timedelta(seconds=60))

    assert {entry.state for entry in outbox.entries()} == {State.DELIVERED}
    assert sorted(message.report_id for message in desk.post.messages) == sorted(saved)
    outbox.close()
