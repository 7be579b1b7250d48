"""What a report costs an operator: keys, clicks and fields, counted while real events arrive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.identity import IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.reporting.check import problems_of
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes
from tests.fakes.every_window import form as open_form

SENTENCE = "Połączenie zostało rozłączone w trakcie rozmowy z Klientem."
GUIDE = Path(__file__).resolve().parents[3] / "docs" / "ux.md"
Type = Callable[[QWidget, str], None]


@dataclass(slots=True)
class Hand:
    """Does what a person does, to the widget that has the keyboard or lies there, and counts it."""

    form: ReportForm
    qtbot: QtBot
    type_text: Type
    keys: int = 0
    clicks: int = 0
    fields: list[str] = field(default_factory=list)

    def key(self, keys: str) -> None:
        """Press one key, or one with those held beside it."""
        self.keys += 1
        QTest.keySequence(self._at(), QKeySequence(keys))

    def write(self, text: str) -> None:
        """Type into whatever has the keyboard; that is a field filled in, not keys counted."""
        self.fields.append(self._at().objectName())
        self.type_text(self._at(), text)

    def click(self, widget: QWidget, place: QPoint) -> None:
        """Click once."""
        self.clicks += 1
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def _at(self) -> QWidget:
        return self.form.focusWidget()


@pytest.fixture
def hand(qtbot: QtBot, type_text: Type, qapp: QApplication) -> Iterator[Hand]:
    """Give a hand before a form that one press of the hotkey has just opened."""
    with ExitStack() as stack:
        made = Hand(open_form(stack), qtbot, type_text)
        made.keys += 1  # the hotkey: what it does to the desktop, tests/session presses for real
        QApplication.sendPostedEvents()
        yield made


def sent(hand: Hand) -> Draft:
    """Send by key, and give the report that left the form: nothing is missing in it."""
    with hand.qtbot.waitSignal(hand.form.send_wanted) as wish:
        hand.key("Ctrl+Return")
    assert wish.args is not None
    (draft,) = wish.args
    assert isinstance(draft, Draft)
    assert problems_of(draft) == ()
    return draft


def told(line: str) -> tuple[int, int, int]:
    """Give what the guide says of a way: keys, clicks, fields."""
    guide = GUIDE.read_text(encoding="utf-8")
    found = re.search(rf"^\| {line}[^|]*\|.*\| (\d+) \| (\d+) \| (\d+) \|$", guide, re.M)
    assert found is not None, line
    keys, clicks, fields = (int(number) for number in found.groups())
    return keys, clicks, fields


def spent(hand: Hand) -> tuple[int, int, int]:
    return hand.keys, hand.clicks, len(hand.fields)


def test_the_fastest_report_of_a_call(hand: Hand) -> None:
    recent = hand.form.body.picker.list
    hand.write(SENTENCE)
    hand.click(recent.viewport(), recent.visualRect(recent.model().index(0, 0)).center())
    hand.key("Ctrl+1")
    draft = sent(hand)
    assert draft.customer.replace(" ", "") == "730770660"
    assert draft.description == SENTENCE
    assert spent(hand) == told("fastest report")


def test_a_report_without_a_mouse(hand: Hand) -> None:
    hand.write(SENTENCE)
    hand.key("Alt+1")
    hand.key("Ctrl+1")
    sent(hand)
    assert spent(hand) == told("without a mouse")


def test_a_report_while_daktela_cannot_be_reached(hand: Hand) -> None:
    unreachable = Problem(Code.DAKTELA_UNREACHABLE, {"host": scenes.HOST})
    form = hand.form
    form.begin(scenes.draft((scenes.note(1),)), (scenes.shot(1),))
    form.tell_identity(scenes.identity(IdentitySource.REMEMBERED))
    form.tell_recent(unreachable)
    hand.write(SENTENCE)
    hand.key("Alt+1")
    hand.key("Ctrl+1")
    draft = sent(hand)
    assert draft.reporter.name == scenes.AGENT.name
    assert spent(hand) == told("offline")


def test_a_moment_that_was_marked_needs_no_more_than_a_fresh_report(hand: Hand) -> None:
    flagged = hand.form.current()
    hand.form.finish()
    hand.clicks += 1  # *Dokończ* in the notice or in the list
    hand.form.resume(flagged, {})
    hand.form.tell_recent(scenes.recent())
    hand.write(SENTENCE)
    recent = hand.form.body.picker.list
    QApplication.sendPostedEvents()
    hand.click(recent.viewport(), recent.visualRect(recent.model().index(0, 0)).center())
    hand.key("Ctrl+1")
    sent(hand)
    assert spent(hand) == told("mark now, describe later")


def test_the_caret_waits_in_the_description(hand: Hand) -> None:
    assert hand.form.focusWidget() is hand.form.body.description
