"""Work that can be given up."""

from __future__ import annotations

import socket
import sys
import threading
import time
from datetime import timedelta

import pytest

from dzwonek.daktela.errand import Errand, LateError, Line

SOON, LONG = timedelta(milliseconds=100), timedelta(seconds=20)


def test_a_result_is_brought_back() -> None:
    assert Errand(lambda line: 7, "errand").result(LONG) == 7


def test_nothing_at_all_is_a_result_too() -> None:
    assert Errand(lambda line: None, "errand").result(LONG) is None


def test_an_error_is_brought_back_as_it_was() -> None:
    error = KeyError("x")

    def work(line: Line) -> None:
        raise error

    with pytest.raises(KeyError) as caught:
        Errand(work, "errand").result(LONG)
    assert caught.value is error


def test_at_the_deadline_the_connection_is_cut_under_the_reader() -> None:
    ours, theirs = socket.socketpair()
    thread: list[threading.Thread] = []

    def work(line: Line) -> bytes:
        thread.append(threading.current_thread())
        with ours:
            line.hold(ours)
            return ours.recv(1) + ours.recv(1)

    with theirs:
        began = time.monotonic()
        with pytest.raises(LateError):
            Errand(work, "errand").result(SOON)
        assert time.monotonic() - began < 5
        if sys.platform == "win32":  # there a byte has to wake the reader
            theirs.send(b"x")
        thread[0].join(5)
        assert not thread[0].is_alive()


def test_a_connection_that_comes_up_after_the_deadline_is_refused() -> None:
    line = Line()
    line.cut()
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(LateError):
        line.hold(ours)


def test_the_duplicates_are_given_back() -> None:
    line = Line()
    ours, theirs = socket.socketpair()
    with theirs:
        line.hold(ours)
        line.close()
        ours.close()
        assert theirs.recv(1) == b""  # the last descriptor of the other end is closed
