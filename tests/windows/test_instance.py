"""One program per session, and the way a second start reaches it, on Windows's own pipe."""

from __future__ import annotations

import ctypes
import select
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

assert sys.platform == "win32"

from dzwonek.desktop import single_instance  # noqa: E402 - Windows alone
from dzwonek.desktop.account_windows import SystemAccounts, only_for  # noqa: E402 - Windows alone
from dzwonek.desktop.instance_windows import Place, ask, here  # noqa: E402 - Windows alone
from dzwonek.desktop.pipe_call import SystemPipeCall  # noqa: E402 - Windows alone
from dzwonek.desktop.pipe_ends import SystemPipeEnds  # noqa: E402 - Windows alone
from dzwonek.desktop.single_instance import Instance, claim, hand_over  # noqa: E402 - Windows alone
from dzwonek.domain.command import Command  # noqa: E402 - Windows alone
from dzwonek.domain.events import CommandArrived  # noqa: E402 - Windows alone
from tests.windows.rig_windows import Look, Programs, until  # noqa: E402 - Windows alone

DEADLINE = timedelta(seconds=5)
START_SECONDS = 60.0
FORM, NOTEPAD = "Zgłoś problem", "Untitled - Notepad"
# Claims a home in a process of its own, says so, and answers nobody.
HOLDER = """
import sys
from pathlib import Path
from dzwonek.desktop.single_instance import claim
instance = claim(Path(sys.argv[1]))
print("claimed" if instance else "taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Instance]:
    instance = claim(tmp_path)
    assert instance is not None
    yield instance
    instance.close()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return here(str(tmp_path))


def test_a_wish_is_handed_over_and_acknowledged(tmp_path: Path, instance: Instance) -> None:
    for command in Command:
        with handing_over(tmp_path, command) as said:
            assert pumped(instance) == [CommandArrived(command)]
        assert said == [True]


def test_nobody_is_found_at_once_where_nobody_runs(tmp_path: Path) -> None:
    assert not hand_over(tmp_path, Command.SHOW, DEADLINE)


def test_an_answer_is_heard_though_the_program_ends_right_behind_it(
    tmp_path: Path, instance: Instance
) -> None:
    with handing_over(tmp_path, Command.QUIT) as said:
        assert pumped(instance) == [CommandArrived(Command.QUIT)]
        instance.close()
    assert said == [True]
    assert not hand_over(tmp_path, Command.SHOW, DEADLINE)


def test_a_program_that_hangs_is_noticed_at_the_deadline(
    tmp_path: Path, instance: Instance
) -> None:
    assert not hand_over(tmp_path, Command.SHOW, timedelta(seconds=0.3))


def test_a_killed_program_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    with holder(tmp_path) as running:
        assert claim(tmp_path) is None
        running.kill()
    again = until(lambda: claim(tmp_path), "the claim of a killed program")
    again.close()


def test_two_sessions_of_one_user_each_have_their_program(
    tmp_path: Path, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemAccounts, "session", lambda _: 99)
    other = claim(tmp_path)
    assert other is not None
    with handing_over(tmp_path, Command.FLAG) as said:
        assert pumped(other) == [CommandArrived(Command.FLAG)]
    assert said == [True]
    assert instance.pump() == ()
    other.close()


def test_a_pipe_whose_name_somebody_took_first_is_passed_over(
    tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    squatter = SystemPipeEnds(place.pipes[0], only_for(place.user), 1)
    squatter.listen(squatter.open())
    instance = claim(tmp_path)
    assert instance is not None
    assert claim(tmp_path) is None
    users = iter(["S-1-5-21-9-9-9-9"])  # the first one that listens is another user's
    real = SystemAccounts.user_of
    monkeypatch.setattr(SystemAccounts, "user_of", lambda *told: next(users, None) or real(*told))
    with handing_over(tmp_path, Command.SHOW) as said:
        assert pumped(instance) == [CommandArrived(Command.SHOW)]
    assert said == [True]
    instance.close()
    squatter.close()


def test_who_took_every_name_keeps_only_second_starts_out(
    tmp_path: Path, place: Place, expected_warnings: list[str]
) -> None:
    expected_warnings.append("no door for second starts")
    squatters = [SystemPipeEnds(name, only_for(place.user), 1) for name in place.pipes]
    for squatter in squatters:
        squatter.open()
    instance = claim(tmp_path)
    assert instance is not None
    assert instance.fileno() == -1
    assert instance.pump() == ()
    assert claim(tmp_path) is None
    assert not hand_over(tmp_path, Command.SHOW, timedelta(seconds=0.3))
    instance.close()
    for squatter in squatters:
        squatter.close()


def test_nothing_is_said_to_a_pipe_of_another_user(
    place: Place, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemAccounts, "user_of", lambda *_: "S-1-5-21-9-9-9-9")
    with pytest.raises(PermissionError):
        ask(place, b"dzwonek 1 show\n", 2)
    assert instance.pump() == ()


def test_the_one_who_listens_is_known_by_its_process_and_user(
    place: Place, instance: Instance
) -> None:
    call = SystemPipeCall(place.pipe)
    accounts = SystemAccounts()
    assert call.server() == accounts_own_process()
    assert accounts.user_of(call.server()) == accounts.user() == place.user
    call.close()


@pytest.mark.parametrize(
    "line", [b"dzwonek 1 format\n", b"dzwonek 1  show \n", b"show\n", b"\n", b"x" * 1024]
)
def test_what_is_no_wish_is_refused(place: Place, instance: Instance, line: bytes) -> None:
    call = SystemPipeCall(place.pipe)
    call.say(line, 2)
    assert select.select([instance.fileno()], [], [], 5)[0]
    assert instance.pump() == ()
    assert call.hear(3, 5) == b"no\n"
    call.close()


def test_a_wish_may_come_in_pieces(place: Place, instance: Instance) -> None:
    call = SystemPipeCall(place.pipe)
    call.say(b"dzwonek 1 fl", 2)
    call.say(b"ag\n", 2)
    assert pumped(instance) == [CommandArrived(Command.FLAG)]
    assert call.hear(3, 5) == b"ok\n"
    call.close()


def test_silent_callers_keep_nobody_out(tmp_path: Path, place: Place, instance: Instance) -> None:
    silent = [connected(place) for _ in range(12)]
    with handing_over(tmp_path, Command.REPORT) as said:
        assert pumped(instance) == [CommandArrived(Command.REPORT)]
    assert said == [True]
    for call in silent:
        call.close()


def test_the_thread_of_the_door_sleeps(instance: Instance) -> None:
    nobody_sets_it = threading.Event()
    kernel32 = ctypes.WinDLL("kernel32")
    before = cpu_time(kernel32)
    nobody_sets_it.wait(1)
    assert cpu_time(kernel32) - before < 0.05


def test_the_place_stands_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    asked = (
        "import sys; from pathlib import Path; from datetime import timedelta;"
        "from dzwonek.domain.command import Command;"
        "from dzwonek.desktop.single_instance import hand_over;"
        "hand_over(Path(sys.argv[1]), Command.SHOW, timedelta(seconds=1)); print(*sys.modules)"
    )
    told = subprocess.run(
        (sys.executable, "-c", asked, str(tmp_path)), capture_output=True, text=True, check=True
    )
    assert not {"socket", "ssl", "PySide6", "hashlib", "logging"} & set(told.stdout.split())


@pytest.mark.usefixtures("polish")
def test_a_second_start_opens_the_form_in_the_running_program_and_brings_it_forward(
    programs: Programs, look: Look
) -> None:
    command = (sys.executable, "-X", "utf8", "-m", "dzwonek")
    running = programs.start(*command, "--report")
    look.wait_in_front(FORM, START_SECONDS)
    programs.start("notepad")
    look.wait_in_front(NOTEPAD)
    second = programs.start(*command, "--report")
    assert second.wait(START_SECONDS) == 0
    look.wait_in_front(FORM)
    assert programs.start(*command, "--quit").wait(START_SECONDS) == 0
    assert running.wait(START_SECONDS) == 0
    assert programs.start(*command, "--quit").wait(START_SECONDS) == 0


def accounts_own_process() -> int:
    return int(ctypes.WinDLL("kernel32").GetCurrentProcessId())


def cpu_time(kernel32: ctypes.WinDLL) -> float:
    """Give the seconds that this process has computed."""
    times = [ctypes.c_uint64() for _ in range(4)]
    own = ctypes.c_void_p(kernel32.GetCurrentProcess())
    kernel32.GetProcessTimes(own, *(ctypes.byref(each) for each in times))
    return (times[2].value + times[3].value) / 1e7


def connected(place: Place) -> SystemPipeCall:
    def dialled() -> SystemPipeCall | None:
        try:
            return SystemPipeCall(place.pipe)
        except OSError:
            return None

    return until(dialled, "an end that listens")


def pumped(instance: Instance) -> list[CommandArrived]:
    """Pump until something came; the test's own time limit guards it."""
    events: list[CommandArrived] = []
    while not events:
        select.select([instance.fileno()], [], [], 5)
        events += instance.pump()
    return events


@contextmanager
def handing_over(folder: Path, command: Command) -> Iterator[list[bool]]:
    """Hand a wish over from another thread while the body pumps; gives what it said."""
    said: list[bool] = []
    second = threading.Thread(
        target=lambda: said.append(single_instance.hand_over(folder, command, DEADLINE))
    )
    second.start()
    yield said
    second.join()


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program that holds the claim and never answers."""
    command = (sys.executable, "-c", HOLDER, str(folder))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline().strip() == "claimed"
        yield running
