"""Handing a report to the mail program, by processes that end, crash and hang."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.desktop.mail_child import Ended
from dzwonek.desktop.mail_program import LEFT_BEHIND, DesktopMailProgram, mail_program_for
from dzwonek.desktop.mail_ways import Files, Start
from dzwonek.domain.ports import Handed, Unsent
from dzwonek.domain.problem import Code, ProblemError

MESSAGE = Unsent(
    name="DZW-4K7QZM",
    recipients=("daktela@daktela.pl",),
    subject="Zgłoszenie",
    text="Opis: żółć",
    attachments=(("ekran-1.png", b"\x89PNG"), ("zgloszenie.json", b"{}")),
    eml=b"X-Unsent: 1\r\n\r\n",
)
NOTE_AND_END = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
HANG = "import sys, threading; print(1, flush=True); threading.Event().wait(60)"
CRASH = "import os; os._exit(70)"


@dataclass
class FakeWay:
    """A way that starts a Python with this source; it notes the files that it was given."""

    source: str = ""
    handed: Handed = Handed.WHOLE
    keep: timedelta = timedelta()
    arguments: tuple[str, ...] = ()
    told: bytes = b""
    deadline: timedelta = timedelta(seconds=30)
    becomes: bool = False
    is_installed: bool = True
    command: tuple[str, ...] = ()
    seen: list[Files] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)

    def is_there(self) -> bool:
        return self.is_installed

    def start(self, message: Unsent, files: Files) -> Start:
        self.seen.append(files)
        if files.eml:
            paths = [files.eml, *(path for path, _ in files.attachments)]
            self.contents = {Path(path).name: Path(path).read_bytes() for path in paths}
        command = self.command or (sys.executable, "-c", self.source, *self.arguments)
        return Start(command, self.told, self.deadline, self.becomes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "mail-program"


@pytest.fixture
def program(folder: Path) -> Iterator[Callable[..., DesktopMailProgram]]:
    made: list[DesktopMailProgram] = []

    def make(*ways: FakeWay) -> DesktopMailProgram:
        made.append(DesktopMailProgram(dict(os.environ), folder, ways))
        return made[-1]

    yield make
    for each in made:
        each.close()


Make = Callable[..., DesktopMailProgram]


def test_the_first_way_that_is_there_takes_it_and_its_files_are_gone_behind_it(
    program: Make, folder: Path, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    missing = FakeWay(CRASH, is_installed=False)
    way = FakeWay(NOTE_AND_END, arguments=(str(heard),), told=b"what to do")
    assert program(missing, way, FakeWay(CRASH)).hand_over(MESSAGE) is Handed.WHOLE
    assert heard.read_bytes() == b"what to do"
    assert missing.seen == []
    assert way.contents == {
        "DZW-4K7QZM.eml": b"X-Unsent: 1\r\n\r\n",
        "0-ekran-1.png": b"\x89PNG",
        "1-zgloszenie.json": b"{}",
    }
    assert [name for _, name in way.seen[0].attachments] == ["ekran-1.png", "zgloszenie.json"]
    assert not list(folder.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_the_files_are_this_users_alone(program: Make, folder: Path) -> None:
    way = FakeWay("", keep=timedelta(hours=1))
    program(way).hand_over(MESSAGE)
    (own,) = folder.iterdir()
    assert own.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "first",
    [
        FakeWay(CRASH),
        FakeWay(f"raise SystemExit({Ended.REFUSED})"),
        FakeWay(command=("no-such-program-anywhere",)),
    ],
)
def test_one_that_crashes_or_refuses_leaves_the_next_way(program: Make, first: FakeWay) -> None:
    second = FakeWay("", handed=Handed.FILE)
    assert program(first, second).hand_over(MESSAGE) is Handed.FILE


def test_where_no_way_is_there_it_says_so(program: Make, folder: Path) -> None:
    with pytest.raises(ProblemError) as failure:
        program(FakeWay(is_installed=False)).hand_over(MESSAGE)
    assert failure.value.problem.code is Code.MAIL_PROGRAM_MISSING
    assert not folder.exists()


def test_when_all_fail_nothing_is_left_behind(program: Make, folder: Path) -> None:
    with pytest.raises(ProblemError) as failure:
        program(FakeWay(CRASH), FakeWay(CRASH)).hand_over(MESSAGE)
    assert failure.value.problem.code is Code.MAIL_PROGRAM_FAILED
    assert not list(folder.iterdir())


def test_a_message_closed_unsent_is_told_and_opened_no_second_time(program: Make) -> None:
    second = FakeWay("")
    with pytest.raises(ProblemError) as failure:
        program(FakeWay(f"raise SystemExit({Ended.CLOSED})"), second).hand_over(MESSAGE)
    assert failure.value.problem.code is Code.MAIL_PROGRAM_CLOSED
    assert second.seen == []


def test_one_that_hangs_is_ended_at_the_deadline(program: Make, folder: Path) -> None:
    began_at = time.monotonic()
    second = FakeWay("")
    with pytest.raises(ProblemError) as failure:
        program(FakeWay(HANG, deadline=timedelta(seconds=1)), second).hand_over(MESSAGE)
    assert failure.value.problem.code is Code.MAIL_PROGRAM_LATE
    assert second.seen == []
    assert time.monotonic() - began_at < 20
    assert not list(folder.iterdir())


def test_one_that_hangs_can_be_left_from_another_thread(program: Make, folder: Path) -> None:
    whole = program(FakeWay(HANG, deadline=timedelta(minutes=5)))
    began = threading.Event()

    def leave() -> None:
        began.wait(10)
        while not (folder.exists() and whole._running):
            began.wait(0.01)
        whole.leave()

    other = threading.Thread(target=leave)
    other.start()
    began.set()
    with pytest.raises(ProblemError) as failure:
        whole.hand_over(MESSAGE)
    other.join()
    assert failure.value.problem.code is Code.MAIL_PROGRAM_LEFT
    assert not list(folder.iterdir())


def test_an_opener_that_lives_on_has_become_the_program_and_is_left_alone(
    program: Make,
) -> None:
    way = FakeWay(HANG, Handed.FILE, deadline=timedelta(seconds=0.5), becomes=True)
    whole = program(way)
    assert whole.hand_over(MESSAGE) is Handed.FILE
    (running,) = whole._became
    assert running.poll() is None
    running.kill()
    running.wait()


def test_files_that_are_still_read_are_kept_and_go_with_the_program(
    program: Make, folder: Path
) -> None:
    whole = program(FakeWay("", Handed.FILE, keep=timedelta(hours=1)))
    whole.hand_over(MESSAGE)
    assert len(list(folder.iterdir())) == 1
    whole.close()
    assert not list(folder.iterdir())


def test_kept_files_go_when_their_time_is_over(program: Make, folder: Path) -> None:
    whole = program(FakeWay("", Handed.FILE, keep=timedelta(seconds=0.1)))
    whole.hand_over(MESSAGE)
    assert whole._keepers
    for keeper in whole._keepers:
        keeper.join(10)
    assert not list(folder.iterdir())


def test_what_a_crash_left_behind_goes_at_the_next_tidying(program: Make, folder: Path) -> None:
    for name, age in (("old", 2 * LEFT_BEHIND), ("young", timedelta(minutes=5))):
        (folder / name).mkdir(parents=True)
        (folder / name / "x.eml").write_bytes(b"")
        moment = time.time() - age.total_seconds()
        os.utime(folder / name, (moment, moment))
    program().tidy()
    assert [each.name for each in folder.iterdir()] == ["young"]


def test_where_no_file_can_be_written_the_words_alone_go(program: Make, folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where a folder should be")
    whole, words = FakeWay(""), FakeWay("", Handed.WORDS)
    assert program(whole, words).hand_over(MESSAGE) is Handed.WORDS
    assert whole.seen == []


def test_each_system_has_its_ways(tmp_path: Path) -> None:
    ways = mail_program_for({}, "linux", tmp_path, ("dzwonek",))._ways
    assert [type(way).__name__ for way in ways] == ["ByXdgOpen", "ByXdgEmail"]
    assert mail_program_for({}, "darwin", tmp_path, ("dzwonek",))._ways == ()
