"""One running program for each home folder."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from dzwonek.desktop.single_instance import Instance, claim, hand_over
from dzwonek.domain.command import Command

APP = Path(__file__).parents[3] / "app"


def test_a_second_claim_finds_the_place_taken_until_the_first_ends(
    tmp_path: Path, runtime: dict[str, str], instance: Instance
) -> None:
    assert claim(tmp_path, runtime) is None
    instance.close()
    instance.close()
    again = claim(tmp_path, runtime)
    assert again is not None
    again.close()


def test_another_home_has_a_program_of_its_own(
    tmp_path: Path, runtime: dict[str, str], instance: Instance
) -> None:
    other = claim(tmp_path / "other", runtime)
    assert other is not None
    other.close()


def test_little_is_loaded_before_the_answer_is_known() -> None:
    asked = "import sys, dzwonek.desktop.single_instance as s; print(*sys.modules)"
    told = subprocess.run(
        (sys.executable, "-S", "-c", asked),
        env={**os.environ, "PYTHONPATH": str(APP)},
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"dataclasses", "typing", "re", "socket", "hashlib", "logging", "pathlib"}
    assert not heavy & set(told.stdout.split())


@pytest.mark.skipif(sys.platform == "win32", reason="tests/windows does it with a real process")
def test_who_asks_for_the_end_waits_for_it(
    tmp_path: Path, runtime: dict[str, str], instance: Instance
) -> None:
    has_ended = Event()

    def run() -> None:
        while not instance.pump():
            Event().wait(0.01)
        Event().wait(0.2)  # what the program has to put away
        has_ended.set()
        instance.close()

    running = Thread(target=run)
    running.start()
    second = timedelta(seconds=1)
    assert hand_over(tmp_path, Command.QUIT, second, runtime, ending=10 * second)
    assert has_ended.is_set()
    running.join()


RUNNING = """
import sys
from pathlib import Path
from threading import Event
from dzwonek.desktop.single_instance import claim

instance = claim(Path(sys.argv[1]), {"XDG_RUNTIME_DIR": sys.argv[2]})
print("ready", flush=True)
while not instance.pump():
    Event().wait(0.01)
instance.close()
Event().wait(float(sys.argv[3]))  # what is put away when the lock is back already
"""

if sys.platform == "linux":

    @pytest.mark.parametrize("is_watched", [True, False], ids=["watched", "by the lock alone"])
    def test_who_asks_for_the_end_waits_until_the_process_itself_is_gone(
        tmp_path: Path, runtime: dict[str, str], monkeypatch: pytest.MonkeyPatch, is_watched: bool
    ) -> None:
        folders = (str(tmp_path), runtime["XDG_RUNTIME_DIR"])
        command = (sys.executable, "-c", RUNNING, *folders, "1" if is_watched else "100")
        environment = {**os.environ, "PYTHONPATH": str(APP)}
        if not is_watched:  # a kernel before 5.3

            def refused(_: int) -> int:
                raise OSError(38, "not implemented")

            monkeypatch.setattr(os, "pidfd_open", refused)
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()
            seconds = timedelta(seconds=30)
            assert hand_over(tmp_path, Command.QUIT, seconds, runtime, ending=seconds)
            has_ended = running.poll() is not None
            running.kill()
        assert has_ended is is_watched
