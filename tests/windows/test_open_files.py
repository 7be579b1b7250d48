"""Files that another program has open on Windows: nothing is lost, and nobody is held up."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from dzwonek.domain.picture import Picture
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.startup.core import open_core
from tests.fakes import form_scenes
from tests.fakes.form_scenes import note
from tests.fakes.reports import DESCRIPTION, SUMMARY, envelope
from tests.session.letters import seven_lines
from tests.windows.rig_fixtures import (  # noqa: F401 - fixtures by their import
    dzwonek_fixture,
    office_fixture,
)
from tests.windows.rig_hand import Hand
from tests.windows.rig_program import PATIENCE, Dzwonek, Office, write_and_send
from tests.windows.rig_windows import Look, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

WORDS = "Połączenie przerwane"
MOMENT = 0.3  # seconds
READ, WRITE = 1, 2  # FILE_SHARE_…
# Opens a file, letting others in as told, says so, and keeps it until its input ends.
HOLDER = """
import ctypes, sys
create = ctypes.WinDLL("kernel32").CreateFileW
create.restype = ctypes.c_void_p
held = create(sys.argv[1], 0x80000000, int(sys.argv[2]), None, 3, 0, None)
print("held" if held and held != ctypes.c_void_p(-1).value else "refused", flush=True)
sys.stdin.read()
"""
# Opens every new file of a folder for a moment, as a virus scanner does: nobody can remove it then.
SCANNER = """
import ctypes, os, sys, threading
create = ctypes.WinDLL("kernel32").CreateFileW
create.restype = ctypes.c_void_p
close, known, moment = ctypes.WinDLL("kernel32").CloseHandle, {}, threading.Event()
print("scans", flush=True)
while True:
    for folder, _, names in os.walk(sys.argv[1]):
        for name in names:
            path = os.path.join(folder, name)
            try:
                state = os.stat(path).st_mtime_ns
            except OSError:
                continue
            if known.get(path) != state:
                known[path] = state
                held = create(path, 0x80000000, 3, None, 3, 0, None)
                moment.wait(0.1)
                if held and held != ctypes.c_void_p(-1).value:
                    close(ctypes.c_void_p(held))
                    print("scanned", flush=True)
    moment.wait(0.01)
"""


@contextmanager
def other_program(text: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Run a program until the body is through; it has said its first word by then."""
    command = (sys.executable, "-c", text, *map(str, arguments))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline().strip() in {"held", "scans"}
        try:
            yield running
        finally:
            running.kill()


def test_a_scanner_that_opens_every_new_file_neither_loses_nor_doubles_a_report(
    office: Office, dzwonek: Dzwonek, hand: Hand, look: Look
) -> None:
    data = dzwonek.home / "data"
    data.mkdir(exist_ok=True)
    with other_program(SCANNER, data) as scanner:
        dzwonek.start_ready()
        hand.press("Pause")
        write_and_send(hand, look, WORDS)
        (raw,) = office.letters()
        assert seven_lines(raw)[5] == f"Opis: {WORDS}"
        dzwonek.wait_entries("delivered")
        until(lambda: dzwonek.drafts() == (), "the end of the draft", PATIENCE)
        scanner.kill()
        assert scanner.stdout is not None
        assert "scanned" in scanner.stdout.read()
    assert len(office.mailbox.letters) == 1
    assert b"NG\r\n" not in b"".join(each.read_bytes() for each in data.rglob("*.dzw"))


def test_a_settings_file_that_nobody_may_read_just_now_is_told_and_left_as_it_is(
    dzwonek: Dzwonek,
) -> None:
    file = dzwonek.home / "config" / "settings.toml"
    before = file.read_bytes()
    with other_program(HOLDER, file, 0), open_core() as core:
        assert [problem.code for problem in core.problems] == [Code.SETTINGS_UNREADABLE]
        with pytest.raises(ProblemError) as caught:
            core.keep_settings(core.settings)
        assert caught.value.problem.code is Code.SETTINGS_NOT_SAVED
    assert file.read_bytes() == before
    with open_core() as core:
        assert core.problems == ()


def test_an_index_that_another_program_keeps_to_itself_is_told_and_works_again(
    dzwonek: Dzwonek,
) -> None:
    with open_core() as core:
        core.outbox.submit(envelope(), SUMMARY, core.clock.now())
        index = core.places.index
    with other_program(HOLDER, index, 0), open_core() as core:
        with pytest.raises(ProblemError) as caught:
            core.outbox.entries()
        assert caught.value.problem.code in {Code.DISK_FAILED, Code.DISK_READ_ONLY}
    with open_core() as core:
        (entry,) = core.outbox.entries()
        assert entry.summary is not None
        assert entry.summary.words == DESCRIPTION


def test_a_report_whose_file_is_being_read_is_gone_at_once_and_its_file_afterwards(
    dzwonek: Dzwonek, expected_warnings: list[str]
) -> None:
    expected_warnings.append("file left for later")
    with open_core() as core:
        entry = core.outbox.submit(envelope(), SUMMARY, core.clock.now())
        (file,) = core.places.spool.glob("*.dzw")
        with other_program(HOLDER, file, READ | WRITE):
            core.outbox.discard(entry.id)
            assert core.outbox.entries() == ()
            assert not any(file.read_bytes()[:1024])  # what wrapped its key is overwritten
    with open_core() as core:
        assert core.outbox.entries() == ()
    assert not file.exists()


def test_a_picture_that_is_being_read_for_a_moment_is_covered_all_the_same(
    dzwonek: Dzwonek,
) -> None:
    with open_core() as core:
        shot = note(1)
        draft = form_scenes.draft((shot,))
        core.drafts.save(draft)
        core.drafts.put_picture(draft.id, Picture(shot, b"as captured"))
        (file,) = core.places.drafts.rglob("picture-*")
        with other_program(HOLDER, file, READ | WRITE) as reader:
            end = threading.Timer(MOMENT, reader.kill)
            end.start()
            core.drafts.put_picture(draft.id, Picture(shot, b"covered"))
            end.join()
        assert core.drafts.picture(draft.id, shot.id) == b"covered"
