"""Damage done on purpose: kills at every durable system call, full disks, two processes at once."""

from __future__ import annotations

import errno
import os
import shutil
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
from dzwonek.outbox import index
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.full_disk import fill
from tests.fakes.one_report import NETWORK_DRIVE, FilePost, opened
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

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="made of strace, mounts and POSIX calls"
)


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
        traced = [strace, "-qq", "-e", f"trace={name}", "-e", inject]
        words = command("one_report", str(home), *arguments)
        result = run([*traced, "-o", os.devnull, *words])
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


def kills(
    strace: str, folder: Path, ready: Path | None, *arguments: str, each_page: int = 1
) -> Iterator[Killed]:
    """Kill at each durable call in turn; `ready` is a home to start from, None is a first start.

    Of the writes of the index's pages only each so manieth is a place.
    """

    def home(name: str) -> Path:
        if ready is not None:
            shutil.copytree(ready, folder / name)
        return folder / name

    counts = calls_of(strace, home("whole"), *arguments)
    places = [(name, number) for name in DURABLE for number in range(1, counts[name] + 1)]
    places = [place for place in places if place[0] != "pwrite64" or place[1] % each_page == 0]

    def kill(place: tuple[str, int]) -> Killed:
        name, number = place
        return Killed(strace, home(f"{name}{number}"), name, number, *arguments)

    with ThreadPoolExecutor(PARALLEL) as pool:
        yield from pool.map(kill, places)


@pytest.mark.timeout(300)
def test_killed_at_any_durable_call_of_submit_and_send_no_report_is_lost_or_doubled_unknown(
    component: Callable[[str, str], str], tmp_path: Path
) -> None:
    ready = tmp_path / "ready"
    outbox = opened(ready)
    outbox.recover()
    outbox.keys.current()
    outbox.close()
    points, doubled = 0, []
    for killed in kills(component("strace", "strace"), tmp_path, ready, "send"):
        assert killed.was_killed, killed.place
        copies, uncertain = killed.delivered()
        assert copies >= killed.was_saved, f"lost at {killed.place}"
        assert copies <= 1 + uncertain, f"doubled without a reason at {killed.place}"
        points += 1
        if copies > 1:
            doubled.append(killed.place)
    assert points >= 60
    # only between the server's yes and its commit: one row of three pages, and the sync
    assert len(doubled) <= 8, doubled


@pytest.mark.timeout(300)
def test_on_a_network_drive_no_kill_loses_a_report_or_doubles_one_unknown(
    component: Callable[[str, str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    monkeypatch.setattr(index, "drive_of", lambda _: NETWORK_DRIVE)
    expected_warnings.append("index on a network drive")
    ready = tmp_path / "ready"
    outbox = opened(ready)
    outbox.recover()
    outbox.keys.current()
    outbox.close()
    points, doubled = 0, []
    strace = component("strace", "strace")
    for killed in kills(strace, tmp_path, ready, "send", "network", each_page=12):
        assert killed.was_killed, killed.place
        copies, uncertain = killed.delivered()
        assert copies >= killed.was_saved, f"lost at {killed.place}"
        assert copies <= 1 + uncertain, f"doubled without a reason at {killed.place}"
        points += 1
        if copies > 1:
            doubled.append(killed.place)
    assert points >= 40
    # only between the server's yes and its commit: old pages in a journal, new ones, an unlink
    assert len(doubled) <= 12, doubled


@pytest.mark.timeout(300)
def test_killed_anywhere_in_a_first_start_the_next_start_works_and_keeps_what_was_saved(
    component: Callable[[str, str], str], tmp_path: Path
) -> None:
    # making the index is many equal writes of pages
    for killed in kills(component("strace", "strace"), tmp_path, None, each_page=4):
        copies, _ = killed.delivered()
        assert killed.was_saved <= copies <= 1, killed.place


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
    ids = [outbox.submit(envelope(number), SUMMARY, START).id for number in range(100)]
    racers = [
        subprocess.Popen(
            command("lease_racer", str(tmp_path)),
            env=environment(),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    with ThreadPoolExecutor(len(racers)) as pool:
        taken = list(pool.map(lambda racer: racer.communicate("go\n", 60)[0].split(), racers))

    assert [racer.returncode for racer in racers] == [0, 0]
    assert sorted(taken[0] + taken[1]) == sorted(ids)
    outbox.close()


class Failing:
    """Lets the n-th call of a function of `os` fail."""

    def __init__(self, name: str, turn: int, number: int) -> None:
        self._whole = getattr(os, name)
        self._turn = turn
        self._number = number
        self.calls = 0

    def __call__(self, *arguments: object, **names: object) -> object:
        self.calls += 1
        if self.calls == self._turn:
            raise OSError(self._number, "no")
        return self._whole(*arguments, **names)


def saved(outbox: SealedOutbox) -> Code | None:
    """Submit a report; None when it was saved."""
    try:
        outbox.submit(envelope(), SUMMARY, START)
    except ProblemError as error:
        return error.problem.code
    return None


def deliveries(outbox: SealedOutbox, clock: FakeClock) -> int:
    """Start anew, send what there is, and count."""
    outbox.recover()
    desk = Desk(outbox, Post(), clock)
    desk.run(timedelta(minutes=10))
    outbox.close()
    return len(desk.post.messages)


@pytest.mark.parametrize("name", ["write", "fsync", "replace", "open", "mkdir", "link"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EMFILE, errno.EROFS])
def test_an_error_at_any_call_of_our_own_never_makes_a_false_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FakeClock, name: str, number: int
) -> None:
    codes = set()
    for turn in range(1, 40):
        home = tmp_path / str(turn)
        keys = KeyRing(home / "state", MemorySecretBox(Problem(Code.KEYRING_MISSING)), clock)
        outbox = SealedOutbox(home / "data", keys, clock)
        outbox.recover()
        failing = Failing(name, turn, number)
        with monkeypatch.context() as patch:
            patch.setattr(os, name, failing)
            code = saved(outbox)
        outbox.close()
        assert deliveries(SealedOutbox(home / "data", keys, clock), clock) == (code is None)
        codes.add(code)
        if failing.calls < turn:
            break
    assert None in codes
    assert codes - {None}
    assert codes <= {None, Code.DISK_FULL, Code.DISK_FAILED, Code.DISK_READ_ONLY}


@pytest.fixture
def small_blocks(tmp_path: Path, component: Callable[[str, str], str]) -> Iterator[Path]:
    """A file system of 16 MB whose blocks are smaller than a page; mounting it needs root."""
    image, folder = tmp_path / "image", tmp_path / "blocks"
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(16 * 1024 * 1024)
    make = [component("mkfs.ext4", "e2fsprogs"), "-q", "-b", "1024", "-m", "0", str(image)]
    subprocess.run(make, check=True)
    mount = [component("mount", "mount"), "-o", "loop", str(image), str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("needs root to mount a small disk")
        pytest.skip("needs root to mount a small disk")
    yield folder
    subprocess.run([component("umount", "mount"), str(folder)], check=True)


def settle(folder: Path) -> None:
    """Let the file system decide which blocks are taken."""
    subprocess.run(["sync", "-f", str(folder)], check=True)


START_ANEW = """
import sys
from pathlib import Path
from tests.fakes.one_report import opened
from dzwonek.domain.problem import ProblemError
try:
    outbox = opened(Path(sys.argv[1]))
    outbox.recover()
    print(len(outbox.entries()))
except ProblemError as error:
    print(error.problem.code.value)
"""


@pytest.mark.parametrize("left", [0, 4, 9, 12, 20, 28])
def test_a_start_on_a_full_disk_of_small_blocks_is_an_error_and_not_the_end_of_the_process(
    small_blocks: Path, left: int
) -> None:
    outbox = opened(small_blocks)
    outbox.recover()
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    outbox.ballast.release()
    fill(small_blocks)
    settle(small_blocks)
    filler = small_blocks / "filler"
    os.truncate(filler, filler.stat().st_size - left * 1024)
    settle(small_blocks)

    result = run([sys.executable, "-c", START_ANEW, str(small_blocks)])

    assert (result.returncode, result.stdout.strip()) == (0, Code.DISK_FULL.value), result.stderr


def test_a_start_on_a_full_disk_uses_what_was_kept_in_reserve(small_blocks: Path) -> None:
    outbox = opened(small_blocks)
    outbox.recover()
    outbox.submit(envelope(), SUMMARY, START)
    outbox.close()
    if not outbox.ballast.lay():
        (small_blocks / "data" / "ballast").write_bytes(os.urandom(1024 * 1024))
    fill(small_blocks)
    settle(small_blocks)

    result = run([sys.executable, "-c", START_ANEW, str(small_blocks)])

    assert (result.returncode, result.stdout.strip()) == (0, "1"), result.stderr
