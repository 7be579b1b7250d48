"""Sending, putting aside, and what is said when something is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.kinds import Occurrence, Scope
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]
MISSING = {
    Code.SYSTEM_MISSING: "host",
    Code.AGENT_MISSING: "agent",
    Code.KIND_MISSING: "kind",
    Code.DESCRIPTION_MISSING: "description",
    Code.OCCURRENCE_MISSING: "occurrence",
}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_sends_what_was_typed(
    form: ReportForm, qtbot: QtBot, type_text: Typing, key: Qt.Key
) -> None:
    type_text(form.body.description, "Cisza w słuchawce.")
    with qtbot.waitSignal(form.send_wanted) as sent:
        qtbot.keyClick(form.body.description, key, Qt.KeyboardModifier.ControlModifier)
    assert sent.args is not None
    assert sent.args[0].description == "Cisza w słuchawce."


def test_esc_hands_the_draft_over_and_drops_nothing(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    type_text(form.body.description, "Później dokończę.")
    with qtbot.waitSignal(form.put_aside) as aside:
        qtbot.keyClick(form.body.description, Qt.Key.Key_Escape)
    assert aside.args is not None
    assert aside.args[0].description == "Później dokończę."
    assert form.current().description == "Później dokończę."


def test_the_close_box_keeps_the_draft_until_somebody_has_it(
    form: ReportForm, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.put_aside):
        assert not form.close()
    assert form.is_open()
    assert form.isVisible()


def test_the_close_box_closes_when_the_draft_was_taken(form: ReportForm) -> None:
    taken: list[Draft] = []

    def take(draft: Draft) -> None:
        taken.append(draft)
        form.finish()

    form.put_aside.connect(take)
    assert form.close()
    assert len(taken) == 1


def test_while_a_report_is_being_stored_no_second_one_is_sent(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.set_sending(True)
    with qtbot.assertNotEmitted(form.send_wanted), qtbot.assertNotEmitted(form.put_aside):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(form, Qt.Key.Key_Escape)
        form.footer.send.click()
    assert form.footer.send.words() == "Zapisujemy…"
    form.set_sending(False)
    assert form.footer.send.words() == "Wyślij"


def test_the_caret_is_where_it_was_after_a_refused_send(form: ReportForm) -> None:
    form.set_sending(True)
    form.set_sending(False)
    assert QApplication.focusWidget() is form.body.description


def test_errors_are_summed_up_on_top_and_nothing_is_cleared(
    form: ReportForm, type_text: Typing
) -> None:
    type_text(form.body.description, "Zostaję.")
    form.show_problems((Problem(Code.KIND_MISSING), Problem(Code.OCCURRENCE_MISSING)))
    assert form.body.summary.isVisible()
    assert QApplication.focusWidget() is form.body.summary.links["kind"]
    assert form.body.errors["kind"].text() == "Kłopot: kind_missing. Zrób coś."
    assert form.body.errors["occurrence"].isVisible()
    assert form.body.errors["description"].isHidden()
    assert form.current().description == "Zostaję."


@pytest.mark.parametrize(("code", "field"), MISSING.items())
def test_each_line_of_the_summary_leads_to_its_field(
    idle_form: ReportForm, qtbot: QtBot, code: Code, field: str
) -> None:
    form = idle_form
    with qtbot.waitActive(form):
        form.begin(scenes.draft(host=""), ())
    form.show_problems((Problem(code),))
    form.body.summary.links[field].click()
    there: dict[str, QWidget] = {
        "host": form.person.system_edit,
        "agent": form.person.name,
        "kind": form.body.kind.chips[0],
        "description": form.body.description,
        "occurrence": form.body.occurrence.chips[0],
    }
    assert QApplication.focusWidget() is there[field]


def test_a_too_long_number_is_told_at_the_number(form: ReportForm) -> None:
    form.show_problems((Problem(Code.TEXT_TOO_LONG, {"field": "ours", "limit": 300}),))
    assert form.body.errors["customer"].isVisible()
    form.body.summary.links["ours"].click()
    assert QApplication.focusWidget() is form.body.numbers.ours


def test_a_problem_of_the_whole_report_has_its_words_and_no_link(form: ReportForm) -> None:
    form.show_problems((Problem(Code.DISK_FULL),))
    assert form.body.summary.links == {}
    assert QApplication.focusWidget() is form.body.summary
    assert "disk_full" in form.body.summary.accessibleName()


def test_a_mended_field_loses_its_message_and_nothing_moves(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems((Problem(Code.DESCRIPTION_MISSING),))
    form.grab()  # settles the layout
    before = form.body.occurrence.mapTo(form, form.body.occurrence.rect().topLeft())
    type_text(form.body.description, "Już jest.")
    form.grab()  # settles the layout
    after = form.body.occurrence.mapTo(form, form.body.occurrence.rect().topLeft())
    assert before == after
    assert form.body.errors["description"].text() == "✓  w porządku"
    assert form.body.summary.links == {}


def test_what_is_mended_leaves_the_summary_and_the_rest_stays(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems((Problem(Code.DESCRIPTION_MISSING), Problem(Code.OCCURRENCE_MISSING)))
    type_text(form.body.description, "Już jest.")
    assert list(form.body.summary.links) == ["occurrence"]
    assert "description" not in form.body.summary.accessibleName()
    assert form.body.summary.heading.isVisible()
    form.body.occurrence.chips[0].click()
    assert form.body.summary.links == {}
    assert form.body.summary.heading.text() == "Wszystko uzupełnione – można wysłać."
    assert form.body.errors["occurrence"].text() == "✓  w porządku"


def test_a_name_that_daktela_tells_ends_the_complaint_about_it(form: ReportForm) -> None:
    form.show_problems((Problem(Code.AGENT_MISSING), Problem(Code.KIND_MISSING)))
    assert form.body.summary.links["agent"].hasFocus()
    form.tell_identity(scenes.identity())
    assert list(form.body.summary.links) == ["kind"]
    assert form.body.summary.links["kind"].hasFocus()
    assert "agent_missing" not in form.person.source.text()


def test_a_typed_address_ends_the_complaint_about_it_and_a_name_does_not(
    idle_form: ReportForm, type_text: Typing
) -> None:
    idle_form.begin(scenes.draft(host=""), ())
    idle_form.show_problems((Problem(Code.SYSTEM_MISSING), Problem(Code.AGENT_MISSING)))
    idle_form.tell_identity(scenes.identity())
    assert list(idle_form.body.summary.links) == ["host"]
    assert "system_missing" in idle_form.person.system_note.text()
    type_text(idle_form.person.system_edit, "twojanazwa.daktela.com")
    assert idle_form.body.summary.links == {}
    assert "system_missing" not in idle_form.person.system_note.text()


def test_a_shortened_number_ends_the_complaint_about_it(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems((Problem(Code.TEXT_TOO_LONG, {"field": "ours", "limit": 300}),))
    type_text(form.body.numbers.ours, "1")
    assert form.body.summary.links == {}


def test_a_problem_of_the_whole_report_stays_while_fields_are_mended(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems((Problem(Code.DISK_FULL), Problem(Code.DESCRIPTION_MISSING)))
    type_text(form.body.description, "Już jest.")
    assert form.body.summary.isVisible()
    assert "disk_full" in form.body.summary.accessibleName()


def test_the_buttons_keep_their_place_and_width_while_the_report_is_stored(
    form: ReportForm,
) -> None:
    form.grab()  # settles the layout
    before = (form.footer.later.geometry(), form.footer.send.geometry())
    for is_sending in (True, False):
        form.set_sending(is_sending)
        form.grab()
        assert (form.footer.later.geometry(), form.footer.send.geometry()) == before


def test_the_whole_report_can_be_made_without_a_mouse(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key, held)

    form.tell_recent(scenes.recent())
    type_text(form.body.description, "Zerwane połączenie")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)  # to the second answer
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)  # O&statnie
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)  # Ko&go dotyczy
    press(Qt.Key.Key_Right)
    type_text(form.body.concern.names, "Jan Wzorcowy")
    with qtbot.waitSignal(form.send_wanted) as sent:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent.args is not None
    draft: Draft = sent.args[0]
    assert draft.description == "Zerwane połączenie"
    assert draft.occurrence is Occurrence.REPEATED
    assert draft.activity in scenes.recent()
    assert draft.kind is not None
    assert draft.others == ("Jan Wzorcowy",)


def test_arrow_keys_reach_every_answer(form: ReportForm, qtbot: QtBot) -> None:
    form.body.focus_field("scope")
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert form.current().scope is Scope.TEAM


def test_a_click_on_others_asks_for_their_names_at_once(form: ReportForm, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.body.concern.choice.chips[1], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is form.body.concern.names
