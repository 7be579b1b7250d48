"""What is filled or optional is folded into one line that tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.kinds import Kind, Scope
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]


def line(form: ReportForm) -> str:
    return form.body.details.line.text()


def test_three_answers_and_a_sentence_are_asked_for(form: ReportForm) -> None:
    body = form.body
    asked = (body.kind, body.description, body.occurrence, body.picker.list)
    assert all(part.isVisible() for part in asked)
    folded = (body.numbers, body.when, body.concern)
    assert not any(part.isVisible() for part in folded)
    assert line(form) == "dziś o 15:55  ·  dotyczy mnie"


def test_the_line_tells_what_a_pick_filled_in(form: ReportForm) -> None:
    form.tell_recent(scenes.recent())
    form.body.picker.list.toggled.emit(scenes.recent()[0])
    assert line(form) == "730 770 660 → 223 784 756  ·  dziś o 15:52  ·  dotyczy mnie"
    assert line(form) in form.body.details.change.accessibleName()


def test_an_outgoing_call_is_told_the_other_way_round(idle_form: ReportForm) -> None:
    idle_form.begin(scenes.draft(kind=Kind.CALL_OUT, customer="+48 601-100-200"), ())
    assert line(idle_form).startswith("? → 601 100 200  ·")


def test_a_call_without_a_number_says_so(form: ReportForm) -> None:
    form.body.kind.chips[0].click()
    assert line(form).startswith("bez numeru klienta")


def test_others_are_named_in_the_line(idle_form: ReportForm) -> None:
    idle_form.resume(scenes.draft(scope=Scope.OTHERS, others=("Anna", "Jan")), {})
    assert line(idle_form).endswith("dotyczy: Anna, Jan")


def test_one_click_unfolds_and_leads_to_the_first_field(form: ReportForm) -> None:
    form.body.details.change.click()
    assert not form.body.details.isVisible()
    assert all(part.isVisible() for part in (form.body.numbers, form.body.when, form.body.concern))
    assert QApplication.focusWidget() is form.body.numbers.customer


def test_the_next_report_is_folded_again(form: ReportForm) -> None:
    form.body.details.change.click()
    form.finish()
    form.begin(scenes.draft(), ())
    assert form.body.is_folded
    assert not form.body.when.isVisible()


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_R, "customer"), (Qt.Key.Key_K, "when"), (Qt.Key.Key_G, "scope.me")],
)
def test_the_key_of_a_folded_field_unfolds_it(
    form: ReportForm, qtbot: QtBot, key: Qt.Key, name: str
) -> None:
    for _ in range(2):  # folded, and then in its place
        form.body.description.setFocus()
        qtbot.keyClick(form.body.description, key, Qt.KeyboardModifier.AltModifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == name


@pytest.mark.parametrize("code", [Code.NAMES_MISSING, Code.TIME_UNCLEAR])
def test_a_fault_in_a_folded_field_unfolds_it(form: ReportForm, code: Code) -> None:
    form.show_problems((Problem(code),))
    assert not form.body.is_folded


def test_the_window_takes_the_room_of_what_unfolds(form: ReportForm) -> None:
    form.resize(720, 640)
    form.grab()  # settles the layout
    form.body.details.change.click()
    assert form.height() > 640


def test_a_number_is_shown_as_support_writes_it_and_kept_as_typed(
    form: ReportForm, type_text: Typing, qtbot: QtBot
) -> None:
    form.body.focus_field("customer")
    type_text(form.body.numbers.customer, "+48 730-770-660")
    form.body.description.setFocus()
    assert form.body.numbers.customer.text() == "730 770 660"
    assert form.current().customer == "+48 730-770-660"
    form.body.focus_field("customer")
    form.body.numbers.customer.end(False)
    type_text(form.body.numbers.customer, "9")
    assert form.current().customer == "730 770 6609"


def test_keys_answer_the_two_questions_and_leave_the_caret_in_the_text(
    form: ReportForm, qtbot: QtBot
) -> None:
    text = form.body.description
    qtbot.keyClick(text, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(text, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    draft = form.current()
    assert draft.kind is Kind.EMAIL
    assert draft.occurrence is not None
    assert draft.occurrence.value == "repeated"
    assert QApplication.focusWidget() is text
    assert text.toPlainText() == ""
    chips = (*form.body.kind.chips, *form.body.occurrence.chips)
    assert [chip.accessibleDescription() for chip in chips] == [
        *("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5"),
        *("Ctrl+1", "Ctrl+2", "Ctrl+3"),
    ]


def test_no_key_answers_while_the_report_is_being_stored(form: ReportForm, qtbot: QtBot) -> None:
    form.set_sending(True)
    qtbot.keyClick(form, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(form, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert form.current().kind is None
    assert form.body.is_folded
