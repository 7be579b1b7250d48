"""The pipe at which second starts knock on Windows, with its ends in memory."""

from __future__ import annotations

import select
from collections.abc import Iterator

import pytest

from dzwonek.desktop.instance_pipe import ENDS, PipeCaller, PipeDoor
from tests.fakes.pipe_ends import FakePipeEnds

LISTENING = {f"end{number}": "listen" for number in range(1, ENDS + 1)}


@pytest.fixture
def ends() -> FakePipeEnds:
    return FakePipeEnds()


@pytest.fixture
def door(ends: FakePipeEnds) -> Iterator[PipeDoor]:
    door = PipeDoor(ends)
    ends.await_all(**LISTENING)
    yield door
    door.close()
    assert ends.is_closed


def test_a_line_wakes_the_loop_and_gets_its_answer(door: PipeDoor, ends: FakePipeEnds) -> None:
    say(ends, 1, b"show\n")
    (caller,) = callers(door)
    assert caller.line == b"show\n"
    assert door.callers() == []
    caller.answer(b"ok\n")
    ends.await_all(end1="write")
    ends.happen(1)
    ends.await_all(end1="read 1")  # the caller hangs up first, or it might miss the answer
    ends.happen(1, is_done=False)
    ends.await_all(**LISTENING)
    assert ends.answers == [(1, b"ok\n")]


def test_a_line_may_come_in_pieces(door: PipeDoor, ends: FakePipeEnds) -> None:
    ends.happen(1)
    ends.await_all(end1="read 1024")
    ends.happen(1, b"fl")
    ends.await_all(end1="read 1022")
    ends.happen(1, b"ag\n")
    assert [caller.line for caller in callers(door)] == [b"flag\n"]


def test_too_much_for_a_line_is_none(door: PipeDoor, ends: FakePipeEnds) -> None:
    say(ends, 1, b"x" * 1024)
    assert [caller.line for caller in callers(door)] == [b""]


def test_one_who_leaves_before_the_line_is_over_is_forgotten(
    door: PipeDoor, ends: FakePipeEnds
) -> None:
    ends.happen(1)
    ends.await_all(end1="read 1024")
    ends.happen(1, is_done=False)
    ends.await_all(**LISTENING)
    assert door.callers() == []


def test_silent_callers_keep_nobody_out(door: PipeDoor, ends: FakePipeEnds) -> None:
    for end in range(1, ENDS + 1):
        ends.happen(end)
        ends.await_all(**{f"end{end}": "read 1024"})
    ends.await_all(end1="listen")  # the one that has been silent longest is cut off
    say(ends, 1, b"show\n")
    ends.await_all(end2="listen")
    assert [caller.line for caller in callers(door)] == [b"show\n"]


def test_one_whose_answer_is_late_makes_room_and_the_answer_is_nobody_elses(
    door: PipeDoor, ends: FakePipeEnds
) -> None:
    say(ends, 1, b"first\n")
    (first,) = callers(door)
    for end in range(2, ENDS + 1):
        ends.happen(end)
        ends.await_all(**{f"end{end}": "read 1024"})
    ends.await_all(end1="listen")
    say(ends, 1, b"second\n")
    (second,) = callers(door)
    first.answer(b"no\n")
    second.answer(b"ok\n")
    ends.await_all(end1="write")
    assert ends.answers == [(1, b"ok\n")]
    ends.happen(1)


def test_what_was_answered_is_said_before_the_door_closes(ends: FakePipeEnds) -> None:
    door = PipeDoor(ends)
    say(ends, 1, b"quit\n")
    (caller,) = callers(door)
    caller.answer(b"ok\n")
    ends.await_all(end1="write")
    ends.happen(1)
    door.close()
    door.close()
    assert ends.answers == [(1, b"ok\n")]
    assert ends.is_closed


def test_a_name_that_is_somebody_elses_is_an_error() -> None:
    ends = FakePipeEnds(PermissionError(13, "taken"))
    with pytest.raises(PermissionError):
        PipeDoor(ends)
    assert ends.is_closed


def say(ends: FakePipeEnds, end: int, words: bytes) -> None:
    """Let a caller come to an end that listens, and say this at once."""
    ends.await_all(**{f"end{end}": "listen"})
    ends.happen(end)
    ends.await_all(**{f"end{end}": "read 1024"})
    ends.happen(end, words)


def callers(door: PipeDoor) -> list[PipeCaller]:
    """Wait until somebody has said something."""
    assert select.select([door.fileno()], [], [], 5)[0]
    return door.callers()
