"""The scripted operator: waits for each moment, photographs, acts, and gives up in the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dzwonek.demo import operator
from dzwonek.demo.operator import ScriptedOperator
from dzwonek.demo.script import Hand, Step

LOOKS = 5


class SlowHand:
    """A hand that is at work for ever, and counts how often somebody asked."""

    def __init__(self) -> None:
        self.asked = 0

    def poll(self) -> int | None:
        self.asked += 1
        return None


@pytest.fixture
def parent() -> QObject:
    return QObject()


def test_each_step_is_done_at_its_moment_and_in_its_order(qtbot: QtBot, parent: QObject) -> None:
    done: list[str] = []
    steps = (
        Step("first", lambda: True, lambda: done.append("first"), "01"),
        Step("second", lambda: done == ["picture 01", "first"], lambda: done.append("second")),
        Step("third", lambda: "second" in done, lambda: done.append("third"), "03"),
    )
    played = ScriptedOperator(steps, lambda name: done.append(f"picture {name}"), parent)

    with qtbot.waitSignal(played.ended) as ended:
        played.begin()

    assert ended.args == [""]
    assert done == ["picture 01", "first", "second", "picture 03", "third"]
    assert [step.name for step in played.played] == ["first", "second", "third"]


def test_a_moment_that_never_comes_is_named_and_photographed(
    qtbot: QtBot, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operator, "STEP_BOUND_MS", 50)
    pictures: list[str] = []
    done: list[str] = []
    steps = (
        Step("never", lambda: False, lambda: done.append("never")),
        Step("after", lambda: True, lambda: done.append("after")),
    )
    played = ScriptedOperator(steps, pictures.append, parent)

    with qtbot.waitSignal(played.ended) as ended:
        played.begin()

    assert ended.args == ["never"]
    assert pictures == ["99-nieudane"]
    assert done == []


def test_nothing_is_clicked_again_while_the_hand_still_moves(
    qtbot: QtBot, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operator, "AGAIN_MS", 0)
    hand = SlowHand()
    clicks: list[Hand] = []

    def click() -> Hand:
        clicks.append(hand)
        return hand

    steps = (
        Step("click", lambda: True, click, may_miss=True),
        Step("after", lambda: hand.asked == LOOKS, lambda: None),
    )
    played = ScriptedOperator(steps, lambda _: None, parent)

    with qtbot.waitSignal(played.ended) as ended:
        played.begin()

    assert ended.args == [""]
    assert clicks == [hand]


def test_a_click_that_missed_is_done_once_more(
    qtbot: QtBot, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operator, "AGAIN_MS", 50)
    done: list[str] = []
    steps = (
        Step("click", lambda: True, lambda: done.append("click"), may_miss=True),
        Step("after", lambda: len(done) == 2, lambda: done.append("after")),
    )
    played = ScriptedOperator(steps, lambda _: None, parent)

    with qtbot.waitSignal(played.ended) as ended:
        played.begin()

    assert ended.args == [""]
    assert done == ["click", "click", "after"]
