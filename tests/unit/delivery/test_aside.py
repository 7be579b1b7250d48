"""Work that its caller may leave alone."""

from __future__ import annotations

import threading

import pytest

from dzwonek.delivery.aside import Aside

LONG = 20.0


def test_what_the_work_brings_is_given() -> None:
    aside = Aside("aside", lambda: 7, lambda _: None)
    assert aside.is_done(LONG)
    assert aside.result() == 7


@pytest.mark.parametrize("error", [OSError(7, "x"), UnicodeError("x"), KeyError("x")])
def test_what_the_work_raises_is_raised_in_the_caller(error: Exception) -> None:
    def work() -> None:
        raise error

    aside = Aside("aside", work, lambda _: None)
    assert aside.is_done(LONG)
    with pytest.raises(type(error)) as caught:
        aside.result()
    assert caught.value is error


def test_what_comes_when_nobody_waits_any_more_is_given_back() -> None:
    gate, given_back = threading.Event(), list[str]()

    def work() -> str:
        gate.wait(LONG)
        return "a connection"

    aside = Aside("aside", work, given_back.append)
    assert not aside.is_done(0.01)
    aside.abandon()
    assert given_back == []
    gate.set()
    assert aside.is_done(LONG)
    assert given_back == ["a connection"]


def test_what_came_just_before_it_was_left_alone_is_given_back_too() -> None:
    given_back: list[str] = []
    aside = Aside("aside", lambda: "a connection", given_back.append)
    assert aside.is_done(LONG)
    aside.abandon()
    assert given_back == ["a connection"]
