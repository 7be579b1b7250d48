"""One program per session on Windows: names, the mutex, and how a second start speaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dzwonek.desktop.account_windows import only_for
from dzwonek.desktop.instance_windows import (
    ERROR_ACCESS_DENIED,
    ERROR_FILE_NOT_FOUND,
    ERROR_PIPE_BUSY,
    GRACE_SECONDS,
    Caller,
    Mutex,
    Place,
    place_of,
)

ME, OTHER = "S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-1002"
PLACE = Place("Local\\x", "\\\\.\\pipe\\x", ME)


class FakeAccounts:
    """A user in a session; `others` are the users of other processes."""

    def __init__(self, session: int = 1, user: str = ME) -> None:
        self._session, self._user = session, user
        self.others: dict[int, str] = {}

    def session(self) -> int:
        return self._session

    def user(self) -> str:
        return self._user

    def user_of(self, process: int) -> str:
        return self.others[process]


class FakeMutexes:
    """The mutexes that there are, with their access lists."""

    def __init__(self, *names: str) -> None:
        self.names = dict.fromkeys(names, "")
        self.closed: list[int] = []

    def make(self, name: str, access: str) -> int | None:
        if name in self.names:
            return None
        self.names[name] = access
        return len(self.names)

    def is_there(self, name: str) -> bool:
        return name in self.names

    def close(self, handle: int) -> None:
        self.closed.append(handle)


class FakeCall:
    """A pipe that answers in pieces; `said` is what it was told."""

    def __init__(self, pieces: list[bytes], server: int = 7) -> None:
        self._pieces, self._server = pieces, server
        self.said: list[bytes] = []
        self.let: list[int] = []
        self.ends_awaited: list[tuple[int, float]] = []
        self.is_closed = False

    def server(self) -> int:
        return self._server

    def let_forward(self, process: int) -> None:
        self.let.append(process)

    def see_end(self, process: int, seconds: float) -> None:
        self.ends_awaited.append((process, seconds))

    def say(self, words: bytes, seconds: float) -> None:
        self.said.append(words)

    def hear(self, most: int, seconds: float) -> bytes:
        if not self._pieces:
            raise TimeoutError
        return self._pieces.pop(0)[:most]

    def close(self) -> None:
        self.is_closed = True


class WindowsRefusalError(OSError):
    """An error that bears Windows's number, on every system."""

    def __init__(self, number: int) -> None:
        super().__init__(0, f"Windows error {number}")
        self.winerror = number


class Exchange:
    """Dials what the test wants, on a clock that only `rest` moves.

    `tries` are of the first name; of the others there are those in `further`.
    """

    def __init__(self, *tries: FakeCall | int, mutexes: FakeMutexes | None = None) -> None:
        self.now = 100.0
        self._tries = list(tries)
        self.further: dict[str, FakeCall | int] = {}
        self.accounts = FakeAccounts()
        self.accounts.others[7] = ME
        self.mutexes = mutexes or FakeMutexes(PLACE.mutex)

    def ask(self, seconds: float = 3.0, ending: float = 0.0) -> bytes:
        caller = Caller(self.mutexes, self.accounts, self._dial, lambda: self.now, self._rest)
        return caller.ask(PLACE, b"show\n", seconds, ending)

    def _dial(self, name: str) -> FakeCall:
        if name == PLACE.pipe:
            tried = self._tries.pop(0) if len(self._tries) > 1 else self._tries[0]
        else:
            tried = self.further.get(name, ERROR_FILE_NOT_FOUND)
        if isinstance(tried, FakeCall):
            return tried
        raise WindowsRefusalError(tried)

    def _rest(self, seconds: float) -> None:
        self.now += seconds


def test_each_session_user_and_home_has_a_place_of_its_own(tmp_path: Path) -> None:
    home = str(tmp_path)
    places = {
        place_of(home, FakeAccounts(1)),
        place_of(home, FakeAccounts(2)),
        place_of(home, FakeAccounts(1, OTHER)),
        place_of(str(tmp_path / "other"), FakeAccounts(1)),
    }
    assert len({place.mutex for place in places}) == len({place.pipe for place in places}) == 4
    assert place_of(f"{home}/./", FakeAccounts(1)) in places


def test_the_names_say_session_and_user(tmp_path: Path) -> None:
    place = place_of(str(tmp_path), FakeAccounts(5))
    assert place.mutex.startswith(f"Local\\dzwonek-5-{ME}-")
    assert place.pipe.startswith(f"\\\\.\\pipe\\dzwonek-5-{ME}-")
    assert place.user == ME


def test_a_mutex_is_the_users_alone_and_given_back_once() -> None:
    mutexes = FakeMutexes()
    first = Mutex.take(PLACE, mutexes)
    assert first is not None
    assert mutexes.names == {PLACE.mutex: only_for(ME)}
    assert Mutex.take(PLACE, mutexes) is None
    first.free()
    first.free()
    assert mutexes.closed == [1]


def test_an_access_list_names_the_user_and_keeps_the_network_out() -> None:
    assert only_for(ME) == f"D:P(D;;GA;;;NU)(A;;GA;;;{ME})"


def test_a_wish_is_said_and_the_running_program_may_come_forward() -> None:
    call = FakeCall([b"o", b"k\n"])
    assert Exchange(call).ask() == b"ok\n"
    assert call.said == [b"show\n"]
    assert call.let == [7]
    assert call.is_closed


def test_nothing_is_said_to_another_users_pipe() -> None:
    call = FakeCall([b"ok\n"])
    exchange = Exchange(call)
    exchange.accounts.others[7] = OTHER
    with pytest.raises(PermissionError):
        exchange.ask()
    assert call.said == []
    assert call.let == []
    assert call.is_closed


def test_each_pipe_has_names_of_its_own_to_turn_to() -> None:
    assert PLACE.pipes[0] == PLACE.pipe
    assert len(set(PLACE.pipes)) == len(PLACE.pipes) > 1


@pytest.mark.parametrize("refusal", [ERROR_ACCESS_DENIED, ERROR_PIPE_BUSY, "another user's"])
def test_who_took_the_name_first_is_passed_over(refusal: int | str) -> None:
    squatter, ours = FakeCall([b"ok\n"], server=8), FakeCall([b"ok\n"])
    exchange = Exchange(refusal if isinstance(refusal, int) else squatter)
    exchange.accounts.others[8] = OTHER
    exchange.further[PLACE.pipes[1]] = ours
    assert exchange.ask() == b"ok\n"
    assert exchange.now == 100
    assert (squatter.said, ours.said) == ([], [b"show\n"])
    assert squatter.is_closed == (not isinstance(refusal, int))


def test_one_whose_first_name_is_taken_is_given_a_moment_to_listen_at_the_next() -> None:
    squatter = FakeCall([b"ok\n"], server=8)
    exchange = Exchange(squatter)
    exchange.accounts.others[8] = OTHER
    with pytest.raises(PermissionError):
        exchange.ask()
    assert exchange.now - 100 == pytest.approx(GRACE_SECONDS, abs=0.05)
    assert squatter.said == []


def test_where_nobody_has_the_mutex_nobody_is_dialled() -> None:
    with pytest.raises(ConnectionRefusedError):
        Exchange(FakeCall([b"ok\n"]), mutexes=FakeMutexes()).ask()


def test_one_that_has_just_started_is_given_a_moment_to_listen() -> None:
    call = FakeCall([b"ok\n"])
    missing = [ERROR_FILE_NOT_FOUND] * 5
    assert Exchange(*missing, call).ask() == b"ok\n"


def test_one_that_never_listens_is_given_up_soon() -> None:
    exchange = Exchange(ERROR_FILE_NOT_FOUND)
    with pytest.raises(OSError, match="2"):
        exchange.ask()
    assert exchange.now - 100 == pytest.approx(GRACE_SECONDS, abs=0.05)


def test_a_busy_pipe_is_waited_for_until_the_deadline() -> None:
    exchange = Exchange(ERROR_PIPE_BUSY)
    with pytest.raises(OSError, match="231"):
        exchange.ask(seconds=2)
    assert exchange.now - 100 == pytest.approx(2, abs=0.05)


def test_pipes_that_may_not_be_opened_are_not_tried_again() -> None:
    exchange = Exchange(ERROR_ACCESS_DENIED)
    exchange.further = dict.fromkeys(PLACE.pipes[1:], ERROR_ACCESS_DENIED)
    with pytest.raises(OSError, match="5"):
        exchange.ask()
    assert exchange.now == 100


@pytest.mark.parametrize("make", [lambda: FakeCall([]), lambda: FakeCall([b"o"])])
def test_a_program_that_hangs_is_a_late_answer(make: Callable[[], FakeCall]) -> None:
    call = make()
    with pytest.raises(TimeoutError):
        Exchange(call).ask()
    assert call.is_closed


def test_one_who_hangs_up_has_not_said_yes() -> None:
    assert Exchange(FakeCall([b""])).ask() == b""


def test_who_asks_for_the_end_waits_for_that_very_process() -> None:
    call = FakeCall([b"ok\n"])
    assert Exchange(call).ask(ending=20.0) == b"ok\n"
    assert call.ends_awaited == [(7, 20.0)]


def test_who_asks_for_a_window_does_not_wait_for_the_end() -> None:
    call = FakeCall([b"ok\n"])
    Exchange(call).ask()
    assert call.ends_awaited == []
