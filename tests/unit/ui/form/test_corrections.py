"""A fault is told on sending, goes when its field is right, and comes back when it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.check import problems_of
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.look import Type
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]
TWO = (Problem(Code.KIND_MISSING), Problem(Code.DESCRIPTION_MISSING))


def lines(form: ReportForm) -> list[str]:
    summary = form.body.summary
    ours = [each for each in summary.children() if isinstance(each, QWidget)]
    texts = [each.property("text") for each in ours if each.objectName().startswith("problems.")]
    return [str(text) for text in texts]


def test_what_is_corrected_is_ticked_off_and_leaves_no_hole(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems(TWO)
    form.grab()  # settles the layout
    height = form.body.summary.height()
    form.body.kind.chips[0].click()
    assert lines(form) == [
        "✓  Rodzaj problemu",
        "•   Kłopot: description_missing.",
    ]
    form.grab()
    assert form.body.summary.height() == height
    tops = [form.body.summary.heading.geometry().bottom()]
    places = sorted(
        (each.geometry().top(), each.geometry().bottom())
        for each in form.body.summary.children()
        if isinstance(each, QWidget) and each.objectName().startswith("problems.")
    )
    for top, bottom in places:
        assert top - tops[-1] <= 4
        tops.append(bottom)


def test_what_is_emptied_again_is_asked_for_again(form: ReportForm, type_text: Typing) -> None:
    form.show_problems(TWO)
    type_text(form.body.description, "a")
    assert list(form.body.summary.links) == ["kind"]
    form.body.description.clear()
    assert sorted(form.body.summary.links) == ["description", "kind"]
    assert "description_missing" in form.body.summary.accessibleName()


def test_blanks_are_no_description(form: ReportForm, type_text: Typing) -> None:
    form.show_problems(TWO)
    type_text(form.body.description, "  ")
    assert "description" in form.body.summary.links


def test_when_all_is_corrected_the_summary_says_that_it_can_go(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems(TWO)
    form.body.kind.chips[0].click()
    type_text(form.body.description, "Cisza.")
    summary = form.body.summary
    assert summary.heading.text() == "Wszystko uzupełnione – można wysłać."
    assert summary.property("ground") == "notice"
    assert "kind_missing" not in summary.accessibleName()
    form.show_problems(TWO)
    assert summary.property("ground") == "trouble"


def test_a_corrected_line_under_the_keyboard_hands_it_on(form: ReportForm) -> None:
    form.show_problems((Problem(Code.AGENT_MISSING), *TWO))
    assert form.body.summary.links["agent"].hasFocus()
    form.tell_identity(scenes.identity())
    assert form.body.summary.links["kind"].hasFocus()


def test_red_words_under_the_name_go_while_it_is_typed(form: ReportForm, type_text: Typing) -> None:
    form.show_problems((Problem(Code.AGENT_MISSING),))
    assert form.person.source.property("kind") == Type.DANGER.value
    form.person.name.click()
    type_text(form.person.edit, "Ł")
    assert form.person.source.property("kind") == Type.QUIET.value
    assert "agent_missing" not in form.person.source.text()


def test_red_words_under_the_address_go_while_it_is_typed(
    idle_form: ReportForm, type_text: Typing
) -> None:
    idle_form.begin(scenes.draft(host=""), ())
    idle_form.show_problems((Problem(Code.SYSTEM_MISSING),))
    type_text(idle_form.person.system_edit, "a")
    assert idle_form.person.system_note.text() == "adres systemu"


@pytest.mark.parametrize("host", ["twojanazwa.daktela.com", ""])
def test_an_address_is_corrected_by_a_click(
    idle_form: ReportForm, qtbot: QtBot, type_text: Typing, host: str
) -> None:
    with qtbot.waitActive(idle_form):
        idle_form.begin(scenes.draft(host=host), ())
    if host:
        idle_form.person.address.link.click()
        assert idle_form.person.system_edit.hasSelectedText()
    type_text(idle_form.person.system_edit, "https://inna.daktela.com/x")
    qtbot.keyClick(idle_form.person.system_edit, Qt.Key.Key_Return)
    assert idle_form.current().host == "inna.daktela.com"
    assert idle_form.person.address.link.text() == "inna.daktela.com"


def test_esc_gives_the_old_address_back_and_keeps_the_form(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.person.address.link.click()
    type_text(form.person.system_edit, "x")
    with qtbot.assertNotEmitted(form.put_aside):
        qtbot.keyClick(form.person.system_edit, Qt.Key.Key_Escape)
    assert form.current().host == scenes.HOST


def test_an_emptied_address_is_missing(form: ReportForm) -> None:
    form.person.address.link.click()
    form.person.system_edit.clear()
    assert form.current().host == ""


def test_a_led_to_field_is_scrolled_into_sight(form: ReportForm) -> None:
    form.resize(720, 420)
    form.show_problems((Problem(Code.OCCURRENCE_MISSING),))
    form.grab()  # settles the layout
    form.body.summary.links["occurrence"].click()
    chip = form.body.occurrence.chips[0]
    place = chip.mapTo(form.pane.viewport(), QPoint(0, 0)).y()
    assert 0 <= place <= form.pane.viewport().height() - chip.height()


def test_a_reopened_line_says_again_what_is_missing(form: ReportForm, type_text: Typing) -> None:
    form.show_problems(TWO)
    type_text(form.body.description, "a")
    assert lines(form)[1] == "✓  Opis"
    form.body.description.clear()
    assert lines(form)[1] == "•   Kłopot: description_missing."


def place_of(form: ReportForm, part: QWidget) -> QPoint:
    return part.mapTo(form.body, QPoint(0, 0))


def test_a_mended_field_is_ticked_off_where_its_message_stood_and_nothing_moves(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems((Problem(Code.DESCRIPTION_MISSING), Problem(Code.OCCURRENCE_MISSING)))
    form.grab()  # settles the layout
    below = (form.body.description, form.body.occurrence, form.body.pictures)
    places = [place_of(form, part) for part in below]
    type_text(form.body.description, "Cisza.")
    form.body.occurrence.chips[0].click()
    form.grab()
    assert [place_of(form, part) for part in below] == places
    for field in ("description", "occurrence"):
        error = form.body.errors[field]
        assert error.isVisible()
        assert error.text() == "✓  w porządku"
        assert error.property("kind") == Type.GOOD.value


def test_a_field_that_is_emptied_again_says_again_what_it_lacks(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems(TWO)
    error = form.body.errors["description"]
    message = error.text()
    type_text(form.body.description, "a")
    assert not form.body.description.property("wrong")
    form.body.description.clear()
    assert error.text() == message
    assert error.property("kind") == Type.DANGER.value
    assert form.body.description.property("wrong")


def test_two_faults_of_one_row_are_told_until_both_are_mended(
    form: ReportForm, type_text: Typing
) -> None:
    far = "1" * 301
    for field in (form.body.numbers.customer, form.body.numbers.ours):
        type_text(field, far)
    form.show_problems(problems_of(form.current())[-2:])
    error = form.body.errors["customer"]
    form.body.numbers.customer.selectAll()
    type_text(form.body.numbers.customer, "1")
    assert "text_too_long" in error.text()
    form.body.numbers.ours.selectAll()
    type_text(form.body.numbers.ours, "1")
    assert error.text() == "✓  w porządku"


def test_the_next_report_begins_without_any_tick(idle_form: ReportForm, type_text: Typing) -> None:
    idle_form.begin(scenes.draft(), ())
    idle_form.show_problems(TWO)
    type_text(idle_form.body.description, "a")
    idle_form.finish()
    idle_form.begin(scenes.draft(), ())
    assert not any(error.isVisible() for error in idle_form.body.errors.values())
    assert "Kłopot" not in idle_form.body.description.accessibleDescription()


def test_letters_typed_on_the_summary_reach_the_description(
    form: ReportForm, type_text: Typing
) -> None:
    form.show_problems(TWO)
    link = form.body.summary.links["kind"]
    assert link.hasFocus()
    type_text(link, "Ł")
    assert form.body.description.hasFocus()
    assert form.current().description == "Ł"


def test_letters_typed_on_the_summary_reach_the_first_faulty_text_field(
    form: ReportForm, type_text: Typing
) -> None:
    form.body.concern.choice.chips[1].click()
    form.show_problems((Problem(Code.KIND_MISSING), Problem(Code.NAMES_MISSING), TWO[1]))
    type_text(form.body.summary.links["kind"], "Ł")
    assert form.current().others == ("Ł",)


def test_a_blank_leads_nowhere_from_the_summary_and_enter_does(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.show_problems(TWO)
    link = form.body.summary.links["kind"]
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert link.hasFocus()
    assert form.current().description == ""
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert form.body.kind.chips[0].hasFocus()


def test_keys_of_shortcuts_are_no_text(form: ReportForm, qtbot: QtBot) -> None:
    form.show_problems(TWO)
    link = form.body.summary.links["kind"]
    qtbot.keyClick(link, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert link.hasFocus()
    assert form.current().description == ""
