"""What Daktela knows comes late and quietly, and never over what a person typed or chose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.identity import Agent, IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]
LATE = Problem(Code.DAKTELA_LATE)


def choose(form: ReportForm, name: str) -> None:
    form.person.name.click()
    action = next(one for one in form.person.menu.actions() if one.text() == name)
    action.trigger()
    form.person.menu.hide()


def test_until_the_answer_comes_the_form_says_that_it_is_reading(form: ReportForm) -> None:
    assert form.person.source.text() == "wczytujemy…"
    assert form.body.picker.list.line() == "wczytujemy ostatnie rozmowy…"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (IdentitySource.DAKTELA, "z Dakteli"),
        (IdentitySource.REMEMBERED, "zapamiętane, sprzed 2 godz."),
        (IdentitySource.SETTINGS, "z ustawień"),
    ],
)
def test_the_name_stands_with_its_source(
    form: ReportForm, source: IdentitySource, told: str
) -> None:
    form.tell_identity(scenes.identity(source))
    assert form.current().reporter == scenes.AGENT
    assert "Tobiasz Świeczka" in form.person.name.text()
    assert form.person.source.text() == told


def test_daktelas_answer_takes_the_place_of_the_remembered_one(form: ReportForm) -> None:
    form.tell_identity(scenes.identity(IdentitySource.REMEMBERED))
    form.tell_identity(scenes.identity(agent=Agent("Anna Przykładowa", "anna")))
    assert form.current().reporter == Agent("Anna Przykładowa", "anna")


def test_the_remembered_name_stays_when_daktela_does_not_answer(form: ReportForm) -> None:
    form.tell_identity(scenes.identity(IdentitySource.REMEMBERED))
    form.tell_identity(LATE)
    assert form.current().reporter == scenes.AGENT
    assert form.person.source.text() == "zapamiętane, sprzed 2 godz."


def test_a_refusal_is_one_quiet_line(form: ReportForm) -> None:
    form.tell_identity(LATE)
    form.tell_recent(Problem(Code.DAKTELA_NO_RIGHT))
    assert form.person.source.text() == "Kłopot: daktela_late."
    assert form.body.picker.list.line() == "Kłopot: daktela_no_right."
    assert form.body.summary.isHidden()


def test_a_name_chosen_from_the_menu_is_never_overwritten(form: ReportForm) -> None:
    form.tell_names(("Anna Przykładowa", "Jan Wzorcowy"))
    choose(form, "Anna Przykładowa")
    form.tell_identity(scenes.identity())
    assert form.current().reporter.name == "Anna Przykładowa"
    assert form.person.source.text() == "wybrane"


def test_a_typed_name_is_never_overwritten(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.person.name.click()  # nobody is known: the name can be typed at once
    type_text(form.person.edit, "Łucja Żądło")
    form.tell_identity(scenes.identity())
    qtbot.keyClick(form.person.edit, Qt.Key.Key_Return)
    assert form.current().reporter.name == "Łucja Żądło"
    assert form.person.source.text() == "wpisane"


def test_a_name_still_being_typed_is_sent_too(form: ReportForm, type_text: Typing) -> None:
    form.person.name.click()
    type_text(form.person.edit, "Łucja Żądło")
    assert form.current().reporter == Agent("Łucja Żądło")


def test_esc_in_the_name_gives_the_old_one_back_and_keeps_the_form(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.tell_identity(scenes.identity())
    form.person.name.click()
    other = form.person.menu.actions()[-1]
    other.trigger()
    form.person.menu.hide()
    type_text(form.person.edit, "Kto inny")
    with qtbot.assertNotEmitted(form.put_aside):
        qtbot.keyClick(form.person.edit, Qt.Key.Key_Escape)
    assert form.current().reporter == scenes.AGENT


def test_the_menu_holds_daktelas_name_the_last_names_and_a_way_to_type(form: ReportForm) -> None:
    form.tell_identity(scenes.identity())
    form.tell_names(("Anna Przykładowa", "Tobiasz Świeczka", "Jan & Spółka"))
    form.person.name.click()
    shown = [one.text() for one in form.person.menu.actions() if not one.isSeparator()]
    form.person.menu.hide()
    names = ["Tobiasz Świeczka", "Anna Przykładowa", "Jan && Spółka"]
    assert shown == [*names, "Zapomnij na tym komputerze", "Wpisz inne imię i nazwisko…"]


def test_choosing_daktelas_name_again_brings_login_and_address_back(form: ReportForm) -> None:
    form.tell_identity(scenes.identity())
    form.tell_names(("Anna Przykładowa",))
    choose(form, "Anna Przykładowa")
    assert form.current().reporter == Agent("Anna Przykładowa")
    choose(form, "Tobiasz Świeczka")
    assert form.current().reporter == scenes.AGENT


def test_the_name_of_a_continued_draft_stays(idle_form: ReportForm) -> None:
    idle_form.resume(scenes.draft(reporter=Agent("Anna Przykładowa")), {})
    idle_form.tell_identity(scenes.identity())
    assert idle_form.current().reporter.name == "Anna Przykładowa"


def test_an_answer_after_the_form_closed_changes_nothing(form: ReportForm, qtbot: QtBot) -> None:
    form.finish()
    with qtbot.assertNotEmitted(form.edited):
        form.tell_identity(scenes.identity())
        form.tell_recent(scenes.recent())
    form.begin(scenes.draft(), ())
    assert form.current().reporter.name == ""
    assert form.body.picker.list.activities.items == ()


def test_late_activities_touch_no_field_and_take_no_focus(
    form: ReportForm, type_text: Typing
) -> None:
    type_text(form.body.numbers.customer, "600 100 200")
    form.body.description.setFocus()
    before = form.current()
    form.tell_recent(scenes.recent())
    assert form.current() == before
    assert QApplication.focusWidget() is form.body.description
    assert form.body.picker.source.text() == "z Dakteli"


def test_late_activities_move_nothing_under_the_hand(form: ReportForm) -> None:
    before = form.body.description.mapTo(form, form.body.description.rect().topLeft())
    form.tell_recent(scenes.recent())
    QApplication.sendPostedEvents()
    after = form.body.description.mapTo(form, form.body.description.rect().topLeft())
    assert before == after


def test_the_way_to_the_settings_is_offered_where_they_mend_it(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.tell_recent(Problem(Code.DAKTELA_NOT_SIGNED_IN))
    with qtbot.waitSignal(form.settings_wanted):
        form.body.picker.settings.click()
